"""Write the pages that are made from the code: ``python docs/make.py``.

A test compares the files with what this module would write, so neither can go stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer.main

from dateline.cli.main import app
from dateline.config import Options
from dateline.serve.tables import codebook

HERE = Path(__file__).parent


def options_page() -> str:
    """Describe every option of a desk."""
    lines = [
        "# Options",
        "",
        "Made from `src/dateline/config.py` by `python docs/make.py`.",
        "",
        "Values come, later ones winning, from the defaults, a TOML file (`dateline.toml` beside",
        "the database, or the file that `DATELINE_CONFIG` names), the environment",
        "(`DATELINE_` and the name in capitals) and the command line.",
        "",
        "| option | default | meaning |",
        "| --- | --- | --- |",
    ]
    for name, field in Options.model_fields.items():
        default = "the user's data folder" if field.default_factory else f"`{field.default!r}`"
        lines.append(f"| `{name}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Describe every command with its arguments and options."""
    root = typer.main.get_command(app)
    lines = [
        "# Commands",
        "",
        "Made from `src/dateline/cli/` by `python docs/make.py`.",
        "",
        "Exit codes: 0 done; 1 an error, one line says what to do; 2 the command was not",
        "understood; 3 done, but some items were rejected; 4 nothing is known under that name.",
    ]
    lines.extend(_describe(root, ("dateline",)))
    return "\n".join(lines) + "\n"


def _describe(command: Any, path: tuple[str, ...]) -> list[str]:
    if hasattr(command, "commands"):
        found: list[str] = []
        for name in sorted(command.commands):
            found.extend(_describe(command.commands[name], (*path, name)))
        return found
    context = command.make_context(path[-1], [], resilient_parsing=True)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = ["", f"## {' '.join(path)}", "", f"`{' '.join(path)} {usage}`", ""]
    lines.append(" ".join((command.help or "").split()))
    rows = [p for p in command.params if getattr(p, "help", None) and p.name != "help"]
    if rows:
        lines += ["", "| option | meaning |", "| --- | --- |"]
    for parameter in rows:
        spelled = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
        lines.append(f"| {spelled} | {' '.join(parameter.help.split())} |")
    return lines


def decisions_page() -> str:
    """List every decision by its heading."""
    lines = [
        "# Decisions",
        "",
        "One short file a decision: what was decided, why, and what was given up. The list is made",
        "by `python docs/make.py`.",
        "",
    ]
    for path in sorted((HERE / "decisions").glob("[0-9]*.md")):
        heading = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"- [{heading}]({path.name})")
    return "\n".join(lines) + "\n"


PAGES = {
    "options.md": options_page,
    "commands.md": commands_page,
    "codebook.md": codebook,
    "decisions/README.md": decisions_page,
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
        print(f"wrote {HERE / name}", file=sys.stderr)
