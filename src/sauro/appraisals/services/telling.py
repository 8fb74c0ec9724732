"""Tells people what was said to their sheet or claim, and which level was decided, in the transaction of the act."""

from __future__ import annotations

from sauro.accounts.selectors.recipients import Recipients
from sauro.appraisals import events
from sauro.appraisals.models import Claim, PeriodReview, Rating, RatingRound, Review, Sheet, UnitRound
from sauro.appraisals.services.telling_complaints import heads_by_post, subject_of, tell, users_of_people
from sauro.appraisals.services.telling_signs import sheet_subject
from sauro.audit.listeners import Heard, listen
from sauro.common.clock import today
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject

UNIT, CADRE_REVIEW = "appraisal_unit", "cadre_review"
"""What a notice leads to: the sheets of a unit, what a committee said of a cadre."""


def listen_to_answers() -> None:
    """Register the listeners."""
    listen(events.SHEET_SENT_BACK, lambda heard: _of_sheet(heard, Kind.SHEET_RETURNED))
    listen(events.SHEET_CONFIRMED, lambda heard: _of_sheet(heard, Kind.SHEET_CONFIRMED))
    listen(events.CLAIM_DECIDED, _of_claim)
    listen(events.ROUND_DECIDED, _of_round)
    listen(events.LEVEL_REPLACED, lambda heard: _of_rating(heard, Kind.RATING_DECIDED))
    listen(events.UNITS_DECIDED, _of_units)
    listen(events.PERIOD_DECIDED, _of_period)
    listen(events.REVIEW_RECORDED, _of_review)
    listen(events.REVIEW_REPLIED, _of_reply)


def _of_sheet(heard: Heard, kind: Kind) -> None:
    if isinstance(heard.obj, Sheet):
        people = users_of_people([heard.obj.appointment.person_id])
        tell(heard, kind, sheet_subject(heard.obj), people.values())


def _of_claim(heard: Heard) -> None:
    if isinstance(heard.obj, Claim):
        sheet = heard.obj.item.sheet
        people = users_of_people([sheet.appointment.person_id])
        tell(heard, Kind.CLAIM_ANSWERED, sheet_subject(sheet), people.values())


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
            subject=subject_of(row),
        )
        for row in rows
        if row.appointment.person_id in users
    )


def _of_rating(heard: Heard, kind: Kind) -> None:
    if isinstance(heard.obj, Rating):
        people = users_of_people([heard.obj.appointment.person_id])
        tell(heard, kind, subject_of(heard.obj), people.values())


def _of_units(heard: Heard) -> None:
    """The head of each unit learns that its level was decided."""
    if not isinstance(heard.obj, UnitRound):
        return
    rows = {row.unit_id: row for row in heard.obj.ratings.exclude(level="").select_related("round")}
    make_notices(
        Occasion(
            Kind.UNIT_RATED, f"event:{heard.event.pk}:{rows[unit].pk}", frozenset([user]),
            subject=subject_of(rows[unit]),
        )
        for unit, user in heads_by_post(rows)
        if user != heard.actor.user_id
    )  # fmt: skip


def _of_period(heard: Heard) -> None:
    if isinstance(heard.obj, PeriodReview):
        people = users_of_people([heard.obj.appointment.person_id])
        tell(heard, Kind.CADRE_RATED, subject_of(heard.obj), people.values())


def review_subject(review: Review) -> Subject:
    """Return how a notice names what a committee said: by its month and the last day it stands, never by its kind."""
    return Subject(CADRE_REVIEW, review.pk, review.domain, f"{review.decided_on:%m/%Y}", review.ends_on)


def _of_review(heard: Heard) -> None:
    """The person hears of it while it stands: until then it waits for their word."""
    if isinstance(heard.obj, Review) and heard.obj.is_in_force(today()):
        people = users_of_people([heard.obj.appointment.person_id])
        tell(heard, Kind.REVIEW_RECORDED, review_subject(heard.obj), people.values())


def _of_reply(heard: Heard) -> None:
    """Whoever keeps the records of the committee hears of it: its unit lets only grants of the Party count."""
    if isinstance(heard.obj, Review):
        committee = heard.obj.committee
        keepers = Recipients([committee]).nearest("ratings.keep", committee)
        tell(heard, Kind.REVIEW_REPLIED, review_subject(heard.obj), keepers)
