"""Units by directive: the latest directives the actor may open, a few at a time, counted from their assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.text import Truncator

from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.reporting.selectors.board import Column, UnitTable, divided_table
from sauro.reporting.selectors.scope import Reader, count_rows
from sauro.tasks.models import Obligation

AT_ONCE = 8
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """Units by some directives. ``number`` counts from 1; ``has_more`` tells whether older ones follow."""

    table: UnitTable
    number: int
    has_more: bool


def by_directive(reader: Reader, *, page: int) -> DirectivePage:
    """Return one page of directives, latest first. Takes three queries."""
    documents = _directives(reader, page)
    shown, has_more = documents[:AT_ONCE], len(documents) > AT_ONCE
    rows = reader.rows().filter(obligation__document__in=[one.pk for one in shown])
    rows = rows.annotate(document_id=F("obligation__document_id"))
    counts = count_rows(rows, ("unit_id", "document_id"), reader.today)
    return DirectivePage(divided_table([_column(one) for one in shown], counts), page, has_more)


def _directives(reader: Reader, page: int) -> Sequence[Document]:
    sent = Obligation.objects.filter(document=OuterRef("pk"), sent_at__isnull=False)
    rows = document_policy.visible(reader.actor).filter(Exists(sent))
    if reader.scope.document_id is not None:
        rows = rows.filter(pk=reader.scope.document_id)
    start = (page - 1) * AT_ONCE
    return list(rows.order_by(F("issued_on").desc(nulls_last=True), "-id")[start : start + AT_ONCE + 1])


def _column(document: Document) -> Column:
    key: UUID = document.pk
    label = document.official_code or document.code
    url = reverse("follow-up", args=[key])
    return Column(key, label, {"vb": str(key)}, Truncator(document.title).chars(_SHOWN), url)
