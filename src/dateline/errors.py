"""The error tree. Every error Dateline raises on purpose is one of these.

::

    DatelineError
    ├── ConfigError      an option is wrong; says which and what it takes
    ├── StoreError       the database can't be opened, read or written
    │   ├── StoreLost    the connection to it was lost; nothing was written, try again
    │   └── Superseded   another process leads this work now; nothing was written
    ├── NotFound         no such story, report, actor, ...
    └── StageError       survivable: becomes a rejection, other work goes on
        ├── FetchError   it could not be fetched
        ├── NotPermitted it may not be fetched or read (robots.txt, private address, limits)
        ├── ReadError    its bytes are not what they claim
        ├── EngineError  an engine (parser, embedder, writer) failed on it
        └── Unsupported  a form or language that Dateline doesn't know
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of the tree. ``str(error)`` is one line that says what to do."""


class ConfigError(DatelineError):
    """An option has a value it can't have."""


class StoreError(DatelineError):
    """The database can't be opened, read or written."""


class StoreLost(StoreError):
    """The connection to the database was lost. What was being written was not: try again."""


class Superseded(StoreError):
    """Another process leads this work now: what this one wanted to write was refused."""


class NotFound(DatelineError):
    """Nothing is known under that id."""


class StageError(DatelineError):
    """A stage can't take one item; others go on.

    ``name`` is what people call the item, ``kind`` a short stable word for scripts.
    """

    stage = "stage"

    def __init__(self, name: str, reason: str, *, kind: str = "broken") -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
        self.kind = kind


class FetchError(StageError):
    """The item could not be fetched."""

    stage = "gather"


class NotPermitted(StageError):
    """The item may not be taken: robots.txt, a private address, a limit."""

    stage = "gather"


class ReadError(StageError):
    """The item's bytes are not what they claim to be, or hold nothing to read."""

    stage = "read"


class EngineError(StageError):
    """An engine failed on the item."""

    stage = "read"


class Unsupported(StageError):
    """The item has a form or a language that Dateline doesn't know."""

    stage = "read"
