"""The targets asked of a unit: by which document or which unit above, with which value, by when. For other areas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.documents.policies import document_policy
from sauro.targets.enums import AskState
from sauro.targets.models import Ask
from sauro.targets.policies import ask_policy


@dataclass(frozen=True, slots=True)
class AskedTarget:
    """A value that a unit is asked to reach.

    ``value`` is in ``measure``, to be reached on ``due_on``; ``operator`` is one of ``>=``, ``=``, ``<=`` and
    ``direction`` ``up`` or ``down``. ``document_id`` is None for what the unit above gave without a document, and for
    a document that the actor may not open; ``source_text`` names the source in every case. ``start`` and ``end`` are
    the place of the sentence in the text of the reading ``reading_id``. ``state`` is one of
    :class:`sauro.targets.enums.AskState`; withdrawn ones are not among them. ``target`` is what the unit goes by now.
    """

    ask_id: UUID
    share_id: UUID
    indicator_id: UUID
    code: str
    name: str
    measure: str
    direction: str
    field_id: UUID | None
    year: int
    due_on: dt.date
    operator: str
    value: Decimal
    target: Decimal | None
    state: str
    document_id: UUID | None
    reading_id: UUID | None
    start: int | None
    end: int | None
    sentence: str
    source_text: str
    giver_name: str


def asked_of(actor: Actor, unit_id: UUID, *, years: Iterable[int] | None = None) -> list[AskedTarget]:
    """Return what a unit is asked to reach, by indicator and year, as far as the actor may see it. Takes three queries.

    ``years`` narrows it; None for all.
    """
    rows = visible_asks(actor).filter(share__unit_id=unit_id).exclude(state=AskState.WITHDRAWN)
    if years is not None:
        rows = rows.filter(year__in=list(years))
    found = list(rows.order_by("share__indicator__sort_key", "share__indicator_id", "year", "taken_at", "id"))
    lines = {
        (line.share_id, line.year): line.target
        for ask in found
        for line in ask.share.lines.all()
    }  # fmt: skip
    documents = {ask.document_id for ask in found if ask.document_id}
    readable = set(document_policy.visible(actor).filter(pk__in=documents).values_list("pk", flat=True))
    return list(_asked(found, lines, readable))


def visible_asks(actor: Actor) -> QuerySet[Ask]:
    """Return the values asked for that the actor may see, with what pages show."""
    rows = ask_policy.visible(actor).select_related("share__indicator", "share__unit", "document", "giver_unit")
    return rows.prefetch_related("share__lines")


def _asked(
    found: Iterable[Ask], lines: dict[tuple[UUID, int], Decimal | None], readable: set[UUID]
) -> Iterator[AskedTarget]:
    for ask in found:
        indicator, is_readable = ask.share.indicator, ask.document_id in readable
        yield AskedTarget(
            ask_id=ask.pk, share_id=ask.share_id, indicator_id=indicator.pk, code=indicator.code, name=indicator.name,
            measure=indicator.measure, direction=indicator.direction, field_id=indicator.field_id, year=ask.year,
            due_on=dt.date(ask.year, 12, 31), operator=ask.operator, value=ask.value,
            target=lines.get((ask.share_id, ask.year)), state=ask.state,
            document_id=ask.document_id if is_readable else None, reading_id=ask.reading_id if is_readable else None,
            start=ask.start if is_readable else None, end=ask.end if is_readable else None, sentence=ask.sentence,
            source_text=ask.source_text, giver_name=ask.giver_unit.name if ask.giver_unit else "",
        )  # fmt: skip
