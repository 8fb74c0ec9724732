"""The sheet as plain JSON values: the only way in which words reach typst."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from vanban.compose.forms import DENSE_PADDING, PAPER, SUBSTITUTE, Form, Look
from vanban.compose.model import Run
from vanban.compose.sheet import AnnexSheet, Grid, Para, Piece, Rule, Sheet, Square
from vanban.compose.typography import NO_BREAK_HYPHEN, WORD_JOINER, bold_width, divisible

_UNSPLIT = re.compile(rf"([^\s\u00a0]*[{NO_BREAK_HYPHEN}{WORD_JOINER}][^\s\u00a0]*)")

_MEASURES = ("top", "bottom", "left", "right", "number_from_edge")


def sheet_json(sheet: Sheet) -> str:
    """What document.typ reads."""
    return json.dumps(_sheet(sheet), ensure_ascii=False, separators=(",", ":"))


def _sheet(sheet: Sheet) -> dict[str, Any]:
    form, width, day = sheet.form, sheet.width, sheet.day
    heads = (sheet.head_left, width - sheet.head_left)
    return {
        "font": SUBSTITUTE,
        "paper": PAPER[::-1] if sheet.landscape else PAPER,
        "annex_paper": PAPER,
        "head_left": sheet.head_left,
        "feet": [width for _paras, width in sheet.foot],
        "form": {name: getattr(form, name) for name in _MEASURES},
        "looks": {role.value: _look(look) for role, look in form.looks.items()},
        "title": sheet.title,
        "author": sheet.author,
        "date": [day.year, day.month, day.day] if day else None,
        "letterhead": [[_pieces(*cell, form) for cell in zip(row, heads, strict=True)] for row in sheet.letterhead],
        "opening": _pieces(sheet.opening, width, form),
        "body": _pieces(sheet.body, width, form),
        "foot": [_pieces(*cell, form) for cell in sheet.foot],
        "annexes": [_annex(annex, form) for annex in sheet.annexes],
    }


def _look(look: Look) -> dict[str, Any]:
    return {name: value for name, value in asdict(look).items() if name != "capitals"}


def _annex(annex: AnnexSheet, form: Form) -> dict[str, Any]:
    width = form.text_width(landscape=annex.landscape)
    return {
        "head": _pieces(annex.head, width, form),
        "body": _pieces(annex.body, width, form),
        "landscape": annex.landscape,
    }


def _pieces(pieces: tuple[Piece, ...], width: float, form: Form) -> list[dict[str, Any]]:
    return [_piece(piece, width, form) for piece in pieces]


def _piece(piece: Piece, width: float, form: Form) -> dict[str, Any]:
    if isinstance(piece, Rule):
        return {"type": "rule", "width": piece.width}
    if isinstance(piece, Grid):
        return _grid(piece, form)
    return _para(piece, width, form.looks[piece.role].size)


def _para(para: Para, width: float, size: float) -> dict[str, Any]:
    runs = [piece for run in para.runs for piece in _pieces_of(run, size, width - 2 * para.inset)]
    if para.label:
        runs.insert(0, [f"{para.label} ", para.is_label_bold, False, False, False])
    return {
        "type": "para", "role": para.role.value, "runs": runs, "align": para.align, "keep": para.keep_next,
        "inset": para.inset,
    }  # fmt: skip


def _pieces_of(run: Run, size: float, width: float) -> Iterator[list[str | bool]]:
    """The run in pieces; every other piece is a word that no line may split, with its plain signs."""
    emphasis = (run.bold, run.italic, run.underline)
    for place, words in enumerate(_UNSPLIT.split(run.text)):
        plain = words.replace(NO_BREAK_HYPHEN, "-").replace(WORD_JOINER, "")
        is_whole = place % 2 == 1 and bold_width(plain, size) <= width
        if words:
            yield [plain if is_whole else divisible(plain, size, width), *emphasis, is_whole]


def _grid(grid: Grid, form: Form) -> dict[str, Any]:
    squares = [_square(square, grid, form) for square in grid.squares]
    head = [square for square in squares if square["y"] < grid.head_rows]
    return {
        "type": "grid", "widths": grid.widths, "padding": grid.padding,
        "look": "dense_cell" if grid.padding == DENSE_PADDING else "cell", "head": head, "cells": squares[len(head) :],
    }  # fmt: skip


def _square(square: Square, grid: Grid, form: Form) -> dict[str, Any]:
    room = sum(grid.widths[square.column : square.column + square.column_span]) - grid.padding * 2
    return {
        "x": square.column,
        "y": square.row,
        "colspan": square.column_span,
        "rowspan": square.row_span,
        "kept": square.row in grid.kept,
        "paras": _pieces(square.paras, room, form),
    }
