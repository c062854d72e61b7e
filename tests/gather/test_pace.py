import pytest

from dateline.gather.pace import AskedToWait, Pace


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_turns_at_one_host_are_apart_and_hosts_are_independent(clock: Clock) -> None:
    pace = Pace(2.0, 10.0, clock, clock.sleep)
    assert [pace.turn("a"), pace.turn("b"), pace.turn("a")] == [0.0, 0.0, 2.0]
    clock.sleep(5)
    assert pace.turn("a") == 0.0


def test_a_crawl_delay_counts_up_to_the_longest_wait(clock: Clock) -> None:
    pace = Pace(1.0, 10.0, clock, clock.sleep)
    pace.turn("a", delay=500)
    assert pace.turn("a") == 10.0


def test_a_short_hold_is_waited_for_and_a_long_one_refused(clock: Clock) -> None:
    pace = Pace(1.0, 10.0, clock, clock.sleep)
    pace.hold("a", 4)
    assert pace.turn("a") == 4.0
    pace.hold("a", 60)
    with pytest.raises(AskedToWait) as caught:
        pace.turn("a")
    assert caught.value.seconds == 60
    assert pace.turn("b") == 0.0
