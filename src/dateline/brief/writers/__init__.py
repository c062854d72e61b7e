"""Writers: models that reword a brief's claims, and what of their words may be shown."""

from dateline.brief.writers.accept import rewrite
from dateline.brief.writers.claims import Writer
from dateline.brief.writers.openai import OpenAIWriter
from dateline.brief.writers.translate import rules, translate

__all__ = ["OpenAIWriter", "Writer", "rewrite", "rules", "translate"]
