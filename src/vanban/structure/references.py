"""Cited documents that have a number: "Kết luận số 16-KL/TW ngày 31/3/2026 của Bộ Chính trị".

A document cited twice is listed once, in its fullest form; a form in a footnote counts most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.results import Reference
from vanban.structure.document import Structure
from vanban.structure.kinds import TITLE_PATTERN, UNLISTED_PATTERN, kind_of_symbol, kind_of_title
from vanban.text.bodies import parse_body_list
from vanban.text.dates import match_date
from vanban.text.naming import full_name
from vanban.text.sought import find_all
from vanban.text.tokens import Tokens
from vanban.types import Span

_SYMBOL = r"(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐƯ&]*(?:\s*[-/]\s*[A-ZĐ][\wĐƯ&]*)*(?:(?<=&)\s+[A-ZĐ]\w+)?"
_CITATION = re.compile(rf"(?P<number>\d(?<![\w/.,-]\d)\d{{0,5}})\s*[-/]\s*(?P<symbol>{_SYMBOL})")
_INTRODUCED = re.compile(
    rf"(?:(?P<title>(?:các\s+)?(?:{TITLE_PATTERN}|{UNLISTED_PATTERN})(?:\s+kết\s+luận|\s+liên\s+tịch)?)\s*)?"
    rf"(?P<so>\b(?:số|số:)\s*:?\s*)?$",
    re.I,
)
"""What stands right before the number: the title of the document, "số", both or nothing."""
_NUMBER_ALONE = re.compile(
    r"\b(?P<title>Nghị\s+quyết|Chỉ\s+thị|Kết\s+luận|Quyết\s+định|Nghị\s+định|Thông\s+tư|Quy\s+định|Kế\s+hoạch|Công\s+văn)\s+số\s*:?\s+"
    r"(?P<number>\d{1,4})(?![\w.]|\s*[-/]\s*\w|\s+(?:đến|và)\s+\d)"
)
"""A document known by its number: "Nghị quyết số 10 của Bộ Chính trị"."""
_NUMBER_ALONE_OPENS = re.compile(r"[NCKQT](?=gh|hỉ|ế|uy|hô|ôn)")
_LONGEST_INTRODUCTION = 48
_DATE_AFTER = re.compile(r"\s*,?\s*(?=ngày\s)", re.I)
_ABBREVIATED = re.compile(r"(?:\d{4}/)?[A-ZĐ]{2}")
_OF = re.compile(r"\s*,?\s*của\s+", re.I)
_SHAPED = re.compile(r"\d{4}/|[A-ZĐ]{2}|[A-ZĐ][\w]*/[A-ZĐ]|[A-ZĐ]+[a-z]*-[A-ZĐ]")


def find_references(structure: Structure) -> tuple[Reference, ...]:
    """Return the documents cited in the body, the subject, the annexes and the footnotes."""
    best: dict[tuple[str, str], Reference] = {}
    for span, weight in _places(structure):
        for reference in _citations(structure.text, span):
            key = (reference.number, reference.symbol)
            if key not in best or _fullness(reference) + weight > _fullness(best[key]):
                best[key] = reference
    own = (structure.main.head.number, structure.main.head.symbol)
    for reference in _numbers_alone(structure):
        key = (reference.number, "")
        if reference.number != own[0] and key not in best and not _is_known(reference, best.values()):
            best[key] = reference
    return tuple(sorted((one for key, one in best.items() if key != own), key=lambda one: one.start))


def _numbers_alone(structure: Structure) -> Iterator[Reference]:
    """Citations without a symbol; the symbol is empty."""
    for span, _ in _places(structure):
        for found in find_all(_NUMBER_ALONE, _NUMBER_ALONE_OPENS, structure.text, span.start, span.end):
            yield _reference(structure.text, found.start(), found, span.end, "", kind_of_title(found.group("title")))


def _is_known(reference: Reference, cited: Iterable[Reference]) -> bool:
    """True when the same document is cited with its symbol elsewhere."""
    return any(one.number == reference.number and (one.kind == reference.kind or one.kind is None) for one in cited)


def every_citation(structure: Structure) -> Iterator[Reference]:
    """Every place that cites a document, repeated ones too, in the order of the parts, footnotes last."""
    for span, _ in _places(structure):
        yield from _citations(structure.text, span)


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


def _citations(text: str, span: Span) -> Iterator[Reference]:
    for found in _CITATION.finditer(text, span.start, span.end):
        symbol = re.sub(r"\s+", "", found.group("symbol"))
        before = max(span.start, found.start() - _LONGEST_INTRODUCTION)
        introduced = _INTRODUCED.search(text[before : found.start()])
        title = introduced.group("title") if introduced else None
        announced = bool(introduced and introduced.group())
        if not _is_symbol(symbol, announced=announced):
            continue
        kind = _kind(title, symbol)
        start = before + introduced.start() if introduced else found.start()
        yield _reference(text, start, found, span.end, symbol, kind)


def _is_symbol(symbol: str, *, announced: bool) -> bool:
    """A number with letters is a symbol when "số" or a title announces it, or when it has the form of one."""
    shaped = bool(_SHAPED.match(symbol)) and ("/" in symbol or "-" in symbol)
    return shaped or (announced and bool(_ABBREVIATED.match(symbol)))


def _kind(title: str | None, symbol: str) -> str | None:
    if title is None:
        return kind_of_symbol(symbol)
    bare = re.sub(r"^các\s+|\s+kết\s+luận$|\s+liên\s+tịch$", "", title, flags=re.I)
    return kind_of_title(bare)


def _reference(text: str, start: int, found: re.Match[str], end: int, symbol: str, kind: str | None) -> Reference:
    last = found.end()
    issued_on = None
    at = _DATE_AFTER.match(text, last, end)
    phrase = match_date(text, at.end(), end) if at else None
    if phrase and phrase.kind == "date":
        day = phrase.last()
        issued_on = day.isoformat() if day else None
        last = phrase.end
    issuer, last = _issuer(text, last, end)
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
