"""``dateline demo``: the main job on the packaged sample reports."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typer

from dateline.cli import shared
from dateline.cli.brief import Form, write_out
from dateline.cli.stories import story_lines
from dateline.records.codec import to_plain
from dateline.samples import samples

app = typer.Typer()

# The samples tell of January 2026; the demo stands a month later, so that what they expected
# has had time to come.
AS_OF = "2026-02-10"


@app.command()
def demo(
    db: shared.DbOption = None,
    as_of: shared.AsOfOption = AS_OF,
    as_json: shared.JsonOption = False,
) -> None:
    """Read the sample reports, list their stories and write the brief of the first.

    Uses a desk of its own that is thrown away, unless --db names one to keep.
    """
    now = shared.parse_time(as_of)
    with tempfile.TemporaryDirectory(prefix="dateline-demo-") as folder:
        where = db or str(Path(folder) / "demo.db")
        with shared.desk(where) as desk:
            with shared.progress_bars(as_json) as progress:
                sources = [str(path) for path in sorted(samples().iterdir()) if path.is_dir()]
                added = desk.add(sources, now=now, progress=progress)
            shared.print_rejections(added.rejected)
            lines = desk.stories(as_of=now)
            brief = desk.brief(lines[0].id, as_of=now)
            if as_json:
                shared.print_json({"stories": to_plain(lines), "brief": to_plain(brief)})
                return
            out = shared.console()
            out.print(f"{added.gathered} sample reports, written for Dateline; none is news.\n")
            for number, line in enumerate(lines, 1):
                out.print(story_lines(number, line))
            print(write_out(desk, brief, Form.text))
            if db is None:
                out.print("To keep this desk and open its citations: dateline demo --db demo.db")
            else:
                out.print(f"dateline show CITATION --db {db}  opens a citation", markup=False)
