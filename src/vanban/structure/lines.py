"""Lines: the paragraphs of a document in reading order, those of layout tables included.

Official documents set their head and foot in borderless tables; those cells are ordinary lines here. A table that
carries data stays one line with its table attached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.structure.markers import Marker, read_marker
from vanban.text.letters import CAPITALS
from vanban.types import Block, BlockKind, Cell, ReadDocument, Style, Table


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: ``text == document.text[start:end]``, trimmed. ``body`` is where the text after a marker starts.

    ``cell`` is (block, row, column) when the line comes from a layout table; ``table`` is set for a data table.
    """

    start: int
    end: int
    text: str
    marker: Marker | None
    style: Style
    kind: BlockKind = BlockKind.PARAGRAPH
    cell: tuple[int, int, int] | None = None
    table: Table | None = None

    @property
    def body(self) -> int:
        """Offset of the first character after the marker."""
        return self.start + (self.marker.length if self.marker else 0)

    @property
    def body_text(self) -> str:
        """The text after the marker."""
        return self.text[self.marker.length :] if self.marker else self.text


_TASK_COLUMN = re.compile(
    r"chủ\s+trì|phối\s+hợp|thời\s+(?:gian|hạn)|sản\s+phẩm|nhiệm\s+vụ|nội\s+dung|chỉ\s+tiêu|\bstt\b|\btt\b", re.I
)
_LAYOUT = re.compile(
    r"cộng\s+h[òo][àa]?\w*\s+xã\s+hội|độc\s+lập\s*-|đảng\s+cộng\s+sản|nơi\s+nhận|^\s*số\s*:", re.I | re.M
)
_DATA_COLUMNS = 3


def read_lines(document: ReadDocument) -> list[Line]:
    """Return the lines of ``document``; empty paragraphs and rules of dashes are left out."""
    lines: list[Line] = []
    for number, block in enumerate(document.blocks):
        for line in _block_lines(document.text, number, block):
            if lines and _continues(lines[-1], line):
                lines[-1] = replace(lines[-1], end=line.end, text=document.text[lines[-1].start : line.end])
            else:
                lines.append(line)
    return lines


_TAKES_UP = re.compile(r"Trong\s+đó\s*,")
_OPEN_ENDED = re.compile(
    rf"(?:,|\s(?:của|và|các|về|với|cho|trong|để|được|theo|tại|từ|đến|hoặc|là|những|do|bằng|số|ngày|tháng|năm|Thủ\s+tướng|Ủy\s+ban\s+nhân\s+dân))$"
    rf"|\s(?:tỉnh|thành\s+phố|xã|phường|huyện)\s+[{CAPITALS}][^\W\d_]*$|[^\W\d_]\s[-–]\s[{CAPITALS}][^\W\d_]*$"
)
_HALF_NAME = re.compile(
    rf"[^\W\d_{CAPITALS}][^\W\d_]*\s(?!(?:Luật|Đảng|Tỉnh|Bộ|Sở|Xã|Phường|Huyện|Quận|Đề)$)[{CAPITALS}][^\W\d_{CAPITALS}]+$"
)
"""One capitalised syllable behind a small word: names have two, so the other is on the next line."""
_OTHER_HALF = re.compile(
    rf"[{CAPITALS}][^\W\d_{CAPITALS}]*(?:\s?[-–]\s?[{CAPITALS}]|\s[{CAPITALS}]|\s[^\W\d_{CAPITALS}]+\s[^\W\d_{CAPITALS}]+)"
)
_LAST_SYLLABLE = re.compile(rf"[{CAPITALS}][^\W\d_{CAPITALS}]+,\s")
_FULL_LINE = 40
_OPEN_VERB = re.compile(
    r"\s(?:phối\s+hợp|hướng\s+dẫn|hỗ\s+trợ|chỉ\s+đạo|đề\s+nghị|yêu\s+cầu|giao|trình|gửi|tham\s+mưu|đôn\s+đốc)$"
)
_BODY_HEAD = re.compile(
    r"(?:Bộ|Sở|Ban|Ủy\s+ban|Uỷ\s+ban|UBND|HĐND|Hội\s+đồng|Văn\s+phòng|Thủ\s+tướng|Chính\s+phủ|Quốc\s+hội|Chủ\s+tịch|Công\s+an|"
    r"Tỉnh\s+ủy|Thành\s+ủy|Ngân\s+hàng|Viện)\s"
)
_COUNTRY = re.compile(r"\bViệt$")
_FINISHED = re.compile(r"[.:!?…]\s*$|\./\s*$")


def _continues(before: Line, line: Line) -> bool:
    """A line broken in mid-sentence: it starts with a small letter, or takes up the sentence before ("Trong đó, …")."""
    if _is_broken_range(before, line) or _is_broken_note(before, line):
        return True
    if (
        line.kind is BlockKind.FOOTNOTE
        or line.marker
        or line.table
        or before.table
        or line.cell != before.cell
        or line.kind is not before.kind
    ):
        return False
    if (
        before.marker
        and len(before.body_text.split()) <= 1
        and not _FINISHED.search(before.text[-1:] if before.body_text else "")
    ):
        return True
    if _OPEN_ENDED.search(before.text[-60:]) and not before.text.isupper():
        return True
    if before.text.isupper():
        return False
    if _is_open_note(before, line):
        return True
    if _splits_a_name(before, line) or _waits_for_a_body(before, line):
        return True
    return bool(_TAKES_UP.match(line.text)) or (line.text[0].islower() and not _FINISHED.search(before.text))


