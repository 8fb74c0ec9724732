"""How a form is declared: its columns with merged headings, whom it is about, and what it rests on.

Adding a form is adding one declaration: ``register_form(OfficialForm(...))``. Areas to the right declare theirs in a
module that their ``panels`` import; page, preview and files know forms by this register alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from sauro.common.domains import Domain
from sauro.headcounts.official.rows import PersonRow
from sauro.workforce.enums import FactKind

Label = str | Promise
Value = str | int | dt.date | None
"""What a cell holds. ``None`` leaves it empty; numbers and days are printed as such."""

NUMBER_WIDTH = 0.0
"""The width of a column that is as wide as its numbers and the longest word of its heading."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its value of a row, and its least width in millimetres (``NUMBER_WIDTH``: numbers).

    ``is_summed`` columns have a value in the row of totals of a form that counts.
    """

    label: Label
    value: Callable[[Any], Value]
    width: float = NUMBER_WIDTH
    is_summed: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading merged over the columns below it, which may have headings of their own."""

    label: Label
    parts: Sequence[Column | Heading]


@dataclass(frozen=True, slots=True)
class Period:
    """The day a form is of, and the last day that a form looking ahead reaches."""

    day: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Counting:
    """A form whose rows are units and whose columns count the people of one block."""

    block: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A form whose rows are people.

    ``block`` empty: of all blocks. ``keeps`` chooses among them. ``more`` is asked once for all and fills
    ``PersonRow.more``: who is not among its answers is left out. ``sealed`` are sensitive kinds that the form has a
    column for. ``by_unit`` groups people under their units, with posts approved and people present.
    """

    block: str = ""
    keeps: Callable[[PersonRow, Period], bool] | None = None
    more: Callable[[Collection[UUID], dt.date], Mapping[UUID, Any]] | None = None
    sealed: tuple[FactKind, ...] = ()
    by_unit: bool = True
    order: Callable[[PersonRow], Any] | None = None


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A form. ``code`` stands in addresses, ``sign`` on paper; ``about`` says in a sentence what it is for.

    ``basis`` names what asks for it or lays down what it states. ``looks_ahead`` asks for a last day besides the day.
    """

    code: str
    sign: Label
    title: Label
    about: Label
    basis: Label
    columns: Sequence[Column | Heading]
    content: Counting | Naming
    domains: frozenset[Domain] = frozenset(Domain)
    notes: Sequence[Label] = field(default=())
    looks_ahead: bool = False

    @property
    def leaves(self) -> list[Column]:
        """The columns from left to right."""
        return list(_leaves(self.columns))

    @property
    def depth(self) -> int:
        """How many rows the heading has."""
        return max(_depth(one) for one in self.columns)


def _leaves(parts: Sequence[Column | Heading]) -> Iterator[Column]:
    for one in parts:
        if isinstance(one, Heading):
            yield from _leaves(one.parts)
        else:
            yield one


def _depth(part: Column | Heading) -> int:
    return 1 + max(_depth(one) for one in part.parts) if isinstance(part, Heading) else 1


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the heading at its place, both counted from 0, and over how many rows and columns it reaches."""

    row: int
    column: int
    text: str
    rows: int
    columns: int


def head_cells(form: OfficialForm, first: Label) -> list[HeadCell]:
    """Return the cells of a form's heading by row, ``first`` being the column of running numbers before the others."""
    found = [HeadCell(0, 0, str(first), form.depth, 1)]
    _place(form.columns, 0, 1, form.depth, found)
    return sorted(found, key=lambda one: (one.row, one.column))


def _place(parts: Sequence[Column | Heading], row: int, column: int, depth: int, found: list[HeadCell]) -> None:
    for one in parts:
        if isinstance(one, Heading):
            width = len(list(_leaves(one.parts)))
            found.append(HeadCell(row, column, str(one.label), 1, width))
            _place(one.parts, row + 1, column, depth - 1, found)
        else:
            width = 1
            found.append(HeadCell(row, column, str(one.label), depth, 1))
        column += width


_FORMS: dict[str, OfficialForm] = {}


def register_form(form: OfficialForm) -> OfficialForm:
    """Add a form; the same code twice is a programming error."""
    if form.code in _FORMS:
        raise ValueError(f"form {form.code!r} is registered twice")
    _FORMS[form.code] = form
    return form


def all_forms() -> list[OfficialForm]:
    """Return every form in the order of their signs."""
    return sorted(_FORMS.values(), key=lambda one: one.code)


def form_named(code: str) -> OfficialForm | None:
    """Return a form by its code."""
    return _FORMS.get(code)
