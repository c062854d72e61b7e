"""Structured logs: a line for people, or one JSON object a line for machines.

A message is a constant sentence; what varies goes into fields (``extra={"feed": url}``), so that
lines can be counted and filtered. Passwords in URLs never reach a line.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, Literal, TextIO

from pythonjsonlogger.json import JsonFormatter

LogFormat = Literal["text", "json"]

_PASSWORD = re.compile(r"(://[^:/@\s]*):[^@/\s]+@")
_SECRET_NAMES = ("token", "secret", "password", "authorization", "key")
# What every record has; whatever else it carries was given as ``extra``.
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_HANDLER = "dateline"


def setup_logs(
    form: LogFormat = "text", level: str = "INFO", stream: TextIO | None = None
) -> logging.Handler:
    """Send the project's logs to ``stream`` (standard error by default) in one form.

    Calling it again replaces the handler. Other libraries' logs are left as they are. Raises
    ValueError for a level that logging doesn't know.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.set_name(_HANDLER)
    handler.setFormatter(_Json() if form == "json" else _Text())
    handler.addFilter(_redact)
    root = logging.getLogger("dateline")
    root.handlers = [old for old in root.handlers if old.get_name() != _HANDLER] + [handler]
    root.setLevel(level.upper())
    root.propagate = False
    return handler


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a record carries beside its message."""
    return {name: value for name, value in vars(record).items() if name not in _OWN}


class _Json(JsonFormatter):
    """time, level, logger, message and the fields, as one JSON object."""

    def __init__(self) -> None:
        super().__init__(
            "%(levelname)s %(name)s %(message)s",
            rename_fields={"levelname": "level", "name": "logger"},
            timestamp="time",
        )


class _Text(logging.Formatter):
    """``12:00:05 warning watch: feed failed feed=https://… reason=…`` for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s", "%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        name = record.name.removeprefix("dateline.")
        parts = [self.formatTime(record, self.datefmt), record.levelname.lower()]
        line = f"{' '.join(parts)} {name}: {record.getMessage()}"
        for field, value in fields_of(record).items():
            line += f" {field}={_quoted(value)}"
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line


def _quoted(value: object) -> str:
    """A value on one line: text from outside can't begin a line of its own."""
    text = str(value)
    return repr(text) if not text or re.search(r"[\s\"'=\x00-\x1f\x7f]", text) else text


def _redact(record: logging.LogRecord) -> bool:
    """Take secrets out before a line is made. Always keeps the record."""
    record.msg = _PASSWORD.sub(r"\1:***@", record.getMessage())
    record.args = ()
    for name, value in fields_of(record).items():
        if any(name == secret or name.endswith(f"_{secret}") for secret in _SECRET_NAMES):
            setattr(record, name, "***")
        elif isinstance(value, str):
            setattr(record, name, _PASSWORD.sub(r"\1:***@", value))
    return True
