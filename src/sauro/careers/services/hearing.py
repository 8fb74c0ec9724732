"""Holds people against their posts anew when their records change, in the transaction of the change."""

from __future__ import annotations

from uuid import UUID

from sauro.audit.listeners import Heard, listen
from sauro.careers.services.measuring import MEASURE_ALL_JOB, measure_people
from sauro.jobs.queue import defer
from sauro.roster import events as roster_events
from sauro.workforce import events
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier, Tenure

_KINDS = frozenset({FactKind.EDUCATION, FactKind.THEORY, FactKind.TRAINING})


def listen_to_records() -> None:
    """Register the listeners."""
    for event in (events.FACT_RECORDED, events.FACT_WITHDRAWN):
        listen(event, _of_fact)
    for event in (events.APPOINTED, events.TENURE_ENDED, events.TENURE_WITHDRAWN):
        listen(event, _of_tenure)
    for event in (roster_events.APPLIED, events.PROVINCE_LOADED):
        listen(event, _of_many)


def _of_fact(heard: Heard) -> None:
    if isinstance(heard.obj, Dossier) and heard.event.changes.get("kind") in _KINDS:
        _measure(heard.obj.pk)


def _of_tenure(heard: Heard) -> None:
    if isinstance(heard.obj, Tenure):
        _measure(heard.obj.dossier_id)


def _of_many(_heard: Heard) -> None:
    """Tables bring in thousands of people without an event for each of their facts."""
    defer(MEASURE_ALL_JOB)


def _measure(dossier_id: UUID) -> None:
    measure_people([dossier_id])
