"""What content must be like to be set; every fault is said in Vietnamese with the place where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.compose.grids import places
from vanban.compose.kinds import NAMES, abbreviation
from vanban.compose.marks import mark_of
from vanban.compose.model import Block, Content, Kind, Layout, Level, Numbered, Table, plain
from vanban.compose.typography import tidy

_NUMBER = re.compile(r"\d{1,6}[a-zđ]?")
_YEAR = re.compile(r"^\d{4}/")
_SYMBOL = re.compile(r"(?:\d{4}/)?[A-ZĐ][\w&]*(?:[-/][\w&]+)*")
_NOT_OF_THE_PARTY = frozenset({"TUQ", "Q"})
_ORDER = {level: depth for depth, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with content: where ("annexes[0].body[2]"), and a Vietnamese sentence."""

    where: str
    message: str


class BadContent(Exception):
    """Content that cannot be set. ``faults`` are all that were found; ``message`` says them in lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        self.message = "\n".join(f"{fault.where}: {fault.message}" for fault in faults)
        super().__init__(self.message)


def require(content: Content) -> None:
    """Raise :class:`BadContent` when ``content`` cannot be set."""
    found = tuple(faults(content))
    if found:
        raise BadContent(found)


def faults(content: Content) -> Iterator[Fault]:
    """Everything that is wrong with ``content``."""
    yield from _header_faults(content)
    yield from _signature_faults(content)
    if not tidy(content.subject).strip():
        yield Fault("subject", "Thiếu trích yếu nội dung.")
    if content.kind is Kind.CONG_VAN and content.title:
        yield Fault("title", "Công văn không có tên loại; hãy bỏ trường này.")
    yield from _block_faults(content.body, "body", None)
    for place, annex in enumerate(content.annexes):
        if not tidy(annex.title).strip():
            yield Fault(f"annexes[{place}].title", "Phụ lục phải có tên.")
        yield from _block_faults(annex.body, f"annexes[{place}].body", None)


def _header_faults(content: Content) -> Iterator[Fault]:
    header = content.header
    if not any(tidy(line).strip() for line in header.issuer):
        yield Fault("header.issuer", "Thiếu tên cơ quan ban hành.")
    if not tidy(header.place).strip():
        yield Fault("header.place", "Thiếu địa danh.")
    if header.number and not _NUMBER.fullmatch(header.number):
        yield Fault("header.number", "Số văn bản chỉ gồm chữ số, có thể thêm một chữ cái (12, 12a).")
    expected = abbreviation(content.kind, content.layout)
    sign = "/" if content.layout is Layout.PARTY else "-"
    if not _SYMBOL.fullmatch(header.symbol):
        yield Fault("header.symbol", f"Ký hiệu viết liền, như “{expected or 'UBND'}{sign}…”, không có số văn bản.")
    elif expected and not _YEAR.sub("", header.symbol).startswith(f"{expected}{sign}"):
        message = f"Ký hiệu của {NAMES[content.kind].lower()} phải bắt đầu bằng “{expected}{sign}”."
        yield Fault("header.symbol", message)


def _signature_faults(content: Content) -> Iterator[Fault]:
    lines = [line for line in content.signature.capacity if tidy(line).strip()]
    if not lines:
        yield Fault("signature.capacity", "Thiếu quyền hạn, chức vụ của người ký.")
    if content.layout is Layout.PARTY:
        for line in lines:
            if mark_of(line) in _NOT_OF_THE_PARTY:
                yield Fault("signature.capacity", "Văn bản của Đảng không ký thừa ủy quyền (TUQ.) hay quyền (Q.).")


def _block_faults(blocks: tuple[Block, ...], where: str, above: Level | None) -> Iterator[Fault]:
    for place, block in enumerate(blocks):
        at = f"{where}[{place}]"
        if isinstance(block, Table):
            yield from _table_faults(block, at)
        elif isinstance(block, Numbered):
            yield from _numbered_faults(block, at, above)


def _numbered_faults(block: Numbered, at: str, above: Level | None) -> Iterator[Fault]:
    if above is not None and _ORDER[block.level] <= _ORDER[above]:
        yield Fault(f"{at}.level", f"Cấp “{block.level}” không nằm trong cấp “{above}” được.")
    if not block.heading.strip() and not plain(block.text).strip():
        yield Fault(at, "Mục không có nội dung.")
    yield from _block_faults(block.body, f"{at}.body", block.level)


def _table_faults(table: Table, at: str) -> Iterator[Fault]:
    if not table.columns or any(column.width <= 0 for column in table.columns):
        yield Fault(f"{at}.columns", "Bảng phải có cột, và độ rộng mỗi cột phải lớn hơn 0.")
        return
    for name, rows in (("head", table.head), ("rows", table.rows)):
        try:
            filled = {row for row, _column, _cell in places(rows, len(table.columns))}
        except IndexError as error:
            yield Fault(f"{at}.{name}[{error.args[0]}]", f"Hàng có nhiều ô hơn {len(table.columns)} cột của bảng.")
        else:
            for row in sorted(set(range(len(rows))) - filled):
                yield Fault(f"{at}.{name}[{row}]", "Hàng phải có ít nhất một ô của mình.")
