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
    """Why ``content`` cannot be set. A draft that lacks something has none: it is shown as it stands."""
    if not any(tidy(line).strip() for line in content.header.issuer):
        yield Fault("header.issuer", "Thiếu tên cơ quan ban hành.")
    if content.layout is Layout.PARTY:
        for line in content.signature.capacity:
            if mark_of(line) in _NOT_OF_THE_PARTY:
                yield Fault("signature.capacity", "Văn bản của Đảng không ký thừa ủy quyền (TUQ.) hay quyền (Q.).")
    for where, block in _blocks(content):
        if isinstance(block, Table):
            yield from _table_faults(block, where)


def slips(content: Content) -> Iterator[Fault]:
    """What an issued document must not lack or have, and can be set all the same. For forms and for the command."""
    yield from _form_slips(content) if content.is_form else _header_slips(content)
    if not any(tidy(line).strip() for line in content.signature.capacity):
        yield Fault("signature.capacity", "Thiếu quyền hạn, chức vụ của người ký.")
    if not content.is_form and not tidy(content.subject).strip():
        yield Fault("subject", "Thiếu trích yếu nội dung.")
    if content.kind is Kind.CONG_VAN and content.title:
        yield Fault("title", "Công văn không có tên loại; hãy bỏ trường này.")
    for place, annex in enumerate(content.annexes):
        if not tidy(annex.title).strip():
            yield Fault(f"annexes[{place}].title", "Phụ lục phải có tên.")
    for where, block in _blocks(content):
        if isinstance(block, Numbered):
            yield from _numbered_slips(block, where)


def _form_slips(content: Content) -> Iterator[Fault]:
    if not tidy(content.title or "").strip():
        yield Fault("title", "Biểu mẫu phải có tên.")
    if content.header.number:
        yield Fault("header.number", "Biểu mẫu không có số văn bản; hãy bỏ trường này.")


def _header_slips(content: Content) -> Iterator[Fault]:
    header = content.header
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


def _blocks(content: Content) -> Iterator[tuple[str, Block]]:
    """Every block with its place, those within others too."""
    yield from _within(content.body, "body")
    for place, annex in enumerate(content.annexes):
        yield from _within(annex.body, f"annexes[{place}].body")


def _within(blocks: tuple[Block, ...], where: str) -> Iterator[tuple[str, Block]]:
    for place, block in enumerate(blocks):
        yield f"{where}[{place}]", block
        if isinstance(block, Numbered):
            yield from _within(block.body, f"{where}[{place}].body")


def _numbered_slips(block: Numbered, where: str) -> Iterator[Fault]:
    if not block.heading.strip() and not plain(block.text).strip():
        yield Fault(where, "Mục không có nội dung.")
    for place, inner in enumerate(block.body):
        if isinstance(inner, Numbered) and _ORDER[inner.level] <= _ORDER[block.level]:
            message = f"Cấp “{inner.level}” không nằm trong cấp “{block.level}” được."
            yield Fault(f"{where}.body[{place}].level", message)


def _table_faults(table: Table, where: str) -> Iterator[Fault]:
    if not table.columns or any(column.width <= 0 for column in table.columns):
        yield Fault(f"{where}.columns", "Bảng phải có cột, và độ rộng mỗi cột phải lớn hơn 0.")
        return
    for name, rows in (("head", table.head), ("rows", table.rows)):
        try:
            for _place in places(rows, len(table.columns)):
                pass
        except IndexError as error:
            message = f"Các ô của hàng không xếp vừa {len(table.columns)} cột, hoặc ô ghép vượt quá bảng."
            yield Fault(f"{where}.{name}[{error.args[0]}]", message)
