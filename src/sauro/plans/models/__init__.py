"""Monthly plans and their items."""

from sauro.plans.models.monthly import MonthlyPlan, PlanItem

__all__ = ["MonthlyPlan", "PlanItem"]
