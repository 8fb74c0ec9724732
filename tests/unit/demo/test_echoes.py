"""Every echo of a generated history is the same history: only identities, codes, numbers and hashes differ."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter, defaultdict

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from psycopg import sql
from tests.factories.folders import file_folder, quarantine_folder

from sauro.access.actor import Door, system_actor
from sauro.audit.models import AuditEvent
from sauro.audit.services import seal_events, verify_seals
from sauro.demo.lifelike.echoes import MARK
from sauro.demo.lifelike.loading import PARENTS_FIRST, load_history
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.discussions.models import Comment, Mention
from sauro.documents.models import StoredFile
from sauro.notices.models import Notice
from sauro.numbering.services import next_code
from sauro.organizations.services.set_up import set_up_units
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.tasks.models import Assignment

__all__ = ["file_folder", "quarantine_folder"]

LOADER = system_actor("test", door=Door.COMMAND)
TODAY = dt.datetime(2026, 11, 20, 3, 0, tzinfo=dt.UTC)
ECHOES = 3
OWN = re.compile(
    r"(?P<id>\b[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{11})[1-3]\b"
    r"|(?P<code>\b(?:NV|VB)[- ]202\d[- ])[1-3](?=\d{5}\b)"
    r"|\b[1-3](?=\d{3}(?:[/ ]ubnd|[- ]cv|\"|[. ]txt))"
    r"|\b[0-9a-f]{64}\b",
    re.IGNORECASE,
)


@pytest.mark.django_db
@pytest.mark.usefixtures("file_folder", "quarantine_folder")
def test_echoes_tell_the_same_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: TODAY)
    set_up_units(actor=LOADER, province=PROVINCE, communes=demo_communes()[:2], earlier=SINCE)
    load_history(actor=LOADER, tasks=0)
    known = AuditEvent.objects.count()
    loaded = load_history(actor=LOADER, tasks=120, echoes=ECHOES)
    assert loaded.tasks == Assignment.objects.count() and loaded.events == AuditEvent.objects.count() - known
    for table in _tables():
        told = list(_told(table, known).values())
        # These texts refer to no other.
        assert len(told) == ECHOES or "reference" in table, table
        assert all(other == told[0] for other in told), table
    moments = list(AuditEvent.objects.order_by("sequence").values_list("at", flat=True)[known:])
    assert moments == sorted(moments)
    for file in StoredFile.objects.all():
        content = default_storage.open(file.storage_name).read()
        assert hashlib.sha256(content).hexdigest() == file.sha256 and len(content) == file.size
        assert MARK not in content.decode()
    assert next_code(prefix="NV", year=2026) > max(Assignment.objects.values_list("code", flat=True))
    for model in (MonthlyPlan, PlanItem, Notice):
        assert {str(row.pk)[-1] for row in model._default_manager.all()} == {"1"}
    assert seal_events() is not None and verify_seals() == []


def _tables() -> list[str]:
    models = [model for model in PARENTS_FIRST if model._meta.app_label in ("documents", "tasks")]
    models += [Comment, Mention]
    histories = [model for model in apps.get_models() if getattr(model, "pgh_tracked_model", None) in models]
    return [model._meta.db_table for model in (*models, *histories, AuditEvent)]


def _told(table: str, known: int) -> dict[str, Counter[str]]:
    """Rows by the digit of their echo, without what is an echo's own; of the events those after the first ``known``.

    Monthly plans are told once: a person has one a month.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows = sql.SQL(
        "SELECT right(id::text, 1), (to_jsonb(t) - 'pgh_id' - 'sequence')::text FROM {} t"
        " WHERE coalesce(to_jsonb(t)->>'code', '') NOT LIKE 'plans.%%' ORDER BY {} OFFSET %s"
    )
    is_event = table == AuditEvent._meta.db_table
    ordered = rows.format(sql.Identifier(table), sql.Identifier("sequence" if is_event else "id"))
    with connection.cursor() as cursor:
        cursor.execute(ordered, [known if is_event else 0])
        for digit, row in cursor.fetchall():
            assert MARK not in row
            found[digit][OWN.sub(_without_digit, row)] += 1
    return dict(sorted(found.items()))


def _without_digit(found: re.Match[str]) -> str:
    return f"{found['id'] or found['code'] or ''}*"
