"""The acts: which service each calls for one assignment, who is offered it, and what it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.bulk.enums import Act
from sauro.common.errors import DomainError
from sauro.notices import events as notice_events
from sauro.notices.services.explanations import ask_explanation
from sauro.notices.services.nudging import nudge
from sauro.tasks import events
from sauro.tasks.enums import ReturnKind
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.deadlines import set_deadline
from sauro.tasks.services.fields import set_field
from sauro.tasks.services.lifecycle import accept_assignment, name_person, question_assignment, stop_assignment
from sauro.tasks.services.products import confirm_product, return_product
from sauro.tasks.services.undoing import can_be_taken_back

Arguments = Mapping[str, str]
Do = Callable[[Actor, UUID, Arguments], object]


@dataclass(frozen=True, slots=True)
class BulkAct:
    """One act. It is offered to those who hold one of ``permissions`` somewhere; each row decides for itself.

    ``event`` is what the act leaves on an assignment. ``effect`` says what happens where no column of it changes.
    """

    do: Do
    icon: str
    permissions: tuple[str, ...]
    event: EventType
    effect: str | Promise = ""

    @property
    def has_way_back(self) -> bool:
        """Tell whether there is a way back from it at all."""
        return can_be_taken_back(self.event)


def _set_deadline(actor: Actor, pk: UUID, held: Arguments) -> object:
    return set_deadline(actor=actor, assignment_id=pk, day=_new_day(actor, pk, held), reason=held["reason"])


def _new_day(actor: Actor, pk: UUID, held: Arguments) -> dt.date:
    if held.get("day"):
        return dt.date.fromisoformat(held["day"])
    due = assignment_policy.get_visible(actor, pk).due_on
    if due is None:
        raise DomainError("no-deadline", _("Nhiệm vụ không có thời hạn nên không lùi thêm ngày được."))
    return due + dt.timedelta(days=int(held["more_days"]))


_LEADS = ("tasks.lead", "giving.follow")
_GIVES = ("giving.decide",)

ACTS: Mapping[Act, BulkAct] = {
    Act.ACCEPT: BulkAct(
        lambda actor, pk, _held: accept_assignment(actor=actor, assignment_id=pk),
        "check",
        _LEADS,
        events.ASSIGNMENT_ACCEPTED,
    ),
    Act.NAME_PERSON: BulkAct(
        lambda actor, pk, held: name_person(actor=actor, assignment_id=pk, appointment_id=UUID(held["appointment"])),
        "user-plus",
        _LEADS,
        events.PERSON_NAMED,
    ),
    Act.SET_DEADLINE: BulkAct(_set_deadline, "calendar-cog", _GIVES, events.DEADLINE_SET),
    Act.SET_FIELD: BulkAct(
        lambda actor, pk, held: set_field(
            actor=actor, assignment_id=pk, field_id=UUID(held["field"]) if held.get("field") else None
        ),
        "category",
        _GIVES,
        events.FIELD_SET,
    ),
    Act.REMIND: BulkAct(
        lambda actor, pk, _held: nudge(actor=actor, assignment_id=pk),
        "bell-ringing",
        ("giving.follow",),
        notice_events.REMINDED,
        gettext_lazy("Gửi thông báo nhắc đến đơn vị thực hiện"),
    ),
    Act.ASK_EXPLANATION: BulkAct(
        lambda actor, pk, held: ask_explanation(actor=actor, assignment_id=pk, question=held["question"]),
        "message-question",
        _GIVES,
        notice_events.EXPLANATION_ASKED,
        gettext_lazy("Gửi yêu cầu giải trình đến đơn vị thực hiện"),
    ),
    Act.CONFIRM: BulkAct(
        lambda actor, pk, _held: confirm_product(actor=actor, assignment_id=pk),
        "circle-check",
        ("giving.decide", "tasks.lead"),
        events.PRODUCT_CONFIRMED,
    ),
    Act.RETURN: BulkAct(
        lambda actor, pk, held: return_product(
            actor=actor, assignment_id=pk, kind=ReturnKind(held["kind"]), reason=held["reason"]
        ),
        "arrow-back-up",
        ("giving.decide", "tasks.lead"),
        events.PRODUCT_RETURNED,
    ),
    Act.QUESTION: BulkAct(
        lambda actor, pk, held: question_assignment(actor=actor, assignment_id=pk, reason=held["reason"]),
        "help-circle",
        _LEADS,
        events.ASSIGNMENT_QUESTIONED,
    ),
    Act.STOP: BulkAct(
        lambda actor, pk, held: stop_assignment(actor=actor, assignment_id=pk, reason=held["reason"]),
        "player-stop",
        _GIVES,
        events.ASSIGNMENT_STOPPED,
    ),
}


def acts_for(actor: Actor) -> list[Act]:
    """Return the acts an actor is offered, in the order shown."""
    return [act for act, one in ACTS.items() if any(actor.holds(permission) for permission in one.permissions)]
