"""Marks of scenarios and moves, and the words for what bars a move."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.staffing.enums import MoveState, ScenarioState
from sauro.staffing.models import ProposedMove, Scenario
from sauro.staffing.solver.pairs import Bar
from sauro.ui.badges import Badge, Tone

_STATES = {
    ScenarioState.COMPUTING: Tone.ACTIVE,
    ScenarioState.READY: Tone.DONE,
    ScenarioState.FAILED: Tone.LATE,
}
_MOVES = {MoveState.PROPOSED: Tone.IDLE, MoveState.CONFIRMED: Tone.DONE, MoveState.REFUSED: Tone.SOON}
BARS: dict[str, str | Promise] = {
    Bar.CONSENT: _("chưa đồng ý"),
    Bar.NOT_BEFORE: _("chưa đến ngày được điều động"),
    Bar.STAY: _("còn trong thời gian phải ở lại"),
    Bar.SETTLED: _("đã được quyết riêng"),
    Bar.FIELD: _("khác lĩnh vực"),
    Bar.QUALIFICATION: _("thiếu điều kiện"),
    Bar.LOCALS: _("vị trí không bố trí người địa phương"),
    Bar.SAME_PLACE: _("cùng địa bàn"),
    Bar.UNKNOWN_ROAD: _("chưa có tọa độ để tính đường đi"),
    Bar.DISTANCE: _("quá xa"),
}


def scenario_badge(scenario: Scenario) -> Badge:
    """Return how far a scenario is."""
    state = ScenarioState(scenario.state)
    return Badge(state.label, _STATES[state])


def move_badge(move: ProposedMove) -> Badge:
    """Return what people said of a move."""
    state = MoveState(move.state)
    return Badge(state.label, _MOVES[state])
