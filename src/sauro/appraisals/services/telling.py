"""Tells people what was said to their sheet, claim, rating or complaint, in the transaction of the act."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sauro.accounts.models import User
from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.appraisals import events
from sauro.appraisals.models import Claim, Complaint, Rating, RatingRound, Sheet
from sauro.audit.listeners import Heard, listen
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject

SHEET, RATING, UNIT = "appraisal_sheet", "appraisal_rating", "appraisal_unit"
"""What a notice leads to: a sheet, a rating, the sheets of a unit."""


def listen_to_answers() -> None:
    """Register the listeners."""
    listen(events.SHEET_SENT_BACK, lambda heard: _of_sheet(heard, Kind.SHEET_RETURNED))
    listen(events.SHEET_CONFIRMED, lambda heard: _of_sheet(heard, Kind.SHEET_CONFIRMED))
    listen(events.CLAIM_DECIDED, _of_claim)
    listen(events.ROUND_DECIDED, _of_round)
    listen(events.LEVEL_REPLACED, lambda heard: _of_rating(heard, Kind.RATING_DECIDED))
    listen(events.COMPLAINT_MADE, _of_complaint)
    listen(events.COMPLAINT_ANSWERED, _of_answer)


def sheet_subject(sheet: Sheet) -> Subject:
    """Return how a notice names a sheet: by its month."""
    return Subject(SHEET, sheet.pk, sheet.domain, f"{sheet.month:%m/%Y}", None)


def rating_subject(rating: Rating) -> Subject:
    """Return how a notice names a rating: by its year."""
    return Subject(RATING, rating.pk, rating.round.domain, str(rating.round.year), None)


def users_of_people(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the active users of people, by person. Takes one query."""
    return dict(User.objects.filter(person__in=list(people), is_active=True).values_list("person", "pk"))


def deciders_of(rating: Rating, recipients: Recipients) -> Users:
    """Return who decides the ratings of a round."""
    return recipients.nearest("ratings.decide", rating.round.unit)


def _tell(heard: Heard, kind: Kind, subject: Subject, users: Iterable[UUID]) -> None:
    told = frozenset(users) - {heard.actor.user_id}
    make_notices([Occasion(kind, f"event:{heard.event.pk}", frozenset(one for one in told if one), subject=subject)])


def _of_sheet(heard: Heard, kind: Kind) -> None:
    if isinstance(heard.obj, Sheet):
        people = users_of_people([heard.obj.appointment.person_id])
        _tell(heard, kind, sheet_subject(heard.obj), people.values())


def _of_claim(heard: Heard) -> None:
    if isinstance(heard.obj, Claim):
        sheet = heard.obj.item.sheet
        people = users_of_people([sheet.appointment.person_id])
        _tell(heard, Kind.CLAIM_ANSWERED, sheet_subject(sheet), people.values())


def _of_round(heard: Heard) -> None:
    """Everybody who was rated learns that their level was decided; the level itself is on the page."""
    if not isinstance(heard.obj, RatingRound):
        return
    rows = list(heard.obj.ratings.exclude(level="").select_related("appointment", "round"))
    users = users_of_people(row.appointment.person_id for row in rows)
    make_notices(
        Occasion(
            Kind.RATING_DECIDED,
            f"event:{heard.event.pk}:{row.pk}",
            frozenset([users[row.appointment.person_id]]),
            subject=rating_subject(row),
        )
        for row in rows
        if row.appointment.person_id in users
    )


def _of_rating(heard: Heard, kind: Kind) -> None:
    if isinstance(heard.obj, Rating):
        people = users_of_people([heard.obj.appointment.person_id])
        _tell(heard, kind, rating_subject(heard.obj), people.values())


def _of_complaint(heard: Heard) -> None:
    if isinstance(heard.obj, Complaint):
        rating = heard.obj.rating
        _tell(heard, Kind.COMPLAINT_OWED, rating_subject(rating), deciders_of(rating, Recipients([rating.round.unit])))


def _of_answer(heard: Heard) -> None:
    if isinstance(heard.obj, Complaint):
        rating = heard.obj.rating
        people = users_of_people([rating.appointment.person_id])
        _tell(heard, Kind.COMPLAINT_ANSWERED, rating_subject(rating), people.values())
