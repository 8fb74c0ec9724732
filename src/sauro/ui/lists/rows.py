"""The rows of a list drawn by a function: what is the same in a whole column is written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Generic, TypeVar

from django.db.models import Model
from django.utils.html import conditional_escape, escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sauro.ui.lists.columns import Column, cell
from sauro.ui.lists.page import ListPage

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class TableBody:
    """Rows drawn for the page, and how many they are."""

    html: SafeString
    count: int

    def __len__(self) -> int:
        return self.count


class DrawnRows(Generic[M]):
    """The body of the table of a list. ``may_choose`` draws a box before each row."""

    def __init__(self, page: ListPage[M], columns: Sequence[Column[M]], *, may_choose: bool) -> None:
        self._page, self._may_choose, self._columns = page, may_choose, columns
        self._main = next((column for column in columns if column.link), None)
        self._labels = [conditional_escape(str(column.label)) for column in columns]
        # Translated once; the name is put in behind it, as a translation would.
        self._choose = escape(_("Chọn %(name)s"))

    def draw(self, rows: Sequence[M]) -> TableBody:
        """Return the rows as safe text."""
        html = mark_safe("".join(map(self._row, rows)))  # noqa: S308 -- cells come escaped, all else is escaped here
        return TableBody(html, len(rows))

    def _row(self, row: M) -> str:
        drawn, name = [], ""
        for column, label in zip(self._columns, self._labels, strict=True):
            is_main = column is self._main
            one = cell(column, row, is_main=is_main)
            if is_main or not name:
                name = one.html
            css = f"col-{one.kind}{' col-main' if is_main else ''}{' col-empty' if one.is_empty else ''}"
            held: str = one.html
            if one.url:
                held = f'<a href="{escape(one.url)}"{" data-row-link" if is_main else ""}>{held}</a>'
            drawn.append(f'<td class="{css}" data-label="{label}">{held}</td>\n')
        tone = self._page.row_tone(row) if self._page.row_tone else ""
        css = f' class="row-{escape(tone)}"' if tone else ""
        box = self._box(row, name) if self._may_choose else ""
        return f"<tr data-row{css}>\n{box}{''.join(drawn)}</tr>\n"

    def _box(self, row: M, name: str) -> str:
        words = self._choose % {"name": escape(unescape(strip_tags(name) if "<" in name else name))}
        return (
            f'<td class="col-choice"><input class="form-check-input" type="checkbox" name="row" value="{row.pk}" '
            f'form="choice-form" data-choose aria-label="{words}"></td>\n'
        )
