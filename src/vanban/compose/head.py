"""Letterhead, title, addressees and grounds; the heads of annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import ceil

from vanban.compose.forms import FORMS, Form, Role
from vanban.compose.kinds import NAMES
from vanban.compose.model import Annex, Content, Kind, Layout, Run, Text, Urgency
from vanban.compose.sheet import Para, Piece, Rule
from vanban.compose.typography import NO_BREAK_SPACE, bold_width, fitted, roman, tidy
from vanban.compose.words import ended, entry, para
from vanban.structure.casing import running_case

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM"
_URGENCY = {Urgency.HOA_TOC: "HỎA TỐC", Urgency.THUONG_KHAN: "THƯỢNG KHẨN", Urgency.KHAN: "KHẨN"}
_PART_OF_LINE = 0.42
"""A line below a name is a third to a half as long as the name."""
_SUBJECT_RULE = (20.0, 45.0)
_EVENING_ROOM = 16.0
"""Room for the word that a line cannot take any more, in millimetres."""
_BLANK = NO_BREAK_SPACE * 6


def letterhead(content: Content) -> tuple[tuple[tuple[Piece, ...], tuple[Piece, ...]], ...]:
    """Two rows of a left and a right cell: the names, then number and date beside each other."""
    if content.is_form:
        names = tuple(_body_names(content)), _system_names(content)
        symbol = tidy(content.header.symbol).strip()
        return (names, ((para(Role.NUMBER, symbol),), ())) if symbol else (names,)
    day = para(Role.DATE, date_line(content.header.place, content.header.date))
    return (tuple(_body_names(content)), _system_names(content)), (tuple(_number_cell(content)), (day,))


def _body_names(content: Content) -> Iterator[Piece]:
    header, form = content.header, FORMS[content.layout]
    upper = _names(header.upper, form, Role.UPPER)
    issuer = _names(header.issuer, form, Role.ISSUER)
    yield from (para(Role.UPPER, line) for line in upper)
    yield from (para(Role.ISSUER, line) for line in issuer)
    if content.layout is Layout.PARTY:
        yield para(Role.STAR, "*")
    else:
        yield Rule(_PART_OF_LINE * max(bold_width(line, form.looks[Role.ISSUER].size) for line in issuer))


def _system_names(content: Content) -> tuple[Piece, ...]:
    """National name and motto, or the Party's name, with a line as long as the words above it."""
    looks = FORMS[content.layout].looks
    if content.layout is Layout.PARTY:
        return para(Role.PARTY, PARTY_NAME), Rule(bold_width(PARTY_NAME, looks[Role.PARTY].size))
    return para(Role.NATIONAL, NATIONAL_NAME), para(Role.MOTTO, MOTTO), Rule(bold_width(MOTTO, looks[Role.MOTTO].size))


def _number_cell(content: Content) -> Iterator[Piece]:
    """Number and symbol, the subject of a letter, marks."""
    # Other programs read the number here; nothing in it may differ from what is printed elsewhere.
    yield Para(Role.NUMBER, (Run(tidy(number_line(content))),))
    if content.kind is Kind.CONG_VAN and content.subject:
        yield para(Role.LETTER_SUBJECT, letter_subject(content))
    if content.header.urgency:
        yield para(Role.URGENCY, _URGENCY[content.header.urgency])
    if content.header.draft:
        yield para(Role.DRAFT, "DỰ THẢO")


def _names(lines: tuple[str, ...], form: Form, role: Role) -> list[str]:
    """Names in capitals, as many lines as the column needs."""
    return [
        part for line in lines for part in fitted(tidy(line).strip().upper(), form.looks[role].size, form.head_left)
    ]


def number_line(content: Content) -> str:
    """ "Số: 05/KH-UBND" or "Số 05-KH/ĐU"; a number that is not known yet leaves room."""
    header = content.header
    digits = header.number.strip()
    digits = digits.zfill(2) if digits.isdigit() else digits or _BLANK
    if content.layout is Layout.PARTY:
        return f"Số {digits}-{header.symbol}"
    return f"Số: {digits}/{header.symbol}"


def letter_subject(content: Content) -> str:
    """The subject of a letter: "V/v …" for the State, bare for the Party."""
    words = content.subject.strip()
    for opening_words in ("V/v", "Về việc", "về việc"):
        words = words.removeprefix(opening_words).strip()
    if content.layout is Layout.PARTY:
        return words[:1].upper() + words[1:]
    return f"V/v {words}"


