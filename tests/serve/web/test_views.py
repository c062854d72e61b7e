"""What each of the pages beside today's list and the stories shows of a real desk."""

import re
import time
from urllib.parse import unquote

import pytest

from dateline.desk import Desk
from tests.serve.web.conftest import Client

LINK = re.compile(r'href="([^"]+)"')


def links(text: str) -> list[str]:
    return [unquote(found.replace("&amp;", "&")) for found in LINK.findall(text)]


def drawn(text: str) -> str:
    return "".join(re.findall(r'<svg[^>]*class="drawn".*?</svg>', text, re.DOTALL))


def test_a_pair_over_time_opens_the_events_behind_each_bar_and_turn(
    web: Client, desk: Desk
) -> None:
    text = web.get("/relations/JPN/with/KOR").text
    assert "<h1>" in text
    assert "Japan" in text
    opened = [link for link in links(drawn(text)) if link.startswith("/events?")]
    assert len(opened) >= 2
    pair = desk.relation("JPN", "KOR")
    counted = sum(n for point in pair.relation.points for _, n in point.counts)
    shown = 0
    for link in sorted({link for link in opened if "quad=" in link}):
        table = web.get(link).text
        (number,) = re.findall(r"(\d+) events?</p>", table)
        shown += int(number)
    assert shown == counted  # every bar opens just the events that it counts


def test_the_network_and_the_matrix_lead_to_pairs_and_actors(web: Client) -> None:
    text = counted(web, "/relations?since=2026-01-01&until=2026-01-31")
    assert "/relations/JPN/with/KOR" in links(drawn(text))
    assert "/actors/JPN" in links(drawn(text))
    table = text.partition('<table class="matrix">')[2].partition("</table>")[0]
    assert "/relations/JPN/with/KOR" in links(table)
    assert "/relations/KOR/with/JPN" in links(table)
    group = counted(web, "/relations?group=Japan,South Korea,China")
    assert "South Korea" in group.partition('<table class="matrix">')[2]


def counted(web: Client, path: str) -> str:
    """Ask until what is counted beside the page is on it."""
    deadline = time.monotonic() + 20
    while "Being counted" in (text := web.get(path).text):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return text


def test_two_names_lead_to_their_pair(web: Client) -> None:
    answer = web.get("/relations?a=japan&b=韓国&ui=ja")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/relations/JPN/with/KOR?ui=ja"


@pytest.mark.parametrize(
    "path", ["/map?since=2026-02-01&until=2026-01-01", "/relations?since=0001-01-01"]
)
def test_a_period_that_is_none_is_refused(web: Client, path: str) -> None:
    assert web.get(path).status_code == 422


def test_events_are_filtered_sorted_and_downloaded(web: Client, desk: Desk) -> None:
    everything = web.get("/events").text
    total = desk.count_events()
    assert f"{total} events" in everything
    some = web.get("/events?actor=Japan&with=韓国&status=planned").text
    rows = re.findall(r"<tr data-item.*?</tr>", some, re.DOTALL)
    assert rows
    assert all("planned" in row for row in rows)
    (place, *_) = [event.place for event in desk.events(limit=None) if event.place]
    assert place in web.get(f"/events?place={place.lower()}").text
    assert "No events here." in web.get(f"/events?place={place}&until=1999-12-31").text
    days = {order: web.get(f"/events?order={order}").text for order in ("newest", "oldest")}
    first = {o: re.findall(r'href="(/events/evt_[^"]+)"', text)[0] for o, text in days.items()}
    assert first["newest"] != first["oldest"]
    for form, kind in (("csv", "text/csv"), ("json", "application/json")):
        (address,) = [
            x
            for x in links(everything)
            if x.startswith(f"/api/v1/events{'.csv' if form == 'csv' else '?'}")
        ]
        assert web.get(address).headers["content-type"].startswith(kind)


def test_an_event_is_shown_with_every_sentence_that_says_it(web: Client, desk: Desk) -> None:
    event = max(desk.store.events(), key=lambda event: len(event.spans))
    text = web.get(f"/events/{event.id}").text
    for span in event.spans:
        assert f"/reports/{span.report}?at={span.start}-{span.end}#cited" in links(text)
    assert web.get("/events/evt_none").status_code == 404


