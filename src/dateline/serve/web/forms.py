"""Forms that change something: who may send them, and that they come from a page of ours.

The guard has refused readers and other sites by then. The word that each form carries beside
holds even where a browser tells nothing of where a form comes from.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import HTTPException, Request
from starlette.datastructures import FormData

from dateline.serve.web.access import COOKIE
from dateline.serve.web.callers import Caller

FIELD = "form"
_MOST_FIELDS = 40


def new_key() -> bytes:
    """Return the key that the forms of one server's life are signed with."""
    return secrets.token_bytes(32)


def caller(request: Request) -> Caller | None:
    """Say who asks; None on pages that anybody may see."""
    return getattr(request.state, "caller", None)


def edits(request: Request) -> bool:
    """True when forms that change the desk are worth showing."""
    asking = caller(request)
    return asking is not None and asking.edits


def word(request: Request) -> str:
    """Return what a form has to carry: bound to the caller, the session and this server."""
    asking = caller(request)
    parts = (asking.name if asking else "", request.cookies.get(COOKIE, ""))
    key: bytes = request.app.state.form_key
    return hmac.new(key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()


async def sent(request: Request) -> FormData:
    """Read a form that was sent. Raises 403 when it doesn't carry its word."""
    form = await request.form(max_files=1, max_fields=_MOST_FIELDS)
    given = form.get(FIELD)
    if not isinstance(given, str) or not hmac.compare_digest(
        given.encode("utf-8", "surrogatepass"), word(request).encode()
    ):
        raise HTTPException(403, "this form is out of date: go back, reload the page, send again")
    return form


def text(form: FormData, name: str, longest: int = 500) -> str:
    """Return a field of a form, trimmed; "" where it is missing, a file or too long."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) and len(value) <= longest else ""
