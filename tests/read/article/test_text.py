"""Plain text and Markdown: blocks, headings, titles, derivations."""

import pytest

from dateline.errors import ReadError, Unsupported
from dateline.read.article import to_report
from dateline.records import Report
from tests.read.article.items import text


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


PROSE = (
    "The river commission agreed on Friday to open the northern lock for barges, ending a "
    "dispute that had run since the autumn floods."
)
MORE = "Barge owners welcomed the decision, while farmers downstream asked for a guarantee."


def test_headings_without_blank_lines_and_hard_wrapped_prose() -> None:
    report = to_report(
        text(
            "What's Changing?\n"
            "The river commission agreed on Friday to open the northern lock, the mayor's\n"
            "office said. It had been closed since the floods.\n"
            "Why It's Important?\n"
            "Barges carry a third of the region's grain, and the road cannot take it all.\n"
            "Beyond the Harbour\n"
            "Farmers downstream fear that the water will be missed in their fields in July.\n"
        )
    )
    assert report.title is None
    assert [kind for kind, _ in kinds(report)] == ["heading", "paragraph"] * 3
    assert kinds(report)[1][1] == (
        "The river commission agreed on Friday to open the northern lock, the mayor's office said."
        " It had been closed since the floods."
    )


def test_title_headings_between_paragraphs_and_a_source_that_names_no_one() -> None:
    report = to_report(
        text(
            f"A Lock Opens? The River Turns to Trade\n\n{PROSE}\n\nWhy Now? The Grain Factor\n\n"
            f"{MORE}\n\nLooking Ahead\n\n{PROSE} {MORE}\n\nSource: Original Article"
        )
    )
    assert [kind for kind, _ in kinds(report)] == [
        "title", "paragraph", "heading", "paragraph", "heading", "paragraph", "derivation",
    ]  # fmt: skip
    assert report.title == "A Lock Opens? The River Turns to Trade"
    assert report.credits == ()


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Source: Kyodo News", "Kyodo News"),
        ("出典：共同通信", "共同通信"),
        ("출처: 연합뉴스", "연합뉴스"),
        ("来源：新华社", "新华社"),
        ("(Source: Harbour Post)", "Harbour Post"),
    ],
)
def test_a_closing_source_line_is_a_derivation_and_a_credit(line: str, outlet: str) -> None:
    report = to_report(text(f"{PROSE}\n\n{MORE}\n\n{line}"))
    assert kinds(report)[-1] == ("derivation", line)
    (credit,) = report.credits
    assert (credit.kind, credit.outlet) == ("line", outlet)
    assert report.quote(credit.span) == outlet


def test_a_source_line_at_the_head_of_a_text_is_no_derivation() -> None:
    report = to_report(text(f"Source: the spring above the village feeds the lock.\n\n{PROSE}"))
    assert all(kind != "derivation" for kind, _ in kinds(report))


def test_nothing_is_invented() -> None:
    report = to_report(text(f"{PROSE}\n\n{MORE}"))
    assert report.title is None
    assert report.published is report.outlet is report.language is report.url is None
    assert report.authors == ()


def test_hints_win_and_a_repeated_title_stands_once() -> None:
    report = to_report(text(f"Lock opens\n\n{PROSE}", title="Lock Opens!", outlet="Harbour Post"))
    assert report.title == "Lock Opens!"
    assert kinds(report) == [("title", "Lock Opens!"), ("paragraph", PROSE)]
    assert report.key == "title:Harbour Post/Lock Opens!"


def test_a_first_sentence_is_no_title() -> None:
    report = to_report(text(f"The lock is open.\n\n{PROSE}"))
    assert report.title is None


def test_wrapped_japanese_joins_without_a_space_and_korean_with_one() -> None:
    report = to_report(text("水門は金曜日に開かれると委員会が発\n表した。農家は水を心配している。"))
    assert report.text == "水門は金曜日に開かれると委員会が発表した。農家は水を心配している。"
    report = to_report(text("위원회는 금요일에 북쪽 수문을\n열기로 했다고 밝혔다."))
    assert report.text == "위원회는 금요일에 북쪽 수문을 열기로 했다고 밝혔다."


def test_markdown() -> None:
    report = to_report(
        text(
            f"# Lock opens\n\nBy the *commission's* own [account](https://a.example/x), {PROSE}\n\n"
            f"## What's next\n\n- First the barges\n- Then the boats\n\n> We shall see.\n\n{MORE}",
            "text/markdown",
        )
    )
    assert [kind for kind, _ in kinds(report)] == [
        "title", "paragraph", "heading", "list", "list", "quote", "paragraph",
    ]  # fmt: skip
    assert "By the commission's own account, The" in report.text


def test_blocks_tile_the_text() -> None:
    report = to_report(text(f"Lock Opens\n\n{PROSE}\n\n{MORE}"))
    assert "\n\n".join(part for _, part in kinds(report)) == report.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"GIF89a\x00\x01\x00", "binary"),
        (("word " * 300_000).encode(), "too-large"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, kind: str) -> None:
    with pytest.raises(ReadError, match="item") as caught:
        to_report(text(content))
    assert caught.value.kind == kind


def test_other_media_types_are_unsupported() -> None:
    with pytest.raises(Unsupported, match="video/mp4"):
        to_report(text("abc", "video/mp4"))


def test_the_same_item_gives_the_same_report() -> None:
    item = text(f"Lock Opens\n\n{PROSE}\n\n{MORE}")
    assert to_report(item) == to_report(item)
