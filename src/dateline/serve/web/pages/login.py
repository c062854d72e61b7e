"""Signing in with the token: the only form that changes anything, and it changes a cookie."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.web.access import COOKIE, Access
from dateline.serve.web.callers import SESSION_SECONDS
from dateline.serve.web.page import link, render

router = APIRouter(include_in_schema=False)


@router.get("/login")
def form(request: Request, next: str = "/") -> Response:
    """Ask for the token."""
    access: Access = request.app.state.access
    if not access.asks or access.session_owner(request.cookies.get(COOKIE, "")):
        return RedirectResponse(own_path(next), status_code=303)
    return render(request, "login.html", here="", next=own_path(next), failed=False)


@router.post("/login")
async def login(request: Request) -> Response:
    """Set the session cookie for whoever knows the token."""
    access: Access = request.app.state.access
    sent = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=5)
    wanted = own_path(sent.get("next", ["/"])[0])
    token = access.holder(sent.get("token", [""])[0].strip())
    if token is None:
        access.attempts.failed(request.client.host if request.client else "")
        return render(request, "login.html", status=403, here="", next=wanted, failed=True)
    answer = RedirectResponse(wanted, status_code=303)
    answer.set_cookie(
        COOKIE,
        token.new_session(),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
def logout(request: Request) -> Response:
    """Forget the session in this browser."""
    answer = RedirectResponse(link(request, "/login"), status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def own_path(wanted: str) -> str:
    """Return ``wanted`` if it is a path on this server, else the front page."""
    plain = wanted.isprintable() and "\\" not in wanted
    return wanted if plain and wanted.startswith("/") and not wanted.startswith("//") else "/"
