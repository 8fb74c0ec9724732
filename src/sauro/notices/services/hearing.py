"""Hears what people do, and tells those it concerns, in the transaction of the act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from sauro.accounts.selectors.recipients import Recipients, Users, users_of_posts
from sauro.audit.listeners import Heard, listen
from sauro.difficulties import events as difficulty_events
from sauro.difficulties.models import Difficulty
from sauro.discussions import events as discussion_events
from sauro.discussions.models import Comment
from sauro.discussions.selectors.audience import readers_of, scope_of
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.models import Notice
from sauro.notices.services.making import Occasion, make_notices
from sauro.tasks import events
from sauro.tasks.models import Assignment

FOR_THE_GIVER = {
    events.ASSIGNMENT_QUESTIONED: Kind.QUESTIONED,
    events.PRODUCT_HANDED_IN: Kind.HANDED_IN,
    events.EXTENSION_ASKED: Kind.EXTENSION_ASKED,
    events.PART_GIVEN_BACK: Kind.PART_GIVEN_BACK,
}
FOR_THE_BODY = {
    events.ASSIGNMENT_INSISTED: Kind.INSISTED,
    events.PRODUCT_CONFIRMED: Kind.CONFIRMED,
    events.PRODUCT_RETURNED: Kind.RETURNED,
    events.ASSIGNMENT_STOPPED: Kind.STOPPED,
    events.EXTENSION_GRANTED: Kind.EXTENSION_GRANTED,
    events.EXTENSION_REFUSED: Kind.EXTENSION_REFUSED,
    events.DEADLINE_SET: Kind.DEADLINE_SET,
    events.PART_MOVED: Kind.PART_MOVED,
    events.REWORDED: Kind.REWORDED,
}
_GIVEN_WORK = Assignment.objects.select_related("unit", "giver_unit")


def listen_to_acts() -> None:
    """Register every listener of this area."""
    for event, kind in FOR_THE_GIVER.items():
        listen(event, _teller(kind, givers_of))
    for event, kind in FOR_THE_BODY.items():
        listen(event, _teller(kind, body_of))
    listen(events.OBLIGATION_SENT, _tell_sent)
    listen(events.PART_DELEGATED, _tell_delegated)
    listen(events.OCCURRENCE_MADE, _tell_made)
    listen(events.LINE_GIVEN, _tell_made)
    listen(events.PERSON_NAMED, _tell_named)
    listen(events.ACT_TAKEN_BACK, _tell_taken_back)
    listen(difficulty_events.RAISED, _tell_raised)
    listen(difficulty_events.FORWARDED, _tell_raised)
    listen(difficulty_events.ESCALATED, _tell_escalated)
    listen(difficulty_events.ANSWERED, _tell_answered)
    listen(discussion_events.WRITTEN, _tell_mentioned)
    listen(discussion_events.EDITED, _tell_mentioned)


def givers_of(assignment: Assignment, recipients: Recipients) -> Users:
    """Return those who answer as the giver. Work that crossed has no giver here: its own unit's leads answer."""
    if assignment.has_crossed:
        return recipients.nearest("tasks.lead", assignment.unit)
    return recipients.nearest("giving.decide", assignment.giver_unit)


def leads_of(assignment: Assignment, recipients: Recipients) -> Users:
    """Return those who lead the body, or keep the record for a body without an account."""
    if assignment.is_kept_by_giver:
        giver = assignment.giver_unit
        office = recipients.nearest("giving.follow", giver) & recipients.everybody("documents.register", giver)
        return office or recipients.nearest("giving.decide", giver)
    return recipients.nearest("tasks.lead", assignment.unit)


def answerers_of(difficulty: Difficulty, recipients: Recipients) -> Users:
    """Return those who answer where the difficulty lies."""
    unit = difficulty.at_unit
    return recipients.nearest("giving.decide", unit) or recipients.nearest("tasks.lead", unit)


def body_of(assignment: Assignment, recipients: Recipients) -> Users:
    """Return the person in charge and those who lead the body."""
    return leads_of(assignment, recipients) | _person_of(assignment)


def _person_of(assignment: Assignment) -> Users:
    if assignment.person_id is None:
        return frozenset()
    return frozenset(users_of_posts([assignment.person_id]).values())


