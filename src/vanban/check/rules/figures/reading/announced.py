"""Lists whose length is announced: "03 nhiệm vụ sau: (1) …; (2) …; (3) …" and lead-ins above items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.check.rules.figures.reading.number_words import UNITS
from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line

_THINGS = (
    r"nhiệm\s+vụ(?:\s*,\s*giải\s+pháp)?|nội\s+dung|giải\s+pháp|nhóm(?:\s+[^\W\d_]+){1,4}?|mục\s+tiêu|chỉ\s+tiêu|vấn\s+đề|yêu\s+cầu|"
    r"nguyên\s+tắc|bước|đột\s+phá|trọng\s+tâm|dự\s+án|công\s+việc|việc|biện\s+pháp|tiêu\s+chí|tồn\s+tại|khó\s+khăn|kiến\s+nghị|"
    r"chương\s+trình|đề\s+án|nguyên\s+nhân|quan\s+điểm|lĩnh\s+vực|trường\s+hợp"
)
_ANNOUNCED = re.compile(
    rf"(?<![\w/.,\-])(?P<number>0?[2-9]|1\d|{'|'.join(UNITS)})\s+(?P<things>{_THINGS})"
    r"(?P<rest>(?:\s+[^\W\d_]+){0,8}?)\s*(?:(?:sau|sau\s+đây|như\s+sau|cụ\s+thể|gồm|bao\s+gồm|dưới\s+đây|là)(?:\s+(?:đây|như\s+sau))?\s*)?:",
    re.I,
)
_IN_BRACKETS = re.compile(rf"\((?:gồm\s+)?(?P<said>(?P<number>0?[2-9]|[1-9]\d)\s+(?:{_THINGS}))\)\s*[:.]?$", re.I)
_BEFORE = re.compile(r"(?:khoản|điểm|mục|điều|một\s+trong|một\s+số|ít\s+nhất|trên|hơn|lần\s+thứ|trong\s+số)\s+$", re.I)
_ANOTHER = re.compile(rf"\d+\s+(?:{_THINGS})[^.;:]*(?:,|\svà)\s+$", re.I)
"""Two announced numbers share one list: "01 dự án pháp lệnh, 03 dự án nghị quyết sau"."""
_ENUMERATOR = re.compile(r"\((\d{1,2}|[ivx]{1,4}|[a-zđ])\)(?=\s)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SERIES = (tuple(str(number) for number in range(1, 30)), _ROMAN, tuple("abcdđeghiklmnop"))
_FEWEST = 2
_LONGEST_REACH = 3000


@dataclass(frozen=True, slots=True)
class Announcement:
    """A number of things announced at ``text[start:end]`` and how many are listed, in the sentence or below it.

    ``sure`` when the items are numbered and their numbers say how many there are.
    """

    number: int
    listed: int
    start: int
    end: int
    sure: bool


def announcements(document: CheckedDocument) -> tuple[Announcement, ...]:
    """Every announced list that can be counted."""
    found = []
    for part in document.structure.parts:
        lines = part.part.body
        for at, line in enumerate(lines):
            if line.table is not None:
                continue
            found += [_in_heading(lines, at)] if line.text.endswith((")", "):", ").")) else []
            if ":" in line.text:
                matches = _ANNOUNCED.finditer(document.text, line.body, line.end)
                found += [_announcement(document.text, match, lines, at) for match in matches]
    return tuple(one for one in found if one)


def _in_heading(lines: tuple[Line, ...], at: int) -> Announcement | None:
    """ "b) Mục tiêu theo lĩnh vực (10 mục tiêu)" above its items, or above headings whose numbers add up."""
    line = lines[at]
    match = _IN_BRACKETS.search(line.text)
    if match is None:
        return None
    items = _items_below(lines, at)
    if len(items) < _FEWEST:
        return None
    said = [_IN_BRACKETS.search(item.text) for item in items]
    below, sure = (sum(int(one.group("number")) for one in said if one), True) if any(said) else _counted_items(items)
    if any(said) and not all(said):
        return None
    start, end = match.span("said")
    return Announcement(int(match.group("number")), below, line.start + start, line.start + end, sure)


def _announcement(text: str, match: re.Match[str], lines: tuple[Line, ...], at: int) -> Announcement | None:
    if _BEFORE.search(text, max(0, match.start() - 16), match.start()):
        return None
    if _ANOTHER.search(text, max(0, match.start() - 60), match.start()):
        return None
    printed = match.group("number").lower()
    number = int(printed) if printed.isdigit() else UNITS[printed]
    start, stop, end = match.start(), match.end("things"), lines[at].end
    inside = _enumerated(text, match.end(), min(end, match.end() + _LONGEST_REACH))
    if inside >= _FEWEST:
        return Announcement(number, inside, start, stop, sure=True)
    below, sure = _counted_items(_items_below(lines, at)) if match.end() >= end - 1 else (0, False)
    return Announcement(number, below, start, stop, sure) if below >= _FEWEST else None


def _enumerated(text: str, start: int, end: int) -> int:
    """How far the first kind of enumerators in brackets counts up: (1), (2), (3); others are of items inside these."""
    labels = [found.group(1) for found in _ENUMERATOR.finditer(text, start, end)]
    series = next((one for one in _SERIES if labels and labels[0] == one[0]), None)
    return _counted(labels, series) if series else 0


def _counted(labels: list[str], series: tuple[str, ...]) -> int:
    count = 0
    for label in labels:
        if count < len(series) and label == series[count]:
            count += 1
    return count


def _counted_items(items: list[Line]) -> tuple[int, bool]:
    """How many items there are, and whether their own numbers say the same."""
    labels = [item.marker.label for item in items if item.marker]
    return len(labels), labels == [str(number) for number in range(1, len(labels) + 1)]


def _items_below(lines: tuple[Line, ...], at: int) -> list[Line]:
    """The items of the first kind below a lead-in.

    Items of a deeper kind belong to the one above them; an unmarked paragraph ends bullets and continues numbered
    items; a shallower kind, the kind of the lead-in itself, or a number that starts again ends the list.
    """
    first = lines[at + 1].marker if at + 1 < len(lines) else None
    own = lines[at].marker
    if first is None or (own is not None and own.family is first.family):
        return []
    items: list[Line] = []
    labels: set[str] = set()
    for line in lines[at + 1 :]:
        marker = line.marker
        if marker is None:
            if first.is_bullet:
                break
            continue
        if marker.family < first.family or (own is not None and marker.family is own.family):
            break
        if marker.family is first.family:
            if not marker.is_bullet and marker.label in labels:
                break
            labels.add(marker.label)
            items.append(line)
    return items
