"""``dateline brief``: a sourced brief of a story."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.brief.select import Length
from dateline.cli import shared
from dateline.desk import Desk
from dateline.errors import ConfigError
from dateline.records import Brief
from dateline.serve.render import print_brief, to_brief_json, to_html, to_markdown, to_pdf

app = typer.Typer()


class Form(StrEnum):
    """How a brief is written out."""

    text = "text"
    markdown = "markdown"
    html = "html"
    json = "json"
    pdf = "pdf"


@app.command()
def brief(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[STORY|FILE...]",
            help="A story's id or its beginning; or files, which are added first. "
            "Nothing: the first-ranked story.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.text,
    length: Annotated[
        Length | None, typer.Option(help="How much it says: one line, a page, or all it holds.")
    ] = None,
    sources: Annotated[
        bool, typer.Option("--sources", help="Quote the source sentences below each claim.")
    ] = False,
    language: Annotated[str | None, typer.Option(help="Language of the brief (ISO 639-1).")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, not to stdout.")
    ] = None,
    as_of: shared.AsOfOption = None,
    db: shared.DbOption = None,
    as_json: shared.JsonOption = False,
) -> None:
    """Write the brief of a story: four sections, every sentence with its source."""
    form = Form.json if as_json else form
    time = shared.parse_time(as_of)
    if form is Form.pdf and output is None:
        raise ConfigError("--format pdf is no text: name a file with --output")
    with shared.desk(db) as desk:
        stories, status = _stories(desk, names or [])
        if form is Form.pdf and output is not None:
            if len(stories) != 1:
                raise ConfigError("--format pdf takes one story at a time")
            made = desk.brief(stories[0], as_of=time, length=length, language=language)
            fonts = desk.options.pdf_fonts.split()
            output.write_bytes(to_pdf(made, desk.reports_of(made), fonts))
            raise typer.Exit(status)
        texts = []
        for story in stories:
            made = desk.brief(story, as_of=time, length=length, language=language)
            texts.append(write_out(desk, made, form, sources=sources))
    text = "\n".join(texts)
    if output is not None:
        output.write_text(text, encoding="utf-8")
    elif text:
        print(text, end="" if text.endswith("\n") else "\n")
    if status:
        raise typer.Exit(status)


def _stories(desk: Desk, names: list[str]) -> tuple[list[str | None], int]:
    files = [name for name in names if Path(name).exists()]
    if not files:
        return list(names) or [None], shared.DONE
    with shared.progress_bars(quiet=False) as progress:
        added = desk.add(files, progress=progress)
    shared.print_rejections(added.rejected)
    rest = [name for name in names if name not in files]
    return [*added.stories, *rest], shared.SOME_REJECTED if added.rejected else shared.DONE


def write_out(desk: Desk, made: Brief, form: Form, *, sources: bool = False) -> str:
    """Render a brief in the form asked for; the sources' words are read back from the desk."""
    reports = desk.reports_of(made)
    if form is Form.markdown:
        return to_markdown(made, reports)
    if form is Form.html:
        return to_html(made, reports)
    if form is Form.json:
        return to_brief_json(made, reports)
    out = shared.console()
    with out.capture() as capture:
        print_brief(made, out, reports=reports, citations=sources)
    return capture.get()
