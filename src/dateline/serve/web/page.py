"""Templates and what all of them share: words, times, links, languages' names."""

from __future__ import annotations

import functools
import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from dateline.records import Span
from dateline.serve.render.view import span_id
from dateline.serve.web import forms
from dateline.serve.web.words import LANGUAGES, Words, choose, words

STATIC = Path(__file__).parent / "static"

MENU = {
    "today": "/", "relations": "/relations", "calendar": "/calendar", "events": "/events",
    "actors": "/actors", "map": "/map", "search": "/search", "sources": "/sources",
    "watch": "/watch", "doctor": "/doctor",
}  # fmt: skip

environment = Environment(
    loader=PackageLoader("dateline.serve.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Fill a template for this request; every value is escaped on the way."""
    said = interface(request)
    state = getattr(
        request.scope.get("app"), "state", None
    )  # the guard answers before there is one
    shown = {
        "w": said,
        "ui_languages": {name: words(name)("date.language") for name in LANGUAGES},
        "link": functools.partial(link, request),
        "here_in": functools.partial(here_in, request),
        "static": static,
        "when": functools.partial(when, said, getattr(state, "zone", "UTC")),
        "language_name": functools.partial(said.named, "language"),
        "signed_in": bool(getattr(state, "asks_token", False)),
        "menu": MENU,
        "edits": forms.edits(request),
        # The guard answers with a page before there is an application to sign forms.
        "form_word": functools.partial(forms.word, request),
        **values,
    }
    return HTMLResponse(environment.get_template(template).render(shown), status)


def load_templates() -> None:
    """Compile every template, which takes some milliseconds each, before anybody asks."""
    for name in environment.list_templates(extensions=("html",)):
        environment.get_template(name)


def interface(request: Request) -> Words:
    """Return the words for this request, see :func:`dateline.serve.web.words.choose`."""
    asked = request.query_params.get("ui")
    return words(choose(asked, request.headers.get("accept-language", "")))


def link(request: Request, path: str, **query: Any) -> str:
    """Address a page; an interface language that was asked for by address is carried along."""
    if request.query_params.get("ui") in LANGUAGES:
        query.setdefault("ui", request.query_params["ui"])
    kept = {name: value for name, value in query.items() if value not in (None, "")}
    return quote(path, safe="/:") + (f"?{urlencode(kept)}" if kept else "")


def here_in(request: Request, language: str) -> str:
    """Address this same page in another interface language."""
    query = {**request.query_params, "ui": language}
    return f"{quote(request.scope['path'], safe='/')}?{urlencode(query)}"


def when(said: Words, zone: str, moment: datetime | None, *, day_only: bool = False) -> Markup:
    """Write a time as a ``time`` element, or say that it is unknown."""
    if moment is None:
        return escape(said("report.date_unknown"))
    text = said.time(moment, zone, day_only=day_only)
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(), text)


@functools.cache
def static(name: str) -> str:
    """Address a static file by its content: it may be kept for ever, a new one has a new name."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def citation_link(span: Span) -> dict[str, str]:
    """Give the parts of a link to the report page at a sentence."""
    return {"path": f"/reports/{span.report}", "at": f"{span.start}-{span.end}"}


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it is one of the web: nothing else becomes a link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


environment.filters["web"] = web_address
environment.filters["cite"] = span_id
