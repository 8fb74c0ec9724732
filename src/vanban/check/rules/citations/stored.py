"""What the store knows of each cited document."""

from __future__ import annotations

from vanban.check.rules.citations.reading import Citation, by_document
from vanban.check.store import StoredDocument
from vanban.check.subject import CheckedDocument


def stored_citations(document: CheckedDocument) -> tuple[tuple[Citation, tuple[StoredDocument, ...]], ...]:
    """The first citation of every cited document with the stored ones it can mean."""
    firsts = [group[0] for group in document.once(by_document).values()]
    return tuple((one, tuple(document.store.find(one.number, one.symbol))) for one in firsts) if document.store else ()


def meant(citation: Citation, known: tuple[StoredDocument, ...]) -> StoredDocument | None:
    """The one stored document the citation means: that of its date, or the only one; None when that is open."""
    same_day = [one for one in known if citation.issued_on and one.issued_on == citation.issued_on]
    if len(same_day) == 1:
        return same_day[0]
    return known[0] if len(known) == 1 and citation.issued_on is None else None
