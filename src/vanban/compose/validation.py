"""What content must be like to be set; every fault is said in Vietnamese with the place where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.compose.grids import places
from vanban.compose.model import Block, Content, Kind, Level, Numbered, Table, plain

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
    if not content.header.issuer:
        yield Fault("header.issuer", "Thiếu tên cơ quan ban hành.")
    if content.kind is Kind.CONG_VAN and content.title:
        yield Fault("title", "Công văn không có tên loại; hãy bỏ trường này.")
    yield from _block_faults(content.body, "body", None)
    for place, annex in enumerate(content.annexes):
        if not annex.title.strip():
            yield Fault(f"annexes[{place}].title", "Phụ lục phải có tên.")
        yield from _block_faults(annex.body, f"annexes[{place}].body", None)


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
            covered = {(row, column) for row, column, _cell in places(rows, len(table.columns))}
        except IndexError as error:
            yield Fault(f"{at}.{name}[{error.args[0]}]", f"Hàng có nhiều ô hơn {len(table.columns)} cột của bảng.")
        else:
            missing = next((row for row in range(len(rows)) if not any(place[0] == row for place in covered)), None)
            if missing is not None and rows[missing]:
                yield Fault(f"{at}.{name}[{missing}]", "Hàng không còn chỗ cho ô nào.")
