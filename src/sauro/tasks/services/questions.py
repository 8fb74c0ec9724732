"""A question to the giver: from its asking to its end the days are the giver's (docs/adr/0027).

Called by the steps that ask, answer, withdraw and stop, within their transaction and with the assignment locked.
"""

from __future__ import annotations

import datetime as dt

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, now
from sauro.tasks.enums import QuestionEnd
from sauro.tasks.models import Assignment, Question
from sauro.tasks.parts import has_a_giver


def open_question(*, actor: Actor, assignment: Assignment, text: str) -> Question:
    """Note the question; the caller saves the assignment, whose clock stands still from today on.

    Work that one office both does and decides on has nobody who keeps it waiting: its clock goes on.
    """
    moment = now()
    question = Question.objects.create(
        assignment=assignment,
        text=text.strip(),
        asked_at=moment,
        asked_by_name=actor.name,
        asked_by_id=actor.user_id,
    )
    if has_a_giver(assignment):
        assignment.waiting_since = _day(moment)
    return question


def end_question(*, actor: Actor, assignment: Assignment, end: QuestionEnd, answer: str = "") -> int:
    """End the open question, if there is one, and add its days to those the giver held; the caller saves.

    Returns the days.
    """
    question = assignment.questions.select_for_update().filter(end=QuestionEnd.OPEN).first()
    if question is None:
        return 0
    question.end, question.answer = end, answer.strip()
    question.ended_at, question.ended_by_name = now(), actor.name
    if has_a_giver(assignment):
        question.counted_days = (_day(question.ended_at) - _day(question.asked_at)).days
    question.save()
    assignment.held_days += question.counted_days
    assignment.giver_days += question.counted_days
    assignment.waiting_since = None
    return question.counted_days


def reopen_question(*, assignment: Assignment, end: QuestionEnd) -> None:
    """Let the last question that ended so wait again: the act that ended it was taken back."""
    question = assignment.questions.select_for_update().filter(end=end).order_by("-asked_at", "-id").first()
    if question is not None:
        question.end, question.answer, question.counted_days = QuestionEnd.OPEN, "", 0
        question.ended_at, question.ended_by_name = None, ""
        question.save()


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(VIETNAM).date()
