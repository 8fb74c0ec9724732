"""The life of an assignment as one table: which step leads from which states to which, and who may take it.

Services consult the table, pages offer the steps it allows, docs/domain/life-of-an-assignment.md prints it, and the
tests compare all three.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.audit.registry import EventType
from sauro.common.errors import Conflict
from sauro.tasks import events
from sauro.tasks.enums import AssignmentState as State

OPEN_STATES = frozenset(
    {State.GIVEN, State.QUESTIONED, State.ACCEPTED, State.IN_PROGRESS, State.HANDED_IN, State.RETURNED}
)
WORKING_STATES = frozenset({State.ACCEPTED, State.IN_PROGRESS, State.RETURNED})


class Step(StrEnum):
    """A step that somebody can take with an assignment."""

    ACCEPT = "accept"
    QUESTION = "question"
    INSIST = "insist"
    REPORT = "report"
    HAND_IN = "hand-in"
    CONFIRM = "confirm"
    RETURN = "return"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Transition:
    """From which states a step is allowed, where it leads, the policy action it needs, and its event."""

    sources: frozenset[State]
    target: State
    action: str
    event: EventType
    label: str | Promise
    needs_reason: bool = False


TRANSITIONS: Mapping[Step, Transition] = {
    Step.ACCEPT: Transition(
        frozenset({State.GIVEN, State.QUESTIONED}),
        State.ACCEPTED,
        "lead",
        events.ASSIGNMENT_ACCEPTED,
        gettext_lazy("Nhận nhiệm vụ"),
    ),
    Step.QUESTION: Transition(
        frozenset({State.GIVEN}),
        State.QUESTIONED,
        "lead",
        events.ASSIGNMENT_QUESTIONED,
        gettext_lazy("Đề nghị xem lại"),
        needs_reason=True,
    ),
    Step.INSIST: Transition(
        frozenset({State.QUESTIONED}),
        State.GIVEN,
        "decide",
        events.ASSIGNMENT_INSISTED,
        gettext_lazy("Giữ nguyên nhiệm vụ"),
        needs_reason=True,
    ),
    Step.REPORT: Transition(
        WORKING_STATES, State.IN_PROGRESS, "work", events.PROGRESS_REPORTED, gettext_lazy("Báo cáo tiến độ")
    ),
    Step.HAND_IN: Transition(
        WORKING_STATES, State.HANDED_IN, "work", events.PRODUCT_HANDED_IN, gettext_lazy("Nộp sản phẩm")
    ),
    Step.CONFIRM: Transition(
        frozenset({State.HANDED_IN}),
        State.CONFIRMED,
        "decide",
        events.PRODUCT_CONFIRMED,
        gettext_lazy("Xác nhận hoàn thành"),
    ),
    Step.RETURN: Transition(
        frozenset({State.HANDED_IN}),
        State.RETURNED,
        "decide",
        events.PRODUCT_RETURNED,
        gettext_lazy("Trả lại"),
        needs_reason=True,
    ),
    Step.STOP: Transition(
        OPEN_STATES, State.STOPPED, "stop", events.ASSIGNMENT_STOPPED, gettext_lazy("Dừng"), needs_reason=True
    ),
}


def check_step(step: Step, state: str, *, reason: str = "") -> Transition:
    """Return the transition of a step, or raise :class:`Conflict` when the state does not allow it.

    A missing reason where one is needed is a :class:`Conflict` on the field ``reason``.
    """
    transition = TRANSITIONS[step]
    if State(state) not in transition.sources:
        raise Conflict(
            "step-not-allowed",
            _("Không làm được “%(step)s”: nhiệm vụ đang ở trạng thái “%(state)s”. Hãy tải lại trang để xem mới nhất.")
            % {"step": transition.label, "state": State(state).label},
        )
    if transition.needs_reason and not reason.strip():
        raise Conflict("reason-needed", _("Hãy ghi lý do."), field="reason")
    return transition


def steps_from(state: str) -> list[Step]:
    """Return the steps that the state allows, in the order of the table."""
    return [step for step, transition in TRANSITIONS.items() if State(state) in transition.sources]
