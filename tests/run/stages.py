"""Stages without models, for the contract of engines: what they do stands in their input."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from dateline.errors import ReadError
from dateline.run.work import Stages


class Plain:
    """Decides by the words of its input."""

    name = "plain"
    version = 1
    spread = "items"

    def load(self, store: Any, id: str) -> str:
        return id

    def decide(self, item: str) -> Any:
        word, _, rest = item.partition(":")
        if word == "refuse":
            raise ReadError(item, "is refused")
        if word == "break":
            raise ZeroDivisionError("no stage raises this on purpose")
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "kill-once" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "slow":
            time.sleep(0.2)
        return (item.upper(), len(item))

    def save(self, store: Any, tx: Any, id: str, out: Any) -> None:
        raise AssertionError("an engine never saves")


def make_plain() -> Stages:
    return {"plain": Plain()}


def make_none() -> Stages:
    raise RuntimeError("these stages can't be made")
