"""Events and their seals, the rights of the application's role, and the row history."""

from __future__ import annotations

import threading

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from psycopg import sql
from tests.personas import World

from sauro.access.actor import system_actor
from sauro.audit import grants, services
from sauro.audit.models import AuditEvent, Seal
from sauro.audit.registry import all_events, event_label, register_event
from sauro.audit.services import record_event, seal_events, verify_seals
from sauro.organizations.events import UNIT_RENAMED
from sauro.organizations.models import Unit
from sauro.runtime.postgres import APPLICATION

ACTOR = system_actor("test")


def write_events(count: int) -> None:
    for number in range(count):
        record_event(actor=ACTOR, event=UNIT_RENAMED, object_text=f"Đơn vị {number}")


def tamper(statement: str) -> None:
    """Change history the way only the owner of the tables could: with the triggers switched off."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER ALL")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER ALL")


@pytest.mark.django_db
def test_seals_chain_and_hold() -> None:
    write_events(3)
    first = seal_events()
    write_events(2)
    second = seal_events()
    assert first is not None
    assert second is not None
    assert (first.event_count, second.event_count, second.previous_digest) == (3, 2, first.digest)
    assert seal_events() is None
    assert verify_seals() == []


@pytest.mark.django_db
def test_many_events_are_sealed_a_batch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_SEALED_AT_ONCE", 2)
    write_events(5)
    sealed = []
    while made := seal_events():
        sealed.append(made.event_count)
    assert sealed == [2, 2, 1] and verify_seals() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditevent SET actor_name = 'người khác' WHERE object_text = 'Đơn vị 1'",
        "UPDATE audit_auditevent SET changes = '{\"a\": 1}' WHERE object_text = 'Đơn vị 1'",
        "DELETE FROM audit_auditevent WHERE object_text = 'Đơn vị 1'",
    ],
)
def test_any_change_behind_the_back_breaks_the_seal(statement: str) -> None:
    write_events(3)
    seal_events()
    tamper(statement)
    assert len(verify_seals()) == 1


@pytest.mark.django_db
def test_events_cannot_be_changed_or_deleted() -> None:
    write_events(1)
    for act in (
        lambda: AuditEvent.objects.update(reason="sửa"),
        lambda: AuditEvent.objects.all().delete(),
        lambda: Seal.objects.all().delete() if seal_events() else None,
    ):
        with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
            act()


@pytest.mark.django_db(transaction=True)
def test_seal_waits_for_events_under_way_and_misses_none() -> None:
    written, may_commit = threading.Event(), threading.Event()

    def slow_writer() -> None:
        with transaction.atomic():
            write_events(1)
            written.set()
            may_commit.wait(timeout=10)
        connection.close()

    sealed: list[Seal | None] = []

    def sealer() -> None:
        sealed.append(seal_events())
        connection.close()

    writing = threading.Thread(target=slow_writer)
    writing.start()
    assert written.wait(timeout=10)
    sealing = threading.Thread(target=sealer)
    sealing.start()
    with transaction.atomic():
        pass
    may_commit.set()
    writing.join(timeout=10)
    sealing.join(timeout=10)
    assert sealed[0] is not None
    assert sealed[0].event_count == 1
    assert verify_seals() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditevent SET reason = 'x'",
        "DELETE FROM organizations_unitevent",
        "TRUNCATE audit_seal CASCADE",
        "ALTER TABLE tasks_assignment DISABLE TRIGGER ALL",
        "DROP TABLE audit_auditevent",
    ],
)
def test_role_of_the_application_cannot_touch_history(statement: str) -> None:
    with connection.cursor() as cursor:
        grants.apply(APPLICATION)
        cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(APPLICATION)))
        cursor.execute("SELECT count(*) FROM audit_auditevent")
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute(statement)
        cursor.execute("RESET ROLE")


def test_every_tracked_model_is_append_only_for_the_application() -> None:
    tables = grants.append_only_tables()
    assert {"audit_auditevent", "audit_seal", "organizations_unitevent", "tasks_assignmentevent"} <= set(tables)
    assert len(tables) == len(set(tables))


@pytest.mark.django_db
def test_row_history_keeps_what_a_bulk_update_changed(world: World) -> None:
    Unit.objects.filter(code="T.SNV").update(short_name="SNV")
    history = Unit.pgh_event_model.objects  # type: ignore[attr-defined]  # added by the decorator
    kept = list(history.filter(code="T.SNV").order_by("pgh_id").values_list("short_name", flat=True))
    assert kept == ["", "SNV"]


@pytest.mark.django_db
def test_history_joins_old_with_new_rows_by_hash_however_few_came_first() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce('enable_nestloop=off' = ANY (proconfig), false), count(*) FROM pg_proc"
            " WHERE prosrc LIKE '%FROM old\\_% JOIN new\\_%' AND proname NOT LIKE 'headcounts%' GROUP BY 1"
        )
        [(is_set, number)] = cursor.fetchall()
    assert is_set
    assert number >= sum(1 for model in apps.get_models() if hasattr(model, "pgh_event_model"))


def test_registry_refuses_a_code_twice_and_labels_unknown_ones_by_code() -> None:
    with pytest.raises(ValueError, match="twice"):
        register_event(UNIT_RENAMED.code, "lần nữa")
    assert event_label("code.of.the.future") == "code.of.the.future"
    assert len({event.code for event in all_events()}) == len(all_events())
