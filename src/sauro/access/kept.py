"""Statements that are written once and asked many times.

Django writes the SQL of a query anew for every request, and for rules as long as ours that takes longer than the
database needs to answer. :func:`ask` keeps the finished text with its parameters instead. It decides nothing: the same
text is sent to the database, which finds the rows as they are now. What is kept is found again only by **all** of what
it was written from: the function that writes it, the rights of the actor in full as they were read for this request,
and the day. A grant that changes changes the rights, and with them the key; no text of other rights can be found.

A function that writes a query must therefore depend on nothing but its arguments, the day and the settings. One that
reads the database while it writes is noticed, and asked without being kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.core.signals import setting_changed
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler
from django.dispatch import receiver

from sauro.access.actor import Actor
from sauro.common.clock import today

M = TypeVar("M", bound=Model)
V = TypeVar("V")

TEXTS_KEPT, STATEMENTS_KEPT = 512, 8_192
"""How many different texts one process keeps, and how many texts with their parameters (some 4 kB each)."""


class _Newest(Generic[V]):
    """A mapping that forgets what was not used for longest."""

    def __init__(self, most: int) -> None:
        self._most, self._held, self._lock = most, OrderedDict[Hashable, V](), Lock()

    def get(self, key: Hashable) -> V | None:
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def put(self, key: Hashable, value: V) -> V:
        with self._lock:
            self._held[key] = value
            if len(self._held) > self._most:
                self._held.popitem(last=False)
            return value

    def clear(self) -> None:
        with self._lock:
            self._held.clear()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of SQL, and how its rows become what the query set promised: shared by everybody who asks the same."""

    sql: str
    rows: QuerySet[Any]
    compiler: SQLCompiler


@dataclass(frozen=True, slots=True)
class _Statement:
    """A text with its parameters. ``places`` are the positions to be filled in each time, with the names of the values.

    Without a text, no row can match.
    """

    text: _Text | None
    params: tuple[Any, ...] = ()
    places: tuple[tuple[int, str], ...] = ()

    def bound(self, values: Mapping[str, UUID]) -> tuple[Any, ...]:
        params = list(self.params)
        for position, name in self.places:
            params[position] = values[name]
        return tuple(params)


class _Planning:
    """A connection whose cursors send text and parameters apart, so that the database keeps its plan of a text.

    Finding a plan takes longer than following it. From the fifth time on the database weighs a plan for any parameters
    against one for these, and keeps to the former where that is no dearer. It knows little of parameters it does not
    see, so this is for texts that ask by identities and lead to few rows; all others are planned each time.
    """

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def cursor(self) -> Any:
        self._connection.ensure_connection()
        cursor = ServerBindingCursor(self._connection.connection)  # type: ignore[call-arg]  # a cursor of psycopg
        return self._connection._prepare_cursor(cursor)  # type: ignore[attr-defined]  # what its own cursors come from


class _Ready:
    """Stands in for the query of a query set whose text is ready."""

    def __init__(self, text: _Text, params: tuple[Any, ...], *, is_of_objects: bool) -> None:
        self._text, self._params, self._is_of_objects = text, params, is_of_objects

    def __getattr__(self, name: str) -> Any:
        return getattr(self._text.rows.query, name)

    def get_compiler(self, using: str) -> SQLCompiler:
        compiler = copy(self._text.compiler)
        connection = connections[using]
        compiler.connection = _Planning(connection) if self._is_of_objects else connection  # type: ignore[assignment]  # stands in for one
        ready = self._text.sql, self._params
        compiler.as_sql = lambda *_args, **_kwargs: ready  # type: ignore[method-assign]  # the text that was written
        return compiler


_texts = _Newest[_Text](TEXTS_KEPT)
_statements = _Newest[_Statement](STATEMENTS_KEPT)
_blanks: dict[str, UUID] = {}
# No rule asks where files lie, and tests give each of theirs a folder of its own.
_PLACES_OF_FILES = {"STORAGES", "QUARANTINE_DIR"}


@receiver(setting_changed)
def _forget_what_a_setting_wrote(*, setting: str, **_signal: object) -> None:
    """Only tests change settings of a running process."""
    if setting not in _PLACES_OF_FILES:
        _statements.clear()


def forget() -> None:
    """Forget every text, as when the rules themselves are other ones: only tests change those of a running process."""
    _statements.clear()


def ask(write: Callable[..., QuerySet[M, V]], *given: Hashable, **values: UUID) -> list[V]:
    """Return the rows of the query that ``write(*given, **values)`` writes. Takes one query.

    ``write`` lives as long as the process (a function of a module, a method of a policy). What is ``given`` is part of
    what the text is kept by, of an actor the rights; ``values`` are identities, for which any others can stand.
    """
    key = (write, today(), *(rights_of(one) if isinstance(one, Actor) else one for one in given))
    statement = _statements.get(key)
    if statement is None:
        statement = _written(write, given, {name: _blanks.setdefault(name, uuid4()) for name in values})
        if statement is None:
            return list(write(*given, **values))
        _statements.put(key, statement)
    return _rows(statement, statement.text, values) if statement.text else []


def rights_of(actor: Actor) -> Hashable:
    """Return everything of an actor that a rule may depend on: all but the name and the request."""
    return (
        actor.user_id, actor.door, actor.unit_id, actor.units, actor.appointment_ids, actor.grants, actor.on_behalf_of,
        actor.is_system,
    )  # fmt: skip


def _written(
    write: Callable[..., QuerySet[Any, Any]], given: Sequence[Hashable], blanks: Mapping[str, UUID]
) -> _Statement | None:
    """Return the statement, or nothing when writing it took a look into the database."""
    looks = list[str]()

    def look(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        looks.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(look):
        rows = write(*given, **blanks)
        compiler = rows.query.get_compiler(rows.db)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None if looks else _Statement(None)
    if looks:
        return None
    names = {blank: name for name, blank in blanks.items()}
    places = tuple((at, names[value]) for at, value in enumerate(params) if isinstance(value, UUID) and value in names)
    if {name for _at, name in places} != set(blanks):
        raise ValueError(f"{write} does not ask for each of {sorted(blanks)}")
    key = (write, sql)
    text = _texts.get(key) or _texts.put(key, _Text(sql, rows, compiler))
    return _Statement(text, tuple(params), places)


def _rows(statement: _Statement, text: _Text, values: Mapping[str, UUID]) -> list[Any]:
    written: Any = text.rows
    ready = _Ready(text, statement.bound(values), is_of_objects=bool(statement.places))
    rows: Any = QuerySet(written.model, query=ready)  # type: ignore[arg-type]  # all that rows ask of it
    rows._fields, rows._known_related_objects = written._fields, written._known_related_objects
    found = list(written._iterable_class(rows))
    prefetch_related_objects(found, *written._prefetch_related_lookups)
    return found
