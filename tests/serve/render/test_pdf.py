"""A brief as PDF: the words, the links, what is missing; never anything but words from outside."""

from __future__ import annotations

import dataclasses
import io
import sys

import pypdf
import pytest

from dateline.errors import ConfigError
from dateline.records import Brief, Source
from dateline.serve.render import pdf, to_pdf
from tests.serve.render.test_render import REPORTS, brief

# Words in scripts that the font which Typst brings along has.
PLAIN = "Žluťoučký Ελλάδα Україна"


def latin() -> Brief:
    """The brief without its Japanese source."""
    made = brief()
    sections = tuple(
        dataclasses.replace(
            section,
            claims=tuple(claim for claim in section.claims if claim.language == "en"),
        )
        for section in made.sections
    )
    headline = dataclasses.replace(made.headline, text=PLAIN)
    return dataclasses.replace(made, headline=headline, sections=sections, differences=())


def read(document: bytes) -> tuple[pypdf.PdfReader, str]:
    pages = pypdf.PdfReader(io.BytesIO(document))
    text = "\n".join(page.extract_text() for page in pages.pages)
    return pages, " ".join(text.split())


def addresses(pages: pypdf.PdfReader) -> list[str]:
    notes = [note.get_object() for page in pages.pages for note in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]


def test_it_says_what_the_brief_says() -> None:
    pages, text = read(to_pdf(latin(), {"rep_wire": REPORTS["rep_wire"]}))
    assert PLAIN in text
    assert "signed the treaty on Tuesday (13 January 2026)" in text
    assert "What's happening" in text.replace("’", "'")
    assert "Test Wire" in text
    assert "Source sentences" in text
    assert pages.metadata is not None
    assert pages.metadata.title == PLAIN
    assert "/MarkInfo" in pages.trailer["/Root"]  # tagged, for screen readers


def test_outside_text_is_words_and_only_web_addresses_are_links() -> None:
    made = latin()
    evil = '#read("/etc/passwd") $x$ ]#pagebreak()[ *b* @ref <label> \\ \u0007'
    headline = dataclasses.replace(made.headline, text=evil)
    sources = (*made.sources, Source(
        report="rep_evil", outlet="#panic()", title=evil, language="en", published=None,
        url="javascript:alert(1)", relation="origin",
    ))  # fmt: skip
    pages, text = read(to_pdf(dataclasses.replace(made, headline=headline, sources=sources)))
    assert '#read("/etc/passwd") $x$ ]#pagebreak()[ *b* @ref <label> \\' in text.replace("”", '"')
    assert "#panic()" in text
    assert addresses(pages) == ["https://wire.example/1"]


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert to_pdf(latin()) == to_pdf(latin())


def test_it_says_where_no_font_has_the_letters() -> None:
    made = latin()
    strange = dataclasses.replace(made.headline, text="Report \U00012000 signed")  # a cuneiform A
    _, text = read(to_pdf(dataclasses.replace(made, headline=strange)))
    assert "Some characters are missing" in text
    assert "U+12000" in text
    assert "Some characters are missing" not in read(to_pdf(made))[1]


def test_east_asian_briefs_take_the_systems_fonts_where_it_has_them() -> None:
    families = pdf._families(pdf._fonts(()), "ko")
    _, text = read(to_pdf(brief(), REPORTS))
    if any("CJK" in name for name in families):
        assert "条約が署名された" in text.replace(" ", "")
        assert "missing on these pages" not in text
    else:
        assert "missing on these pages" in text


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConfigError, match=r"dateline\[pdf\]"):
        to_pdf(latin())
