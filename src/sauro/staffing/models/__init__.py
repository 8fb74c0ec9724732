"""Places, needs, who could move, scenarios and the moves they propose."""

from sauro.staffing.models.people import Consent, Standing
from sauro.staffing.models.places import Need, PlaceData, Road
from sauro.staffing.models.recruitment import Candidate, RecruitmentLine, RecruitmentPlan
from sauro.staffing.models.scenarios import Calculation, ProposedMove, Scenario, Unplaced

__all__ = [
    "Calculation", "Candidate", "Consent", "Need", "PlaceData", "ProposedMove", "RecruitmentLine", "RecruitmentPlan",
    "Road", "Scenario", "Standing", "Unplaced",
]  # fmt: skip
