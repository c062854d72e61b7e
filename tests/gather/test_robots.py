import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gather.robots import parse_robots

ROBOTS = """
# a comment
User-agent: other
Disallow: /

User-agent: Dateline
User-Agent: friend
Disallow: /private
Allow: /private/open   # but this
Disallow: /*.pdf$
Disallow: /a*b*c
Crawl-delay: 2.5

User-agent: *
Disallow: /all
Crawl-delay: 7
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/all", True),
        ("/private", False),
        ("/private/x?y", False),
        ("/private/open/x", True),
        ("/x/y.pdf", False),
        ("/x/y.pdf?z", True),
        ("/a1b2c3", False),
        ("/%70rivate", False),
    ],
)
def test_the_longest_rule_of_our_group_decides(path: str, allowed: bool) -> None:
    assert parse_robots(ROBOTS, "Dateline").allow(path) is allowed


def test_delays_and_the_group_for_all() -> None:
    assert parse_robots(ROBOTS, "Dateline").delay == 2.5
    others = parse_robots(ROBOTS, "somebody")
    assert others.delay == 7
    assert not others.allow("/all/x")
    assert others.allow("/private")


def test_an_empty_disallow_allows_all() -> None:
    assert parse_robots("User-agent: *\nDisallow:\n", "x").allow("/y")


@pytest.mark.parametrize("text", ["", "<html>404</html>", "Disallow: /", "\x00\xff", ":::"])
def test_what_is_no_robots_file_allows_all(text: str) -> None:
    assert parse_robots(text, "Dateline").allow("/x")


def test_hostile_patterns_take_no_time() -> None:
    rules = parse_robots("User-agent: *\nDisallow: /" + "*a" * 900 + "$", "x")
    assert rules.allow("/" + "a" * 1800 + "b")


@given(st.text(alphabet="abc*$/%\n:# ", max_size=60), st.text(alphabet="abc/%?", max_size=20))
def test_any_file_and_path_get_an_answer(text: str, path: str) -> None:
    assert parse_robots("User-agent: *\nDisallow: " + text, "x").allow("/" + path) in (True, False)
