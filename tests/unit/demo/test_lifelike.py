"""The generated history on its own: as much as asked for, in order, sealable, the same for the same seed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from tests.factories.folders import file_folder, quarantine_folder

from sauro.access.actor import Door, system_actor
from sauro.accounts.models import User
from sauro.audit.models import AuditEvent
from sauro.audit.services import seal_events, verify_seals
from sauro.demo.lifelike.copying import cell
from sauro.demo.lifelike.loading import load_history
from sauro.demo.people import PASSWORD
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.discussions.models import Comment
from sauro.notices.models import Notice
from sauro.organizations.models import Person
from sauro.organizations.services.set_up import set_up_units
from sauro.plans.models import PlanItem
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.querysets import with_timeliness
from sauro.tasks.timeliness import Timeliness

__all__ = ["file_folder", "quarantine_folder"]

LOADER = system_actor("test", door=Door.COMMAND)
TODAY = dt.datetime(2026, 11, 20, 3, 0, tzinfo=dt.UTC)
INVENTED = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")
TASKS = 150


@pytest.fixture
def province(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: TODAY)
    set_up_units(actor=LOADER, province=PROVINCE, communes=demo_communes()[:2], earlier=SINCE)


@pytest.mark.usefixtures("province", "file_folder", "quarantine_folder")
def test_history_is_as_large_as_asked_for_and_whole() -> None:
    known = AuditEvent.objects.count()
    loaded = load_history(actor=LOADER, tasks=TASKS)
    assert abs(loaded.tasks - TASKS) <= TASKS / 100 and loaded.tasks == Assignment.objects.count()
    assert loaded.events == AuditEvent.objects.count() - known
    assert Comment.objects.exists() and PlanItem.objects.exists() and Notice.objects.filter(read_at=None).exists()
    moments = list(AuditEvent.objects.order_by("sequence").values_list("at", flat=True)[known:])
    assert moments == sorted(moments) and moments[-1] <= TODAY
    first = Assignment.objects.earliest("given_at").given_at
    assert TODAY - first > dt.timedelta(days=15 * 30)
    _check_people()
    _check_history()
    _check_anchors()
    kinds = set(with_timeliness(Assignment.objects.all(), today=TODAY.date()).values_list("timeliness", flat=True))
    assert {Timeliness.OVERDUE, Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.NO_DEADLINE} <= kinds
    assert seal_events() is not None and verify_seals() == []


def _check_people() -> None:
    assert all(person.full_name.endswith(INVENTED) for person in Person.objects.all())
    user = User.objects.get(username="thutruong.t.snv.1")
    assert user.check_password(PASSWORD) and user.grants.get().unit.code == "T.SNV"


def _check_history() -> None:
    """The last thing that history says of an assignment is what its row holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM tasks_assignment a WHERE NOT EXISTS (SELECT 1 FROM tasks_assignmentevent h"
            " WHERE h.pgh_obj_id = a.id AND h.state = a.state AND h.progress = a.progress"
            " AND h.due_on IS NOT DISTINCT FROM a.due_on AND h.held_days = a.held_days AND h.pgh_id ="
            " (SELECT max(pgh_id) FROM tasks_assignmentevent WHERE pgh_obj_id = a.id))"
        )
        assert cursor.fetchone() == (0,)


def _check_anchors() -> None:
    """What an obligation says stands in the text where it says so."""
    for obligation in Obligation.objects.select_related("reading__text"):
        assert obligation.reading.text.text[obligation.start : obligation.end] == obligation.text


@pytest.mark.usefixtures("province", "file_folder", "quarantine_folder")
def test_same_seed_gives_the_same_history_and_another_one_another() -> None:
    first, again, other = (_told(seed) for seed in (5, 5, 6))
    assert first == again != other


def _told(seed: int) -> list[Any]:
    with transaction.atomic():
        load_history(actor=LOADER, tasks=12, seed=seed)
        told = list(AuditEvent.objects.order_by("sequence").values_list("at", "code", "actor_name", "object_text"))
        transaction.set_rollback(True)
    return told


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "\\N", "\\", "một\thai\nba\r", "\\.", "“Trưởng phòng”\u00a0–\u2028Ê", "E\u0302"])
def test_texts_arrive_as_they_were(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE told (value text, other text) ON COMMIT DROP")
        with cursor.copy("COPY told FROM STDIN") as copy:
            copy.write(f"{cell(text)}\t{cell(None)}\n")
        cursor.execute("SELECT value, other FROM told")
        assert cursor.fetchone() == (text, None)
