"""Puts many rows into a table at once: PostgreSQL's COPY, in the present transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from psycopg import sql

_PIECE = 2_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows of plain values (None, text, numbers, days, bytes, identities) and return how many there were.

    Raises what the database says as Django's errors.
    """
    count = 0
    statement = copy_statement(table, columns)
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as out:
        lines: list[str] = []
        for row in rows:
            lines.append(line_of(row))
            count += 1
            if len(lines) >= _PIECE:
                out.write("\n".join(lines) + "\n")
                lines.clear()
        if lines:
            out.write("\n".join(lines) + "\n")
    return count


def copy_statement(table: str, columns: Sequence[str]) -> sql.Composed:
    """Return the statement that takes lines for columns of a table."""
    return sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )


def line_of(row: Iterable[Any]) -> str:
    """Return the line of a row of plain values."""
    return "\t".join(map(cell_of, row))


def cell_of(value: Any) -> str:
    """Return how one plain value is written in a line."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        # Nearly no text holds any of these.
        is_plain = "\\" not in value and "\t" not in value and "\n" not in value and "\r" not in value
        return value if is_plain else value.translate(_ESCAPES)
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value)
