"""Parts of a file: the document itself, its annexes, the plan a decision issues, the templates a letter appends.

Each part has head lines (title, number, addressees), body lines and foot lines (recipients, signature).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from vanban.structure import marks
from vanban.structure.kinds import TITLE_LINE, kind_of_title
from vanban.structure.lines import Line
from vanban.structure.markers import Family
from vanban.types import BlockKind


class PartKind(StrEnum):
    """What a part is to the file."""

    MAIN = "main"
    ANNEX = "annex"
    EMBEDDED = "embedded"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its lines. ``title_kind`` is the kind of document its own title names, if it has one."""

    kind: PartKind
    title_kind: str | None
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


_BODY_FAMILIES = frozenset({Family.ROMAN, Family.PART, Family.ARTICLE})
"""A numbered section behind a signature belongs to a document whose title was not seen."""

_LONGEST_TITLE = 300
_ATTACHED_WITHIN = 8
_TITLE_LENGTH = 60
_SUBJECT_LENGTH = 700
_SUBJECT_LINES = 8


def split_parts(lines: list[Line]) -> tuple[Part, ...]:
    """Cut the lines (footnotes left out) into parts; the first part is always the main document."""
    kept = [line for line in lines if line.kind is not BlockKind.FOOTNOTE]
    starts = _part_starts(kept)
    bounds = zip(starts, [*starts[1:], (len(kept), PartKind.MAIN)], strict=True)
    return tuple(_part(kind, kept[first:last]) for (first, kind), (last, _) in bounds)


def _part_starts(lines: list[Line]) -> list[tuple[int, PartKind]]:
    starts = [(0, PartKind.MAIN)]
    foot_seen = foot_ever = title_seen = False
    for index, line in enumerate(lines):
        if is_foot_start(line):
            foot_seen = foot_ever = True
        kind = _starts_part(lines, index, foot_seen=foot_seen, foot_ever=foot_ever)
        if _is_title(line) and not title_seen and not foot_seen and kind is PartKind.EMBEDDED:
            title_seen, kind = True, None
        if kind and index > starts[-1][0] + (1 if foot_seen else 0):
            first = _with_letterhead(lines, index, starts[-1][0])
            if first > starts[-1][0] and not (kind is PartKind.EMBEDDED and _is_bare_title(lines, starts[-1], first)):
                starts.append((first, kind))
                foot_seen, title_seen = False, True
    return starts


def _starts_part(lines: list[Line], index: int, *, foot_seen: bool, foot_ever: bool) -> PartKind | None:
    line = lines[index]
    if foot_seen and line.marker is not None and line.marker.family in _BODY_FAMILIES:
        return PartKind.EMBEDDED
    if line.marker is not None or len(line.text) > _LONGEST_TITLE:
        return None
    if marks.ANNEX_TITLE.match(line.text) and (foot_seen or len(line.text) <= _TITLE_LENGTH) and index > 3:
        return PartKind.ANNEX
    if foot_ever and marks.TEMPLATE_TITLE.match(line.text) and marks.is_capitals(line.text):
        return PartKind.TEMPLATE
    if _is_title(line) and index > 3 and (foot_seen or _attached_follows(lines, index)):
        return PartKind.EMBEDDED
    return None


def _is_bare_title(lines: list[Line], previous: tuple[int, PartKind], first: int) -> bool:
    """True when the title only completes a template or annex that has just begun ("MẪU", then "KẾ HOẠCH")."""
    start, kind = previous
    if kind not in (PartKind.TEMPLATE, PartKind.ANNEX):
        return False
    return all(marks.is_capitals(line.text) or len(line.text) < _TITLE_LENGTH for line in lines[start:first])


def _is_title(line: Line) -> bool:
    found = TITLE_LINE.match(line.text)
    return bool(found) and marks.is_capitals(line.text[: found.end()] if found else "") and not line.text.endswith(":")


def _attached_follows(lines: list[Line], index: int) -> bool:
    return any(marks.ATTACHED.match(line.text) for line in lines[index + 1 : index + 1 + _ATTACHED_WITHIN])


def _with_letterhead(lines: list[Line], index: int, floor: int) -> int:
    """A part that has a letterhead of its own starts with it."""
    first = index
    while first - 1 > floor and _is_letterhead(lines[first - 1]):
        first -= 1
    return first if any(marks.NATIONAL_NAME.search(line.text) for line in lines[first:index]) else index