def test_the_calendar_parts_what_is_next_overdue_and_settled(web: Client, desk: Desk) -> None:
    shown = {
        show: set(re.findall(r"/expectations/(exp_\w+)", web.get(f"/calendar?show={show}").text))
        for show in ("next", "undated", "overdue", "settled")
    }
    everything = {item.id for item in desk.store.expectations()}
    assert set.union(*shown.values()) == everything
    assert sum(len(ids) for ids in shown.values()) == len(everything)
    for show, outcomes in (("overdue", {"overdue"}), ("next", {"open"}), ("undated", {"open"})):
        for id in shown[show]:
            assert desk.outcome_of(desk.store.expectation(id)) in outcomes
    for id in shown["undated"]:
        assert not desk.store.expectation(id).due.known


def test_the_calendar_is_narrowed_and_leads_to_its_file(web: Client) -> None:
    one = web.get("/calendar?show=undated&actor=Japan").text
    assert "/feeds/calendar.ics?actor=JPN" in links(one)
    assert len(re.findall("/expectations/", one)) < len(
        re.findall("/expectations/", web.get("/calendar?show=undated").text)
    )
    assert "By outlet" in counted(web, "/calendar?show=record")


def test_a_number_of_the_track_record_opens_what_it_counts(web: Client) -> None:
    record = counted(web, "/calendar?show=record")
    found = re.findall(r'href="(/calendar\?show=overdue&amp;kind=(\w+))">(\d+)<', record)
    assert found
    for path, kind, number in found:
        listed = web.get(path.replace("&amp;", "&")).text
        assert len(set(re.findall(r"/expectations/\w+", listed))) == int(number)
        assert f'value="{kind}" selected' in listed


def test_an_expectation_shows_who_said_it_and_what_settled_it(web: Client, desk: Desk) -> None:
    settled = [item for item in desk.store.expectations() if item.settled]
    for item in (desk.store.expectations()[0], *settled[:1]):
        text = web.get(f"/expectations/{item.id}").text
        spans = [*item.spans, *(item.settled.spans if item.settled else ())]
        for span in spans:
            assert f"/reports/{span.report}?at={span.start}-{span.end}#cited" in links(text)


def test_an_actor_has_names_offices_events_and_partners(web: Client) -> None:
    text = web.get("/actors/JPN").text
    assert "日本" in text
    assert "Sanae Takaichi" in text
    assert "Prime minister" in text
    assert "As known on" in text
    assert "/relations/JPN/with/KOR" in links(text)
    person = web.get("/actors/p:sanae-takaichi?ui=ja").text
    assert "高市早苗" in person
    assert "首相" in person
    assert web.get("/actors/x:nobody-at-all").status_code == 404


def test_actors_are_found_by_any_of_their_names(web: Client) -> None:
    assert "/actors/KOR" in links(web.get("/actors").text)
    assert "/actors/KOR" in links(web.get("/actors?q=韓国").text)
    assert "/actors/KOR" not in links(web.get("/actors?q=Ethiopia").text)


def test_the_map_links_each_place_to_its_events(web: Client) -> None:
    text = web.get("/map?since=2026-01-01&until=2026-01-31").text
    (address,) = [link for link in set(links(drawn(text))) if "place=Nara" in link]
    assert "Nara" in web.get(address).text


def test_a_timeline_shows_events_and_reports(web: Client, stories: dict[str, str]) -> None:
    opened = links(drawn(web.get(f"/stories/{stories['Nara']}").text))
    assert [link for link in opened if link.startswith("/events/")]
    assert [link for link in opened if link.startswith("/reports/")]


def test_a_story_page_stays_light(web: Client, stories: dict[str, str]) -> None:
    text = web.get(f"/stories/{stories['Nara']}").text
    pictures = sum(map(len, re.findall(r"<svg.*?</svg>", text, re.DOTALL)))
    assert len(text.encode()) - pictures < 100_000


def test_search_is_narrowed_by_who_where_and_what(web: Client) -> None:
    both = web.get("/search?q=Nara").text
    number = int(re.findall(r"(\d+) reports? found", both)[0])
    for narrow, left in (("actor=韓国", True), ("place=奈良", True), ("actor=Kenya", False)):
        found = int(
            re.findall(r"(\d+) reports? found", web.get(f"/search?q=Nara&{narrow}").text)[0]
        )
        assert (0 < found <= number) is left, narrow
    assert "0 reports found" in web.get("/search?q=Nara&type=ASSAULT").text
