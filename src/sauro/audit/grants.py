"""The rights of the application's database role: it works with rows, it owns nothing, it cannot touch history.

Applied after every migration by the owner. The role cannot truncate any table, cannot change or delete a history row,
an event or a seal, and, owning no table, cannot disable the triggers that write them.
"""

from __future__ import annotations

from django.apps import apps
from django.db import connection
from psycopg import sql

from sauro.audit.models import AuditEvent, Seal


def append_only_tables() -> list[str]:
    """Return the names of all tables that may only grow: events, seals, and the row history of every tracked model."""
    history = [model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    return sorted([AuditEvent._meta.db_table, Seal._meta.db_table, *history])


def apply(role: str) -> None:
    """Give ``role`` what the application needs in the schema ``public``, and nothing more. Run as the owner."""
    name = sql.Identifier(role)
    statements = [
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name),
        sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(name),
        sql.SQL("REVOKE TRUNCATE, TRIGGER, REFERENCES ON ALL TABLES IN SCHEMA public FROM {}").format(name),
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(name),
        # Lets the nightly job rewrite tables after a purge; it changes no row.
        sql.SQL("GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO {}").format(name),
        sql.SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}").format(name),
    ]
    for table in append_only_tables():
        statements.append(sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {}").format(sql.Identifier(table), name))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
