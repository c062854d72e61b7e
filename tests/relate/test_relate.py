"""Series, turns, groups, base rates and the outlook, on events made for the purpose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from dateline.events.ontology import TYPES
from dateline.records import Event, Made, Party, Span, Status, When, content_id
from dateline.relate import base_rate, between, pulls, series, table, triads, turns
from dateline.relate.follow import wilson
from dateline.relate.outlook import Recurrency, rank

START = datetime(2020, 1, 10, tzinfo=UTC)


def event(
    days: int, action: str, source: str, target: str, *, status: Status = "happened", mode: str = ""
) -> Event:
    day = START + timedelta(days=days)
    kind = TYPES[action]
    return Event(
        id=content_id("evt", days, action, source, target),
        action=action,
        mode=mode,
        status=status,
        quad=kind.quad,
        sources=(Party(actor=source, code=source),),
        targets=(Party(actor=target, code=target),),
        occurred=When(earliest=day, latest=day + timedelta(days=1)),
        spans=(Span(report="r", start=0, end=1),),
        made=Made(stage="test", version=1),
        goldstein=kind.goldstein,
    )


FALL_AND_THAW = [
    *(event(10 * n, "COOPERATE", "AAA", "BBB") for n in range(36)),
    *(event(360 + 10 * n, "SANCTION", "BBB", "AAA") for n in range(18)),
    *(event(540 + 10 * n, "SUPPORT", "AAA", "BBB") for n in range(18)),
]


def test_the_score_falls_and_rises_with_the_events() -> None:
    points = series(FALL_AND_THAW, "BBB", "AAA").points
    by_month = {point.start.strftime("%Y-%m"): point for point in points}
    assert by_month["2020-10"].low > 0
    assert by_month["2021-05"].score < -2
    assert points[-1].score > 2
    assert sum(count for point in points for _, count in point.counts) == len(FALL_AND_THAW)


def test_a_silent_stretch_grows_uncertain() -> None:
    found = [event(0, "SUPPORT", "AAA", "BBB"), event(900, "SUPPORT", "AAA", "BBB")]
    points = series(found, "AAA", "BBB").points
    widths = [point.high - point.low for point in points]
    assert max(widths) == pytest.approx(widths[len(widths) // 2], rel=0.1)
    assert widths[0] < max(widths)


def test_plans_and_denials_do_not_count() -> None:
    found = [event(0, "ASSAULT", "AAA", "BBB", status="denied")]
    assert series(found, "AAA", "BBB").points == ()
    assert between(found, "AAA", "BBB", ["denied"]) == found


def test_weeks_begin_on_monday() -> None:
    relation = series(FALL_AND_THAW, "AAA", "BBB", "week")
    assert all(point.start.weekday() == 0 for point in relation.points)


def test_a_turn_names_the_events_that_pulled() -> None:
    relation = series(FALL_AND_THAW, "AAA", "BBB")
    falls = [turn for turn in turns(relation, FALL_AND_THAW) if turn.after < turn.before]
    known = {e.id: e for e in FALL_AND_THAW}
    assert falls
    assert known[falls[0].events[0]].action in ("SANCTION", "COOPERATE")


def test_two_against_one_is_balanced_and_one_between_two_is_not() -> None:
    def friends(a: str, b: str) -> list[Event]:
        return [event(n, "COOPERATE", a, b) for n in range(30)]

    def foes(a: str, b: str) -> list[Event]:
        return [event(n, "ASSAULT", a, b) for n in range(30)]

    actors = ("AAA", "BBB", "CCC")
    balanced = [*friends("AAA", "BBB"), *foes("AAA", "CCC"), *foes("BBB", "CCC")]
    torn = [*friends("AAA", "BBB"), *friends("AAA", "CCC"), *foes("BBB", "CCC")]
    assert triads(table(balanced, actors))[0].balanced is True
    assert triads(table(torn, actors))[0].balanced is False


def test_who_answers_in_kind_is_moved() -> None:
    found = []
    for month in range(24):
        act = "ASSAULT" if month % 3 else "COOPERATE"
        found.append(event(30 * month, act, "AAA", "BBB"))
        found.append(event(30 * month + 30, act, "BBB", "AAA"))
    first, _ = pulls(found, "AAA", "BBB")
    assert first.correlation > 0.8


def test_base_rate_counts_closed_windows_only() -> None:
    found = [
        event(0, "CONSULT", "AAA", "BBB", mode="visit"),
        event(20, "AGREE", "AAA", "BBB"),
        event(200, "CONSULT", "AAA", "BBB", mode="visit"),
        event(400, "CONSULT", "AAA", "BBB", mode="visit"),
    ]
    rate = base_rate(found, "AAA", "BBB", first="CONSULT/visit", then="AGREE", days=90)
    assert (rate.cases, rate.hits) == (2, 1)
    assert rate.low < rate.rate < rate.high


def test_wilson_agrees_with_the_published_example() -> None:
    # 8 of 10: Brown, Cai and DasGupta (2001) give 0.49 to 0.94.
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=0.001)


def test_what_recurred_ranks_first_and_fades() -> None:
    model = Recurrency(entities=5, relations=2)
    model.learn([(0, 0, 1, step) for step in range(10)])
    model.learn([(0, 0, 2, 400)])
    assert int(np.argmax(model.scores(0, 0, 11))) == 1
    assert int(np.argmax(model.scores(0, 0, 401))) == 2
    assert int(np.argmax(model.scores(1, 2, 11))) == 0


def test_ties_share_the_mean_rank_and_other_answers_are_left_out() -> None:
    scores = np.array([3.0, 1.0, 1.0, 0.0])
    assert rank(scores, 1, []) == 2.5
    assert rank(scores, 1, [0, 1]) == 1.5
