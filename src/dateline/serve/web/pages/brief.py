"""A brief in other forms: to print, to keep, to work on."""

from __future__ import annotations

import base64
import hashlib
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from dateline.serve.render import to_brief_json, to_html, to_markdown
from dateline.serve.render.html import STYLE
from dateline.serve.web.parts import LibraryPart, Name

router = APIRouter(include_in_schema=False)

_MEDIA = {"md": "text/markdown", "json": "application/json", "html": "text/html"}
# The self-contained page brings its style along; this digest allows that style and no other.
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_PLAIN_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@router.get("/stories/{name}/brief.{form}")
def brief(
    library: LibraryPart, name: Name, form: Literal["md", "html", "json"], save: bool = False
) -> Response:
    """The brief as Markdown, as one self-contained page (to print or to keep), or as JSON."""
    found = library.desk.store.story(name)
    made = library.brief(found)
    reports = library.desk.reports_of(made)
    write = {"md": to_markdown, "html": to_html, "json": to_brief_json}[form]
    answer = Response(write(made, reports), media_type=_MEDIA[form])
    if form == "html":
        answer.headers["Content-Security-Policy"] = _PLAIN_POLICY
    if save:
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.id}.{form}"'
    return answer
