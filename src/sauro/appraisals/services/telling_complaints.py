"""Tells of complaints: who is to answer, with the last day, and whoever complained when it is answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sauro.accounts.models import User
from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.appraisals import events
from sauro.appraisals.enums import ComplaintState
from sauro.appraisals.models import Complaint, PeriodReview, Rating, UnitRating
from sauro.appraisals.selectors.complaints import ABOUT
from sauro.audit.listeners import Heard, listen
from sauro.common.clock import today
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject
from sauro.organizations.models import Unit

RATING, UNIT_RATING, CADRE_PERIOD = "appraisal_rating", "unit_rating", "cadre_period"
"""What a notice leads to: the level of a person, of a unit, of a cadre."""
_DECIDE = "ratings.decide"
REMINDED_DAYS = 2
"""Days before the last day of a complaint on which its answer is called for."""


def listen_to_complaints() -> None:
    """Register the listeners."""
    listen(events.COMPLAINT_MADE, _made)
    listen(events.COMPLAINT_ANSWERED, _answered)


def subject_of(about: Rating | UnitRating | PeriodReview, due_on: dt.date | None = None) -> Subject:
    """Return how a notice names a rating: by its year or period, with the last day of a complaint."""
    if isinstance(about, PeriodReview):
        return Subject(CADRE_PERIOD, about.pk, about.domain, f"{about.get_period_display()} {about.year}", due_on)
    kind = RATING if isinstance(about, Rating) else UNIT_RATING
    return Subject(kind, about.pk, about.domain, str(about.round.year), due_on)


def users_of_people(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the active users of people, by person. Takes one query."""
    return dict(User.objects.filter(person__in=list(people), is_active=True).values_list("person", "pk"))


def heads_by_post(units: Iterable[UUID]) -> Iterator[tuple[UUID, UUID]]:
    """Yield units with the users of those who head them by post today. Takes one query."""
    rows = User.objects.filter(
        is_active=True, person__appointments__unit__in=list(units), person__appointments__position__is_head=True,
        person__appointments__valid__contains=today(),
    )  # fmt: skip
    yield from rows.values_list("person__appointments__unit", "pk").distinct()


def complaints_due(day: dt.date) -> Iterator[Occasion]:
    """Yield what is to be told of open complaints whose last day is near or has passed."""
    rows = Complaint.objects.filter(state=ComplaintState.OPEN, due_on__lte=day + dt.timedelta(REMINDED_DAYS))
    found = list(rows.select_related(*ABOUT))
    recipients, speakers = Recipients([_decided_in(one) for one in found]), _speakers(found)
    for one in found:
        key = f"complaint:{one.pk}:{'late' if one.due_on < day else 'due'}"
        users = _deciders(one, recipients, speakers[one.pk])
        yield Occasion(Kind.COMPLAINT_OWED, key, users, subject=subject_of(one.about, one.due_on))


def _made(heard: Heard) -> None:
    if isinstance(heard.obj, Complaint):
        one = heard.obj
        users = _deciders(one, Recipients([_decided_in(one)]), _speakers([one])[one.pk])
        tell(heard, Kind.COMPLAINT_OWED, subject_of(one.about, one.due_on), users)


def _answered(heard: Heard) -> None:
    if isinstance(heard.obj, Complaint):
        one = heard.obj
        tell(heard, Kind.COMPLAINT_ANSWERED, subject_of(one.about), _speakers([one])[one.pk])


def tell(heard: Heard, kind: Kind, subject: Subject, users: Iterable[UUID]) -> None:
    """Make one notice of an event, for all but whoever acted."""
    told = frozenset(users) - {heard.actor.user_id}
    make_notices([Occasion(kind, f"event:{heard.event.pk}", frozenset(one for one in told if one), subject=subject)])


def _decided_in(one: Complaint) -> Unit:
    """The body that decides: of a cadre the committee, whose unit lets only grants of the Party count."""
    about = one.about
    return about.committee if isinstance(about, PeriodReview) else about.round.unit


def _deciders(one: Complaint, recipients: Recipients, speakers: Users) -> Users:
    """Who decides, but for those whose level it is."""
    unit = _decided_in(one)
    return recipients.nearest(_DECIDE, unit) - speakers or recipients.everybody(_DECIDE, unit) - speakers


def _speakers(complaints: Sequence[Complaint]) -> dict[UUID, Users]:
    """Return by complaint whose level it is about: the person, or the heads of the unit. Takes two queries at most."""
    about = {one.pk: one.about for one in complaints}
    units = {rated.unit_id for rated in about.values() if isinstance(rated, UnitRating)}
    people = {rated.appointment.person_id for rated in about.values() if not isinstance(rated, UnitRating)}
    heads: dict[UUID, set[UUID]] = {}
    for unit, user in heads_by_post(units) if units else ():
        heads.setdefault(unit, set()).add(user)
    users = users_of_people(people) if people else {}

    def speak(rated: Rating | UnitRating | PeriodReview) -> Users:
        if isinstance(rated, UnitRating):
            return frozenset(heads.get(rated.unit_id, ()))
        user = users.get(rated.appointment.person_id)
        return frozenset() if user is None else frozenset([user])

    return {pk: speak(rated) for pk, rated in about.items()}
