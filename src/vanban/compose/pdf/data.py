"""The sheet as plain JSON values: the only way in which words reach typst."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from vanban.compose.forms import PAPER, SUBSTITUTE, Form, Look
from vanban.compose.sheet import AnnexSheet, Grid, Para, Piece, Rule, Sheet, Square


def sheet_json(sheet: Sheet) -> str:
    """What document.typ reads."""
    return json.dumps(_sheet(sheet), ensure_ascii=False, separators=(",", ":"))


def _sheet(sheet: Sheet) -> dict[str, Any]:
    form = sheet.form
    return {
        "font": SUBSTITUTE,
        "paper": PAPER,
        "form": _form(form),
        "looks": {role.value: _look(look) for role, look in form.looks.items()},
        "title": sheet.title,
        "author": sheet.author,
        "date": [sheet.day.year, sheet.day.month, sheet.day.day] if sheet.day else None,
        "left": _pieces(sheet.left),
        "right": _pieces(sheet.right),
        "opening": _pieces(sheet.opening),
        "body": _pieces(sheet.body),
        "recipients": _pieces(sheet.recipients),
        "signature": _pieces(sheet.signature),
        "annexes": [_annex(annex) for annex in sheet.annexes],
    }


def _form(form: Form) -> dict[str, float]:
    names = ("top", "bottom", "left", "right", "head_left", "foot_left", "number_from_edge")
    return {name: getattr(form, name) for name in names}


def _look(look: Look) -> dict[str, Any]:
    return {name: value for name, value in asdict(look).items() if name != "capitals"}


def _annex(annex: AnnexSheet) -> dict[str, Any]:
    return {"head": _pieces(annex.head), "body": _pieces(annex.body), "landscape": annex.landscape}


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    return [_piece(piece) for piece in pieces]


def _piece(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, Rule):
        return {"type": "rule", "width": piece.width}
    if isinstance(piece, Grid):
        return _grid(piece)
    return _para(piece)


def _para(para: Para) -> dict[str, Any]:
    runs = [[run.text, run.bold, run.italic, run.underline] for run in para.runs]
    if para.label:
        runs.insert(0, [f"{para.label} ", para.is_label_bold, False, False])
    return {"type": "para", "role": para.role.value, "runs": runs, "align": para.align, "keep": para.keep_next}


def _grid(grid: Grid) -> dict[str, Any]:
    squares = [_square(square, kept=square.row in grid.kept) for square in grid.squares]
    head = [square for square in squares if square["y"] < grid.head_rows]
    return {"type": "grid", "widths": grid.widths, "head": head, "cells": squares[len(head) :]}


def _square(square: Square, *, kept: bool) -> dict[str, Any]:
    return {
        "x": square.column,
        "y": square.row,
        "colspan": square.column_span,
        "rowspan": square.row_span,
        "kept": kept,
        "paras": _pieces(square.paras),
    }
