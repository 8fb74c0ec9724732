"""Tables of a Word document: merged cells once, with their spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from vanban.readers.docx.package import W, local_name, number_of
from vanban.readers.docx.styles import Styles
from vanban.readers.draft import DraftCell, DraftParagraph, DraftPart, DraftTable

_NO_BORDER = {"none", "nil"}
_MAX_SPAN = 1_000

PartReader = Callable[[_Element], list[DraftPart]]


@dataclass(slots=True)
class _OpenMerge:
    """A cell that may grow downwards: where it is among the finished cells, and how wide."""

    index: int
    span: int


def read_table(table: _Element, styles: Styles, read_parts: PartReader) -> list[DraftPart]:
    """The table, or what is in it when it is only a frame around one cell."""
    cells: list[DraftCell] = []
    open_merges: dict[int, _OpenMerge] = {}
    lone_parts: list[DraftPart] = []
    for row_index, row in enumerate(_rows(table)):
        column = number_of(row.find(f"{W}trPr"), "gridBefore")
        for cell in _cells(row):
            properties = cell.find(f"{W}tcPr")
            span = min(max(number_of(properties, "gridSpan", 1), 1), _MAX_SPAN)
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            above = open_merges.get(column)
            if merge is not None and merge.get(f"{W}val") != "restart" and above is not None:
                grown = cells[above.index]
                cells[above.index] = replace(grown, row_span=row_index - grown.row + 1)
            else:
                lone_parts = read_parts(cell)
                open_merges[column] = _OpenMerge(len(cells), span)
                if merge is None:
                    del open_merges[column]
                cells.append(DraftCell(row_index, column, tuple(flat_paragraphs(lone_parts)), column_span=span))
            column += span
    if len(cells) == 1:
        return lone_parts
    return [DraftTable(tuple(cells), borderless=not _has_borders(table, styles))]


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        name = local_name(child)
        if name == "tr":
            properties = child.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield child
        elif name in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        name = local_name(child)
        if name == "tc":
            yield child
        elif name in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _cells(child)


def flat_paragraphs(parts: list[DraftPart]) -> Iterator[DraftParagraph]:
    """The paragraphs of parts; a table among them is read cell by cell."""
    for part in parts:
        if isinstance(part, DraftTable):
            for cell in part.cells:
                yield from cell.paragraphs
        else:
            yield part


def _has_borders(table: _Element, styles: Styles) -> bool:
    properties = table.find(f"{W}tblPr")
    own = properties.find(f"{W}tblBorders") if properties is not None else None
    if own is not None:
        by_table = _draws(own)
    else:
        in_styles = (style.find(f"{W}tblPr/{W}tblBorders") for style in styles.table_chain(properties))
        by_table = any(_draws(borders) for borders in in_styles if borders is not None)
    return by_table or any(_draws(borders) for borders in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders"))


def _draws(borders: _Element) -> bool:
    return any(border.get(f"{W}val", "none") not in _NO_BORDER for border in borders)
