"""The third printer of a sheet: HTML for a live page. The same labels, marks and words as in the .docx and the .pdf.

It has no pages and no measures. What a look says of weight, slope, place and indent becomes classes (``sheet-bold``,
``sheet-center``, ``sheet-indent``), beside one for the role (``sheet-title``). All text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from vanban.compose.model import Align, Run
from vanban.compose.sheet import AnnexSheet, Grid, Para, Piece, Rule, Sheet

_TAGS = (("bold", "strong"), ("italic", "em"), ("underline", "u"))
_PLACES = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.NUMBER: "right"}


def sheet_html(sheet: Sheet) -> str:
    """Return the sheet as a fragment of HTML: letterhead, opening, body, foot, then each annex as a section."""
    return _Printer(sheet).printed()


class _Printer:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def printed(self) -> str:
        sheet = self._sheet
        head = "".join(
            f'<div class="sheet-side">{self._pieces(left)}</div><div class="sheet-side">{self._pieces(right)}</div>'
            for left, right in sheet.letterhead
        )
        foot = "".join(f"<div>{self._pieces(paras)}</div>" for paras, _width in sheet.foot)
        main = (
            f'<div class="sheet-letterhead">{head}</div>{self._pieces(sheet.opening)}{self._pieces(sheet.body)}'
            f'<div class="sheet-foot">{foot}</div>'
        )
        kind = " sheet-landscape" if sheet.landscape else ""
        annexes = "".join(self._annex(one) for one in sheet.annexes)
        return f'<section class="sheet-page{kind}">{main}</section>{annexes}'

    def _annex(self, annex: AnnexSheet) -> str:
        kind = " sheet-landscape" if annex.landscape else ""
        inside = f"{self._pieces(annex.head)}{self._pieces(annex.body)}"
        return f'<section class="sheet-page{kind}">{inside}</section>'

    def _pieces(self, pieces: Iterable[Piece]) -> str:
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Rule):
            return '<div class="sheet-rule"></div>'
        return self._grid(piece) if isinstance(piece, Grid) else self._para(piece)

    def _para(self, para: Para) -> str:
        look = self._sheet.look(para.role)
        place = _PLACES.get(para.align or look.align, "")
        said = (
            (place, place), (look.bold, "bold"), (look.italic, "italic"), (look.underline, "underline"),
            (look.first_line, "indent"), (look.capitals, "capitals"),
        )  # fmt: skip
        classes = " ".join([f"sheet-{para.role.value}", *(f"sheet-{name}" for holds, name in said if holds)])
        label = escape(para.label)
        if label and para.is_label_bold and not look.bold:
            label = f"<strong>{label}</strong>"
        words = "".join(_run(run) for run in para.runs)
        inside = f"{label} {words}" if label else words
        return f'<p class="{classes}">{inside or "&nbsp;"}</p>'

    def _grid(self, grid: Grid) -> str:
        whole = sum(grid.widths) or 1.0
        columns = "".join(f'<col width="{width / whole * 100:.1f}%">' for width in grid.widths)
        rows: list[list[str]] = [[] for _ in range(grid.row_count)]
        for square in grid.squares:
            tag = "th" if square.row < grid.head_rows else "td"
            spans = f' rowspan="{square.row_span}"' if square.row_span > 1 else ""
            spans += f' colspan="{square.column_span}"' if square.column_span > 1 else ""
            rows[square.row].append(f"<{tag}{spans}>{self._pieces(square.paras)}</{tag}>")
        lines = [f"<tr>{''.join(cells)}</tr>" for cells in rows]
        head, body = "".join(lines[: grid.head_rows]), "".join(lines[grid.head_rows :])
        return (
            f'<table class="sheet-grid"><colgroup>{columns}</colgroup><thead>{head}</thead>'
            f"<tbody>{body}</tbody></table>"
        )


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    for name, tag in _TAGS:
        if getattr(run, name):
            text = f"<{tag}>{text}</{tag}>"
    return text
