"""The form of a cadre's period as a file; taking it out is on record."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.papers.cadres import period_form
from sauro.appraisals.selectors.cadres import get_period, sentences_of
from sauro.appraisals.services.papers import MadeFile, file_name
from sauro.audit.services import record_event
from sauro.documents.services.composing import PaperKind, composed


def period_file(*, actor: Actor, period_id: UUID, kind: PaperKind) -> MadeFile:
    """Return the filled form of a cadre's quarter, half-year or year, and its name."""
    one = get_period(actor, period_id)
    data = composed(period_form(one, sentences_of(one)), kind)
    with transaction.atomic():
        record_event(actor=actor, event=events.PERIOD_PRINTED, obj=one, changes={"kind": [None, str(kind)]})
    return data, file_name("phieu-can-bo", one.period, str(one.year), one.appointment.person.full_name, kind=kind)