def _teller(kind: Kind, whom: Callable[[Assignment, Recipients], Users]) -> Callable[[Heard], None]:
    def tell(heard: Heard) -> None:
        if isinstance(heard.obj, Assignment):
            users = whom(heard.obj, _recipients_of([heard.obj]))
            make_notices([Occasion(kind, _key(heard), _others(users, heard), assignment=heard.obj)])

    return tell


def _tell_sent(heard: Heard) -> None:
    codes = heard.event.changes["assignments"][1]
    _tell_given(heard, list(_GIVEN_WORK.filter(code__in=codes)))


def _tell_delegated(heard: Heard) -> None:
    _tell_given(heard, list(_GIVEN_WORK.filter(code=heard.event.changes["part"][1])))


def _tell_made(heard: Heard) -> None:
    if isinstance(heard.obj, Assignment):
        _tell_given(heard, [heard.obj])


def _tell_given(heard: Heard, given: list[Assignment]) -> None:
    """The office that keeps the record for a body without an account gave the work itself: nobody is told."""
    recipients = _recipients_of(given)
    make_notices(
        Occasion(Kind.GIVEN, f"given:{one.pk}", _others(body_of(one, recipients), heard), assignment=one)
        for one in given
        if not one.is_kept_by_giver
    )


def _tell_named(heard: Heard) -> None:
    if isinstance(heard.obj, Assignment):
        users = _others(_person_of(heard.obj), heard)
        make_notices([Occasion(Kind.NAMED, _key(heard), users, assignment=heard.obj)])


def _tell_taken_back(heard: Heard) -> None:
    """Whoever was told of an act is told that it was taken back."""
    told = Notice.objects.filter(key=f"event:{heard.event.changes['event'][0]}").values_list("user", flat=True)
    if isinstance(heard.obj, Assignment):
        users = _others(frozenset(told), heard)
        make_notices([Occasion(Kind.TAKEN_BACK, _key(heard), users, assignment=heard.obj)])


def _tell_raised(heard: Heard) -> None:
    if isinstance(heard.obj, Difficulty):
        users = answerers_of(heard.obj, Recipients([heard.obj.at_unit]))
        _tell_of_difficulty(heard, heard.obj, Kind.DIFFICULTY_RAISED, users)


def _tell_escalated(heard: Heard) -> None:
    if isinstance(heard.obj, Difficulty) and heard.obj.escalated_to is not None:
        above = heard.obj.escalated_to
        users = Recipients([above]).heads(above, seeing="giving.view", otherwise="giving.decide")
        _tell_of_difficulty(heard, heard.obj, Kind.ESCALATED, users)


def _tell_answered(heard: Heard) -> None:
    if isinstance(heard.obj, Difficulty):
        users = Recipients([heard.obj.unit]).nearest("tasks.lead", heard.obj.unit)
        if heard.obj.assignment is not None:
            users |= _person_of(heard.obj.assignment)
        _tell_of_difficulty(heard, heard.obj, Kind.DIFFICULTY_ANSWERED, users)


def _tell_mentioned(heard: Heard) -> None:
    """Whoever is named is told once for a comment, however often it is corrected; of units, those who answer for them.

    Nobody is told who may not read it.
    """
    if not isinstance(heard.obj, Comment):
        return
    named = list(heard.obj.mentions.all())
    if not named:
        return
    work = heard.obj.assignment
    users: Users = frozenset(one.user_id for one in named if one.user_id)
    units = {one.unit_id for one in named if one.unit_id}
    if units:
        recipients = _recipients_of([work])
        users |= leads_of(work, recipients) if work.unit_id in units else frozenset()
        users |= givers_of(work, recipients) if work.giver_unit_id in units else frozenset()
    users &= readers_of(work, scope_of(heard.obj))
    make_notices([Occasion(Kind.MENTIONED, f"mention:{heard.obj.pk}", _others(users, heard), assignment=work)])


def _tell_of_difficulty(heard: Heard, difficulty: Difficulty, kind: Kind, users: Users) -> None:
    make_notices([Occasion(kind, _key(heard), _others(users, heard), difficulty=difficulty)])


def _recipients_of(assignments: Iterable[Assignment]) -> Recipients:
    return Recipients({unit for one in assignments for unit in (one.unit, one.giver_unit)})


def _key(heard: Heard) -> str:
    """Each act is an occasion of its own."""
    return f"event:{heard.event.pk}"


def _others(users: Users, heard: Heard) -> frozenset[UUID]:
    """Nobody is told of what they did themselves."""
    return users - {heard.actor.user_id} if heard.actor.user_id else users
