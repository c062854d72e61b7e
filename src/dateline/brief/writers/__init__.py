"""Writers: optional rewriting of a brief's sentences by a language model, checked one by one."""

from dateline.brief.writers.accept import rewrite
from dateline.brief.writers.openai import OpenAIWriter

__all__ = ["OpenAIWriter", "rewrite"]
