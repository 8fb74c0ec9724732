"""Migrations as our own commands run them: in a process whose DATABASE_URL is that of the owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import django
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from sauro.runtime.errors import MachineError
from sauro.runtime.texts import gettext as _

OLDEST_SERVER = 170000

TriggerOperation = AddTrigger | RemoveTrigger


def bring_up_to_date(*, role: str | None, always: bool) -> None:
    """Apply the migrations that wait, then grant `role` (None: the owner itself works) what the application may do.

    Without `always` nothing happens when nothing waits. Raises MachineError on a server older than PostgreSQL 17.
    """
    django.setup()
    _require_version()
    if not always and not _pending():
        return
    with ExitStack() as changed:
        for operation in (AddTrigger, RemoveTrigger):
            changed.enter_context(_without_rendering(operation))
        call_command("migrate", interactive=False, verbosity=1)
    if role is not None:
        from sauro.audit import grants  # noqa: PLC0415 -- models can be imported only after the set-up above

        grants.apply(role)


@contextmanager
def _without_rendering(operation: Any) -> Iterator[None]:
    """Let a class of operations on triggers leave the models of a migration as they are drawn.

    A trigger changes no field, yet django-pgtrigger has its model and all that is joined with it made anew for each
    operation: half the time of a first start.
    """
    forwards = operation.state_forwards

    def state_forwards(self: TriggerOperation, app_label: str, state: ProjectState) -> None:
        vars(state)["reload_model"] = lambda *_where, **_how: None
        try:
            forwards(self, app_label, state)
        finally:
            del vars(state)["reload_model"]

    operation.state_forwards = state_forwards
    try:
        yield
    finally:
        operation.state_forwards = forwards


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