def _is_letterhead(line: Line) -> bool:
    text = line.text
    return len(text) < 120 and bool(
        marks.NATIONAL_NAME.search(text)
        or marks.MOTTO.search(text)
        or marks.NUMBER_LINE.search(text)
        or marks.PLACE_AND_DATE.search(text)
        or (marks.is_capitals(text) and not marks.CAPACITY.match(text) and not marks.SIGNING_POST.match(text))
    )


def is_foot_start(line: Line) -> bool:
    """True for "Nơi nhận" and for the first line of a signature."""
    if marks.RECIPIENTS.match(line.text) and len(line.text) < 400:
        return True
    return bool(marks.CAPACITY.match(line.text)) and len(line.text) < 120 and marks.is_capitals(line.text)


def _part(kind: PartKind, lines: list[Line]) -> Part:
    head = _head_length(lines)
    foot = next((at for at in range(head, len(lines)) if is_foot_start(lines[at])), _signature_alone(lines, head))
    foot = _foot_with_cell(lines, head, foot)
    return Part(kind, _title_kind(lines[:head]), tuple(lines[:head]), tuple(lines[head:foot]), tuple(lines[foot:]))


def _signature_alone(lines: list[Line], head: int) -> int:
    """A post in capitals and a name, nothing else, close minutes and letters without recipients."""
    if len(lines) - 2 < head or len(lines) < _SIGNATURE_LINES:
        return len(lines)
    post, name = lines[-_SIGNATURE_LINES:]
    signed = marks.SIGNING_POST.match(post.text) and marks.is_capitals(post.text) and len(post.text) < _LONGEST_POST
    return len(lines) - _SIGNATURE_LINES if signed and marks.PERSON_NAME.match(name.text) else len(lines)


_SIGNATURE_LINES = 2
_LONGEST_POST = 60


def _foot_with_cell(lines: list[Line], head: int, foot: int) -> int:
    """The foot is a table: the cells before "Nơi nhận" in the same table belong to it."""
    start = lines[foot].cell if foot < len(lines) else None
    if start is not None:
        block = start[0]
        while foot > head and (cell := lines[foot - 1].cell) and cell[0] == block:
            foot -= 1
    return foot


def _title_kind(head: list[Line]) -> str | None:
    for line in head:
        found = TITLE_LINE.match(line.text)
        if found and (marks.is_capitals(found.group(1)) or line is head[0]):
            return kind_of_title(found.group(1))
    return None


_NAMES_WORK = re.compile(r"(?:Thực\s+hiện|Triển\s+khai|Phát\s+huy|Hưởng\s+ứng|Tiếp\s+tục)\s")
"""Subjects of plans may begin as body text does ("Thực hiện công tác …")."""


class _HeadScan:
    """Walks the first lines of a part and decides where the head ends."""

    def __init__(self) -> None:
        self.title_seen = False
        self.subject_lines = 0
        self.addressing = False

    def takes(self, line: Line) -> bool:
        """True when ``line`` still belongs to the head."""
        text = line.text
        if line.table is not None:
            return False
        if marks.ADDRESSED_TO.match(text) or marks.WIRED_TO.match(text) or _dated_and_addressed(text):
            self.addressing = True
            return True
        if self.addressing:
            return self._addressee(line)
        if self._fixed(text):
            return True
        if line.marker and not marks.SUBJECT.match(text):
            return line.marker.is_bullet and line.cell is not None
        return self._title_or_subject(line)

    def _addressee(self, line: Line) -> bool:
        if line.marker:
            return line.marker.is_bullet
        return len(line.text) < 200 and line.text.endswith((";", ",")) and not marks.BODY_OPENING.match(line.text)

    def _fixed(self, text: str) -> bool:
        if marks.SUBJECT.match(text):
            self.subject_lines = 1
            return True
        return len(text) < 200 and bool(
            marks.NATIONAL_NAME.search(text)
            or marks.MOTTO.search(text)
            or marks.PARTY_NAME.search(text)
            or _is_number_line(text)
            or marks.BARE_NUMBER_LINE.match(text)
            or marks.SYMBOL_LINE.match(text)
            or (marks.PLACE_AND_DATE.match(text) and len(text) < 90)
            or marks.ATTACHED.match(text)
            or marks.URGENCY.match(text)
            or text.strip("*. -_…") == ""
        )

    def _title_or_subject(self, line: Line) -> bool:
        text = line.text
        if marks.is_capitals(text) and (self.title_seen or not text.endswith((".", ";"))):
            if TITLE_LINE.match(text) or marks.ANNEX_TITLE.match(text):
                self.title_seen = True
                self.subject_lines = 1
            return True
        if self._title_runs_on(text):
            return True
        if self.subject_lines == 0 or self.subject_lines > _SUBJECT_LINES or len(text) > _SUBJECT_LENGTH:
            return False
        if text.endswith((".", ":", ";")):
            return False
        if marks.BODY_OPENING.match(text) and not (self.subject_lines == 1 and _NAMES_WORK.match(text)):
            return False
        self.subject_lines += 1
        return True

    def _title_runs_on(self, text: str) -> bool:
        """ "KẾ HOẠCH trồng cây phân tán năm 2026": title and subject on one line."""
        found = TITLE_LINE.match(text)
        if self.title_seen or found is None or len(text) > _SUBJECT_LENGTH or text.endswith((":", ".", ";")):
            return False
        if not marks.is_capitals(found.group(1)):
            return False
        self.title_seen = True
        self.subject_lines = 1
        return True


