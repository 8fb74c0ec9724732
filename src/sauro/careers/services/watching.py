"""Tells the officers who keep dossiers of terms that fall due, before they do: once for each stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet

from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.careers.enums import MoveState
from sauro.careers.models import Move
from sauro.common.clock import today
from sauro.notices.enums import NoticeKind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier
from sauro.workforce.selectors.deadlines import Deadline, DeadlineKind, deadlines_among

PERSON, MOVE = "dossier", "career_move"
"""What a notice leads to: a person, or a move."""

WATCHED = frozenset(
    {DeadlineKind.TERM, DeadlineKind.SECONDMENT, DeadlineKind.ROTATION, DeadlineKind.FIXED, DeadlineKind.EXCEPTION}
)
"""Retirement is on the page of deadlines only: it is known for years, and there would be a notice for everybody."""

STAGES = (180, 90, 30)
"""Days before the last day at which officers are told, from the earliest; once more when it has passed."""
_MONTHS = 6


def watch_terms() -> int:
    """Make every notice of a term that is due today and was not made yet. Returns how many were put forward."""
    day, recipients = today(), Recipients()
    return make_notices([*_of_terms(Dossier.objects.all(), day, recipients), *_of_open_ends(day, recipients)])


def stage_of(last_day: dt.date, on: dt.date) -> int | None:
    """Return the stage a term has reached on a day: one of ``STAGES``, 0 when it is past, None while it is far off."""
    left = (last_day - on).days
    if left < 0:
        return 0
    return min((stage for stage in STAGES if left <= stage), default=None)


def _of_terms(people: QuerySet[Dossier], day: dt.date, recipients: Recipients) -> Iterator[Occasion]:
    for one in deadlines_among(people, day, _MONTHS):
        stage = stage_of(one.day, day)
        if one.kind in WATCHED and stage is not None:
            yield _occasion(one, stage, recipients)


def _occasion(one: Deadline, stage: int, recipients: Recipients) -> Occasion:
    dossier = one.dossier
    key = f"career:{dossier.pk}:{one.kind}:{one.day:%Y%m%d}:{stage}"
    subject = Subject(PERSON, dossier.pk, dossier.domain, dossier.code, one.day)
    return Occasion(_kind(stage), key, _keepers(dossier.unit, recipients), subject=subject)


def _of_open_ends(day: dt.date, recipients: Recipients) -> Iterator[Occasion]:
    """Moves whose planned end has passed and that nobody recorded as ended."""
    rows = Move.objects.filter(state=MoveState.DECIDED, last_day__lt=day).select_related("dossier__unit")
    for move in rows:
        subject = Subject(MOVE, move.pk, move.domain, move.code, move.last_day)
        key = f"move:{move.pk}:{move.last_day:%Y%m%d}"
        yield Occasion(NoticeKind.CAREER_LATE, key, _keepers(move.dossier.unit, recipients), subject=subject)


def _kind(stage: int) -> NoticeKind:
    return NoticeKind.CAREER_DUE if stage else NoticeKind.CAREER_LATE


def _keepers(unit: Unit, recipients: Recipients) -> Users:
    """Return the officers nearest to a unit who keep its dossiers."""
    return recipients.nearest("workforce.record", unit)
