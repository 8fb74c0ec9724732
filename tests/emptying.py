"""Empties the tables after a test that committed, row by row, and puts back what the migrations wrote into them.

Django truncates them: a new file for each of some hundred tables and their indexes takes a second, and most tests fill
a dozen. It leaves nothing of the migrations either, so that tests that need it could only come before.
"""

from __future__ import annotations

from functools import cache

from django.db import connection, transaction
from psycopg import Connection, sql

# What Django itself writes after a migration: the same for all tests.
_LASTING = {"django_content_type", "auth_permission", "django_migrations"}
# The schema that holds what the migrations wrote, a table for each that is not empty.
_WRITTEN = "as_migrated"
# Neither foreign keys nor the guards of what may only grow are in force.
_UNGUARDED = "SET LOCAL session_replication_role = replica"


def remember_what_migrations_wrote(database: Connection) -> None:
    """Keep a copy of all rows of a database that was just migrated, for :func:`empty_tables`."""
    database.execute(f"DROP SCHEMA IF EXISTS {_WRITTEN} CASCADE; CREATE SCHEMA {_WRITTEN}")
    for (name,) in database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall():
        table, copy = sql.Identifier("public", name), sql.Identifier(_WRITTEN, name)
        is_filled = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(table)
        if name not in _LASTING and database.execute(is_filled).fetchone() == (True,):
            database.execute(sql.SQL("CREATE TABLE {} AS TABLE {}").format(copy, table))


def empty_tables() -> None:
    """Leave the rows of the migrations in the tables of Django's, and no others."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_script())


@cache
def _script() -> str:
    names = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - _LASTING
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [_WRITTEN])
        written = names & {name for (name,) in cursor.fetchall()}
    emptied = [f"DELETE FROM {_quoted(name)}" for name in sorted(names)]  # noqa: S608 -- names of our tables
    filled = [f"INSERT INTO {_quoted(name)} TABLE {_WRITTEN}.{_quoted(name)}" for name in sorted(written)]
    return "; ".join([_UNGUARDED, *emptied, *filled])


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
