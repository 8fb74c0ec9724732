"""Moves: the list, one move with its conditions, what falls due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.careers.enums import Bars, MoveKind, MoveState
from sauro.careers.models import Move
from sauro.careers.policies import RECORD, move_policy
from sauro.careers.rules.moves import MoveFacts, MoveFinding, findings
from sauro.careers.selectors.locals import closures, is_local_at
from sauro.careers.selectors.planning import is_planned
from sauro.common.clock import today
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.models import Dossier, Fact, Particulars
from sauro.workforce.policies import dossier_policy
from sauro.workforce.rules.retirement import retirement_day
from sauro.workforce.selectors.deadlines import Deadline, deadlines

SOON_MONTHS = 3
"""How far the first page looks ahead; the page of deadlines offers the same span."""


@dataclass(frozen=True, slots=True)
class MovePage:
    """A move with its conditions as they stand today, or as they stood when its decision was recorded."""

    move: Move
    findings: Sequence[MoveFinding]
    may_record: bool


def visible_moves(actor: Actor) -> QuerySet[Move]:
    """Return the moves the actor may see, with what lists show."""
    return move_policy.visible(actor).select_related(
        "dossier__person", "dossier__unit", "from_unit", "from_post", "to_unit", "to_post", "issuer"
    )


def get_move(actor: Actor, move_id: UUID) -> MovePage:
    """Return a move the actor may see. Raises ``NotVisible``."""
    move = move_policy.get_visible(actor, move_id, base=visible_moves(actor))
    may_record = move_policy.can(actor, "record", move)
    return MovePage(move, findings_of(move), may_record)


def findings_of(move: Move) -> list[MoveFinding]:
    """Return the conditions of a move as the records of today have them. Takes two queries."""
    return findings(facts_of(move))


def facts_of(move: Move) -> MoveFacts:
    """Return what the rules read of a move."""
    is_closed = move.to_post.is_barred_to_locals or move.to_post_id in closures(move.first_day)
    return MoveFacts(
        kind=MoveKind(move.kind), first_day=move.first_day, last_day=move.last_day,
        retires_on=retires_on(move.dossier_id, move.first_day), bars=Bars(move.bars),
        is_disciplined=_is_disciplined(move.dossier_id, move.first_day), is_excepted=move.is_excepted,
        is_planned=is_planned(move.dossier, move.to_post) if move.kind == MoveKind.ROTATION else None,
        closed_to_locals=is_closed, is_local=is_local_at(move.dossier_id, move.to_unit) if is_closed else None,
    )  # fmt: skip


def retires_on(dossier_id: UUID, day: dt.date) -> dt.date | None:
    """Return the last day of somebody's working time, by what the dossier states for a day; None without a statement.

    A day ahead is read from what is stated today.
    """
    stated = Particulars.objects.as_of(min(day, today())).filter(dossier=dossier_id).first()
    return retirement_day(stated.birth_date, is_female=stated.sex == Sex.FEMALE) if stated is not None else None


def _is_disciplined(dossier_id: UUID, day: dt.date) -> bool:
    """Tell whether a discipline is on record for a day. That there is one is not sealed, what it says is not read."""
    return bool(Fact.objects.as_of(day).filter(dossier=dossier_id, kind=FactKind.DISCIPLINE).exists())


def moves_of(actor: Actor, dossier: Dossier) -> list[Move]:
    """Return the moves of one person that the actor may see, newest first."""
    return list(visible_moves(actor).filter(dossier=dossier))


def open_ends(actor: Actor) -> QuerySet[Move]:
    """Return decided moves whose planned end has passed without an end on record."""
    return move_policy.visible(actor, "record").filter(state=MoveState.DECIDED, last_day__lt=today())


def soon_due(actor: Actor) -> list[Deadline]:
    """Return what falls due within three months for people whose records the actor keeps. Takes five queries."""
    if not actor.holds(RECORD):
        return []
    return deadlines(actor, today(), SOON_MONTHS)


def may_prepare(actor: Actor, dossier: Dossier) -> bool:
    """Tell whether the actor may prepare a move of somebody."""
    return dossier_policy.can(actor, "record", dossier)
