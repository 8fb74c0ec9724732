"""The deeds on an assignment, with the same effect on rows, history and events as the services of ``sauro.tasks``.

A test replays stories through the services and compares every row. Rights are not asked here: stories let people do
only what they may.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sauro.audit.registry import EventType
from sauro.common.clock import VIETNAM
from sauro.demo.lifelike.followers import Follower
from sauro.demo.lifelike.ledger import Deed, Ledger, Who
from sauro.demo.lifelike.works import Family, Work
from sauro.organizations.models import Unit
from sauro.tasks import events
from sauro.tasks.enums import ChangeAnswer, Decision, DueOrigin, QuestionEnd, ReturnKind
from sauro.tasks.models import DeadlineChange, ProductVersion, ProgressReport, Question, Wait
from sauro.tasks.parts import has_a_giver, portion_of
from sauro.tasks.services.carrying import apply_split
from sauro.tasks.transitions import OPEN_STATES, TRANSITIONS, WORKING_STATES, Step

_ONE_DAY = dt.timedelta(days=1)


class Acts:
    """Does what people do, one method for each service."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.followers: Sequence[Follower] = ()
        self._open: dict[Family, None] = {}

    def follow(self, family: Family) -> None:
        """Write the rows of a family once all of it is closed, or at the end."""
        family.open += 1
        self._open[family] = None

    def finish(self) -> None:
        """Write the rows of everything that is still open."""
        for family in self._open:
            family.write(self.ledger)
        self._open.clear()

    def accept(self, deed: Deed, work: Work) -> None:
        """Mirror ``accept_assignment``."""
        work.row.accepted_at = deed.at
        self._end_question(deed, work, QuestionEnd.WITHDRAWN)
        self._step(deed, work, Step.ACCEPT)

    def question(self, deed: Deed, work: Work, reason: str) -> None:
        """Mirror ``question_assignment``."""
        actor = deed.who.actor
        work.question = Question(
            id=self.ledger.ids.at(deed.at), assignment_id=work.row.pk, text=reason,
            asked_at=deed.at, asked_by_name=actor.name, asked_by_id=actor.user_id,
        )  # fmt: skip
        self.ledger.insert(deed, work.question)
        work.family.rows.append(work.question)
        if has_a_giver(work.row):
            work.row.waiting_since = _day(deed.at)
        self._step(deed, work, Step.QUESTION, reason=reason)

    def insist(self, deed: Deed, work: Work, reason: str) -> None:
        """Mirror ``insist_on_assignment``."""
        days = self._end_question(deed, work, QuestionEnd.ANSWERED, reason)
        self._step(deed, work, Step.INSIST, reason=reason, changes={"held_days": [None, days]} if days else {})

    def stop(self, deed: Deed, work: Work, reason: str) -> None:
        """Mirror ``stop_assignment``; open parts are stopped with the work, from the top down."""
        has_parts = any(part.is_open and part.row.period_first is None for part in work.parts)
        stopped = [work, *(sorted(work.open_below(), key=lambda one: one.row.pk) if has_parts else ())]
        for one in stopped:
            one.row.closed_at = deed.at
            self._end_own_wait(deed, one)
            self._end_question(deed, one, QuestionEnd.STOPPED)
            self._step(deed, one, Step.STOP, reason=reason)
            self._end_waits_for(deed, one)
        if work.row.is_part and work.parent is not None and work.parent.is_open:
            self._return_share(deed, work, work.parent)
        for one in stopped:
            self._close(one)

    def name(self, deed: Deed, work: Work, person: Who) -> None:
        """Mirror ``name_person``; ``person`` holds a post in the unit or below it."""
        before = str(work.row.person) if work.row.person_id else None
        person_before = work.row.person_id
        posts = [str(pk) if pk else None for pk in (person_before, person.post)]
        work.row.person_id = person.post
        self.ledger.update(deed, work.row)
        changes = {"person": [before, person.post_text], "appointment": posts}
        self._event(deed, events.PERSON_NAMED, work, changes=changes)
        self.note_change(deed, work, person_before)

    def report(self, deed: Deed, work: Work, progress: int, text: str) -> None:
        """Mirror ``report_progress`` for what the parts of the work allow."""
        row, actor, split = work.row, deed.who.actor, work.split()
        after = split.reported(progress)
        if after is None:
            raise AssertionError("a report that the parts contradict")
        report = ProgressReport(
            id=self.ledger.ids.at(deed.at), assignment_id=row.pk, progress=progress, text=text,
            reported_by_name=actor.name, reported_by_id=actor.user_id, reported_at=deed.at,
            parts_progress=split.shown if split.parts else None,
        )  # fmt: skip
        self.ledger.insert(deed, report)
        work.family.rows.append(report)
        before, row.progress, row.reported_at = row.progress, progress, deed.at
        if split.parts:
            apply_split(row, after, with_kept=True)
        self._step(deed, work, Step.REPORT, changes={"progress": [before, progress]})
        self.carry_up(deed, work, is_touched=True)

    def hand_in(self, deed: Deed, work: Work, text: str, open_parts_reason: str) -> None:
        """Mirror ``hand_in_product`` for a text; the reason counts only while parts are open."""
        owed = [part.row.code for part in work.owed()]
        work.products += 1
        actor = deed.who.actor
        product = ProductVersion(
            id=self.ledger.ids.at(deed.at), assignment_id=work.row.pk, number=work.products, text=text,
            handed_in_by_name=actor.name, handed_in_by_id=actor.user_id, handed_in_at=deed.at,
            open_parts_reason=open_parts_reason if owed else "",
        )  # fmt: skip
        self.ledger.insert(deed, product)
        work.family.rows.append(product)
        work.pending = product
        work.row.handed_in_at = deed.at
        self._end_own_wait(deed, work)
        changes: dict[str, Any] = {"product": [None, product.number]}
        self._step(deed, work, Step.HAND_IN, changes=changes | ({"open_parts": [None, owed]} if owed else {}))
        self._end_waits_for(deed, work)
        self.carry_up(deed, work, is_touched=True)

    def confirm(self, deed: Deed, work: Work) -> None:
        """Mirror ``confirm_product``."""
        product = self._decide(deed, work, Decision.CONFIRMED)
        work.row.progress = 100
        work.row.closed_at = deed.at
        self._step(deed, work, Step.CONFIRM, changes={"product": [product.number, "confirmed"]})
        self.carry_up(deed, work)
        self._close(work)

    def give_back(self, deed: Deed, work: Work, kind: ReturnKind, reason: str) -> None:
        """Mirror ``return_product``."""
        if work.pending is not None:
            work.pending.return_kind = kind
            work.pending.reason = reason
        product = self._decide(deed, work, Decision.RETURNED)
        days = (_day(deed.at) - _day(product.handed_in_at)).days
        work.row.held_days += days
        work.row.giver_days += days
        work.row.handed_in_at = None
        self._step(deed, work, Step.RETURN, reason=reason, changes={"product": [product.number, str(kind)]})

    def ask(self, deed: Deed, work: Work, day: dt.date, reason: str) -> None:
        """Mirror ``ask_extension``."""
        _demand(work.row.state in WORKING_STATES and work.asked is None)
        work.asked = self._change(deed, work, day, reason)
        self.ledger.insert(deed, work.asked)
        work.family.rows.append(work.asked)
        self._deadline_event(deed, events.EXTENSION_ASKED, work, work.row.due_on, day, reason)

    def withdraw(self, deed: Deed, work: Work) -> None:
        """Mirror ``withdraw_extension``."""
        self._answer(deed, work, ChangeAnswer.WITHDRAWN, "")
        self._event(deed, events.EXTENSION_WITHDRAWN, work)

    def grant(self, deed: Deed, work: Work, day: dt.date, text: str = "") -> None:
        """Mirror ``grant_extension``."""
        before = work.row.due_on
        if work.asked is not None:
            work.asked.granted_day = day
        self._answer(deed, work, ChangeAnswer.GRANTED, text)
        self._move(deed, work, day)
        self._deadline_event(deed, events.EXTENSION_GRANTED, work, before, day, text)

    def refuse(self, deed: Deed, work: Work, text: str) -> None:
        """Mirror ``refuse_extension``."""
        self._answer(deed, work, ChangeAnswer.REFUSED, text)
        self._event(deed, events.EXTENSION_REFUSED, work, reason=text)

    def set_deadline(self, deed: Deed, work: Work, day: dt.date, reason: str) -> None:
        """Mirror ``set_deadline`` while no request is open."""
        _demand(work.row.state in OPEN_STATES and work.asked is None and day != work.row.due_on)
        before, actor = work.row.due_on, deed.who.actor
        change = self._change(deed, work, day, reason)
        change.granted_day, change.is_by_giver, change.answer = day, True, ChangeAnswer.GRANTED
        change.answered_by_name, change.answered_by_id, change.answered_at = actor.name, actor.user_id, deed.at
        self.ledger.insert(deed, change)
        work.family.rows.append(change)
        self._move(deed, work, day)
        self._deadline_event(deed, events.DEADLINE_SET, work, before, day, reason)

    def begin_wait(self, deed: Deed, work: Work, part: Work, reason: str) -> None:
        """Mirror ``begin_wait``."""
        _demand(work.row.state in WORKING_STATES and work.waits_for is None and part in work.owed())
        actor = deed.who.actor
        wait = Wait(
            id=self.ledger.ids.at(deed.at), assignment_id=work.row.pk, part_id=part.row.pk, reason=reason,
            began_at=deed.at, began_by_name=actor.name, began_by_id=actor.user_id,
        )  # fmt: skip
        self.ledger.insert(deed, wait)
        work.family.rows.append(wait)
        work.waits_for = (wait, part)
        part.awaited_by.append(work)
        work.row.waiting_since = _first_counted_day(wait, part)
        self.ledger.update(deed, work.row)
        self._event(deed, events.WAIT_BEGUN, work, changes={"part": [None, part.row.code]}, reason=reason)

    def end_wait(self, deed: Deed, work: Work) -> None:
        """Mirror ``end_wait``."""
        self._end_own_wait(deed, work)
        self.ledger.update(deed, work.row)

    def carry_up(self, deed: Deed, work: Work, *, is_touched: bool = False) -> None:
        """Mirror ``carry_up``."""
        child = work
        while child.row.is_part and child.parent is not None and child.parent.is_open:
            child = child.parent
            row = child.row
            before = (row.progress, row.reported_at)
            apply_split(row, child.split())
            if is_touched:
                row.reported_at = deed.at
            if before != (row.progress, row.reported_at):
                self.ledger.update(deed, row)

    def say(self, deed: Deed, work: Work, text: str, named: Unit | None) -> None:
        """Mirror ``write_comment`` for words to both sides; ``named`` is the unit they name, if any."""
        for follower in self.followers:
            follower.said(deed, work, text, named)

    def note_change(self, deed: Deed, work: Work, person_before: UUID | None) -> None:
        """Tell the followers what ``work_changes`` tells the areas."""
        for follower in self.followers:
            follower.changed(deed, work, person_before)

    def note_given(self, deed: Deed, work: Work) -> None:
        """Tell the followers that the work was given."""
        for follower in self.followers:
            follower.given(deed, work)

    def note_own_deed(self, name: str, at: dt.datetime, who: Who, *about: Any) -> None:
        """Hear that a follower let somebody do something. Only who records the deeds makes anything of it."""

    def _return_share(self, deed: Deed, part: Work, whole: Work) -> None:
        """Mirror ``return_share``."""
        lost, split = portion_of(part.row), whole.split()
        apply_split(whole.row, replace(split, parts=(*split.parts, lost)).take_back(lost), with_kept=True)
        self.ledger.update(deed, whole.row)
        self.carry_up(deed, whole)

    def _step(
        self, deed: Deed, work: Work, step: Step, *, reason: str = "", changes: dict[str, Any] | None = None
    ) -> None:
        transition, before = TRANSITIONS[step], work.row.state
        _demand(before in transition.sources)
        work.row.state = transition.target
        work.row.state_reason = reason
        self.ledger.update(deed, work.row)
        all_changes = {"state": [before, str(transition.target)], **(changes or {})}
        self._event(deed, transition.event, work, changes=all_changes, reason=reason)

    def _event(
        self, deed: Deed, event: EventType, work: Work, *, changes: dict[str, Any] | None = None, reason: str = ""
    ) -> None:
        pk = self.ledger.event(deed, event, work.row, text=work.row.code, changes=changes, reason=reason)
        for follower in self.followers:
            follower.heard(deed, event, pk, work, changes)

    def _decide(self, deed: Deed, work: Work, decision: Decision) -> ProductVersion:
        product, actor = work.pending, deed.who.actor
        if product is None:
            raise AssertionError("a decision without a product")
        product.decision = decision
        product.decided_by_id, product.decided_by_name, product.decided_at = actor.user_id, actor.name, deed.at
        self.ledger.update(deed, product)
        work.pending = None
        return product

    def _change(self, deed: Deed, work: Work, day: dt.date, reason: str) -> DeadlineChange:
        actor = deed.who.actor
        return DeadlineChange(
            id=self.ledger.ids.at(deed.at), assignment_id=work.row.pk, from_day=work.row.due_on, asked_day=day,
            reason=reason, asked_by_name=actor.name, asked_by_id=actor.user_id, asked_at=deed.at,
        )  # fmt: skip

    def _answer(self, deed: Deed, work: Work, answer: ChangeAnswer, text: str) -> None:
        change, actor = work.asked, deed.who.actor
        if change is None:
            raise AssertionError("an answer without a request")
        change.answer, change.answer_text = answer, text
        change.answered_by_name, change.answered_by_id, change.answered_at = actor.name, actor.user_id, deed.at
        self.ledger.update(deed, change)
        work.asked = None

    def _move(self, deed: Deed, work: Work, day: dt.date) -> None:
        row = work.row
        row.due_on, row.due_origin = day, DueOrigin.OFFICE
        if row.due_original is None:
            row.due_original = day
        self.ledger.update(deed, row)
        for waiting in work.awaited_by:
            if waiting.waits_for is not None:
                first = _first_counted_day(waiting.waits_for[0], work)
                if first != waiting.row.waiting_since:
                    waiting.row.waiting_since = first
                    self.ledger.update(deed, waiting.row)
        self.note_change(deed, work, row.person_id)

    def _deadline_event(
        self, deed: Deed, event: EventType, work: Work, before: dt.date | None, day: dt.date, reason: str
    ) -> None:
        moved = {"due_on": [before.isoformat() if before else None, day.isoformat()]}
        self._event(deed, event, work, changes=moved, reason=reason)

    def _end_own_wait(self, deed: Deed, work: Work) -> None:
        """End the wait of a work whose row is written next."""
        if work.waits_for is None:
            return
        wait, part = work.waits_for
        wait.ended_at, wait.ended_by_name = deed.at, deed.who.actor.name
        wait.counted_days = max(0, (_day(deed.at) - _first_counted_day(wait, part)).days)
        self.ledger.update(deed, wait)
        work.row.held_days += wait.counted_days
        work.row.waiting_since = None
        changes = {"part": [part.row.code, None], "held_days": [None, wait.counted_days]}
        self._event(deed, events.WAIT_ENDED, work, changes=changes)
        work.waits_for = None
        part.awaited_by.remove(work)

    def _end_question(self, deed: Deed, work: Work, end: QuestionEnd, answer: str = "") -> int:
        """End the question of a work whose row is written next."""
        question = work.question
        if question is None:
            return 0
        question.end, question.answer = end, answer
        question.ended_at, question.ended_by_name = deed.at, deed.who.actor.name
        if has_a_giver(work.row):
            question.counted_days = (_day(deed.at) - _day(question.asked_at)).days
        self.ledger.update(deed, question)
        work.row.held_days += question.counted_days
        work.row.giver_days += question.counted_days
        work.row.waiting_since = None
        work.question = None
        return question.counted_days

    def _end_waits_for(self, deed: Deed, part: Work) -> None:
        for waiting in list(part.awaited_by):
            self._end_own_wait(deed, waiting)
            self.ledger.update(deed, waiting.row)

    def _close(self, work: Work) -> None:
        work.family.open -= 1
        if work.family.open == 0:
            work.family.write(self.ledger)
            del self._open[work.family]


def _first_counted_day(wait: Wait, part: Work) -> dt.date:
    began, due = _day(wait.began_at), part.row.due_on
    return max(began, due + _ONE_DAY) if due else began


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(VIETNAM).date()


def _demand(holds: object) -> None:
    """Stop at once when a story does what the services would refuse."""
    if not holds:
        raise AssertionError("a story does what the services refuse")
