"""Cited documents that have a number: "Kết luận số 16-KL/TW ngày 31/3/2026 của Bộ Chính trị".

A document cited twice is listed once, in its fullest form; a form in a footnote counts most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.results import Reference
from vanban.structure.document import Structure
from vanban.structure.kinds import TITLE_PATTERN, UNLISTED_PATTERN, kind_of_symbol, kind_of_title
from vanban.text.bodies import full_name, parse_body_list
from vanban.text.dates import match_date
from vanban.text.tokens import Tokens
from vanban.types import Span

_SYMBOL = r"(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐƯ&]*(?:\s*[-/]\s*[A-ZĐ][\wĐƯ&]*)*"
_CITATION = re.compile(
    rf"(?:(?P<title>(?:các\s+)?(?:{TITLE_PATTERN}|{UNLISTED_PATTERN})(?:\s+kết\s+luận|\s+liên\s+tịch)?)\s*)?"
    rf"(?:(?P<so>\b(?:số|số:)\s*:?)\s*)?"
    rf"(?<![\w/.,-])(?P<number>\d{{1,6}})\s*(?P<separator>[-/])\s*(?P<symbol>{_SYMBOL})",
    re.I,
)
_DATE_AFTER = re.compile(r"\s*,?\s*(?=ngày\s)", re.I)
_OF = re.compile(r"\s*,?\s*của\s+", re.I)
_NOT_A_SYMBOL = re.compile(r"\d{4}/|[A-ZĐ]{2}|[A-ZĐ][\w]*/[A-ZĐ]|[A-ZĐ]+[a-z]*-[A-ZĐ]")


def find_references(structure: Structure) -> tuple[Reference, ...]:
    """Return the documents cited in the body, the subject, the annexes and the footnotes."""
    best: dict[tuple[str, str], Reference] = {}
    for span, weight in _places(structure):
        previous: str | None = None
        for reference in _citations(structure.text, span, previous):
            key = (reference.number, reference.symbol)
            if key not in best or _fullness(reference) + weight > _fullness(best[key]):
                best[key] = reference
    own = (structure.main.head.number, structure.main.head.symbol)
    return tuple(sorted((one for key, one in best.items() if key != own), key=lambda one: one.start))


def _places(structure: Structure) -> Iterator[tuple[Span, int]]:
    """Where citations are looked for, and how much a form there is preferred."""
    for part in structure.parts:
        number = part.head.number_span
        for line in part.part.head:
            if number is None or not line.start <= number.start < line.end:
                yield Span(line.start, line.end), 0
            else:
                yield Span(number.end, line.end), 0
        for line in part.part.body:
            yield Span(line.start, line.end), 0
    for line in structure.footnotes:
        yield Span(line.start, line.end), 1


def _fullness(reference: Reference) -> int:
    return 2 * bool(reference.issued_on) + bool(reference.issuer) + bool(reference.kind)


def _citations(text: str, span: Span, previous: str | None) -> Iterator[Reference]:
    for found in _CITATION.finditer(text, span.start, span.end):
        symbol = re.sub(r"\s+", "", found.group("symbol"))
        if not _is_symbol(found, symbol):
            continue
        title = found.group("title")
        kind = _kind(title, symbol, previous)
        previous = title or previous
        yield _reference(text, span.end, found, symbol, kind)


def _is_symbol(found: re.Match[str], symbol: str) -> bool:
    """A number with letters is a symbol when "số" or a title announces it, or when it has the form of one."""
    if not symbol[0].isdigit() and not symbol[0].isupper():
        return False
    if symbol[0].islower() or not any(char.isupper() for char in symbol):
        return False
    announced = bool(found.group("so") or found.group("title"))
    shaped = bool(_NOT_A_SYMBOL.match(symbol)) and ("/" in symbol or "-" in symbol)
    return shaped or (announced and bool(re.match(r"(?:\d{4}/)?[A-ZĐ]{2}", symbol)))


def _kind(title: str | None, symbol: str, previous: str | None) -> str | None:
    if title is None:
        return kind_of_symbol(symbol)
    bare = re.sub(r"^các\s+|\s+kết\s+luận$|\s+liên\s+tịch$", "", title, flags=re.I)
    return kind_of_title(bare)


def _reference(text: str, end: int, found: re.Match[str], symbol: str, kind: str | None) -> Reference:
    last = found.end()
    issued_on = None
    at = _DATE_AFTER.match(text, last, end)
    phrase = match_date(text, at.end(), end) if at else None
    if phrase and phrase.kind == "date":
        day = phrase.last()
        issued_on = day.isoformat() if day else None
        last = phrase.end
    issuer, last = _issuer(text, last, end)
    start = found.start()
    while text[start].isspace():
        start += 1
    return Reference(text[start:last], start, last, kind, found.group("number"), symbol, issued_on, issuer)


_JOINT_ISSUERS = frozenset({"Bộ Chính trị", "Ban Bí thư", "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam"})
"""Bodies that issue together with the one named before them; others begin the sentence's own list."""


def _issuer(text: str, at: int, end: int) -> tuple[str | None, int]:
    of = _OF.match(text, at, end)
    if not of:
        return None, at
    bodies = parse_body_list(Tokens(text, of.end(), min(end, of.end() + 200)), 0)
    if bodies is None:
        return None, at
    joint = [bodies.bodies[0]]
    for body in bodies.bodies[1:]:
        if body.name not in _JOINT_ISSUERS:
            break
        joint.append(body)
    return ", ".join(full_name(body.name) for body in joint), joint[-1].end
