"""The lines of the form of a document: letterhead, addressees, grounds, end of the body, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanban.check.subject import CheckedDocument
from vanban.structure import marks
from vanban.structure.document import PartTree
from vanban.structure.lines import Line
from vanban.structure.parts import Part
from vanban.text.normalize import fold
from vanban.types import NoticeCode, Span

_NATIONAL = re.compile(r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam", re.I)
_MOTTO = re.compile(r"độc\s+lập\s*[-–—−]?\s*tự\s+do\s*[-–—−]?\s*hạnh\s+phúc", re.I)
_PARTY = re.compile(r"đảng\s+cộng\s+sản\s+việt\s+nam", re.I)
_GROUND = re.compile(r"(?:[-–]\s*)?(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị)\b")
_NEXT_GROUND = re.compile(rf"(?:\n|(?<=[,;]) )(?={_GROUND.pattern})")
_TITLED_NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|TSKH|BS|BSCK\w*|DS|KS|CN|LS|NGƯT|NGND|TTƯT|AHLĐ|CVCC|CVC)\.?\s*[,.]?\s*)+(?=[A-ZĐ][^\W\d_]+\s)"
    r"|(?:Ông|Bà|Đồng\s+chí|Đ/c)\s+"
)
_SIGNATURE_BOX = re.compile(r"\W*(?:đã\s+ký|chữ\s+ký|ký\s+tên)\b", re.I)
_WITHIN_HEAD = 14
_SIGNATURE = 4
"""Lines of a post in up to three lines and a name."""
_LONGEST_HEAD_LINE = 200
_LONGEST_CAPACITY = 120


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list at its place, from its marker to the end of its last line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """The lines of the main document that its form consists of; None and empty where it has none.

    ``top`` are the short lines at its beginning, whether they were understood as its head or not.
    ``national`` and ``motto`` are found by their letters even when tones or capitals are wrong.
    """

    top: tuple[Line, ...]
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    national: Span | None
    motto: Span | None
    party: Span | None
    addressed: Line | None
    addressees: tuple[Item, ...]
    grounds: tuple[Item, ...]
    recipients: Line | None
    entries: tuple[Item, ...]
    capacities: tuple[Line, ...]
    signer: Line | None

    @property
    def closing(self) -> Line | None:
        """The last line of the body, when the foot follows it and it is running text."""
        if not self.body or not self.foot or self.body[-1].table is not None:
            return None
        return self.body[-1]


_NOTHING = Form((), (), (), (), None, None, None, None, (), (), None, (), (), None)
_OF_PARLIAMENT = re.compile(r"QH\d|UBTVQH")
_OF_UNION = re.compile(
    r"\bĐOÀN\s+(?:TNCS|THANH\s+NIÊN)|\b(?:TỈNH|THÀNH|XÃ|PHƯỜNG|BCH)\s+ĐOÀN\b|\bCÔNG\s+ĐOÀN|\bLIÊN\s+ĐOÀN\s+LAO\s+ĐỘNG"
    r"|\bHỘI\s+(?:LIÊN\s+HIỆP|NÔNG\s+DÂN|CỰU\s+CHIẾN\s+BINH)"
)


def is_beyond(document: CheckedDocument) -> bool:
    """True for what neither the decree nor the Party's guides measure.

    That is text recognised in pictures, whose signs nobody vouches for, acts of the National Assembly, and documents of
    unions and associations, which have guides of their own.
    """
    notices = document.structure.document.notices
    if any(notice.code is NoticeCode.RECOGNISED_TEXT for notice in notices):
        return True
    if _OF_PARLIAMENT.search(document.header.symbol or ""):
        return True
    return any(_OF_UNION.search(line.text) for line in _letterhead(document.structure.main))


def _letterhead(main: PartTree) -> Iterator[Line]:
    """The lines in capitals above the title and the number."""
    for line in main.part.head:
        if (main.head.title_span and line.start >= main.head.title_span.start) or marks.NUMBER_LINE.match(line.text):
            return
        if marks.is_capitals(line.text):
            yield line


def form_of(document: CheckedDocument) -> Form:
    """The form of ``document``, read once; empty when the document is beyond these rules."""
    return document.once(_read)


def _read(document: CheckedDocument) -> Form:
    if is_beyond(document):
        return _NOTHING
    part = document.structure.main.part
    above = [line for line in (*part.head, *part.body[:4])[:_WITHIN_HEAD] if len(line.text) < _LONGEST_HEAD_LINE]
    addressed = next((line for line in part.head if marks.ADDRESSED_TO.match(line.text)), None)
    body, foot = _body_and_foot(part)
    recipients = next((line for line in foot if marks.RECIPIENTS.match(line.text)), None)
    capacities = tuple(line for line in foot if _is_capacity(line))
    return Form(
        top=tuple(above),
        head=part.head,
        body=body,
        foot=foot,
        national=_national(above),
        motto=_first(_MOTTO, above) or _folded(above, "doc lap", "hanh phuc"),
        party=_first(_PARTY, [line for line in part.head if marks.is_capitals(line.text)]),
        addressed=addressed,
        addressees=_items(_after(part.head, addressed)),
        grounds=_grounds((*part.head, *part.body)),
        recipients=recipients,
        entries=_items(_recipient_lines(foot, recipients)),
        capacities=capacities,
        signer=_signer(foot, capacities),
    )


def _body_and_foot(part: Part) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A post and a name at the very end are a foot too, though no recipients say so."""
    if part.foot or not part.body or not marks.PERSON_NAME.match(part.body[-1].text):
        return part.body, part.foot
    for at in range(max(1, len(part.body) - _SIGNATURE), len(part.body) - 1):
        if _is_capacity(part.body[at]) and part.body[at].table is None:
            return part.body[:at], part.body[at:]
    return part.body, part.foot


