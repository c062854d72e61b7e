"""A long list rests after it was made, a quick one doesn't."""

from __future__ import annotations

from dateline.serve.web.pacing import RESTS, Pacing


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_list_rests_in_proportion_to_its_making() -> None:
    clock = Clock()
    pacing = Pacing(clock)

    def slow() -> str:
        clock.now += 2.0
        return "made"

    assert pacing.version("tracks", 1) == 1  # never made: as of now
    assert pacing.timed("tracks", 1, slow)() == "made"
    clock.now += 2.0 * RESTS - 0.1
    assert pacing.version("tracks", 7) == 1
    assert pacing.version("others", 7) == 7
    clock.now += 0.2
    assert pacing.version("tracks", 7) == 7


def test_what_is_made_at_once_is_always_of_now() -> None:
    pacing = Pacing(Clock())
    pacing.timed("actors", 1, lambda: ())()
    assert pacing.version("actors", 2) == 2
