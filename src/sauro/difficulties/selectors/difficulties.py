"""Reading difficulties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty, Forwarding
from sauro.difficulties.policies import difficulty_policy
from sauro.tasks.chronicle import Entry, Link
from sauro.tasks.models import Assignment

MOST_SIMILAR = 20


@dataclass(frozen=True, slots=True)
class DifficultyPage:
    """A difficulty, its way, those joined to it and the one it is joined to (``head``), both as far as the actor
    may see them, and what the actor may do."""

    difficulty: Difficulty
    forwardings: Sequence[Forwarding]
    joined: Sequence[Difficulty]
    joinable: Sequence[Difficulty]
    head: Difficulty | None
    may_answer: bool
    may_withdraw: bool


def visible_difficulties(actor: Actor) -> QuerySet[Difficulty]:
    """Return the difficulties the actor may see, with what lists show."""
    return difficulty_policy.visible(actor).select_related("unit", "at_unit", "assignment", "same_as")


def get_page(actor: Actor, pk: UUID) -> DifficultyPage:
    """Return one difficulty with all its page shows. Raises ``NotVisible``."""
    base = Difficulty.objects.select_related("unit", "at_unit", "assignment", "same_as")
    difficulty = difficulty_policy.get_visible(actor, pk, base=base)
    is_open = difficulty.state == DifficultyState.OPEN
    may_answer = is_open and difficulty_policy.can(actor, "answer", difficulty)
    return DifficultyPage(
        difficulty=difficulty,
        forwardings=list(difficulty.forwardings.select_related("from_unit", "to_unit")),
        joined=list(visible_difficulties(actor).filter(same_as=difficulty).order_by("raised_at")),
        joinable=_joinable(actor, difficulty) if may_answer else (),
        head=visible_difficulties(actor).filter(joined=difficulty).first(),
        may_answer=may_answer,
        may_withdraw=is_open and difficulty_policy.can(actor, "raise", difficulty),
    )


def of_assignment(actor: Actor, assignment: Assignment) -> list[Difficulty]:
    """Return the difficulties raised on an assignment that the actor may see, newest first."""
    return list(visible_difficulties(actor).filter(assignment=assignment).order_by("-raised_at"))


def entries_of_difficulties(actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield what happened to the difficulties raised on an assignment, as its chronicle tells it."""
    rows = visible_difficulties(actor).filter(assignment=assignment)
    for one in rows.prefetch_related("forwardings__to_unit"):
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


def _joinable(actor: Actor, difficulty: Difficulty) -> list[Difficulty]:
    """Open ones lying with the same unit, those of the same obligation first: likely to ask the same."""
    others = visible_difficulties(actor).filter(at_unit=difficulty.at_unit, state=DifficultyState.OPEN, same_as=None)
    rows = list(others.exclude(pk=difficulty.pk).order_by("-raised_at")[: 5 * MOST_SIMILAR])
    own = difficulty.assignment.obligation_id if difficulty.assignment else None
    rows.sort(key=lambda one: own is None or one.assignment is None or one.assignment.obligation_id != own)
    return rows[:MOST_SIMILAR]
