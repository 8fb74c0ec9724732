"""The generator of history writes what the services write: the same deeds done through them leave the same rows.

Identities differ and are replaced by what they stand for; the history's own moment is the clock of the database, so it
is left out. Notices are kept of a share of the work alone: here of all.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.replays import DESK_DEEDS, OWN_DEEDS, WORK_DEEDS, Tape, record_desk, recording_acts, replay

from sauro.access.actor import Door, system_actor
from sauro.audit.models import AuditEvent
from sauro.demo.lifelike.chances import Chances
from sauro.demo.lifelike.loading import load_history
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.discussions.models import Comment, Mention
from sauro.documents.models import Document, ExtractedText, Reading, ReadingPrints, Reference, StoredFile
from sauro.notices.models import Notice
from sauro.organizations.services.set_up import set_up_units
from sauro.plans.events import PLAN_OPENED
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.tasks.models import (
    Assignment,
    DeadlineChange,
    Obligation,
    ObligationBody,
    ProductVersion,
    ProgressReport,
    Question,
    Series,
    Wait,
)
from sauro.tasks.services.fields import import_starting_list

__all__ = ["file_folder", "quarantine_folder"]

LOADER = system_actor("test", door=Door.COMMAND)
# Everything that is rare in the demo is common here.
OFTEN = Chances(
    office_day=0.5, question=0.2, stop_when_questioned=0.3, stop=0.1, giver_sets_day=0.3, delegate=1.0, wait=0.8,
    end_wait=0.8, ask=1.0, withdraw=0.3, grant=0.33, refuse=0.3, returns=3.0,
    rename=0.3, talk=0.4, told=1.0,
)  # fmt: skip
TASKS, SEED = 50, 28
TODAY = dt.datetime(2026, 11, 20, 3, 0, tzinfo=dt.UTC)

Row = dict[str, Any]


class _Undone(Exception):
    """Takes back what was written."""


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.usefixtures("file_folder", "quarantine_folder")
def test_generated_rows_equal_those_of_the_services(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: TODAY)
    set_up_units(actor=LOADER, province=PROVINCE, communes=demo_communes()[:2], earlier=SINCE)
    import_starting_list(actor=LOADER)
    load_history(actor=LOADER, tasks=0)
    tape: Tape = []
    before = _events()
    try:
        with transaction.atomic():
            record_desk(tape, monkeypatch)
            load_history(actor=LOADER, tasks=TASKS, seed=SEED, chances=OFTEN, make_acts=recording_acts(tape))
            generated = _dump(before)
            raise _Undone
    except _Undone:
        pass
    assert {deed.name for deed in tape} == {*WORK_DEEDS, *DESK_DEEDS, *OWN_DEEDS}
    replay(tape, monkeypatch)
    served = _dump(before)
    assert generated.keys() == served.keys()
    for table, rows in generated.items():
        assert rows == served[table], table
    assert not [table for table, rows in generated.items() if not rows and "reference" not in table]


def _events() -> int:
    return AuditEvent.objects.count()


def _dump(known: int) -> dict[str, Any]:
    """Every table that a story touches, its history, and the events after the first ``known`` ones."""
    labels = _labels()
    tables: dict[str, Any] = {}
    for model in _NAMES:
        rows = {labels[row["id"]]: _plain(row, labels) for row in model._default_manager.values()}
        tables[model._meta.db_table] = rows
        history = _history_of(model)
        if history is not None:
            tables[history._meta.db_table] = _history(history, labels)
    written = AuditEvent.objects.order_by("sequence").values()[known:]
    tables["events"] = [_event(row, labels) for row in written]
    return tables


def _labels() -> dict[UUID, str]:
    """What each identity stands for, in words that do not depend on it."""
    return {
        row.pk: f"{model._meta.model_name} {name(row)}"
        for model, name in _NAMES.items()
        for row in model._default_manager.all()
    }


_NAMES: dict[Any, Callable[[Any], str]] = {
    StoredFile: lambda row: row.sha256,
    Document: lambda row: row.code,
    ExtractedText: lambda row: row.file_sha256,
    Reading: lambda row: row.document.code,
    ReadingPrints: lambda row: row.reading.document.code,
    Reference: lambda row: f"{row.document.code} {row.start}",
    Obligation: lambda row: f"{row.document.code} {row.position}",
    ObligationBody: lambda row: f"{row.obligation.document.code} {row.obligation.position} {row.role} {row.position}",
    Assignment: lambda row: row.code,
    Series: lambda row: row.head.code,
    ProgressReport: lambda row: f"{row.assignment.code} {row.reported_at}",
    ProductVersion: lambda row: f"{row.assignment.code} {row.number}",
    DeadlineChange: lambda row: f"{row.assignment.code} {row.asked_at}",
    Wait: lambda row: f"{row.assignment.code} {row.began_at}",
    Question: lambda row: f"{row.assignment.code} {row.asked_at}",
    Comment: lambda row: f"{row.assignment.code} {row.written_at}",
    Mention: lambda row: f"{row.comment.assignment.code} {row.comment.written_at} {row.label}",
    MonthlyPlan: lambda row: f"{row.appointment_id} {row.month}",
    PlanItem: lambda row: f"{row.plan.appointment_id} {row.plan.month} {row.assignment.code}",
    Notice: lambda row: f"{row.code} {row.kind} {row.user_id} {row.created_at}",
}


def _history_of(model: type[Model]) -> type[Model] | None:
    found = [one for one in apps.get_models() if getattr(one, "pgh_tracked_model", None) is model]
    return found[0] if found else None


def _plain(row: Row, labels: Mapping[UUID, str]) -> Row:
    plain = {name: labels.get(value, value) if isinstance(value, UUID) else value for name, value in row.items()}
    if "key" in plain:
        plain["key"] = plain["key"].partition(":")[0]
    return plain


def _history(model: type[Model], labels: Mapping[UUID, str]) -> dict[str, list[Row]]:
    """The history of each row by its name, oldest first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in model._default_manager.order_by("pgh_id").values():
        plain = _plain(row, labels)
        del plain["pgh_id"], plain["pgh_created_at"]
        plain["pgh_context_id"] = plain["pgh_context_id"] is not None
        found[plain["pgh_obj_id"]].append(plain)
    return found


def _event(row: Row, labels: Mapping[UUID, str]) -> Row:
    plain = _plain(row, labels)
    del plain["id"], plain["sequence"]
    if plain["door"] == Door.JOB:
        del plain["request_id"]
    if plain["code"] == PLAN_OPENED.code:
        # Of work due on one day that was given at one moment, either may come first.
        plain["changes"]["items"][1].sort()
    return plain
