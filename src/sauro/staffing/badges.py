"""Marks of scenarios and moves, and the words for what bars a move."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.staffing.enums import BARS, MoveState, ScenarioState
from sauro.staffing.models import ProposedMove, Scenario, Unplaced
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
    """Return in words why somebody is not proposed."""
    return str(BARS.get(unplaced.bar) or _("có vị trí nhận được, chưa chọn"))
