"""Two imports at the same moment, and an import whose worker or connection dies half-way: all of it or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings as site
from django.db import connection, transaction
from tests.factories.at_once import at_once
from tests.factories.roster import MAN, PERSON, checked_import
from tests.factories.workforce import KEEPER, allot, make_post
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.organizations.models import Appointment, Person
from sauro.roster.enums import ImportState
from sauro.roster.models import ImportProgress, PeopleImport
from sauro.roster.services.applying import apply_import, start_apply
from sauro.workforce.models import Dossier, Fact, Identity, Particulars, Tenure

pytestmark = pytest.mark.django_db(transaction=True)

WRITTEN = (Person, Dossier, Identity, Particulars, Fact, Tenure, Appointment)
APPLY = """
import sys, uuid
import django
django.setup()
from sauro.roster.services.applying import apply_import
apply_import(uuid.UUID(sys.argv[1]))
"""


def _counts() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


def _started(world: World, rows: list[dict[str, str]]) -> PeopleImport:
    run = checked_import(world.actor(KEEPER), rows)
    start_apply(actor=world.actor(KEEPER), import_id=run.pk)
    return run


@contextmanager
def _held_before_the_end() -> Iterator[Callable[[], int]]:
    """Keep imports from writing their events, the last they write; what is given waits for one and names its server."""

    def waiting() -> int:
        for _attempt in range(1_800):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pid FROM pg_locks WHERE relation = 'audit_auditevent'::regclass AND NOT granted"
                )  # fmt: skip
                found = cursor.fetchone()
            if found is not None:
                return int(found[0])
            time.sleep(0.05)
        raise AssertionError("no import came as far as its events")

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_auditevent IN SHARE MODE")
        yield waiting


def test_of_two_imports_of_the_same_people_one_is_written_and_the_other_says_so(committed_world: World) -> None:
    allot(committed_world, 4)
    make_post()
    runs = [_started(committed_world, [PERSON, MAN]), _started(committed_world, [MAN, PERSON])]
    assert at_once(*(lambda run=run: apply_import(run.pk) for run in runs)) == ["ok", "ok"]
    for run in runs:
        run.refresh_from_db()
    loser, winner = sorted(runs, key=lambda run: run.state)
    assert (winner.state, loser.state) == (ImportState.DONE, ImportState.CHECKED)
    assert "đã thay đổi từ lúc kiểm tra" in loser.failure and "chưa ghi gì" in loser.failure
    assert loser.counts["same"] == 2 and loser.counts["new"] == 0
    assert Dossier.objects.count() == Tenure.objects.count() == Identity.objects.count() == 2
    events = AuditEvent.objects.filter(code="roster.dossier.imported")
    assert {event.changes["import"] for event in events} == {winner.code} and events.count() == 2


def test_two_imports_of_different_people_both_apply_in_order(committed_world: World) -> None:
    allot(committed_world, 4)
    make_post()
    runs = [_started(committed_world, [PERSON]), _started(committed_world, [MAN])]
    assert at_once(*(lambda run=run: apply_import(run.pk) for run in runs)) == ["ok", "ok"]
    assert set(PeopleImport.objects.values_list("state", flat=True)) == {ImportState.DONE}
    assert Dossier.objects.count() == len(set(Tenure.objects.values_list("seat", flat=True))) == 2


def test_a_killed_worker_leaves_nothing_and_the_job_that_takes_over_writes_all(committed_world: World) -> None:
    allot(committed_world, 4)
    make_post()
    run = _started(committed_world, [PERSON, MAN])
    before = _counts()
    held = site.DATABASES["default"]
    url = f"postgresql://{held['USER']}:{held['PASSWORD']}@{held['HOST'] or ''}:{held['PORT']}/{held['NAME']}"
    variables = {
        **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "sauro.settings",
        "SAURO_DATA_DIR": str(site.DATA_DIR),
    }  # fmt: skip
    with _held_before_the_end() as waiting:
        process = subprocess.Popen([sys.executable, "-c", APPLY, str(run.pk)], env=variables)
        waiting()
        process.kill()
        process.wait()
        assert _counts() == before
    run.refresh_from_db()
    assert run.state == ImportState.APPLYING and ImportProgress.objects.get(run=run).percent >= 60
    apply_import(run.pk)
    run.refresh_from_db()
    assert run.state == ImportState.DONE, run.failure
    assert _counts() != before and Dossier.objects.count() == 2


def test_a_lost_connection_leaves_nothing_and_says_to_start_again(committed_world: World) -> None:
    allot(committed_world, 4)
    make_post()
    run = _started(committed_world, [PERSON, MAN])
    before = _counts()

    def apply() -> None:
        try:
            apply_import(run.pk)
        finally:
            connection.close()

    thread = threading.Thread(target=apply)
    with _held_before_the_end() as waiting:
        thread.start()
        server = waiting()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [server])
        thread.join(timeout=30)
    assert _counts() == before
    run.refresh_from_db()
    assert run.state == ImportState.CHECKED and "chưa ghi gì. Hãy bấm ghi lại" in run.failure
    start_apply(actor=committed_world.actor(KEEPER), import_id=run.pk)
    apply_import(run.pk)
    run.refresh_from_db()
    assert run.state == ImportState.DONE and run.failure == ""
