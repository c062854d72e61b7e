"""One shape for every error: ``{"error": {"code", "message"}}``, or a page that says the same."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from dateline.errors import (
    ConfigError,
    DatelineError,
    FetchError,
    NotFound,
    NotPermitted,
    ReadError,
    StoreError,
    Unsupported,
)
from dateline.serve.web.page import render

# Addresses that programs ask: their errors are JSON.
FOR_PROGRAMS = ("/api/", "/feeds/", "/reader/", "/accounts/", "/mcp")
_CODES = {
    400: "invalid", 401: "no-token", 403: "not-allowed", 404: "not-found",
    405: "method-not-allowed", 406: "not-acceptable", 422: "invalid", 429: "too-many",
}  # fmt: skip


_KINDS: dict[type[DatelineError], tuple[int, str]] = {
    NotFound: (404, "not-found"),
    ConfigError: (422, "invalid"),
    StoreError: (503, "store"),
    FetchError: (502, "fetch"),
    NotPermitted: (422, "not-permitted"),
    ReadError: (422, "unreadable"),
    Unsupported: (422, "unsupported"),
}


def problem(scope: Scope, status: int, code: str, message: str) -> Response:
    """Answer with an error: JSON for the API and the feeds, a page for everything else."""
    if scope["path"].startswith(FOR_PROGRAMS):
        return JSONResponse({"error": {"code": code, "message": message}}, status)
    request = Request(scope)
    return render(request, "error.html", status=status, code=code, message=message, here="")


def install(app: FastAPI) -> None:
    """Turn every exception of the application into that shape."""

    @app.exception_handler(DatelineError)
    async def known(request: Request, error: DatelineError) -> Response:
        status, code = next(
            (answer for kind, answer in _KINDS.items() if isinstance(error, kind)), (500, "error")
        )
        return problem(request.scope, status, code, str(error))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:]) or "the request"
        return problem(request.scope, 422, "invalid", f"{place}: {first['msg']}")

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "error")
        answer = problem(request.scope, error.status_code, code, _words(error))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        # What went wrong stands in the server's log; it is not the caller's to read.
        return problem(request.scope, 500, "internal", "the server failed; its log says how")


def _words(error: HTTPException) -> str:
    if error.status_code == 404:
        return "there is nothing at this address"
    return error.detail or HTTPStatus(error.status_code).phrase
