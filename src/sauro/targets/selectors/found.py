"""The targets that the reader found in a document, and what became of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy
from sauro.targets.enums import AskState, Operator
from sauro.targets.models import Ask, LeftOut, Share
from sauro.targets.policies import share_policy
from vanban.text.normalize import fold, nfc

MOST_SUGGESTED = 5
LEAST_LIKE = 0.3
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A target as the reader found it. ``value`` is None where the text gives no number.

    ``ask`` is the value taken into the register, ``left_out`` the decision not to; neither while it waits.
    """

    number: int
    start: int
    end: int
    text: str
    indicator: str
    operator: str
    value: Decimal | None
    measure: str
    year: int | None
    ask: Ask | None = None
    left_out: LeftOut | None = None

    @property
    def bound(self) -> str:
        """How the text bounds the value, in words."""
        return str(Operator(self.operator).label) if self.operator in Operator.values else ""

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has decided about it."""
        return self.ask is None and self.left_out is None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A document with the targets found in it, and whether the actor may decide about them."""

    document: Document
    found: Sequence[Found]
    may_keep: bool

    @property
    def waiting(self) -> int:
        """How many nobody has decided about."""
        return sum(one.is_waiting for one in self.found)


def found_targets(actor: Actor, document_id: UUID) -> FoundPage:
    """Return the targets of a document the actor may see, in reading order. Raises ``NotVisible``."""
    document = document_policy.found(ask(_with_units, actor, document=document_id))
    may_keep = actor.holds_for("targets.keep", document.owner_unit.path, document.domain)
    return FoundPage(document, _found(document), may_keep)


def likely_shares(actor: Actor, document: Document, name: str) -> list[Share]:
    """Return the unit's shares of indicators whose names are most like what was found, the likest first."""
    key = fold(nfc(name))[:320]
    rows = share_policy.visible(actor, "keep").filter(unit=document.owner_unit, indicator__is_closed=False)
    rows = rows.annotate(likeness=TrigramSimilarity("indicator__name_key", key))
    rows = rows.filter(Q(likeness__gte=LEAST_LIKE)).select_related("indicator")
    return list(rows.order_by("-likeness", "indicator__sort_key")[:MOST_SUGGESTED])


def year_of(period: str | None, document: Document) -> int | None:
    """Return the year by which a target is to be reached: the last one its period names, else the document's own."""
    years = [int(found) for found in _YEAR.findall(period or "")]
    if years:
        return years[-1]
    return document.issued_on.year if document.issued_on else None


def _found(document: Document) -> list[Found]:
    extraction = next(iter(ask(_extractions, document=document.pk)), None)
    raw: list[dict[str, Any]] = (extraction or {}).get("targets", [])
    taken = {(one.start, one.end): one for one in ask(_asks, document=document.pk)}
    left = {(row.start, row.end): row for row in ask(_left_out, document=document.pk)}
    return [_one(number, one, document, taken, left) for number, one in enumerate(raw)]


def _with_units(actor: Actor, *, document: UUID) -> QuerySet[Document]:
    base = Document.objects.select_related("owner_unit", "issuer_unit")
    return document_policy.visible(actor, base=base).filter(pk=document)


def _extractions(*, document: UUID) -> QuerySet[Reading, Any]:
    return Reading.objects.filter(document=document, is_current=True).values_list("extraction", flat=True)


def _asks(*, document: UUID) -> QuerySet[Ask]:
    rows = Ask.objects.filter(document=document).exclude(state=AskState.WITHDRAWN)
    return rows.select_related("share__indicator")


def _left_out(*, document: UUID) -> QuerySet[LeftOut]:
    return LeftOut.objects.filter(document=document)


def _one(
    number: int,
    raw: dict[str, Any],
    document: Document,
    taken: dict[tuple[int | None, int | None], Ask],
    left: dict[tuple[int, int], LeftOut],
) -> Found:
    place = (raw["start"], raw["end"])
    return Found(
        number=number, start=raw["start"], end=raw["end"], text=raw["text"], indicator=raw.get("indicator") or "",
        # The reader gives the number as it was printed; its shortest form in digits is exact.
        operator=raw.get("operator") or "=", value=None if raw.get("value") is None else Decimal(str(raw["value"])),
        measure=raw.get("unit") or "", year=year_of(raw.get("period"), document), ask=taken.get(place),
        left_out=left.get(place),
    )  # fmt: skip
