"""Standards of posts and what people lack; moves of people; succession planning."""

from sauro.careers.models.moves import Move
from sauro.careers.models.planning import Nomination, PlanningClearance, PlanningList, PlanningReview
from sauro.careers.models.standards import Assessment, Competency, Demand, Gap, Standard

__all__ = [
    "Assessment", "Competency", "Demand", "Gap", "Move", "Nomination", "PlanningClearance", "PlanningList",
    "PlanningReview", "Standard",
]  # fmt: skip
