"""The head of a part: kind, issuer, number and symbol, place and date, subject, addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.structure import marks
from vanban.structure.casing import running_case
from vanban.structure.kinds import TITLE_LINE, is_bare_title, kind_of_symbol, kind_of_title
from vanban.structure.lines import Line
from vanban.text.naming import full_name
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Head:
    """What the head lines say; None where they say nothing. ``side`` is None when the head does not tell."""

    kind: str | None = None
    side: str | None = None
    number: str | None = None
    symbol: str | None = None
    number_span: Span | None = None
    place: str | None = None
    issued_on: str | None = None
    date_span: Span | None = None
    issuer: str | None = None
    subject: str | None = None
    title_span: Span | None = None
    addressees: tuple[str, ...] = ()
    letterhead: bool = False


def read_head(lines: tuple[Line, ...]) -> Head:
    """Read the head lines of a part."""
    number, symbol, number_span = _number(lines)
    place, issued_on, date_span = _place_and_date(lines)
    title_span, title_kind = _title(lines)
    addressees = _addressees(lines)
    kind = title_kind or kind_of_symbol(symbol or "") or ("cong_van" if addressees or symbol else None)
    return Head(
        kind=kind, side=_side(lines, symbol), number=number, symbol=symbol, number_span=number_span, place=place,
        issued_on=issued_on, date_span=date_span, issuer=_issuer(lines), subject=_subject(lines, symbol),
        title_span=title_span, addressees=addressees,
        letterhead=any(marks.NATIONAL_NAME.search(one.text) or marks.PARTY_NAME.search(one.text) for one in lines),
    )  # fmt: skip


_LATEST_PLACE = 90
_LATEST_NUMBER = 20
"""A number further inside a line is that of a cited document."""


def _number(lines: tuple[Line, ...]) -> tuple[str | None, str | None, Span | None]:
    for at, line in enumerate(lines):
        if marks.ATTACHED.match(line.text) or marks.ADDRESSED_TO.match(line.text) or marks.SUBJECT.match(line.text):
            continue
        found = marks.NUMBER_LINE.search(line.text)
        if found and found.start() < _LATEST_NUMBER:
            span = Span(line.start + found.start(), line.start + found.end())
            return found.group("number"), found.group("symbol").rstrip("."), span
        if marks.BARE_NUMBER_LINE.match(line.text):
            following = marks.SYMBOL_LINE.match(lines[at + 1].text) if at + 1 < len(lines) else None
            symbol = following.group("symbol") if following else None
            number = following.group("number") if following else None
            return number, symbol, Span(line.start, lines[at + 1].end if following else line.end)
    return None, None, None


def _place_and_date(lines: tuple[Line, ...]) -> tuple[str | None, str | None, Span | None]:
    for line in lines:
        number = marks.NUMBER_LINE.search(line.text[:60])
        found = marks.PLACE_AND_DATE.search(line.text, number.end() if number else 0)
        if found and found.start() < _LATEST_PLACE and not marks.ATTACHED.match(line.text):
            place = (found.group("place") or "").strip(" *-.…") or None
            date_start = found.start() + found.group(0).lower().index("ngày")
            return place, partial_date(found), Span(line.start + date_start, line.start + found.end())
    return None, None, None


def partial_date(found: re.Match[str]) -> str | None:
    """Return the ISO date of a match with day, month and year, as far as they are printed: "2026-02", "2026"."""
    year, month, day = found.group("year"), found.group("month"), found.group("day")
    if not year:
        return None
    if not month:
        return year
    return f"{year}-{int(month):02d}-{int(day):02d}" if day else f"{year}-{int(month):02d}"


def _title(lines: tuple[Line, ...]) -> tuple[Span | None, str | None]:
    for line in lines:
        found = TITLE_LINE.match(line.text)
        if found and (marks.is_capitals(found.group(1)) or line is lines[0]) and not line.text.endswith(":"):
            return Span(line.start, line.start + found.end()), kind_of_title(found.group(1))
    return None, None


def _side(lines: tuple[Line, ...], symbol: str | None) -> str | None:
    whole = "\n".join(line.text for line in lines)
    if re.search(
        r"mặt\s+trận\s+tổ\s+quốc|MTTQ|công\s+đoàn|hội\s+(?:nông\s+dân|liên\s+hiệp)|đoàn\s+thanh\s+niên",
        _letterhead(lines),
        re.I,
    ):
        return "front"
    if any(marks.PARTY_NAME.search(line.text) for line in lines) or (
        symbol and re.search(r"/(?:TU|TW|ĐU|BTCTU|VPTU)\b", symbol)
    ):
        return "party"
    if marks.NATIONAL_NAME.search(whole) or (symbol and re.search(r"UBND|HĐND|TTg|VPCP|NĐ-CP", symbol)):
        return "state"
    return None


def _letterhead(lines: tuple[Line, ...]) -> str:
    """The lines above the title, the subject and the addressees."""
    kept = []
    for line in lines:
        if TITLE_LINE.match(line.text) or marks.ADDRESSED_TO.match(line.text) or marks.SUBJECT.match(line.text):
            break
        kept.append(line.text)
    return "\n".join(kept)


def _issuer(lines: tuple[Line, ...]) -> str | None:
    names: list[str] = []
    for line in lines:
        text = line.text.strip(" *-–—_")
        if _ends_letterhead(line):
            break
        name = _BESIDE.split(text)[0].strip(" *-–—_")
        if marks.is_capitals(name) and not any(pattern.search(name) for pattern in _NO_ISSUERS):
            names.append(name)
    return _own_name(names)


_NO_ISSUERS = (marks.NATIONAL_NAME, marks.MOTTO, marks.PARTY_NAME, marks.URGENCY)


_BESIDE = re.compile(r"(?:^|\s+)(?=CỘNG\s+H|ĐẢNG\s+CỘNG|Độc\s+lập)")
"""The national name stands beside the issuer, on the same line of a text that lost its columns."""


def _ends_letterhead(line: Line) -> bool:
    text = line.text
    found = TITLE_LINE.match(text)
    return bool(
        marks.NUMBER_LINE.search(text[:40])
        or marks.BARE_NUMBER_LINE.match(text)
        or marks.ADDRESSED_TO.match(text)
        or marks.SUBJECT.match(text)
        or (found and marks.is_capitals(found.group(1)))
        or marks.ANNEX_TITLE.match(text)
        or marks.TEMPLATE_TITLE.match(text)
    )


_NEW_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|SỞ|ĐẢNG ỦY|ĐẢNG UỶ|BAN|VĂN PHÒNG|CHI CỤC|TRUNG TÂM|CÔNG AN|HỘI|CỤC|VỤ|BỘ|PHÒNG|BCH|"
    r"TIỂU BAN|TRƯỜNG (?:ĐẠI HỌC|CAO ĐẲNG|CHÍNH TRỊ|TRUNG HỌC|TIỂU HỌC|MẦM NON|MẪU GIÁO|THPT|THCS)|VIỆN|BỆNH VIỆN|"
    r"TỔNG CỤC|CÔNG TY|TỔNG CÔNG TY|THANH TRA|KHO BẠC|LIÊN ĐOÀN)\b"
)

_COMMITTEE = re.compile(r"(?:BAN\s+)?(?:THƯỜNG\s+TRỰC|THƯỜNG\s+VỤ|CHẤP\s+HÀNH)")


_NAMELESS = re.compile(r"VĂN\s+PHÒNG|(?:ỦY|UỶ)\s+BAN\s+KIỂM\s+TRA")
"""Bodies that every authority has; their name is that of the authority."""
_SEAT = re.compile(r"(?:ỦY|UỶ)\s+BAN\s+NHÂN\s+DÂN\s|UBND\s|(?:TỈNH|THÀNH|ĐẢNG)\s+(?:ỦY|UỶ)\s")


_SUPERIOR = re.compile(
    r"(?P<above>(?:ĐẢNG\s+BỘ|(?:ỦY|UỶ)\s+BAN\s+NHÂN\s+DÂN)\s+(?:TỈNH|THÀNH\s+PHỐ|XÃ|PHƯỜNG)\s.{2,30}?|BỘ\s.{2,40}?)\s+"
    r"(?P<own>(?:ĐẢNG\s+(?:ỦY|UỶ)|SỞ|BAN|VĂN\s+PHÒNG|CHI\s+CỤC|TRUNG\s+TÂM|PHÒNG|CỤC)\s.+)"
)


def _superior_and_own(name: str) -> list[str]:
    """Two bodies that a text printed on one line."""
    found = _SUPERIOR.fullmatch(name)
    return [found.group("above"), found.group("own")] if found else [name]


def _own_name(names: list[str]) -> str | None:
    """Join broken lines; of a superior body and the issuing one, the issuing one (the last) counts.

    A standing committee is one of the body above it.
    """
    bodies: list[str] = []
    for name in (piece for whole in names for piece in _superior_and_own(whole)):
        if bodies and not _NEW_BODY.match(name):
            bodies[-1] = f"{bodies[-1]} {name}"
        else:
            bodies.append(name)
    own = [full_name(running_case(body)) for body in bodies[-2:]]
    if len(own) > 1 and _COMMITTEE.fullmatch(bodies[-1]):
        return f"{own[-1]} {own[0]}"
    if len(own) > 1 and _NAMELESS.fullmatch(bodies[-1]) and _SEAT.match(bodies[-2]):
        return f"{own[-1]} {own[0]}"
    return own[-1] if own else None


_ABOUT = re.compile(r"\s*(?:v\s*/\s*v\s*:?|về\s+việc|về)\s+", re.I)
_OF_ISSUER = re.compile(r"\s*của\s+.{3,90}?\s(?=về\s)", re.I | re.S)


def _subject(lines: tuple[Line, ...], symbol: str | None) -> str | None:
    pieces = _titled_subject(lines) or _letter_subject(lines) or _party_letter_subject(lines, symbol)
    text = " ".join(" ".join(pieces).split()).strip(" *-–—_")
    text = _OF_ISSUER.sub("", text, count=1) if _OF_ISSUER.match(text) else text
    text = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    return text.rstrip(" .;") or None


def _titled_subject(lines: tuple[Line, ...]) -> list[str]:
    """The lines after the title of a document that has one; a line that a column put too early stands first."""
    title = next((at for at, line in enumerate(lines) if is_bare_title(line.text)), None)
    early = _read_too_early(lines[:title]) if title is not None else None
    below = _below_title(lines)
    return [early, *below] if early and below else below


def _read_too_early(lines: tuple[Line, ...]) -> str | None:
    """A line in small letters between the number and the national name."""
    for at, line in enumerate(lines[1:-1], 1):
        between = marks.NUMBER_LINE.match(lines[at - 1].text) and marks.NATIONAL_NAME.search(lines[at + 1].text)
        if between and not marks.SUBJECT.match(line.text) and not marks.is_capitals(line.text):
            return line.text
    return None


def _below_title(lines: tuple[Line, ...]) -> list[str]:
    for at, line in enumerate(lines):
        found = TITLE_LINE.match(line.text)
        if found and (marks.is_capitals(found.group(1)) or at == 0) and not line.text.endswith(":"):
            rest = line.text[found.end() :].strip()
            if re.match(r"(?:số\s*:?\s*)?\d", rest, re.I):
                continue
            after = [rest] if rest else []
            for following in lines[at + 1 :]:
                if _ends_subject(following.text):
                    break
                after.append(following.text)
            return after
    return []


_AUTHORITY = re.compile(
    r"(?:THỦ TƯỚNG|CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|ỦY BAN THƯỜNG VỤ|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|"
    r"QUỐC HỘI$|CHÍNH PHỦ$)\b[^,]*$|Căn\s+cứ\s"
)
"""Whoever decides stands alone on the line below the subject; the grounds follow."""


def _ends_subject(text: str) -> bool:
    return bool(
        marks.ATTACHED.match(text)
        or marks.ADDRESSED_TO.match(text)
        or marks.WIRED_TO.match(text)
        or marks.NUMBER_LINE.match(text)
        or (marks.PLACE_AND_DATE.match(text) and len(text) < 90)
        or _AUTHORITY.match(text)
    )


def _letter_subject(lines: tuple[Line, ...]) -> list[str]:
    """The "V/v …" of a letter, which may run over several lines."""
    for at, line in enumerate(lines):
        found = re.search(r"\bv\s*/\s*v\b\s*:?\s*", line.text, re.I)
        if found:
            pieces = [line.text[found.end() :]]
            for following in lines[at + 1 :]:
                if (
                    _ends_subject(following.text)
                    or marks.NATIONAL_NAME.search(following.text)
                    or marks.PARTY_NAME.search(following.text)
                    or following.cell != line.cell
                ):
                    break
                pieces.append(following.text)
            return pieces
    return []


def _party_letter_subject(lines: tuple[Line, ...], symbol: str | None) -> list[str]:
    """A letter of the Party prints its subject without "V/v", below the number."""
    if not symbol or "/" not in symbol:
        return []
    pieces = []
    number_seen = False
    for line in lines:
        text = line.text
        if marks.NUMBER_LINE.search(text[:40]) or marks.SYMBOL_LINE.match(text):
            number_seen = True
        elif marks.ADDRESSED_TO.match(text):
            break
        elif number_seen and not _ends_subject(text) and not marks.PARTY_NAME.search(text):
            pieces.append(text)
    return pieces


def _addressees(lines: tuple[Line, ...]) -> tuple[str, ...]:
    found: list[str] = []
    addressing = False
    for line in lines:
        start = marks.ADDRESSED_TO.search(line.text)
        wired = marks.WIRED_TO.match(line.text)
        if start or wired:
            addressing = True
            found.extend(split_list(line.text[start.end() :] if start else ""))
        elif addressing and not marks.PLACE_AND_DATE.match(line.text):
            found.extend(split_list(line.text))
    return tuple(found)


def split_list(text: str) -> list[str]:
    """Split "- A, - B;" into its entries, without dashes and final punctuation."""
    pieces = re.split(r"(?:^|(?<=[;,.:]))\s*[-–—+]\s+|\s*;\s+", text.strip())
    return [cleaned for piece in pieces if (cleaned := piece.strip(" -–—+*;,.\t/"))]
