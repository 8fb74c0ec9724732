"""Reading difficulties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty, Forwarding
from sauro.difficulties.policies import difficulty_policy, raising_policy
from sauro.difficulties.selectors.likeness import Like, alike_and_answered, alike_and_open
from sauro.organizations.models import Unit
from sauro.tasks.chronicle import Entry, Link
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy


@dataclass(frozen=True, slots=True)
class DifficultyPage:
    """A difficulty, its way, and what the actor may do with it.

    ``head`` is the one answered for it and ``joined`` those answered with it, as far as the actor may see them;
    ``is_joined`` tells that it has a head, seen or not. ``alike`` and ``answered_alike`` are for whoever may answer.
    """

    difficulty: Difficulty
    forwardings: Sequence[Forwarding]
    is_joined: bool
    head: Difficulty | None
    joined: Sequence[Difficulty]
    alike: Sequence[Like]
    answered_alike: Sequence[Like]
    may_answer: bool
    may_withdraw: bool
    may_open_work: bool


def visible_difficulties(actor: Actor) -> QuerySet[Difficulty]:
    """Return the difficulties the actor may see, with what lists show."""
    return difficulty_policy.visible(actor).select_related("unit", "at_unit", "assignment")


def listed_difficulties(actor: Actor) -> QuerySet[Difficulty]:
    """Return the same with ``work_code``: the code of the assignment where the actor may see that too, else None.

    A body that the document names for difficulties gets the difficulty and not the work.
    """
    work = assignment_policy.visible(actor).filter(pk=OuterRef("assignment"))
    return visible_difficulties(actor).annotate(work_code=Subquery(work.values("code")[:1]))


def get_page(actor: Actor, pk: UUID) -> DifficultyPage:
    """Return one difficulty with all its page shows. Raises ``NotVisible``."""
    base = Difficulty.objects.select_related("unit", "at_unit", "assignment", "escalated_to")
    difficulty = difficulty_policy.get_visible(actor, pk, base=base)
    is_open = difficulty.state == DifficultyState.OPEN
    may_answer = is_open and difficulty_policy.can(actor, "answer", difficulty)
    seen, head_id, work = visible_difficulties(actor), difficulty.same_as_id, difficulty.assignment
    with_it = seen.filter(same_as=head_id or difficulty).exclude(pk=difficulty.pk)
    return DifficultyPage(
        difficulty=difficulty,
        forwardings=list(difficulty.forwardings.select_related("from_unit", "to_unit")),
        is_joined=head_id is not None,
        head=seen.filter(pk=head_id).first() if head_id else None,
        joined=list(with_it.order_by("raised_at")),
        alike=alike_and_open(actor, difficulty) if may_answer else (),
        answered_alike=alike_and_answered(actor, difficulty) if may_answer else (),
        may_answer=may_answer,
        may_withdraw=is_open and difficulty_policy.can(actor, "raise", difficulty),
        may_open_work=work is not None and assignment_policy.can(actor, "view", work),
    )


def of_assignment(actor: Actor, assignment: Assignment) -> list[Difficulty]:
    """Return the difficulties raised on an assignment that the actor may see, newest first."""
    return ask(_on_work, actor, assignment=assignment.pk) if holds(assignment, "difficulties") else []


def _on_work(actor: Actor, *, assignment: UUID) -> QuerySet[Difficulty]:
    return visible_difficulties(actor).filter(assignment=assignment).order_by("-raised_at")


def entries_of_difficulties(actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield what happened to the difficulties raised on an assignment, as its chronicle tells it."""
    if not holds(assignment, "difficulties"):
        return
    for one in ask(_told, actor, assignment=assignment.pk):
        link = [Link(one.code, reverse("difficulty-detail", args=[one.pk]))]
        named = {"code": one.code}
        yield Entry(
            one.raised_at, one.raised_by_name, _("nêu khó khăn, vướng mắc %(code)s.") % named, words=one.text,
            links=link, icon="alert-octagon",
        )  # fmt: skip
        for step in one.forwardings.all():
            moved = {**named, "unit": step.to_unit.name}
            sentence = _("chuyển %(code)s lên %(unit)s.") % moved
            yield Entry(step.at, step.by_name, sentence, why=step.reason, icon="arrow-up", is_decision=True)
        if one.answered_at is not None:
            yield Entry(
                one.answered_at, one.answered_by_name, _("trả lời khó khăn, vướng mắc %(code)s.") % named,
                words=one.answer, points=[one.get_cause_display()], links=link, icon="message-check", is_decision=True,
            )  # fmt: skip


def _told(actor: Actor, *, assignment: UUID) -> QuerySet[Difficulty]:
    return visible_difficulties(actor).filter(assignment=assignment).prefetch_related("forwardings__to_unit")


def units_that_may_raise(actor: Actor) -> list[Unit]:
    """Return the units the actor acts for in whose name they may raise a difficulty, the present one first."""
    mine = Unit.objects.filter(pk__in=[pk for pk, _name in actor.units]).exclude(kind="territory")
    units = raising_policy.visible(actor, base=mine).order_by("sort_key")
    return sorted(units, key=lambda unit: unit.pk != actor.unit_id)
