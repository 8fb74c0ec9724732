"""The life of a report as one table: which step leads from which states to which, and who may take it.

Services consult the table, pages offer the steps it allows, docs/domain/life-of-a-report.md prints it, and the tests
compare all three.
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
from sauro.periodic_reports import events
from sauro.periodic_reports.enums import ReportState as State

FILLING_STATES = frozenset({State.OPEN, State.RETURNED})
OUT_STATES = frozenset({State.SENT, State.ACCEPTED})
"""The report lies with the level above: its latest sent version counts."""


class Step(StrEnum):
    """A step that somebody can take with a report."""

    SUBMIT = "submit"
    TAKE_BACK = "take-back"
    REFUSE = "refuse"
    APPROVE = "approve"
    SEND = "send"
    RECALL = "recall"
    ACCEPT = "accept"
    RETURN = "return"


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
    Step.SUBMIT: Transition(
        FILLING_STATES, State.WITH_HEAD, "fill", events.SUBMITTED, gettext_lazy("Trình lãnh đạo duyệt")
    ),
    Step.TAKE_BACK: Transition(
        frozenset({State.WITH_HEAD, State.APPROVED}), State.OPEN, "fill", events.TAKEN_BACK,
        gettext_lazy("Rút lại để sửa"),
    ),
    Step.REFUSE: Transition(
        frozenset({State.WITH_HEAD}), State.RETURNED, "approve", events.REFUSED, gettext_lazy("Yêu cầu sửa"),
        needs_reason=True,
    ),
    Step.APPROVE: Transition(
        frozenset({State.WITH_HEAD}), State.APPROVED, "approve", events.APPROVED, gettext_lazy("Duyệt")
    ),
    Step.SEND: Transition(frozenset({State.APPROVED}), State.SENT, "fill", events.SENT, gettext_lazy("Gửi")),
    Step.RECALL: Transition(
        frozenset({State.SENT}), State.OPEN, "fill", events.RECALLED, gettext_lazy("Thu hồi để đính chính"),
        needs_reason=True,
    ),
    Step.ACCEPT: Transition(
        frozenset({State.SENT}), State.ACCEPTED, "collect", events.ACCEPTED, gettext_lazy("Nhận báo cáo")
    ),
    Step.RETURN: Transition(
        OUT_STATES, State.RETURNED, "collect", events.RETURNED, gettext_lazy("Trả lại"), needs_reason=True
    ),
}  # fmt: skip


def steps_from(state: str) -> list[Step]:
    """Return the steps a state allows, in the order they are offered."""
    return [step for step, transition in TRANSITIONS.items() if State(state) in transition.sources]


def check_step(step: Step, state: str) -> None:
    """Raise :class:`Conflict` when the state does not allow the step."""
    if State(state) not in TRANSITIONS[step].sources:
        raise Conflict(
            "step-not-allowed",
            _("Báo cáo đang ở trạng thái “%(state)s” nên không làm được bước này. Hãy tải lại trang.")
            % {"state": State(state).label},
        )
