"""One item of an archive, whatever the form: its text, its facts, and whether it may be taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.gather.dates import read_time
from dateline.gather.facts import hints_from
from dateline.gather.item import Carrier, Item, fetched, rejected, whole
from dateline.gather.page import page_item
from dateline.records import record

# IPTC NewsCodes, scheme "stat": only usable content may be published.
USABLE = frozenset({"usable", ""})
KILLED = frozenset({"canceled", "cancelled", "killed"})


@record
class Entry:
    """What an archive says of one item.

    ``facts`` are those of :func:`dateline.gather.facts.hints_from`. The item's words are
    ``text``, paragraphs between blank lines, or ``html`` where no text is given. ``status`` is
    the IPTC publishing status without its scheme; ``embargo`` is until when it must not be
    published, as written, ``"for good"`` where no end is stated.
    """

    facts: Mapping[str, object]
    text: str = ""
    html: str = ""
    status: str = ""
    embargo: str = ""


def entry_item(entry: Entry, carrier: Carrier) -> Item:
    """Make the item, or the rejection that says why it isn't taken.

    What an agency cancelled or withholds, and what was under embargo when it was retrieved, is
    rejected: it is not to be published. It can be added again once the embargo has ended.
    """
    status = entry.status.strip().lower().rpartition(":")[2]
    if status in KILLED:
        return rejected(carrier.name, "withdrawn", "was cancelled by its provider")
    if status not in USABLE:
        return rejected(carrier.name, "withdrawn", f"has the publishing status {status!r}")
    until = read_time(entry.embargo)
    if entry.embargo and (until is None or until > carrier.retrieved):
        return rejected(carrier.name, "embargo", f"is under embargo until {entry.embargo}")
    hints = hints_from(entry.facts)
    text = entry.text.replace("\r\n", "\n").replace("\x00", "").strip("\n")
    if text.strip():
        return fetched(carrier, whole(text), "text/plain", hints)
    if entry.html.strip():
        return page_item(entry.html.replace("\x00", ""), carrier, hints)
    return rejected(carrier.name, "empty", "holds no text")


def with_dateline(dateline: str | None, paragraphs: Sequence[str]) -> str:
    """Join paragraphs; a dateline that is stated apart opens the first, as it does in print."""
    if not dateline or not paragraphs or paragraphs[0].startswith(dateline.split(",")[0]):
        return "\n\n".join(paragraphs)
    first = f"{dateline.rstrip(' .,–—-')} — {paragraphs[0]}"
    return "\n\n".join([first, *paragraphs[1:]])
