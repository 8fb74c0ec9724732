"""The catalogue of competence and the wording of the six clears, as pages and the reader of drafts get them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sauro.checking.models import CheckChoice, CompetenceRow
from vanban.check.wording import DEFAULT_WORDING, WORDINGS, Wording

WORDING_KEY = "wording"


def competence_rows() -> QuerySet[CompetenceRow]:
    """Return all entries by field and act. The catalogue is the law as the site has it: everybody may read it."""
    return CompetenceRow.objects.order_by("field", "act", "valid_from", "pk")


def competence_entries() -> list[dict[str, Any]]:
    """Return the entries in the shape of :class:`vanban.check.competence.CompetenceEntry`, days as ISO dates."""
    return [
        {
            "field": row.field,
            "act": row.act,
            "words": row.words,
            "holders": row.holders,
            "basis": row.basis,
            "valid_from": row.valid_from.isoformat() if row.valid_from else None,
            "valid_to": row.valid_to.isoformat() if row.valid_to else None,
            "delegated_to": row.delegated_to,
        }
        for row in competence_rows()
    ]


def chosen_wording() -> Wording:
    """Return the wording this site goes by: the Prime Minister's until another is chosen."""
    value = CheckChoice.objects.filter(key=WORDING_KEY).values_list("value", flat=True).first()
    return WORDINGS.get(value or "", DEFAULT_WORDING)