_RANGE_OPEN = re.compile(r"\s\d{1,3}(?:,\d+)?%?$|\b(?:kinh\s+tế|văn\s+hóa|chính\s+trị|quốc\s+phòng)$", re.I)
_RANGE_END = re.compile(r"[-–]\s*(?:\d{1,3}(?:,\d+)?\s*%|xã\s+hội\b|an\s+ninh\b)")


def _is_broken_range(before: Line, line: Line) -> bool:
    """ "bình quân 05 | - 06%/năm", "kinh tế | - xã hội": the dash at the start of the line is no bullet."""
    if before.table or line.table or line.cell != before.cell or line.kind is not before.kind:
        return False
    return bool(_RANGE_END.match(line.text) and _RANGE_OPEN.search(before.text[-24:]))


def _is_broken_note(before: Line, line: Line) -> bool:
    """ "(qua Phòng Nghiệp vụ | 2) chậm nhất …": the figure with its bracket closes what the line before opened."""
    if line.marker is None or line.table or before.table or line.cell != before.cell:
        return False
    return bool(
        line.text.startswith(f"{line.marker.label})")
        and (opened := before.text.rfind("(", max(0, len(before.text) - _OPENED_JUST_NOW))) >= 0
        and before.text.find(")", opened) < 0
        and _OPEN_WORD.search(before.text)
    )


_OPENED_JUST_NOW = 60
_OPEN_WORD = re.compile(r"[^\W\d_]$")
_LONGEST_NOTE = 160


def _is_open_note(before: Line, line: Line) -> bool:
    """The break fell inside brackets: "58 trạm (trong đó: | 25 trạm …)"."""
    tail = before.text[-_LONGEST_NOTE:]
    opened = tail.rfind("(")
    if opened < 0 or tail.find(")", opened) >= 0 or (_FINISHED.search(tail[-2:]) and not tail.endswith(":")):
        return False
    closing = line.text.find(")")
    return closing >= 0 and not 0 <= line.text.find("(") < closing


def _splits_a_name(before: Line, line: Line) -> bool:
    """ "… quốc gia Việt | Nam báo cáo …", "… tuyến kênh Hòn | Mẫu - Gò Thử": the break fell inside a name."""
    if _COUNTRY.search(before.text[-6:]):
        return line.text.startswith("Nam")
    half = _HALF_NAME.search(before.text[-40:])
    if half and _LAST_SYLLABLE.match(line.text):
        return True
    halves = half and _OTHER_HALF.match(line.text)
    return bool(halves) and "-" in line.text[:12]


def _waits_for_a_body(before: Line, line: Line) -> bool:
    """ "… chủ trì, phối hợp | Bộ Tài chính …": a full line that ends with a verb goes on with whom it concerns."""
    return (
        len(before.text) >= _FULL_LINE
        and bool(_OPEN_VERB.search(before.text[-20:]))
        and bool(_BODY_HEAD.match(line.text))
    )


def _block_lines(text: str, number: int, block: Block) -> Iterator[Line]:
    if block.table is None:
        yield from _split(text, block.start, block.end, block.style, block.kind)
    elif is_data_table(text, block.table):
        yield Line(
            block.start, block.end, text[block.start : block.end], None, block.style, block.kind, None, block.table
        )
    else:
        for cell in block.table.cells:
            place = (number, cell.row, cell.column)
            yield from _split(text, cell.start, cell.end, block.style, BlockKind.PARAGRAPH, place)


def is_data_table(text: str, table: Table) -> bool:
    """True when the table lists tasks or figures; False when it only sets the head or foot of the page."""
    whole = text[table.cells[0].start : table.cells[-1].end] if table.cells else ""
    if _LAYOUT.search(whole):
        return False
    first_row = [cell for cell in table.cells if cell.row == 0]
    labels = sum(bool(_TASK_COLUMN.search(_cell_text(text, cell))) for cell in first_row)
    return labels >= 2 or (table.column_count >= _DATA_COLUMNS and table.row_count >= 2)


def _cell_text(text: str, cell: Cell) -> str:
    return text[cell.start : cell.end]


_RULE = re.compile(r"[\s*_\-–—=|.…]+")


def _split(
    text: str, start: int, end: int, style: Style, kind: BlockKind, cell: tuple[int, int, int] | None = None
) -> Iterator[Line]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        first, last = _trim(text, at, stop)
        if first < last and not _RULE.fullmatch(text, first, last):
            marker = None if kind is BlockKind.FOOTNOTE else read_marker(text, first, last)
            yield Line(first, last, text[first:last], marker, style, kind, cell)
        at = stop + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
