"""Writing rows of tracked models, and their history, by COPY."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import Any
from uuid import UUID

import pgtrigger
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model
from psycopg import sql

from sauro.demo.lifelike.echoes import MARK, Echoes
from sauro.demo.lifelike.identities import EchoedId

NULL = "\\N"
ROWS_AT_ONCE = 5_000
# Where the hash of a content stands, which no echo can make out of another's.
_HASHED = frozenset({"documents_storedfile", "documents_storedfileevent", "documents_extractedtext"})
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def text_cell(value: str) -> str:
    """Return a text as COPY reads it."""
    return value if value.isprintable() and "\\" not in value else str(value).translate(_ESCAPES)


def id_cell(value: UUID) -> str:
    """Return an identity as COPY reads it; without hyphens, which takes a tenth of the time."""
    return f"{value.int >> 4:031x}{MARK}" if type(value) is EchoedId else f"{value.int:032x}"


def json_cell(value: Any) -> str:
    """Return a value as the cell of a JSON column."""
    return text_cell(json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder))


def _list_cell(value: Sequence[int]) -> str:
    return "{" + ",".join(map(str, value)) + "}"


_CELLS: dict[type, Callable[[Any], str]] = {
    str: text_cell,
    type(None): lambda _value: NULL,
    bool: lambda value: "t" if value else "f",
    int: str,
    float: repr,
    UUID: id_cell,
    EchoedId: id_cell,
    dt.datetime: dt.datetime.isoformat,
    dt.date: dt.date.isoformat,
    DateRange: lambda value: f"[{value.lower or ''},{value.upper or ''})",
}


_MAKERS: dict[str, Callable[[Any], str]] = {"JSONField": json_cell, "ArrayField": _list_cell}


def cell(value: Any) -> str:
    """Return a column's value, JSON and arrays excepted, as COPY reads it."""
    known = _CELLS.get(type(value))
    return known(value) if known else text_cell(str(value))


class Table:
    """A model's table: which columns its history keeps, and how an instance becomes a line of COPY.

    The columns of the history come first in a line, so that a line of the history begins like one of the table.
    """

    def __init__(self, model: type[Model]) -> None:
        history = _histories().get(model)
        kept = {field.column for field in history._meta.concrete_fields} if history else set()
        fields = sorted(model._meta.concrete_fields, key=lambda field: field.column not in kept)
        self.name = model._meta.db_table
        self.columns = [str(field.column) for field in fields]
        self.history_name = history._meta.db_table if history else ""
        self.history_columns = [column for column in self.columns if column in kept]
        kinds = [field.get_internal_type() for field in fields]
        self._special = [(at, _MAKERS[kind]) for at, kind in enumerate(kinds) if kind in _MAKERS]
        self._values = attrgetter(*[field.attname for field in fields])

    def cells(self, instance: Model) -> list[str]:
        """Return the cells of an instance in the order of the columns."""
        values = self._values(instance)
        cells = [cell(value) for value in values]
        for at, make in self._special:
            cells[at] = make(values[at])
        return cells


def _histories() -> dict[type[Model], type[Model]]:
    """Return the model of the row history of each tracked model."""
    models = apps.get_models()
    return {model.pgh_tracked_model: model for model in models if hasattr(model, "pgh_tracked_model")}


class Copier:
    """Collects lines per table and writes them by COPY, parents before children. Needs a transaction.

    ``order`` names the tables whose rows point to each other, parents first; other tables have no constraints and come
    last. The rows of tables in ``single``, and their history, are written with the first echo alone.
    """

    def __init__(self, order: Iterable[str], single: Iterable[str] = ()) -> None:
        self.echoes = Echoes(1)
        self._single = frozenset(single)
        self._single_lines: dict[str, list[str]] = {name: [] for name in order if name in self._single}
        self._lines: dict[str, list[str]] = {name: [] for name in order}
        self._columns: dict[str, Sequence[str]] = {}
        self._waiting = self._waiting_single = 0
        self.written = 0

    def add(self, table: str, columns: Sequence[str], line: str, *, is_single: bool = False) -> None:
        """Take a line, of which the first sets the columns of its table."""
        is_single = is_single or table in self._single
        known = self._single_lines if is_single else self._lines
        lines = known.get(table)
        if lines is None:
            lines = known[table] = []
        self._columns.setdefault(table, columns)
        lines.append(line)
        if is_single:
            self._waiting_single += 1
        else:
            self._waiting += 1

    def is_full(self) -> bool:
        """Tell whether it is time to :meth:`write`."""
        return self._waiting + self._waiting_single >= ROWS_AT_ONCE

    def write(self) -> None:
        """Write what has been collected, once for each echo."""
        told = {
            table: self.echoes.each("\n".join(lines) + "\n", has_hashes=table in _HASHED)
            for table, lines in self._lines.items()
            if lines
        }
        with connection.cursor() as cursor:
            for _number in range(self.echoes.count):
                for table, texts in told.items():
                    self._copy(cursor, table, next(texts))
            for table, lines in self._single_lines.items():
                if lines:
                    self._copy(cursor, table, next(self.echoes.each("\n".join(lines) + "\n", has_hashes=False)))
        for lines in (*self._lines.values(), *self._single_lines.values()):
            lines.clear()
        self.written += self._waiting * self.echoes.count + self._waiting_single
        self._waiting = self._waiting_single = 0

    def _copy(self, cursor: Any, table: str, text: str) -> None:
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, self._columns[table]))
        )
        with cursor.copy(statement) as copy:
            copy.write(text)


@contextmanager
def copying(models: Iterable[type[Model]], single: Iterable[type[Model]] = ()) -> Iterator[Copier]:
    """A transaction in which rows of ``models``, parents first, and all of their history come from the copier.

    Those of ``single`` have no echoes.

    The triggers that write history are passed over for these models alone, and constraints are checked with every
    writing: kept waiting to the end, as is usual, a million rows would take gigabytes.
    """
    tables = [model._meta.db_table for model in models]
    triggers = [trigger.get_pgid(model) for model, trigger in pgtrigger.registered() if model._meta.db_table in tables]
    with transaction.atomic():
        _set("pgtrigger.ignore", "{" + ",".join(triggers) + "}")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        histories = _histories()
        alone = [model._meta.db_table for one in single for model in (one, histories.get(one)) if model]
        copier = Copier(tables, alone)
        yield copier
        copier.write()
        _set("pgtrigger.ignore", "{}")


def _set(name: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