def _national(lines: Sequence[Line]) -> Span | None:
    return _first(_NATIONAL, lines) or _folded(lines, "cong hoa xa hoi", "viet nam")


def _first(pattern: re.Pattern[str], lines: Iterable[Line]) -> Span | None:
    for line in lines:
        found = pattern.search(line.text)
        if found:
            return Span(line.start + found.start(), line.start + found.end())
    return None


def _folded(lines: Iterable[Line], beginning: str, end: str) -> Span | None:
    """A line that would be the phrase if its tones were right."""
    for line in lines:
        folded = fold(line.text)
        if folded.startswith(beginning) and folded.endswith(end) and len(line.text) < len(beginning) + 40:
            return Span(line.start, line.end)
    return None


def _after(lines: Sequence[Line], start: Line | None) -> list[Line]:
    if start is None:
        return []
    return list(lines[lines.index(start) + 1 :])


def _items(lines: Iterable[Line]) -> tuple[Item, ...]:
    """The bulleted entries of a list; a line without a marker goes on with the entry before it."""
    items: list[Item] = []
    for line in lines:
        if line.marker and line.marker.is_bullet:
            items.append(Item(line.start, line.end, line.text))
        elif items:
            items[-1] = Item(items[-1].start, line.end, f"{items[-1].text} {line.text}")
        else:
            break
    return tuple(items)


def _recipient_lines(foot: Sequence[Line], heading: Line | None) -> list[Line]:
    """The lines of the list of recipients: until the signature, or until the other cell of the foot."""
    kept: list[Line] = []
    for line in _after(foot, heading):
        if _is_capacity(line) or (heading and line.cell != heading.cell) or _ends_list(line, kept):
            break
        kept.append(line)
    return kept


def _ends_list(line: Line, before: Sequence[Line]) -> bool:
    """A box for the signature ends the list; so does a person's name after a finished one."""
    if _SIGNATURE_BOX.match(line.text):
        return True
    return bool(before) and before[-1].text.endswith(".") and bool(marks.PERSON_NAME.match(line.text))


def _is_capacity(line: Line) -> bool:
    text = line.text
    return (
        len(text) < _LONGEST_CAPACITY
        and marks.is_capitals(text)
        and bool(marks.CAPACITY.match(text) or marks.SIGNING_POST.match(text))
    )


def _grounds(lines: Sequence[Line]) -> tuple[Item, ...]:
    """The first run of two and more grounds that follow each other."""
    run: list[Item] = []
    for line in lines:
        if line.table is None and _GROUND.match(line.text):
            run += _parted(line)
        elif len(run) > 1:
            break
        else:
            run = []
    return tuple(run) if len(run) > 1 else ()


def _parted(line: Line) -> Iterator[Item]:
    """The grounds of a line; one that ends with a comma was taken for the beginning of the next."""
    start = 0
    for piece in _NEXT_GROUND.split(line.text):
        yield Item(line.start + start, line.start + start + len(piece), piece)
        start += len(piece) + 1


def _signer(foot: Sequence[Line], capacities: Sequence[Line]) -> Line | None:
    for line in _after(foot, capacities[-1] if capacities else None):
        titled = _TITLED_NAME.match(line.text)
        name = line.text[titled.end() :] if titled else line.text
        if marks.PERSON_NAME.match(name) and not marks.RECIPIENTS.match(line.text):
            return line
    return None


def title_before_name(line: Line) -> Span | None:
    """Where a degree, an honour or a form of address stands before the name of the signer."""
    titled = _TITLED_NAME.match(line.text)
    return Span(line.start, line.start + len(titled.group().rstrip())) if titled else None
