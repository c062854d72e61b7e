"""Fetched items for the tests of this folder; every sentence in them was written for them."""

from datetime import UTC, datetime

from dateline.records import Fetched, Hints

RETRIEVED = datetime(2026, 1, 14, 6, 0, tzinfo=UTC)


def text(content: str | bytes, media_type: str = "text/plain", **hints: object) -> Fetched:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return Fetched(
        id="fetched_test",
        name="item",
        source="folder",
        content=raw,
        media_type=media_type,
        retrieved=RETRIEVED,
        hints=Hints(**hints),  # type: ignore[arg-type]
    )


def page(body: str, head: str = "", *, url: str | None = None, attributes: str = "") -> Fetched:
    html = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    return Fetched(
        id="fetched_page",
        name="page",
        source="web",
        content=html.encode("utf-8", "surrogatepass"),
        media_type="text/html",
        retrieved=RETRIEVED,
        url=url,
    )


PARAGRAPHS = (
    "The ministers of the two lake countries met in the harbour town on Monday to settle the "
    "quarrel over fishing licences that had kept forty boats in port since the spring.",
    "Both delegations said the talks, which ran until midnight, had been frank, and that a joint "
    "patrol would leave the harbour before the end of the month.",
    "Fishermen waiting on the quay said they would believe it when they saw the first permit, "
    "and that the season would not wait for signatures.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
