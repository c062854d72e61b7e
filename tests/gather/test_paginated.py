"""Articles in several pages, from a site on this machine."""

from __future__ import annotations

import pytest

from dateline.gather.paginated import BREAK, MOST_PAGES, following
from tests.gather.conftest import Site, one

HEADLINE = "The long road to the harbour"


def page(number: int, links: str = "", headline: str = HEADLINE) -> str:
    return (
        f"<html><head><title>{headline}</title></head><body><h1>{headline}</h1>"
        f"<p>This is what page {number} tells of the road.</p>{links}</body></html>"
    )


def link(href: str, text: str) -> str:
    return f'<a href="{href}">{text}</a>'


def test_numbered_pages_of_one_headline_become_one_item(site: Site) -> None:
    site.give("/road", page(1, link("/road/2", "2") + link("/road/3", "3")))
    site.give("/road/2", page(2, link("/road", "1") + link("/road/3", "3")))
    site.give("/road/3", page(3, link("/road/2", "2")))
    item = one(site.url("/road"))
    parts = item.content.decode().split(BREAK)
    assert ["page 1" in parts[0], "page 2" in parts[1], "page 3" in parts[2]] == [True] * 3
    assert item.url == site.url("/road")


def test_a_link_to_the_next_article_is_not_followed(site: Site) -> None:
    site.give("/story-1", page(1, '<a rel="next" href="/story-2">Next story</a>'))
    site.give("/story-2", page(2, headline="Another matter altogether"))
    assert BREAK not in one(site.url("/story-1")).content.decode()


def test_a_missing_page_leaves_what_was_there(site: Site) -> None:
    site.give("/road", page(1, link("/road/2", "2")))
    assert "page 1" in one(site.url("/road")).content.decode()


def test_no_more_than_ten_pages(site: Site) -> None:
    for number in range(1, 20):
        path = "/road" if number == 1 else f"/road/{number}"
        site.give(path, page(number, link(f"/road/{number + 1}", str(number + 1))))
    assert one(site.url("/road")).content.decode().count(BREAK) == MOST_PAGES - 1


@pytest.mark.parametrize(
    ("url", "markup", "expected"),
    [
        ("https://a.example/x", link("/x/2", "2"), "https://a.example/x/2"),
        ("https://a.example/x.html", link("x-2.html", "2"), "https://a.example/x-2.html"),
        ("https://a.example/x/2", link("/x/3#top", "3"), "https://a.example/x/3"),
        ("https://a.example/x?id=7", link("?id=7&page=2", "2"), "https://a.example/x?id=7&page=2"),
        ("https://a.example/x", '<link rel="next" href="/x/page/2">', "https://a.example/x/page/2"),
        ("https://a.example/x", link("/y/2", "2"), None),
        ("https://a.example/x", link("/x/3", "3"), None),
        ("https://a.example/x", link("/x/2", "Two more reports"), None),
        ("https://a.example/x", link("https://b.example/x/2", "2"), None),
        ("https://a.example/x", link("javascript:void(2)", "2"), None),
    ],
)
def test_following(url: str, markup: str, expected: str | None) -> None:
    assert following(markup, url) == expected