def _is_number_line(text: str) -> bool:
    """ "Số: 12/KH-UBND", or with the kind before it ("Nghị quyết số: 5/NQ-HĐND")."""
    found = marks.NUMBER_LINE.search(text[:60])
    return found is not None and (
        found.start() < 3 or (TITLE_LINE.match(text) is not None and len(text) < _TITLE_LENGTH)
    )


def _dated_and_addressed(text: str) -> bool:
    """Place, date and "Kính gửi" that the reader could not keep apart."""
    return bool(marks.PLACE_AND_DATE.match(text) and marks.ADDRESSED_TO.search(text))


def _head_length(lines: list[Line]) -> int:
    scan = _HeadScan()
    first = lines[0].text if lines else ""
    count = 0
    if TITLE_LINE.match(first) and not marks.is_capitals(first) and _is_title_sentence(first):
        count = 1
    if count < len(lines) and not scan.takes(lines[count]):
        count = _letterhead_below(lines, count)
    count = _scanned(lines, count, scan)
    if count < len(lines) and scan.addressing:
        return count
    return _until_addressed(lines, count)


def _scanned(lines: list[Line], count: int, scan: _HeadScan) -> int:
    """Where the head ends; a line of a column that was read too early does not end it before the letterhead has."""
    while count < len(lines):
        if scan.takes(lines[count]) or (
            not scan.title_seen
            and any(
                marks.NATIONAL_NAME.search(line.text) or marks.PARTY_NAME.search(line.text)
                for line in lines[count + 1 : count + 1 + _READ_TOO_EARLY]
            )
        ):
            count += 1
        else:
            break
    return count


_READ_TOO_EARLY = 2
_ABOUT = re.compile(r"\s+(?:về|của|kết\s+luận|ý\s+kiến|v/v)\s", re.I)


def _is_title_sentence(text: str) -> bool:
    """A title in small letters over a text: "Thông báo kết luận của …", closed by a full stop or not."""
    found = TITLE_LINE.match(text)
    if found is None or text.endswith(":"):
        return False
    return not text.endswith(".") or (len(text) < _LONGEST_TITLE and _ABOUT.match(text, found.end()) is not None)


_LETTERHEAD_WITHIN = 3


def _letterhead_below(lines: list[Line], count: int) -> int:
    """A remark may stand above the letterhead; the head then starts with the letterhead."""
    for index in range(count + 1, min(count + 1 + _LETTERHEAD_WITHIN, len(lines))):
        if marks.NATIONAL_NAME.search(lines[index].text) or marks.is_capitals(lines[index].text):
            return index
    return count


def _until_addressed(lines: list[Line], count: int) -> int:
    """A letter's head runs to "Kính gửi" even when a line before it was not understood."""
    for index in range(count, min(count + 6, len(lines))):
        if marks.ADDRESSED_TO.match(lines[index].text):
            scan = _HeadScan()
            while index < len(lines) and scan.takes(lines[index]):
                index += 1
            return index
    return count
