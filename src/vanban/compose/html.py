"""The third printer of a sheet: HTML for a live page. The same labels, marks and words as in the .docx and the .pdf.

It has no pages and no measures: roles become classes (``sheet-body``, ``sheet-section``, …) that a style sheet sets.
All text is escaped; nothing of it is ever markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from vanban.compose.model import Align, Run
from vanban.compose.sheet import AnnexSheet, Grid, Para, Piece, Rule, Sheet

_TAGS = (("bold", "strong"), ("italic", "em"), ("underline", "u"))


def sheet_html(sheet: Sheet) -> str:
    """Return the sheet as a fragment of HTML: letterhead, opening, body, foot, then each annex as a section."""
    return "".join(_parts(sheet))


def _parts(sheet: Sheet) -> Iterator[str]:
    yield '<section class="sheet-page"><div class="sheet-letterhead">'
    for left, right in sheet.letterhead:
        yield f'<div class="sheet-side">{_pieces(left)}</div><div class="sheet-side">{_pieces(right)}</div>'
    yield f"</div>{_pieces(sheet.opening)}{_pieces(sheet.body)}"
    yield f'<div class="sheet-foot"><div>{_pieces(sheet.recipients)}</div><div>{_pieces(sheet.signature)}</div></div>'
    yield "</section>"
    for annex in sheet.annexes:
        yield _annex(annex)


def _annex(annex: AnnexSheet) -> str:
    kind = " sheet-landscape" if annex.landscape else ""
    return f'<section class="sheet-page{kind}">{_pieces(annex.head)}{_pieces(annex.body)}</section>'


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    if isinstance(piece, Rule):
        return '<div class="sheet-rule"></div>'
    return _grid(piece) if isinstance(piece, Grid) else _para(piece)


def _para(para: Para) -> str:
    align = f" sheet-{para.align.value}" if para.align and para.align is not Align.JUSTIFY else ""
    label = escape(para.label)
    if label and para.is_label_bold:
        label = f"<strong>{label}</strong>"
    words = "".join(_run(run) for run in para.runs)
    inside = f"{label} {words}" if label else words
    return f'<p class="sheet-{para.role.value}{align}">{inside or "&nbsp;"}</p>'


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    for name, tag in _TAGS:
        if getattr(run, name):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _grid(grid: Grid) -> str:
    whole = sum(grid.widths) or 1.0
    columns = "".join(f'<col width="{width / whole * 100:.1f}%">' for width in grid.widths)
    rows: list[list[str]] = [[] for _ in range(grid.row_count)]
    for square in grid.squares:
        tag = "th" if square.row < grid.head_rows else "td"
        spans = f' rowspan="{square.row_span}"' if square.row_span > 1 else ""
        spans += f' colspan="{square.column_span}"' if square.column_span > 1 else ""
        rows[square.row].append(f"<{tag}{spans}>{_pieces(square.paras)}</{tag}>")
    lines = [f"<tr>{''.join(cells)}</tr>" for cells in rows]
    head, body = "".join(lines[: grid.head_rows]), "".join(lines[grid.head_rows :])
    return f'<table class="sheet-grid"><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>'
