"""What is known of the text of a document besides its words."""

from __future__ import annotations

from sauro.documents.models import Document, Reading


def uncertain_words(document: Document) -> list[list[float]]:
    """Return the words of the current reading that were recognised with little confidence: start, end, confidence."""
    rows = Reading.objects.filter(document=document, is_current=True).values_list("text__uncertain", flat=True)
    return rows.first() or []
