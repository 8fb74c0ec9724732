"""Empties the tables after a test that committed, row by row.

Django truncates them: a new file for each of some hundred tables and their indexes takes a second, and most tests fill
a dozen.
"""

from __future__ import annotations

from functools import cache

from django.db import connection, transaction

# What Django itself writes after a migration, and after each truncation again: the same for all tests.
_LASTING = {"django_content_type", "auth_permission"}
# Neither foreign keys nor the guards of what may only grow are in force.
_UNGUARDED = "SET LOCAL session_replication_role = replica"


def empty_tables() -> None:
    """Delete every row of every table of Django's."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_deletion())


@cache
def _deletion() -> str:
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = [connection.ops.quote_name(name) for name in sorted(set(names) - _LASTING)]
    return "; ".join([_UNGUARDED, *(f"DELETE FROM {table}" for table in tables)])  # noqa: S608 -- names of our tables
