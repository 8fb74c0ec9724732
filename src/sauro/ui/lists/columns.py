"""What a list shows of a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from sauro.ui.badges import Badge

M = TypeVar("M", bound=Model)
Label = str | Promise

NOTHING = "–"


class Kind(StrEnum):
    """How the values of a column are written on the page and in a workbook."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    DATE = "date"
    INSTANT = "instant"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Column(Generic[M]):
    """A column of a list.

    ``key`` is its name in the address: short, Vietnamese, without accents. ``value`` computes what is shown from a
    row and must not query; without it the attribute named ``key`` is shown. ``link`` gives the address the value leads
    to; the first column with a link is what Enter opens. ``sort`` names the model field or fields it sorts by (a stored
    sort key for text). ``export`` gives the workbook another value than the page. ``template`` renders the cell of
    the page with ``row`` and ``value``. A column that is not ``default`` is shown when chosen. Of a long text the page
    shows ``most`` characters (0: all), the workbook everything.
    """

    key: str
    label: Label
    value: Callable[[M], Any] | None = None
    link: Callable[[M], str] | None = None
    sort: str | tuple[str, ...] | None = None
    export: Callable[[M], Any] | None = None
    default: bool = True
    kind: Kind = Kind.TEXT
    template: str = ""
    most: int = 0

    def value_of(self, row: M) -> Any:
        """Return the value of a row."""
        return self.value(row) if self.value else getattr(row, self.key)

    def exported(self, row: M) -> Any:
        """Return the value of a row for a workbook."""
        return self.export(row) if self.export else self.value_of(row)

    @property
    def sort_fields(self) -> tuple[str, ...]:
        """The fields this column sorts by; none when it does not sort."""
        if self.sort is None:
            return ()
        return (self.sort,) if isinstance(self.sort, str) else self.sort


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell ready for the page. ``is_main`` marks the one that opens the row."""

    label: Label
    kind: Kind
    html: SafeString
    url: str
    is_main: bool
    is_empty: bool


def cell(column: Column[M], row: M, *, is_main: bool) -> Cell:
    """Return one cell of the page."""
    value = column.value_of(row)
    if column.most and isinstance(value, str) and len(value) > column.most:
        value = f"{value[: column.most].rstrip()}…"
    if column.template:
        html = mark_safe(render_to_string(column.template, {"row": row, "value": value}))  # noqa: S308 -- rendered by a template, which escapes
    else:
        html = shown(value)
    url = column.link(row) if column.link else ""
    return Cell(column.label, column.kind, html, url, is_main, is_empty=html == NOTHING)


def shown(value: Any) -> SafeString:
    """Return a value as a person reads it: 25/11/2026, 1.234,5, a badge with its shape, a dash for nothing."""
    if isinstance(value, Badge):
        # Joined to nothing, no text is "safe" any more: what is kept must not depend on that.
        return _mark(value.tone, value.shape, str(value.text) + "")
    if value is None or value == "":
        return SafeString(NOTHING)
    return escape(_written(value))


@lru_cache(maxsize=1_024)
def _mark(tone: str, shape: str, text: str) -> SafeString:
    return format_html(
        '<span class="mark mark-{}"><i class="ti ti-{}" aria-hidden="true"></i>{}</span>', tone, shape, text
    )


def _written(value: Any) -> str:
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return formats.date_format(local, "SHORT_DATETIME_FORMAT")
    if isinstance(value, dt.date):
        return formats.date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return formats.number_format(value)
    return str(value)
