"""What the rules about citations read once: every place that cites a document."""

from __future__ import annotations

from vanban.check.subject import CheckedDocument
from vanban.results import Reference
from vanban.structure.references import every_citation


def citations(document: CheckedDocument) -> tuple[Reference, ...]:
    """Every citation with a number, in reading order; the document's own number is none."""
    own = (document.header.number, document.header.symbol)
    found = (one for one in every_citation(document.structure) if (one.number, one.symbol) != own)
    return tuple(sorted(found, key=lambda one: one.start))
