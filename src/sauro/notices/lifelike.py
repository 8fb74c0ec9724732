"""Notices of the generated history, with the same rows as hearing the acts makes, and when people opened them.

Recipients are found once: in the generated history nobody comes or goes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sauro.accounts.selectors.recipients import NOBODY, Recipients, Users
from sauro.audit.registry import EventType
from sauro.demo.lifelike.followers import Follower
from sauro.demo.lifelike.ledger import Deed, Who
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.models import Notice
from sauro.notices.services.hearing import FOR_THE_BODY, FOR_THE_GIVER
from sauro.notices.services.making import last_day_of
from sauro.organizations.models import Unit
from sauro.tasks import events

if TYPE_CHECKING:
    from sauro.demo.lifelike.stage import Stage
    from sauro.demo.lifelike.works import Work


class NoticeFollower(Follower):
    """Tells people of the work whose family is told of."""

    models = (Notice,)
    single = models

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._random = Random(0)  # noqa: S311 -- an invented story, no secret
        self._recipients = Recipients()
        self._units = {unit.pk: unit for unit in Unit.objects.all()}
        self._nearest: dict[tuple[str, UUID], Users] = {}
        self._people: dict[UUID, Who] = {}
        for staff in stage.staff.values():
            for who in (*staff.leads, *staff.workers, *staff.clerks):
                if who.actor.user_id is not None:
                    self._people[who.actor.user_id] = who
        self._user_of = {who.post: user for user, who in self._people.items() if who.post is not None}
        self._rules = self._rules_of_events()

    def heard(
        self, deed: Deed, event: EventType, event_id: UUID, work: Work, changes: Mapping[str, Any] | None
    ) -> None:
        """Mirror the tellers of ``hearing``."""
        rule = self._rules.get(event)
        if rule is not None and work.family.is_told:
            kind, whom = rule
            self._tell(deed, work, kind, f"event:{event_id}", whom(work))

    def given(self, deed: Deed, work: Work) -> None:
        """Mirror the telling of work that was given."""
        if work.family.is_told and not work.row.is_kept_by_giver:
            self._tell(deed, work, Kind.GIVEN, f"given:{work.row.pk}", self._body(work))

    def mentioned(self, deed: Deed, work: Work, comment_id: UUID, named: Unit) -> None:
        """Mirror the telling of who is named in a comment: of a unit, those who answer for it."""
        if work.family.is_told:
            users = self._leads(work) if named.pk == work.row.unit_id else self._givers(work)
            self._tell(deed, work, Kind.MENTIONED, f"mention:{comment_id}", users)

    def _rules_of_events(self) -> Mapping[EventType, tuple[Kind, Callable[[Work], Users]]]:
        rules: dict[EventType, tuple[Kind, Callable[[Work], Users]]] = {events.PERSON_NAMED: (Kind.NAMED, self._person)}
        rules |= {event: (kind, self._givers) for event, kind in FOR_THE_GIVER.items()}
        return rules | {event: (kind, self._body) for event, kind in FOR_THE_BODY.items()}

    def _givers(self, work: Work) -> Users:
        return self._holders("giving.decide", work.row.giver_unit_id)

    def _leads(self, work: Work) -> Users:
        """Work kept for a body without an account is told of to nobody here: the office that keeps it acts itself."""
        return NOBODY if work.row.is_kept_by_giver else self._holders("tasks.lead", work.row.unit_id)

    def _body(self, work: Work) -> Users:
        return self._leads(work) | self._person(work)

    def _person(self, work: Work) -> Users:
        person = work.row.person_id
        user = self._user_of.get(person) if person is not None else None
        return frozenset({user}) if user else NOBODY

    def _holders(self, permission: str, unit_id: UUID) -> Users:
        key = permission, unit_id
        if key not in self._nearest:
            self._nearest[key] = self._recipients.nearest(permission, self._units[unit_id])
        return self._nearest[key]

    def _tell(self, deed: Deed, work: Work, kind: Kind, key: str, users: Users) -> None:
        row = work.row
        for user in sorted(users - {deed.who.actor.user_id}):
            notice = Notice(
                id=self.stage.ledger.ids.at(deed.at), user_id=user, kind=kind, domain=row.domain,
                assignment_id=row.pk, code=row.code, due_on=last_day_of(row), key=key, created_at=deed.at,
                read_at=self._read_at(user, deed.at),
            )  # fmt: skip
            if notice.read_at is not None:
                about = (row.code, str(kind), deed.at)
                self.stage.acts.note_own_deed("open_notice", notice.read_at, self._people[user], *about)
            work.family.rows.append(notice)

    def _read_at(self, user: UUID, at: dt.datetime) -> dt.datetime | None:
        """When somebody opens what they are told of: mostly within a day, if ever."""
        if user not in self._people or self._random.random() >= self.stage.chances.read:
            return None
        later = at + dt.timedelta(hours=self._random.expovariate(1 / 14))
        return later if later <= self.stage.clock.until else None
