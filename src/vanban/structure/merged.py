"""Lines of heads and feet that a text lost its breaks between: number, place and date, title, subject, signature.

"Số: 12/KH-UBND Lạc Giang, ngày 3 tháng 4 năm 2026 KẾ HOẠCH Về …" becomes the four lines that were printed. Only the
first and last lines of a document are looked at, and only cuts that the forms of heads and feet leave no doubt about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vanban.structure import marks
from vanban.structure.kinds import TITLE_LINE, is_bare_title
from vanban.structure.lines import Line
from vanban.structure.markers import read_marker
from vanban.text.letters import CAPITALS

_HEAD_LINES = 12
_FOOT_LINES = 14
_BARE_SYMBOL = re.compile(r"\s*\d{1,4}\s*/\s*[A-ZĐ][\w&]*(?:-[\w&]+)*")
_WORD = re.compile(r"\S+")
_AUTHORITY = re.compile(
    r"(?<!CỦA)\s+(?=(?:(?:ỦY|UỶ)\s+BAN\s+NHÂN\s+DÂN\s+(?:TỈNH|THÀNH\s+PHỐ|XÃ|PHƯỜNG|ĐẶC\s+KHU)\s[^a-z,]{2,40}|THỦ\s+TƯỚNG\s+CHÍNH\s+PHỦ)$)"
)
_NEXT_SENTENCE = re.compile(
    r"(?<=[^\W\d_])\s+(?=(?:(?:Sáng|Chiều|Ngày|Sáng\s+ngày|Chiều\s+ngày)\s+\d|Căn\s+cứ\s|Thực\s+hiện\s+(?:Nghị|Quyết|Kế|Chỉ|Công)))|\n"
)
_NAME = rf"[{CAPITALS}][^\W\d_{CAPITALS}]+(?:\s+[{CAPITALS}][^\W\d_{CAPITALS}]*){{1,4}}"
_SIGNED = re.compile(
    rf"(?P<posts>(?:[{CAPITALS}./,;-]+\s+){{1,16}}?)(?P<box>\((?i:đã\s+ký|chữ\s+ký)\)\s*)?(?P<name>{_NAME})\s*$"
)
_POSTS = re.compile(rf"[{CAPITALS}./,;\s-]+$")
_FILED = re.compile(
    rf"\s(?=(?:(?:Q|KT|TL|TM|TUQ)\s*\.\s*)?(?:(?:PHÓ|BỘ|CHỦ|THỨ|GIÁM|CHÁNH|CỤC|THỦ|BÍ|TỔNG|TRƯỞNG)\s+)[{CAPITALS}./,;\s-]{{3,80}}{_NAME}\s*$)"
)
_LONGEST_SUBJECT = 700
_LATEST_DATE = 200


def part_merged(lines: list[Line]) -> list[Line]:
    """The lines of a document with those of its head and foot set apart."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        cuts = _head_cuts(line, found[-1] if found else None) if at < _HEAD_LINES else []
        if not cuts and at >= len(lines) - _FOOT_LINES:
            cuts = _foot_cuts(line)
        found.extend(_pieces(line, cuts))
    return found


def _pieces(line: Line, cuts: list[int]) -> Iterator[Line]:
    """``line`` cut at offsets into its text."""
    if not cuts:
        yield line
        return
    for first, last in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[first:last]
        start = line.start + first + len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            marker = None if _BARE_SYMBOL.fullmatch(text) else line.marker if first == 0 else read_marker(text)
            yield replace(line, start=start, end=start + len(text), text=text, marker=marker)


def _head_cuts(line: Line, before: Line | None) -> list[int]:
    text = line.text
    if line.table is not None or (line.marker is not None and not _BARE_SYMBOL.match(text)):
        return []
    if before is not None and is_bare_title(before.text):
        return _subject_cut(text)
    cuts = _letterhead_cuts(text)
    if cuts:
        return cuts
    number = marks.NUMBER_LINE.match(text) or _BARE_SYMBOL.match(text)
    dated = marks.PLACE_AND_DATE.search(text[:_LATEST_DATE], number.end() if number else 0)
    if dated is None:
        return []
    cuts = [number.end()] if number and not text[number.end() : dated.start()].strip() else []
    behind = text[dated.end() :]
    titled = TITLE_LINE.match(behind)
    if marks.ADDRESSED_TO.match(behind) or (titled and marks.is_capitals(titled.group(1))):
        cuts.append(dated.end())
        cuts.extend(dated.end() + at for at in _title_cuts(behind) if titled)
    return cuts


def _letterhead_cuts(text: str) -> list[int]:
    """Before and behind the national name, the motto and the Party's name, and before the number."""
    if len(text) > _LATEST_DATE:
        return []
    cuts: set[int] = set()
    for fixed in (marks.NATIONAL_NAME, marks.MOTTO, marks.PARTY_NAME):
        found = fixed.search(text)
        if found and (fixed is marks.MOTTO or found.group().isupper()):
            cuts.update((found.start(), found.end()))
    number = _NUMBER_BEHIND.search(text)
    if number and marks.is_capitals(text[: number.start()]):
        cuts.add(number.end())
    return sorted(at for at in cuts if text[:at].strip(_RULES) and text[at:].strip(_RULES))


_NUMBER_BEHIND = re.compile(r"\s+\*?\s*(?=Số\s*:?\s*\d{0,6}\s*[-/]\s*[A-ZĐ])")
_RULES = " *-–—_.:"


def _subject_cut(text: str) -> list[int]:
    """Where the subject below a title ends and the first sentence begins on the same line."""
    if marks.BODY_OPENING.match(text):
        return []
    found = _NEXT_SENTENCE.search(text, 20, _LONGEST_SUBJECT)
    return [found.end()] if found else []


def _title_cuts(text: str) -> list[int]:
    """Ends of the capitals of a title, and of the authority that closes them."""
    end = 0
    for word in _WORD.finditer(text):
        letters = [char for char in word.group() if char.isalpha()]
        if letters and not all(char.isupper() for char in letters):
            break
        end = word.end()
    authority = _AUTHORITY.search(text[:end])
    cuts = [authority.end()] if authority else []
    return [*cuts, end] if end < len(text.rstrip()) else cuts


def _foot_cuts(line: Line) -> list[int]:
    text = line.text
    if line.table is not None or len(text) > 400:
        return []
    if line.marker is not None and line.marker.is_bullet:
        filed = _FILED.search(text) if "ưu" in text[:12] else None
        return [filed.end(), *(filed.end() + at for at in _signature_cuts(text[filed.end() :]))] if filed else []
    return _signature_cuts(text) if marks.CAPACITY.match(text) or marks.SIGNING_POST.match(text) else []


def _signature_cuts(text: str) -> list[int]:
    found = _SIGNED.match(text)
    if found is None or not _POSTS.match(found.group("posts")) or marks.is_capitals(found.group("name")):
        return []
    return sorted({found.end("posts"), found.start("name")} - {0})
