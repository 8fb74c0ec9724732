"""Paragraphs, rules and grids of a sheet as elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from vanban.compose.docx.markup import text_elements, twentieths, twips, w
from vanban.compose.docx.numbering import Lists
from vanban.compose.docx.styles import GRID_STYLE, JUSTIFICATION, RULE_STYLE, STYLES
from vanban.compose.forms import CELL_PADDING, Form, Look
from vanban.compose.model import Align, Run
from vanban.compose.sheet import Grid, Para, Piece, Rule, Square

_GAP = 6.0


class Writer:
    """Makes elements of pieces; knows the layout and the lists."""

    def __init__(self, form: Form, lists: Lists) -> None:
        self._form = form
        self._lists = lists

    def pieces(self, pieces: tuple[Piece, ...], width: float) -> Iterator[_Element]:
        """The elements of ``pieces`` in a column ``width`` millimetres wide."""
        for piece in pieces:
            if isinstance(piece, Para):
                yield self.para(piece)
            elif isinstance(piece, Rule):
                yield rule(piece, width)
            else:
                yield spacer(_GAP, keep_next=True)
                yield self.grid(piece)
                yield spacer(1)

    def para(self, para: Para) -> _Element:
        """A paragraph with its style; what differs from the style stands at the paragraph."""
        look = self._form.looks[para.role]
        properties = w(
            "pPr",
            w("pStyle", val=STYLES[para.role][0]),
            w("keepNext") if para.keep_next and not look.keep_next else None,
            self._number(para),
            *_aligned(para, look),
            w("rPr", w("b")) if para.label and para.is_label_bold and not look.bold else None,
        )
        runs = [run(one, look) for one in para.runs]
        if para.label and para.level is None:
            runs.insert(0, run(Run(f"{para.label} ", bold=para.is_label_bold), look))
        return w("p", properties, *runs)

    def _number(self, para: Para) -> _Element | None:
        if para.level is None:
            return None
        list_id, depth = self._lists.place_of(para.level, para.number)
        return w("numPr", w("ilvl", val=depth), w("numId", val=list_id))

    def grid(self, grid: Grid) -> _Element:
        """A table with borders; its head repeats."""
        properties = w(
            "tblPr",
            w("tblStyle", val=GRID_STYLE),
            w("tblW", w=sum(map(twips, grid.widths)), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            _padding(grid),
        )
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in grid.widths))
        return w("tbl", properties, columns, *self._rows(grid))

    def _rows(self, grid: Grid) -> Iterator[_Element]:
        at = {(square.row, square.column): square for square in grid.squares}
        below = {
            (square.row + down, square.column): square
            for square in grid.squares
            for down in range(1, square.row_span)
        }  # fmt: skip
        for row in range(grid.row_count):
            properties = w(
                "trPr",
                w("cantSplit") if row in grid.kept or row < grid.head_rows else None,
                w("tblHeader") if row < grid.head_rows else None,
            )
            cells, column = [], 0
            while column < len(grid.widths):
                square = at.get((row, column)) or below.get((row, column))
                if square is None:
                    square = Square(row, column, ())
                cells.append(self._cell(square, grid.widths, continued=square.row < row))
                column += square.column_span
            yield w("tr", properties if len(properties) else None, *cells)

    def _cell(self, square: Square, widths: tuple[float, ...], *, continued: bool) -> _Element:
        width = sum(map(twips, widths[square.column : square.column + square.column_span]))
        merged = None
        if square.row_span > 1:
            merged = w("vMerge") if continued else w("vMerge", val="restart")
        properties = w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=square.column_span) if square.column_span > 1 else None,
            merged,
            w("vAlign", val="center"),
        )
        paras = [] if continued else [self.para(one) for one in square.paras]
        return w("tc", properties, *(paras or [w("p")]))


def _padding(grid: Grid) -> _Element | None:
    """The room at the sides of cells, where it is not that of the style."""
    if grid.padding == CELL_PADDING:
        return None
    return w("tblCellMar", *(w(side, w=twips(grid.padding), type="dxa") for side in ("left", "right")))


def run(one: Run, look: Look) -> _Element:
    """A run; emphasis that its style has already is not written again."""
    properties = w(
        "rPr",
        w("b") if one.bold and not look.bold else None,
        w("i") if one.italic and not look.italic else None,
        w("u", val="single") if one.underline and not look.underline else None,
    )
    return w("r", properties if len(properties) else None, *text_elements(one.text))


def _aligned(para: Para, look: Look) -> Iterator[_Element]:
    if para.inset:
        yield w("ind", left=twips(para.inset), right=twips(para.inset))
    if para.align is None or para.align is look.align:
        return
    if look.first_line and para.align is not Align.JUSTIFY:
        yield w("ind", firstLine=0)
    yield w("jc", val=JUSTIFICATION[para.align])


def rule(piece: Rule, width: float) -> _Element:
    """A thin line in the middle of a column: the lower border of a low paragraph."""
    side = twips((width - piece.width) / 2)
    return w("p", w("pPr", w("pStyle", val=RULE_STYLE), w("ind", left=side, right=side)))


def spacer(points: float, *, keep_next: bool = False, section: _Element | None = None) -> _Element:
    """A low empty paragraph: Word wants one between tables, and behind a table at the end.

    With ``section`` it closes a section.
    """
    spacing = w("spacing", before=0, after=0, line=twentieths(points), lineRule="exact")
    small = w("rPr", w("sz", val=4), w("szCs", val=4))
    return w("p", w("pPr", w("keepNext") if keep_next else None, spacing, small, section))


def columns(rows: list[list[list[_Element]]], widths: tuple[float, ...]) -> _Element:
    """Rows of columns without lines: letterhead and foot."""
    properties = w(
        "tblPr", w("tblW", w=sum(map(twips, widths)), type="dxa"), w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"), w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))),
    )  # fmt: skip
    grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))
    return w("tbl", properties, grid, *(_column_row(row, widths) for row in rows))


def _column_row(row: list[list[_Element]], widths: tuple[float, ...]) -> _Element:
    cells = [
        w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), *(cell or [w("p")]))
        for cell, width in zip(row, widths, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit")), *cells)
