"""The people of a sheet: every mapped cell read once, faults with their places, rows that are people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sauro.roster.sheets.cells import NOTHING, Read, Setting, read_cell, text_of
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.faults import MASK, Complaint, Fault
from sauro.roster.sheets.grid import Grid
from sauro.roster.sheets.headings import first_data_row
from sauro.workforce.enums import Sex

_LEAST_CELLS = 3
"""A row with fewer mapped cells and no name is a heading of a section or a sum, no person; so is a name alone."""


@dataclass(slots=True)
class People:
    """Rows that are people: their numbers in the sheet, from 0, and their values by field, in the same order.

    ``places`` tells the column of each field. ``faults`` are those of cells; ``skipped`` are rows that are no people.
    """

    rows: list[int] = field(default_factory=list)
    values: dict[str, list[Any]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)

    def get(self, code: str, number: int) -> Any:
        """Return the value of a field of the person so numbered, None for nothing."""
        held = self.values.get(code)
        return held[number] if held is not None else None

    def complain(self, number: int, code: str, complaint: Complaint, shown: str = "") -> None:
        """Note a fault of a person at the column of a field, or of the row as a whole."""
        self.faults.append(Fault(self.rows[number], self.places.get(code, -1), code, complaint, shown))


def read_people(grid: Grid, last_heading: int, mapping: Mapping[int, str], setting: Setting) -> People:
    """Read the rows below the headings. ``mapping`` says which field each column means."""
    people = People(places={code: column for column, code in mapping.items()})
    start = first_data_row(grid, last_heading)
    read: dict[str, Sequence[Read]] = {}
    faulty: set[str] = set()
    for column, code in mapping.items():
        held = grid.column(column)
        if held is None:
            continue
        by_value = [read_cell(value, FIELDS[code], setting) for value in held.values]
        read[code] = [by_value[place] for place in held.places[start:]]
        if any(one.complaint for one in by_value):
            faulty.add(code)
    names = _names(read, grid.height - start)
    filled = _filled(read, grid.height - start)
    alone = 1 if len(read) > 1 else 0
    for offset, name in enumerate(names):
        if (name is not None and filled[offset] > alone) or filled[offset] >= _LEAST_CELLS:
            people.rows.append(start + offset)
        elif filled[offset]:
            people.skipped.append(start + offset)
    chosen = [row - start for row in people.rows]
    people.values = {code: [cells[offset].value for offset in chosen] for code, cells in read.items()}
    people.values["full_name"] = [names[offset] for offset in chosen]
    _note_cells(people, grid, {code: read[code] for code in read if code in faulty}, chosen)
    _join(people)
    return people


def _names(read: Mapping[str, Sequence[Read]], height: int) -> list[str | None]:
    """Return the full name of each row: its own column, or its two parts joined."""
    whole = read.get("full_name")
    if whole is not None:
        return [cell.value for cell in whole]
    family, given = read.get("family_name"), read.get("given_name")
    if family is None or given is None:
        return [None] * height
    return [
        " ".join(filter(None, (before.value, last.value))) or None for before, last in zip(family, given, strict=True)
    ]


def _filled(read: Mapping[str, Sequence[Read]], height: int) -> list[int]:
    """Return how many mapped cells of each row hold anything, right or wrong."""
    counts = [0] * height
    for cells in read.values():
        for offset, cell in enumerate(cells):
            if cell is not NOTHING:
                counts[offset] += 1
    return counts


def _note_cells(people: People, grid: Grid, read: Mapping[str, Sequence[Read]], chosen: Sequence[int]) -> None:
    for code, cells in read.items():
        column = people.places[code]
        for row, offset in zip(people.rows, chosen, strict=True):
            complaint = cells[offset].complaint
            if complaint is not None:
                shown = MASK if FIELDS[code].is_covered else text_of(grid.at(row, column))[:200]
                people.faults.append(Fault(row, column, code, complaint, shown))


def _join(people: People) -> None:
    """Make sex and birth date of the columns that say them in another way, and complain where either is missing."""
    values, count = people.values, len(people.rows)
    sexes: list[Any] = list(values.get("sex") or [None] * count)
    births: list[Any] = list(values.get("birth_date") or [None] * count)
    for code, sex in (("birth_male", Sex.MALE), ("birth_female", Sex.FEMALE)):
        for number, day in enumerate(values.get(code, ())):
            if day is None:
                continue
            if births[number] is not None and births[number] != day:
                words = _("Hai cột ngày sinh nói khác nhau. Hãy chỉ ghi ở một cột.")
                people.complain(number, code, Complaint("birth-twice", words))
            births[number] = day
            sexes[number] = sexes[number] or sex
    marks = values.get("is_female")
    if marks is not None and "sex" not in values:
        sexes = [sex or (Sex.FEMALE if mark else Sex.MALE) for sex, mark in zip(sexes, marks, strict=True)]
    values["sex"], values["birth_date"] = sexes, births
    named = {fault.row for fault in people.faults if fault.field in ("full_name", "family_name", "given_name")}
    for number, name in enumerate(values["full_name"]):
        if name is None and people.rows[number] not in named:
            people.complain(
                number, "full_name", Complaint("missing", _("Thiếu họ và tên. Hãy ghi, hoặc xóa dòng này."))
            )
