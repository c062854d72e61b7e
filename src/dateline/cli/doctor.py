"""``dateline doctor`` and ``dateline config show``: how the desk is, and why."""

from __future__ import annotations

import typer
from rich.table import Table
from rich.text import Text

from dateline.cli import shared
from dateline.config import load_options, shown

app = typer.Typer()
config = typer.Typer(help="The options and where each value comes from.", no_args_is_help=True)
app.add_typer(config, name="config")


@app.command()
def doctor(db: shared.DbOption = None, as_json: shared.JsonOption = False) -> None:
    """Say what was rejected and why, which engines were found, and how the store is."""
    with shared.desk(db) as desk:
        state = desk.doctor()
    if as_json:
        shared.print_json(state)
        return
    out = shared.console()
    for heading in ("store", "counts", "engines", "knowledge"):
        out.print(Text(heading, style="bold"))
        lines = state[heading]
        if isinstance(lines, dict):
            lines = [f"{name}: {value}" for name, value in lines.items()]
        for line in lines:
            out.print(Text(f"  {line}"))
    rejections = state["rejections"]
    out.print(Text(f"rejected: {len(rejections)}", style="bold"))
    for item in rejections:
        line = f"  {item['name']} ({item['stage']}): {item['reason']} [{item['kind']}]"
        out.print(Text(line))


@config.command("show")
def config_show(db: shared.DbOption = None, as_json: shared.JsonOption = False) -> None:
    """Print every option, its value, where the value comes from and what it means."""
    _, settings = load_options({"db": db})
    if as_json:
        shared.print_json(
            {
                s.name: {"value": shown(s), "origin": s.origin, "meaning": s.meaning}
                for s in settings
            }
        )
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("option", "value", "from", "meaning"):
        table.add_column(column, overflow="fold")
    for setting in settings:
        table.add_row(setting.name, Text(str(shown(setting))), setting.origin, setting.meaning)
    shared.console().print(table)
