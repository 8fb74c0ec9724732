"""The decision of a round of units as a file."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.papers.unit_rounds import unit_decision_content
from sauro.appraisals.selectors.unit_ratings import get_unit_round, unit_ratings_of
from sauro.audit.services import record_event
from sauro.documents.services.composing import PaperKind, composed
from vanban.text.normalize import fold


def unit_round_file(*, actor: Actor, round_id: UUID, kind: PaperKind) -> tuple[bytes, str]:
    """Return the decision of a round with its list, and the name of the file."""
    found = get_unit_round(actor, round_id)
    data = composed(unit_decision_content(found, unit_ratings_of(found)), kind)
    with transaction.atomic():
        record_event(actor=actor, event=events.UNITS_PRINTED, obj=found, changes={"kind": [None, str(kind)]})
    words = fold(f"quyet dinh xep loai don vi {found.year} {found.unit.name}")
    return data, f"{slugify(words)[:120]}.{kind}"
