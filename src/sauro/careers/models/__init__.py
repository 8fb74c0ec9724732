"""Standards of posts and what people lack; moves of people; planning; closed posts; decisions on leaving."""

from sauro.careers.models.moves import Move
from sauro.careers.models.planning import Nomination, PlanningClearance, PlanningList, PlanningReview
from sauro.careers.models.records import ClosedPost, OfficialAct
from sauro.careers.models.standards import Assessment, Competency, Demand, Gap, Standard

__all__ = [
    "Assessment", "ClosedPost", "Competency", "Demand", "Gap", "Move", "Nomination", "OfficialAct",
    "PlanningClearance", "PlanningList", "PlanningReview", "Standard",
]  # fmt: skip
