"""The papers of a round of units as files."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import RoundState
from sauro.appraisals.models import UnitRound
from sauro.appraisals.papers.unit_rounds import unit_decision_content, unit_minutes_form, unit_notice_content
from sauro.appraisals.selectors.unit_ratings import get_unit_rating, get_unit_round, unit_ratings_of
from sauro.appraisals.services.papers import MadeFile, RatingPaper, RoundPaper, file_name
from sauro.audit.services import record_event
from sauro.common.errors import Conflict
from sauro.documents.services.composing import PaperKind, composed


def unit_round_file(*, actor: Actor, round_id: UUID, paper: RoundPaper, kind: PaperKind) -> MadeFile:
    """Return the minutes of a round or its decision with its list, and the name of the file."""
    found = get_unit_round(actor, round_id)
    made = unit_minutes_form if paper == RoundPaper.MINUTES else unit_decision_content
    data = composed(made(found, unit_ratings_of(found)), kind)
    _note(actor, found, paper, kind)
    return data, file_name(paper, "xep-loai-don-vi", str(found.year), found.unit.name, kind=kind)


def unit_notice_file(*, actor: Actor, rating_id: UUID, kind: PaperKind) -> MadeFile:
    """Return the notice of a decided level to its unit. Raises ``not-decided``."""
    one = get_unit_rating(actor, rating_id)
    if one.round.state != RoundState.DECIDED or not one.level:
        raise Conflict("not-decided", _("Chưa có quyết định xếp loại để thông báo."))
    data = composed(unit_notice_content(one), kind)
    _note(actor, one.round, RatingPaper.NOTICE, kind)
    return data, file_name(RatingPaper.NOTICE, "xep-loai", str(one.round.year), one.unit.name, kind=kind)


def _note(actor: Actor, found: UnitRound, paper: str, kind: PaperKind) -> None:
    changes = {"paper": [None, str(paper)], "kind": [None, str(kind)]}
    with transaction.atomic():
        record_event(actor=actor, event=events.UNITS_PRINTED, obj=found, changes=changes)
