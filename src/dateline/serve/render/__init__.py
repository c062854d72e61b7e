"""A brief as text in a terminal, as Markdown, as one self-contained HTML page, JSON and PDF."""

from dateline.serve.render.html import to_html
from dateline.serve.render.json import to_brief_json
from dateline.serve.render.markdown import to_markdown
from dateline.serve.render.pdf import to_pdf
from dateline.serve.render.terminal import print_brief

__all__ = ["print_brief", "to_brief_json", "to_html", "to_markdown", "to_pdf"]