def date_line(place: str, day: date | None) -> str:
    """Place and date of the head; a day that is not known yet leaves room."""
    return f"{place.strip() or _BLANK}, {long_date(day)}"


def long_date(day: date | None) -> str:
    """ "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 have a nought in front."""
    if day is None:
        return f"ngày{_BLANK}tháng{_BLANK}năm{_BLANK}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def opening(content: Content) -> tuple[Piece, ...]:
    """Title and subject, addressees, authority, grounds, "QUYẾT ĐỊNH:"."""
    return tuple(_opening(content))


def _opening(content: Content) -> Iterator[Piece]:
    form = FORMS[content.layout]
    if content.kind is not Kind.CONG_VAN:
        yield para(Role.TITLE, (content.title or NAMES[content.kind]).upper())
        if content.subject or not content.is_form:
            yield _evened(para(Role.SUBJECT, content.subject), form)
        if not content.is_form:
            yield from _subject_rule(content)
    yield from _addressed(content)
    if content.authority:
        yield para(Role.AUTHORITY, content.authority.upper())
    yield from _grounds(content)
    if content.kind is Kind.QUYET_DINH:
        yield para(Role.ENACTING, "QUYẾT ĐỊNH:" if content.layout is Layout.STATE else "QUYẾT ĐỊNH")


def _evened(paragraph: Para, form: Form, width: float | None = None) -> Para:
    """A centred paragraph, narrowed so that its last line is about as long as the others."""
    room = width or form.text_width()
    size = form.looks[paragraph.role].size
    total = bold_width(paragraph.text, size)
    lines = ceil(total / (room - _EVENING_ROOM))
    if lines < 2:
        return paragraph
    return replace(paragraph, inset=max(0.0, (room - total / lines - _EVENING_ROOM) / 2))


def _subject_rule(content: Content) -> Iterator[Piece]:
    form = FORMS[content.layout]
    if content.layout is Layout.PARTY:
        yield para(Role.SUBJECT, "-----")
        return
    width = min(bold_width(content.subject, form.looks[Role.SUBJECT].size), form.text_width())
    least, most = _SUBJECT_RULE
    yield Rule(min(max(width * _PART_OF_LINE, least), most))


def _addressed(content: Content) -> Iterator[Piece]:
    words = "Kính trình" if content.layout is Layout.PARTY and content.kind is Kind.TO_TRINH else "Kính gửi"
    if len(content.addressees) == 1:
        yield para(Role.ADDRESSED, f"{words}: {content.addressees[0].strip().rstrip('.;,')}")
    elif content.addressees:
        yield para(Role.ADDRESSED, f"{words}:")
        for at, addressee in enumerate(content.addressees, 1):
            yield para(Role.ADDRESSEE, entry(addressee, "." if at == len(content.addressees) else ";"))


def _grounds(content: Content) -> Iterator[Para]:
    for at, basis in enumerate(content.bases, 1):
        last = at == len(content.bases)
        line = ended(
            para(Role.BASIS, _dashed(basis) if content.layout is Layout.PARTY else basis), "." if last else ";"
        )
        yield line


def _dashed(basis: Text) -> Text:
    return f"- {basis}" if isinstance(basis, str) else ("- ", *basis)


def issuer_in_text(content: Content) -> str:
    """The issuing body as running text names it."""
    if content.issuer_name:
        return content.issuer_name
    return running_case(" ".join(content.header.issuer))


def annex_head(annex: Annex, place: int, content: Content) -> tuple[Piece, ...]:
    """Label, title and reference of the annex with this place among the numbered ones (0 for the only one)."""
    return tuple(_annex_head(annex, place, content))


def _annex_head(annex: Annex, place: int, content: Content) -> Iterator[Piece]:
    if annex.numbered:
        yield para(Role.ANNEX_LABEL, f"Phụ lục {roman(place)}" if place else "PHỤ LỤC")
    yield para(Role.ANNEX_TITLE, annex.title.upper())
    reference = annex.reference
    if reference is None:
        words = "Kèm theo" if annex.numbered else "Ban hành kèm theo"
        reference = f"({words} {own_citation(content)})"
    if reference:
        yield para(Role.ANNEX_REFERENCE, reference)
    yield Rule(_SUBJECT_RULE[1])


def own_citation(content: Content) -> str:
    """How the document is cited: "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã …"."""
    number = number_line(content).removeprefix("Số").lstrip(": ")
    return f"{NAMES[content.kind]} số {number} {long_date(content.header.date)} của {issuer_in_text(content)}"
