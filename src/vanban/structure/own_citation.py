"""How a document cites itself above its text: "Kết luận số 9-KL/TW ngày 3/4/2026 của Bộ Chính trị về …".

Reprints put such a sentence where the letterhead was. It tells date, issuer and subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.structure.lines import Line
from vanban.text.dates import match_date

_FIRST_LINES = 3
_OF = re.compile(
    r"\s*\)?\s*,?\s*của\s+(?P<issuer>[^,;.()]{3,80}?)\s+(?:về\s+việc|về|v/v)\s+(?P<subject>[^\n]{8,700})", re.I
)
_DATED = re.compile(r"\s*,?\s*\(?\s*(?=ngày\s)", re.I)
_CLOSED = re.compile(r"\s*\)?\.?\s*$")


@dataclass(frozen=True, slots=True)
class OwnCitation:
    """What the sentence says of the document."""

    issued_on: str | None
    issuer: str | None
    subject: str | None


def own_citation(lines: tuple[Line, ...], number: str | None, symbol: str | None) -> OwnCitation | None:
    """The document's citation of itself in its first lines, or None."""
    if not number or not symbol:
        return None
    cited = re.compile(rf"(?<!\d){re.escape(number)}\s*[-/]\s*{re.escape(symbol)}(?![\w/-])")
    for line in lines[:_FIRST_LINES]:
        found = cited.search(line.text)
        dated = _DATED.match(line.text, found.end()) if found else None
        phrase = match_date(line.text, dated.end(), len(line.text)) if dated else None
        day = phrase.last() if phrase and phrase.kind == "date" else None
        if day is not None and phrase is not None:
            of = _OF.match(line.text, phrase.end)
            subject = _CLOSED.sub("", of.group("subject")) if of else None
            return OwnCitation(day.isoformat(), of.group("issuer").strip() if of else None, subject)
    return None
