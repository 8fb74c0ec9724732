"""What the rules about citations read once: every place that cites a document, with all that is printed of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from vanban.check.subject import CheckedDocument
from vanban.results import Reference
from vanban.structure.references import every_citation
from vanban.text.dates import match_date, parse_iso
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document as printed at one place.

    ``title`` is the printed word for its kind, ``has_so`` whether "số" stands before the number, ``late_date`` whether
    the date follows the issuer, ``about`` what it is said to be about, in words. ``place`` is the number and symbol.
    """

    start: int
    end: int
    place: Span
    title: str
    has_so: bool
    number: str
    symbol: str
    kind: str | None
    issued_on: date | None
    issuer: str | None
    late_date: bool
    about: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Number and symbol, by which documents are told apart."""
        return self.number.lstrip("0"), self.symbol

    @property
    def symbol_year(self) -> int | None:
        """The year inside the symbol ("2020" of "30/2020/NĐ-CP")."""
        found = _YEAR.match(self.symbol)
        return int(found[1]) if found else None


_OWN_NUMBER = re.compile(r"(?:^|\n)\s*S\w{1,2}\s?:\s*\Z")
"""A number line of a head that was not recognised as one."""
_FORM = re.compile(
    r"\b(?:[Mm]ẫu(?:\s+biểu)?|[Bb]iểu(?:\s+mẫu)?|[Pp]hiếu|[Pp]hụ\s+lục|[Hh]ợp\s+đồng|MẪU)\s+(?:số\s*:?\s*)?\Z"
)
_NEAR = 24
_YEAR = re.compile(r"((?:19|20)\d{2})/")
_TITLE = re.compile(r"\s*(?P<title>(?:[^\W\d_]+\s*)*?)\s*(?P<so>\bsố\s*:?\s*)?$", re.I)
_OWN_LINE = re.compile(r"\n\s*Ngày\s")
"""A date with a capital on a line of its own is not that of the document named above it."""
_SECOND = re.compile(r"\bsố\b|\d")
_LATE_DATE = re.compile(r"[^\S\n]*,?[^\S\n]*(?=ngày\s+\d)", re.I)
_ABOUT = re.compile(
    r"\s*,?\s*\(?(?P<about>(?:về|phê\s+duyệt|ban\s+hành|quy\s+định|sửa\s+đổi|hướng\s+dẫn)\b[^.;()\n]{8,200})", re.I
)
_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)?\s*")
_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 8


def citations(document: CheckedDocument) -> tuple[Citation, ...]:
    """Every citation with a number, in reading order; the document's own number is none."""
    own = (document.header.number, document.header.symbol)
    found = sorted(every_citation(document.structure), key=lambda one: one.start)
    return tuple(
        _citation(document.text, one)
        for one in found
        if (one.number, one.symbol) != own and not _is_no_document(document.text, one.start)
    )


def _is_no_document(text: str, start: int) -> bool:
    """A number line of a head, or the number of a form ("Mẫu số 02/BC-TH")."""
    return bool(
        _OWN_NUMBER.search(text, max(0, start - _NEAR), start) or _FORM.search(text, max(0, start - _NEAR), start)
    )


def by_document(document: CheckedDocument) -> dict[tuple[str, str], tuple[Citation, ...]]:
    """The citations of each cited document, in reading order."""
    grouped: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in document.once(citations):
        grouped[citation.key].append(citation)
    return {key: tuple(group) for key, group in grouped.items()}


def first_mentions(document: CheckedDocument) -> tuple[tuple[Citation, ...], ...]:
    """Per document cited in running text, its citations from the first one on; heads and tables do not count."""
    places = document.once(_running)
    kept = (
        tuple(one for one in group if any(start <= one.start < end for start, end in places))
        for group in document.once(by_document).values()
    )
    return tuple(group for group in kept if group)


def series_from(document: CheckedDocument, first: Citation) -> tuple[Citation, ...]:
    """``first`` and the citations joined to it by commas and "và": they share the date and issuer printed last."""
    known = document.once(citations)
    series = [first]
    for one in known[bisect_right(known, first.start, key=lambda one: one.start) :]:
        if not _JOINED.fullmatch(document.text, series[-1].end, one.start):
            break
        series.append(one)
    return tuple(series)


def _running(document: CheckedDocument) -> tuple[Span, ...]:
    lines = [line for part in document.structure.parts for line in part.part.body if line.table is None]
    return tuple(Span(line.start, line.end) for line in lines)


def _citation(text: str, found: Reference) -> Citation:
    number = re.compile(rf"(?<!\d){found.number}\s*[-/]").search(text, found.start, found.end)
    at = number.start() if number else found.start
    tail = _TITLE.match(text[found.start : at])
    issued_on, end, late = parse_iso(found.issued_on), found.end, False
    own_line = _OWN_LINE.search(text, at, end)
    if own_line:
        issued_on, end = None, own_line.start()
    undated = issued_on is None and not own_line and not _SECOND.search(text, _symbol_end(text, at, found), end)
    following = _LATE_DATE.match(text, end) if undated else None
    phrase = match_date(text, following.end(), len(text)) if following else None
    if phrase and phrase.kind == "date" and phrase.year:
        issued_on, end, late = phrase.first(), phrase.end, True
    about = _ABOUT.match(text, end)
    return Citation(
        found.start, end, Span(at, _symbol_end(text, at, found)), tail["title"].strip() if tail else "",
        bool(tail and tail["so"]), found.number, found.symbol, found.kind, issued_on, found.issuer, late,
        tuple(_WORD.findall(about["about"].lower())) if about else (),
    )  # fmt: skip


def _symbol_end(text: str, at: int, found: Reference) -> int:
    """The end of number and symbol, which may be printed with spaces."""
    wanted = sum(not char.isspace() for char in f"{found.number}/{found.symbol}")
    end = at
    while end < found.end and wanted:
        wanted -= not text[end].isspace()
        end += 1
    return end


def same_subject(first: Citation, second: Citation) -> bool:
    """True when both are said to be about the same thing: one description begins as the other does."""
    length = min(len(first.about), len(second.about))
    return length >= _FEWEST_WORDS and first.about[:length] == second.about[:length]


def other_subject(first: Citation, second: Citation) -> bool:
    """True when the descriptions have hardly a word in common."""
    mine, theirs = set(first.about), set(second.about)
    fewest = min(len(mine), len(theirs))
    return fewest >= _FEWEST_WORDS - 2 and first.about[0] == second.about[0] and len(mine & theirs) * 4 < fewest


def same_issuer(first: Citation, second: Citation) -> bool:
    """True unless both issuers are printed and differ."""
    return first.issuer is None or second.issuer is None or first.issuer == second.issuer
