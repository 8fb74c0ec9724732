"""The line of number and symbol in its parts, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.check.rules.layout.reading.form import is_beyond
from vanban.check.subject import CheckedDocument
from vanban.types import Span

_PARTS = re.compile(
    r"(?P<word>Số)\s*(?P<colon>:)?\s*(?P<digits>\d{1,6}[a-zA-Z]?)?[\s.…_]*(?P<separator>[-/–])\s*"
    r"(?P<symbol>(?:\d{4}\s*/\s*)?(?P<kind>[A-ZĐ][A-Za-zĐđyÀ-ỹ&]*)(?:[ ]?[-/–][ ]?[A-ZĐ][\w&]*)*)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """Where the word "Số", the digits, the symbol and its first letters stand; ``colon`` when one follows the word."""

    word: Span
    colon: bool
    digits: Span | None
    separator: str
    symbol: Span | None
    kind: Span | None


def number_of(document: CheckedDocument) -> PrintedNumber | None:
    """The number line of the main document, read once."""
    return document.once(_read)


def title_below_number(document: CheckedDocument) -> Span | None:
    """The printed kind; a line that looks like one above the number belongs to the name of the issuing body."""
    number, title = number_of(document), document.structure.main.head.title_span
    return title if number and title and title.start > number.word.start else None


def _read(document: CheckedDocument) -> PrintedNumber | None:
    span = document.structure.main.head.number_span
    if span is None or is_beyond(document):
        return None
    line = next((one for one in document.structure.main.part.head if one.start <= span.start < one.end), None)
    end = line.end if line else span.end
    found = _PARTS.match(document.text, span.start, end)
    if found is None:
        return None
    digits = Span(*found.span("digits")) if found["digits"] else None
    return PrintedNumber(
        word=Span(*found.span("word")),
        colon=bool(found["colon"]),
        digits=digits,
        separator=found["separator"],
        symbol=Span(*found.span("symbol")),
        kind=Span(*found.span("kind")),
    )
