"""The command ``dateline``: its groups joined."""

from __future__ import annotations

import typer

from dateline.cli import (
    backfill,
    brief,
    check,
    demo,
    doctor,
    events,
    expect,
    export,
    history,
    mcp,
    plan,
    read,
    relations,
    reports,
    serve,
    shared,
    show,
    sources,
    stories,
    tidy,
    watch,
    watchlists,
    work,
)

app = typer.Typer(
    name="dateline",
    help="Reads reporting on world affairs and keeps a sourced picture of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for group in (
    reports, tidy, sources, watch, watchlists, backfill, work, stories, brief, events, relations,
    expect, show, check, read, export, serve, mcp, doctor, plan, history, demo,
):  # fmt: skip
    app.add_typer(group.app)


def main() -> None:
    """Run the command line; errors are one line on stderr and an exit code."""
    with shared.failing_plainly():
        app()


if __name__ == "__main__":
    main()
