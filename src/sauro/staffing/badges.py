"""Marks of scenarios and moves, and the words for what bars a move."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.staffing.enums import CandidateState, MoveState, PlanState, ScenarioState, bar_words
from sauro.staffing.models import Candidate, ProposedMove, RecruitmentPlan, Scenario, Unplaced
from sauro.ui.badges import Badge, Tone

_STATES = {
    ScenarioState.COMPUTING: Tone.ACTIVE,
    ScenarioState.READY: Tone.DONE,
    ScenarioState.FAILED: Tone.LATE,
}
_MOVES = {MoveState.PROPOSED: Tone.IDLE, MoveState.CONFIRMED: Tone.DONE, MoveState.REFUSED: Tone.SOON}


def scenario_badge(scenario: Scenario) -> Badge:
    """Return how far a scenario is."""
    state = ScenarioState(scenario.state)
    return Badge(state.label, _STATES[state])


def move_badge(move: ProposedMove) -> Badge:
    """Return what people said of a move."""
    state = MoveState(move.state)
    return Badge(state.label, _MOVES[state])


def unplaced_words(unplaced: Unplaced) -> str:
    """Return in words why somebody is not proposed, for the reader for whom the row was read."""
    if not unplaced.bar:
        return _("có vị trí nhận được, chưa chọn")
    return bar_words(unplaced.bar, knows_bar=unplaced.__dict__["knows_bar"])


_PLANS = {PlanState.DRAFT: Tone.IDLE, PlanState.APPROVED: Tone.ACTIVE, PlanState.CLOSED: Tone.DONE}
_CANDIDATES = {
    CandidateState.APPLIED: Tone.ACTIVE,
    CandidateState.PASSED: Tone.SOON,
    CandidateState.APPOINTED: Tone.DONE,
}


def plan_badge(plan: RecruitmentPlan) -> Badge:
    """Return how far a recruitment plan is."""
    state = PlanState(plan.state)
    return Badge(state.label, _PLANS[state])


def candidate_badge(candidate: Candidate) -> Badge:
    """Return what became of somebody who applied."""
    state = CandidateState(candidate.state)
    return Badge(state.label, _CANDIDATES.get(state, Tone.IDLE))
