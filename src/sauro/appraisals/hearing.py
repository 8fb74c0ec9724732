"""Which acts on work, and on the sheets of others, mean that somebody's sheet is to be reckoned again."""

from __future__ import annotations

from sauro.appraisals import events
from sauro.appraisals.services.filling import note_below, note_change, note_person_change, note_plan
from sauro.audit.listeners import listen
from sauro.plans import events as plan_events
from sauro.tasks import events as task_events
from sauro.tasks import work_changes

_OF_WORK = (
    task_events.PRODUCT_HANDED_IN,
    task_events.PRODUCT_CONFIRMED,
    task_events.PRODUCT_RETURNED,
    task_events.ASSIGNMENT_STOPPED,
    task_events.ACT_TAKEN_BACK,
    task_events.DEADLINE_SET,
    task_events.EXTENSION_GRANTED,
    task_events.WAIT_ENDED,
)
_OF_PLANS = (
    plan_events.PLAN_OPENED,
    plan_events.ITEM_ADDED,
    plan_events.ITEM_GIVEN_BACK,
    plan_events.PART_DELIVERED,
    plan_events.PART_RETURNED,
)
_OF_SHEETS = (
    events.SHEET_SUBMITTED,
    events.SHEET_CONFIRMED,
    events.SHEET_SENT_BACK,
    events.SHEET_REOPENED,
    events.LEAVE_SET,
    events.LINE_JUDGED,
    events.CLAIM_DECIDED,
)


def begin_hearing() -> None:
    """Listen to all of them."""
    for event in _OF_WORK:
        listen(event, note_change)
    for event in _OF_PLANS:
        listen(event, note_plan)
    for event in _OF_SHEETS:
        listen(event, note_below)
    work_changes.listen(note_person_change)
