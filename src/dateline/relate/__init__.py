"""Relations: a dyad's and a triad's events over time, what follows what, and the outlook."""

from dateline.relate.dyads import between, direction, takes_part
from dateline.relate.follow import BaseRate, base_rate
from dateline.relate.forecast import Forecast, forecasts
from dateline.relate.groups import Dyad, Pull, Triad, counted, pulls, table, triads
from dateline.relate.outlook import Recurrency
from dateline.relate.series import Sum, Turn, series, turns

__all__ = [
    "BaseRate", "Dyad", "Forecast", "Pull", "Recurrency", "Sum", "Triad", "Turn", "base_rate",
    "between", "counted", "direction", "forecasts", "pulls", "series", "table", "takes_part",
    "triads", "turns",
]  # fmt: skip
