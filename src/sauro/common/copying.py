"""Puts many rows into a table at once: PostgreSQL's COPY, in the present transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from psycopg import sql

_PIECE = 2_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write rows of plain values (None, text, numbers, days, bytes, identities) and return how many there were."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    count = 0
    with connection.cursor() as cursor, cursor.copy(statement) as out:
        lines: list[str] = []
        for row in rows:
            lines.append("\t".join(map(_text, row)))
            count += 1
            if len(lines) >= _PIECE:
                out.write("\n".join(lines) + "\n")
                lines.clear()
        if lines:
            out.write("\n".join(lines) + "\n")
    return count


def stage(name: str, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Copy rows into a temporary table with the columns of another, gone at the end of the transaction."""
    statement = sql.SQL("CREATE TEMPORARY TABLE {} ON COMMIT DROP AS SELECT {} FROM {} WHERE false").format(
        sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns)), sql.Identifier(table)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string())
    return copy_rows(name, columns, rows)


def _text(value: Any) -> str:
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
