"""Signing in as clients of the Google Reader API do, and the word they send with changes."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from dateline.serve.web.access import Access
from dateline.serve.web.callers import Caller

# What a desk that asks nobody who they are gives to clients that can't do without.
OPEN_SESSION, OPEN_WORD = "local/open", "open"


def sign_in(request: Request, secret: str) -> str | None:
    """Return a session for whoever knows a token; None, and one wrong guess more, for others."""
    access: Access = request.app.state.access
    if not access.asks:
        return OPEN_SESSION
    token = access.holder(secret)
    if token is None:
        access.attempts.failed(request.client.host if request.client else "")
        return None
    return token.new_session()


def action_word(request: Request) -> str:
    """Return the word that this caller's changes carry."""
    access: Access = request.app.state.access
    session = _session(request)
    token = access.session_owner(session) if session else None
    return token.action_token(session) if token is not None and session else OPEN_WORD


def check_word(request: Request, given: str) -> None:
    """Raise 401 where a change of a signed-in client comes without its word, as Google did."""
    if not hmac.compare_digest(given.encode(), action_word(request).encode()):
        raise HTTPException(
            401, "the token T is missing or old", {"X-Reader-Google-Bad-Token": "true"}
        )


def _reader(request: Request) -> str:
    caller: Caller = request.state.caller
    return caller.name


ReaderPart = Annotated[str, Depends(_reader)]


def _session(request: Request) -> str | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip().removeprefix("auth=") if scheme.lower() == "googlelogin" else None
