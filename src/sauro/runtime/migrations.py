"""Migrations as our own commands run them: in a process whose DATABASE_URL is that of the owner."""

from __future__ import annotations

import django
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sauro.runtime.errors import MachineError
from sauro.runtime.rendering import own_models_alone
from sauro.runtime.texts import gettext as _

OLDEST_SERVER = 170000


def bring_up_to_date(*, role: str | None, always: bool) -> None:
    """Apply the migrations that wait, then grant `role` (None: the owner itself works) what the application may do.

    Without `always` nothing happens when nothing waits. Raises MachineError on a server older than PostgreSQL 17.
    """
    django.setup()
    _require_version()
    if not always and not _pending():
        return
    with own_models_alone():
        call_command("migrate", interactive=False, verbosity=1)
    if role is not None:
        from sauro.audit import grants  # noqa: PLC0415 -- models can be imported only after the set-up above

        grants.apply(role)


def has_no_account() -> bool:
    """Whether the installation is still empty."""
    return not get_user_model()._default_manager.exists()


def _require_version() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        version: int = cursor.fetchone()[0]
    if version < OLDEST_SERVER:
        raise MachineError(
            _("Cần PostgreSQL 17 trở lên, máy chủ này là bản %(version)d.") % {"version": version // 10000}
        )


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
