"""Live blogs: updates with their times, oldest first, whatever order the page shows them in."""

import json
from datetime import UTC, datetime

from dateline.read.article import to_report
from dateline.records import Report
from tests.read.article.items import ARTICLE, page

UPDATES = (
    ("Flood gates are opened", "2026-03-02T15:40:00+09:00",
     "Engineers opened three of the seven flood gates at the river mouth this afternoon,"
     " and the rest will follow in the night."),
    ("Schools will stay closed", "2026-03-02T11:05:00+09:00",
     "All schools along the lower river will stay closed on Tuesday, the district said,"
     " and buses will not cross the bridge."),
    ("Water reaches the market", "2026-03-02T08:30:00+09:00",
     "Traders carried their goods to the upper floor as water came into the market hall,"
     " and the ferries were tied up."),
)  # fmt: skip
INTRO = "The river has risen by two metres since Sunday and the lower town is being cleared."


def live(*, declared: tuple[int, ...] = (0, 1, 2)) -> str:
    told = [
        {"@type": "BlogPosting", "headline": head, "datePublished": at, "articleBody": body}
        for head, at, body in (UPDATES[place] for place in declared)
    ]
    blog = {
        "@type": "LiveBlogPosting", "headline": "River floods the lower town",
        "datePublished": "2026-03-02T08:00:00+09:00", "liveBlogUpdate": told,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(blog)}</script>'


def body() -> str:
    parts = "".join(
        f"<div class='update'><h2>{head}</h2><p>{text}</p></div>" for head, _, text in UPDATES
    )
    return f"<h1>River floods the lower town</h1><main><p>{INTRO}</p>{parts}</main>"


def parts(report: Report) -> list[str]:
    return [report.text[b.start : b.end] for b in report.blocks if b.kind != "title"]


def test_newest_first_becomes_the_order_of_time() -> None:
    report = to_report(page(body(), live()))
    expected = [INTRO]
    for head, _, text in reversed(UPDATES):
        expected += [head, text]
    assert parts(report) == expected


def test_each_update_keeps_its_time() -> None:
    report = to_report(page(body(), live()))
    times = {report.text[b.start : b.end]: b.at for b in report.blocks}
    assert times[INTRO] is None
    for head, at, text in UPDATES:
        assert times[head] == times[text] == datetime.fromisoformat(at).astimezone(UTC)


def test_updates_that_only_scripts_hold_are_ordered_too() -> None:
    report = to_report(page("<h1>River floods the lower town</h1><main></main>", live()))
    texts = parts(report)
    assert [texts.index(text) for _, _, text in UPDATES] == [5, 3, 1]


def test_one_declared_update_changes_nothing() -> None:
    report = to_report(page(body(), live(declared=(1,))))
    assert parts(report)[2] == UPDATES[0][2]
    assert all(block.at is None for block in report.blocks)


def test_articles_have_no_times_of_their_own() -> None:
    report = to_report(page(f"<h1>A quarrel over fish</h1><article>{ARTICLE}</article>"))
    assert all(block.at is None for block in report.blocks)
