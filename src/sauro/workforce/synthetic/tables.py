"""Rows on their way into a table by COPY: cells as text, the columns nobody names at the default of the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model
from psycopg import sql
from uuid_utils import uuid7

from sauro.organizations.models import Appointment, Person
from sauro.workforce.models import (
    Allotment,
    AllotmentDecision,
    Dossier,
    Fact,
    Identity,
    Particulars,
    Seat,
    Tenure,
)

NULL = "\\N"
_DATED = ("valid", "decision", "decided_on", "recorded_by_name")


def row_id() -> str:
    """Return the cell of a fresh identity, a UUIDv7 as rows have."""
    return str(uuid7().hex)


def span(first: dt.date | None, after: dt.date | None = None) -> str:
    """Return the cell of a range of days; ``after`` is the first day on which the row no longer holds."""
    return f"[{first or ''},{after or ''})"


def binary(content: bytes) -> str:
    """Return the cell of bytes."""
    return r"\\x" + content.hex()


class Table:
    """Collects lines for the table of a model. ``named`` are the columns given with each line, in their order.

    History comes from the table's own triggers, which run once for the whole statement.
    """

    def __init__(self, model: type[Model], *named: str) -> None:
        fields = {str(field.attname): field for field in model._meta.concrete_fields}
        rest = [field for name, field in fields.items() if name not in named]
        self._name = model._meta.db_table
        self._columns = [str(fields[name].column) for name in named] + [str(field.column) for field in rest]
        self._tail = "".join(f"\t{_cell(field.get_default())}" for field in rest)
        self._lines: list[str] = []

    def add(self, *cells: str) -> None:
        """Take a row: a cell for each named column, as COPY reads them."""
        self._lines.append("\t".join(cells) + self._tail)

    def __len__(self) -> int:
        return len(self._lines)

    def write(self) -> int:
        """Write what was collected, in one statement; return how many rows."""
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(self._name), sql.SQL(", ").join(map(sql.Identifier, self._columns))
        )
        with connection.cursor() as cursor:
            with cursor.copy(statement) as copy:
                copy.write("\n".join(self._lines) + "\n")
            # Without statistics the next query over so many new rows is planned as over an empty table.
            cursor.execute(f"ANALYZE {connection.ops.quote_name(self._name)}")
        number = len(self._lines)
        self._lines.clear()
        return number


_CELLS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _value: NULL, bool: lambda value: "t" if value else "f", dt.datetime: dt.datetime.isoformat,
    DateRange: lambda value: span(value.lower, value.upper),
}  # fmt: skip


def _cell(value: Any) -> str:
    return _CELLS.get(type(value), str)(value)


class Tables:
    """Every table of the workforce, with the columns that are given."""

    def __init__(self) -> None:
        self.people = Table(Person, "id", "full_name", "search_key", "sort_key")
        self.work = Table(Appointment, "id", "person_id", "position_id", "unit_id", "valid")
        self.identities = Table(Identity, "id", "person_id", "wrapped_key", "number_sealed", "number_index")
        self.allotments = Table(Allotment, "id", "unit_id", "domain", "block")
        self.decisions = Table(AllotmentDecision, "id", "allotment_id", "year", "posts", *_DATED)
        self.seats = Table(Seat, "id", "allotment_id", "number", "post_id", "valid")
        self.dossiers = Table(
            Dossier, "id", "code", "person_id", "domain", "unit_id", "tenure_id", "particulars_id", "search_key",
            "sort_key",
        )  # fmt: skip
        self.particulars = Table(
            Particulars, "id", "dossier_id", "sex", "birth_date", "home_town", "residence", "recruited_on",
            "schooling", "valid", "recorded_by_name",
        )  # fmt: skip
        self.tenures = Table(
            Tenure, "id", "dossier_id", "person_id", "unit_id", "post_id", "seat_id", "appointment_id", *_DATED
        )
        self.facts = Table(
            Fact, "id", "dossier_id", "kind", "value", "level", "detail", "amount", "sealed", "is_single", "valid",
            "recorded_by_name",
        )  # fmt: skip

    def write(self) -> int:
        """Write all of them, parents first where they do not point at each other; return the number of rows."""
        return sum(table.write() for table in vars(self).values())
