"""Copies lines into tables while the next lines are being made: two processors work, in one transaction.

Each batch is one COPY for each table, so that the history's triggers see one statement with all its rows, and ends with
the foreign keys asked: what is wrong is known at once, and the end of the transaction has nothing left to ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Self

from django.db import connection
from psycopg import Connection, Error

from sauro.common.copying import copy_statement

Batch = Mapping[str, Sequence[str]]
"""The lines for each table, as :func:`sauro.common.copying.line_of` makes them."""
_AHEAD = 2
_PIECE = 2_000


class Loader:
    """Loads batches in the present transaction by a thread of its own. While it is open nobody else may use the
    connection; leaving waits for the last batch and raises what the database said.

    ``tables`` gives name and columns of the table that each name in a batch means, in the order of loading.
    """

    def __init__(self, tables: Mapping[str, tuple[str, Sequence[str]]]) -> None:
        self._statements = {name: copy_statement(table, columns) for name, (table, columns) in tables.items()}
        self._waiting: Queue[Batch | None] = Queue(maxsize=_AHEAD)
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._load, name="roster-loader")

    def __enter__(self) -> Self:
        with connection.cursor() as cursor:
            # Beside its meaning, the first statement that is no question tells the transaction who writes: the history
            # reads it there, and no COPY can.
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        self._raw: Connection = connection.connection
        self._thread.start()
        return self

    def put(self, batch: Batch) -> None:
        """Let a batch be loaded, after those before it. Waits while some are ahead."""
        if self._failure is None:
            self._waiting.put(batch)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._waiting.put(None)
        self._thread.join()
        if error is None and self._failure is not None:
            with connection.wrap_database_errors:
                raise self._failure

    def _load(self) -> None:
        while (batch := self._waiting.get()) is not None:
            if self._failure is None:
                try:
                    self._one(batch)
                except Error as failure:
                    self._failure = failure

    def _one(self, batch: Batch) -> None:
        with self._raw.cursor() as cursor:
            for name, statement in self._statements.items():
                lines = batch.get(name)
                if not lines:
                    continue
                with cursor.copy(statement) as out:
                    for start in range(0, len(lines), _PIECE):
                        out.write("\n".join(lines[start : start + _PIECE]) + "\n")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
