"""Monthly plans with their items, and the monthly parts of long work."""

from sauro.plans.models.monthly import MonthlyPlan, PlanItem
from sauro.plans.models.parts import MonthlyPart

__all__ = ["MonthlyPart", "MonthlyPlan", "PlanItem"]
