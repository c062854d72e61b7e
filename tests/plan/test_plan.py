from __future__ import annotations

import dataclasses
import json

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.cli.plan import read_shares
from dateline.errors import ConfigError
from dateline.plan import Costs, Load, Prices, make_plan, measure, simulate
from dateline.plan.model import BUSY, DAY, PEAK
from dateline.plan.simulate import rate

COSTS = Costs(
    read={"en": 0.03, "ja": 0.01, "other": 0.02},
    later={"group": 0.005, "events": 0.004, "expect": 0.001},
    samples=(0.5, 1.0, 1.5),
    disk=20_000,
    worker=400e6,
    active=31_000,
    brief=0.08,
    page=0.02,
)  # an English report of 3,000 characters: 0.09 s to read, 0.1 s in all


class TestPlan:
    def test_work_is_linear_in_reports(self) -> None:
        one, ten = (make_plan(Load(reports=n), COSTS) for n in (10_000, 100_000))
        for a, b in zip(one.shares, ten.shares, strict=True):
            assert b.seconds == pytest.approx(10 * a.seconds)
            assert b.share == pytest.approx(a.share)
        assert sum(share.share for share in one.shares) == pytest.approx(1)
        assert one.shares[0].seconds == pytest.approx(10_000 * 0.09)

    def test_workers_carry_the_busiest_hour(self) -> None:
        plan = make_plan(Load(reports=1_000_000), COSTS)
        needed = 1_000_000 * 0.09 * PEAK / DAY / BUSY
        assert plan.workers - 1 < needed <= plan.workers
        assert plan.leader == pytest.approx(1_000_000 * 0.01 * PEAK / DAY)
        assert plan.cores > plan.workers

    def test_a_small_desk_needs_one_core(self) -> None:
        assert make_plan(Load(reports=2_000, readers=1), COSTS).cores == 1

    def test_more_than_one_leader_can_do_is_said(self) -> None:
        plan = make_plan(Load(reports=20_000_000), COSTS)
        assert plan.leader > 1
        assert any("leader" in warning for warning in plan.warnings)
        assert make_plan(Load(reports=2_000), COSTS).warnings == ()

    def test_longer_reports_cost_more_in_every_stage(self) -> None:
        short, long = (make_plan(Load(reports=1_000, characters=n), COSTS) for n in (1_500, 6_000))
        for a, b in zip(short.shares, long.shares, strict=True):
            assert b.seconds == pytest.approx(4 * a.seconds)

    def test_languages_change_the_cost(self) -> None:
        english = make_plan(Load(reports=1_000), COSTS)
        mixed = make_plan(Load(reports=1_000, languages={"en": 1, "ja": 1}), COSTS)
        assert mixed.shares[0].seconds < english.shares[0].seconds

    def test_disk_follows_what_is_kept(self) -> None:
        month = make_plan(Load(reports=1_000, keep_days=30), COSTS)
        year = make_plan(Load(reports=1_000, keep_days=300), COSTS)
        assert year.disk == pytest.approx(10 * month.disk)
        archive = make_plan(Load(reports=1_000, keep_days=30, archive=270_000), COSTS)
        assert archive.disk == pytest.approx(year.disk)
        assert archive.backfill_cores > 0

    def test_money_is_the_sum_of_what_is_needed(self) -> None:
        plan = make_plan(Load(reports=50_000), COSTS, Prices(core=10, memory=2, disk=1))
        assert plan.money == pytest.approx(plan.cores * 10 + plan.memory * 2 + plan.disk)

    @pytest.mark.parametrize(
        "fields",
        [{"reports": -1}, {"reports": 1, "languages": {}}, {"reports": 1, "backfill_days": 0}],
    )
    def test_a_load_that_makes_no_sense_is_refused(self, fields: dict[str, object]) -> None:
        with pytest.raises(ConfigError):
            Load(**fields)


class TestSimulation:
    LOAD = Load(reports=40_000)

    def test_the_same_seed_gives_the_same_day(self) -> None:
        assert simulate(self.LOAD, COSTS, 1) == simulate(self.LOAD, COSTS, 1)
        assert simulate(self.LOAD, COSTS, 1) != simulate(self.LOAD, COSTS, 1, seed=2)

    def test_it_agrees_with_the_model(self) -> None:
        plan = make_plan(self.LOAD, COSTS)
        day = simulate(self.LOAD, COSTS, plan.workers)
        assert day.reports == pytest.approx(40_000, rel=0.03)
        seconds = next(share.seconds for share in plan.shares if share.stage == "read")
        assert day.busy * plan.workers * DAY == pytest.approx(seconds, rel=0.05)
        assert day.p99 < 60
        assert day.behind < 10

    def test_too_few_workers_fall_behind(self) -> None:
        load = Load(reports=1_000_000)
        day = simulate(load, COSTS, 1)
        assert day.busy > 1
        assert day.behind > 10_000
        assert day.backlog > 10_000

    def test_a_lone_report_takes_what_it_costs(self) -> None:
        flat = dataclasses.replace(COSTS, samples=(1.0,))
        day = simulate(Load(reports=20), flat, 4)
        assert day.median == pytest.approx(0.1, rel=0.01)

    def test_the_hours_average_to_one(self) -> None:
        assert sum(rate(hour / 10) for hour in range(240)) / 240 == pytest.approx(1)
        assert max(rate(hour / 10) for hour in range(240)) == pytest.approx(PEAK)

    def test_no_reports_no_delay(self) -> None:
        assert simulate(Load(reports=0), COSTS, 2).longest == 0


def test_shares_are_read() -> None:
    assert read_shares("en:0.6, ja:0.4,ko") == {"en": 0.6, "ja": 0.4, "ko": 1.0}
    with pytest.raises(ConfigError, match="en:much"):
        read_shares("en:much")


@pytest.mark.slow
def test_measured_here() -> None:
    costs = measure(rounds=1)
    assert {"en", "ja", "ko", "zh", "other"} <= set(costs.read)
    assert {"group", "events", "expect"} <= set(costs.later)
    assert all(0 < seconds < 5 for seconds in (*costs.read.values(), *costs.later.values()))
    assert costs.worker > 50e6
    assert costs.disk > 1_000
    result = CliRunner().invoke(
        app, ["plan", "--reports", "1000000", "--rounds", "1", "--simulate", "--json"]
    )
    assert result.exit_code == 0, result.output
    made = json.loads(result.stdout)
    assert made["plan"]["cores"] > 1
    assert made["day"]["reports"] == pytest.approx(1_000_000, rel=0.01)
