"""Deeds that change where obligations lie: split, merge, add, and the ways back.

Originals are kept as ``replaced``: the parts of a split point to their original with ``derived_from``, the originals
of a merge to the merged one with ``replaced_by``. All of these lock the document first, so that two people cannot
make obligations overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import Conflict, DomainError
from sauro.documents.models import Document, Reading
from sauro.tasks import events
from sauro.tasks.enums import ObligationState, Origin
from sauro.tasks.models import Obligation
from sauro.tasks.services import review_inherit
from sauro.tasks.services.review_common import (
    IN_FORCE,
    check_free,
    clear_review,
    in_force,
    lock_document,
    lock_document_of,
    lock_obligation,
    position_at,
    require_state,
    save_with_event,
    trimmed_span,
)
from sauro.tasks.services.review_reading import fill_from_words
from vanban.text.normalize import fold

Span = tuple[int, int]


@transaction.atomic
def split_obligation(*, actor: Actor, obligation_id: UUID, version: int, parts: Sequence[Span]) -> list[Obligation]:
    """Replace an obligation by one for each span of ``parts`` (two or more, apart, inside the original).

    Bodies, deadline and the rest go to the part in whose words they stand; what the original inherited goes to every
    part; a part without a lead of its own inherits those of the original.
    """
    document = lock_document_of(actor=actor, obligation_id=obligation_id)
    original = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(original, *IN_FORCE)
    text = original.reading.text.text
    spans = sorted(trimmed_span(text, start, end) for start, end in parts)
    _check_parts(original, spans)
    original.state = ObligationState.REPLACED
    made = [_part_of(original, document, text, span) for span in spans]
    for part in made:
        review_inherit.hand_down(original, part)
    save_with_event(
        actor=actor,
        obligation=original,
        event=events.REVIEW_SPLIT,
        changes={"parts": [[str(part.pk), part.start, part.end] for part in made]},
    )
    return made


@transaction.atomic
def merge_obligations(
    *, actor: Actor, first_id: UUID, first_version: int, second_id: UUID, second_version: int
) -> Obligation:
    """Replace two obligations that follow each other by one that reaches from the first to the second."""
    document = lock_document_of(actor=actor, obligation_id=first_id)
    # Locked in the order of their ids, as everywhere, so that two merges cannot wait for each other.
    wanted = sorted([(first_id, first_version), (second_id, second_version)], key=lambda pair: pair[0])
    locked = [lock_obligation(actor=actor, obligation_id=pk, version=version) for pk, version in wanted]
    first, second = sorted(locked, key=lambda row: row.start)
    _check_neighbours(document, first, second)
    text = first.reading.text.text
    merged = _new_obligation(
        document, first.reading, text, (first.start, second.end), section=first.section, derived_from=first
    )
    merged.is_general_direction = first.is_general_direction and second.is_general_direction
    merged.save()
    for original in (first, second):
        original.state = ObligationState.REPLACED
        original.replaced_by = merged
        save_with_event(
            actor=actor,
            obligation=original,
            event=events.REVIEW_MERGED,
            changes={"merged": [None, str(merged.pk)]},
        )
    review_inherit.unite(first, second, merged)
    return merged


@transaction.atomic
def add_obligation(*, actor: Actor, document_id: UUID, start: int, end: int) -> Obligation:
    """Make an obligation of a passage that the machine did not take for one; what its words state is filled in."""
    document = lock_document(actor=actor, document_id=document_id)
    reading = Reading.objects.select_related("text").filter(document=document, is_current=True).first()
    if reading is None:
        raise Conflict("not-read", _("Văn bản chưa đọc xong nên chưa thêm được nhiệm vụ."))
    start, end = trimmed_span(reading.text.text, start, end)
    check_free(document, start, end)
    before = in_force(document).filter(start__lt=start).order_by("-start").first()
    added = _new_obligation(
        document, reading, reading.text.text, (start, end), section=before.section if before else ""
    )
    fill_from_words(added)
    return save_with_event(
        actor=actor, obligation=added, event=events.REVIEW_ADDED, changes={"span": [None, [start, end]]}
    )


@transaction.atomic
def take_back_split(*, actor: Actor, obligation_id: UUID, version: int) -> Obligation:
    """Undo a split: the original is open again, its parts are kept as replaced."""
    document = lock_document_of(actor=actor, obligation_id=obligation_id)
    original = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    require_state(original, ObligationState.REPLACED)
    parts = list(original.derived.select_for_update().order_by("id"))
    if not parts:
        raise Conflict("not-split", _("Nhiệm vụ này không phải do tách ra nên không hoàn lại được."))
    _check_untouched(parts)
    check_free(document, original.start, original.end, besides=[part.pk for part in parts])
    for part in parts:
        _set_replaced(part, actor)
    return _reopen(original, actor)


@transaction.atomic
def take_back_merge(*, actor: Actor, obligation_id: UUID, version: int) -> list[Obligation]:
    """Undo a merge: the originals are open again, the merged one is kept as replaced."""
    document = lock_document_of(actor=actor, obligation_id=obligation_id)
    merged = lock_obligation(actor=actor, obligation_id=obligation_id, version=version)
    originals = list(merged.replaces.select_for_update().order_by("id"))
    if not originals:
        raise Conflict("not-merged", _("Nhiệm vụ này không phải do gộp lại nên không hoàn lại được."))
    _check_untouched([merged])
    for original in originals:
        check_free(document, original.start, original.end, besides=[merged.pk])
    _set_replaced(merged, actor)
    for original in originals:
        original.replaced_by = None
        _reopen(original, actor)
    return sorted(originals, key=lambda row: row.start)


def _check_parts(original: Obligation, spans: Sequence[Span]) -> None:
    if len(spans) < 2:
        raise DomainError("split", _("Tách thì phải có ít nhất hai phần."), field="parts")
    inside = all(original.start <= start and end <= original.end for start, end in spans)
    apart = all(left[1] <= right[0] for left, right in pairwise(spans))
    if not (inside and apart):
        raise DomainError("split", _("Các phần phải nằm trong nhiệm vụ và không trùng nhau."), field="parts")


def _check_neighbours(document: Document, first: Obligation, second: Obligation) -> None:
    require_state(first, *IN_FORCE)
    require_state(second, *IN_FORCE)
    same = first.document_id == second.document_id == document.pk and first.reading_id == second.reading_id
    if not same or first.pk == second.pk:
        raise DomainError("merge", _("Chỉ gộp được hai nhiệm vụ của cùng một văn bản."))
    check_free(document, first.start, second.end, besides=[first.pk, second.pk])


def _check_untouched(rows: Sequence[Obligation]) -> None:
    if any(row.state == ObligationState.REPLACED or row.sent_at is not None for row in rows):
        raise Conflict("changed-further", _("Các phần đã được tách, gộp hoặc giao tiếp nên không hoàn lại được nữa."))


def _part_of(original: Obligation, document: Document, text: str, span: Span) -> Obligation:
    part = _new_obligation(document, original.reading, text, span, section=original.section, derived_from=original)
    part.is_general_direction = original.is_general_direction
    return part


def _new_obligation(
    document: Document,
    reading: Reading,
    text: str,
    span: Span,
    *,
    section: str,
    derived_from: Obligation | None = None,
) -> Obligation:
    start, end = span
    return Obligation.objects.create(
        document=document,
        reading=reading,
        domain=document.domain,
        owner_unit_id=document.owner_unit_id,
        position=position_at(document, start),
        section=section,
        text=text[start:end],
        start=start,
        end=end,
        origin=Origin.PERSON,
        derived_from=derived_from,
        search_key=fold(text[start:end]),
    )


def _set_replaced(obligation: Obligation, actor: Actor) -> None:
    changes: dict[str, Any] = {"state": [obligation.state, str(ObligationState.REPLACED)]}
    obligation.state = ObligationState.REPLACED
    save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_TAKEN_BACK, changes=changes)


def _reopen(obligation: Obligation, actor: Actor) -> Obligation:
    obligation.state = ObligationState.PROPOSED
    clear_review(obligation)
    changes = {"state": [str(ObligationState.REPLACED), str(ObligationState.PROPOSED)]}
    return save_with_event(actor=actor, obligation=obligation, event=events.REVIEW_TAKEN_BACK, changes=changes)
