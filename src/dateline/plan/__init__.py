"""What a wished load costs: stages measured here, a model of them, and a simulation of a day."""

from dateline.plan.costs import Costs
from dateline.plan.load import Load
from dateline.plan.measure import measure
from dateline.plan.model import Plan, Prices, Share, make_plan
from dateline.plan.simulate import Day, simulate

__all__ = ["Costs", "Day", "Load", "Plan", "Prices", "Share", "make_plan", "measure", "simulate"]
