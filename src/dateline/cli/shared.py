"""What the commands share: options, output, errors and exit codes.

Exit codes, for scripts:

====  ==================================================================
0     done
1     an error; one line on stderr says what to do
2     the command was not understood
3     done, but some items were rejected (``dateline doctor`` lists them)
4     nothing is known under that name
====  ==================================================================
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from dateline.config import load_options
from dateline.desk import Desk
from dateline.errors import ConfigError, DatelineError, NotFound
from dateline.observe import setup_logs, setup_traces
from dateline.records import Rejected
from dateline.run import Progress

DONE, FAILED, USAGE, SOME_REJECTED, UNKNOWN = range(5)

DbOption = Annotated[
    str | None,
    typer.Option("--db", metavar="FILE|URL", help="The desk's database (default: DATELINE_DB)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Stand at this time instead of now (2026-01-13 or 2026-01-13T08:00:00+09:00).",
    ),
]


def stderr_console() -> Console:
    """Make the console for messages, on stderr."""
    return Console(stderr=True, highlight=False)


err = stderr_console()


def parse_time(text: str | None, option: str = "--as-of") -> datetime | None:
    """Read a date or time in ISO 8601; a date alone means its end, no zone means UTC.

    Raises ConfigError when it is neither.
    """
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigError(
            f"{option} {text!r} is no time: write 2026-01-13 or 2026-01-13T08:00:00+09:00"
        ) from None
    if len(text) == len("2026-01-13"):
        time = time.replace(hour=23, minute=59, second=59)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)


@contextmanager
def desk(db: str | None, **options: Any) -> Iterator[Desk]:
    """Open the desk that the options name."""
    loaded, settings = load_options({"db": db, **options})
    setup_logs(loaded.log_format, loaded.log_level)
    setup_traces()
    with Desk(loaded, settings) as opened:
        yield opened


@contextmanager
def failing_plainly() -> Iterator[None]:
    """Turn Dateline's errors into one line on stderr and an exit code."""
    try:
        yield
    except DatelineError as error:
        err.print(f"dateline: {error}", markup=False, soft_wrap=True)
        raise SystemExit(UNKNOWN if isinstance(error, NotFound) else FAILED) from None
    except KeyboardInterrupt:
        err.print("dateline: interrupted; what was finished is kept, run it again to go on")
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(DONE) from None


@contextmanager
def progress_bars(quiet: bool) -> Iterator[Progress | None]:
    """Show progress on stderr where a person looks on; nothing in pipes and logs."""
    if quiet or not err.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=err, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield show


def print_json(value: Any) -> None:
    """Print a value as JSON on stdout, keys in order."""
    print(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=False))


def print_rejections(rejected: tuple[Rejected, ...]) -> None:
    """Name every rejected item with its reason, on stderr."""
    for item in rejected:
        err.print(
            f"rejected {item.name}: {item.reason} [{item.kind}]", markup=False, soft_wrap=True
        )


def console() -> Console:
    """Return a console for stdout: 100 columns at most, plain in pipes."""
    found = Console(highlight=False)
    return Console(highlight=False, width=min(found.width, 100))
