"""The file for the national database: only what is closed, numbers on record, and what is still due."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from tests.factories.appraisals import FULL_POINTS, make_rating, make_rating_round, make_sheet, set_score
from tests.factories.assignments import post_of
from tests.factories.workforce import KEEPER, dossier_of
from tests.personas import World

from sauro.access.actor import Actor
from sauro.appraisals.enums import ResultKind, SheetState
from sauro.appraisals.models import ResultsFile, Sheet
from sauro.appraisals.selectors.deliveries import deliveries_due
from sauro.appraisals.services.results_file import make_results_file
from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import DomainError, NotVisible
from sauro.organizations.models import Appointment
from sauro.plans.months import month_of, shifted
from sauro.workforce import events as workforce_events

SERVANT = "Đỗ Văn Mẫu"
NUMBER = "091188000123"


def last_month() -> dt.date:
    return shifted(month_of(today()), -1)


def closed_sheet(post: Appointment | None = None, *, days_ago: int = 0) -> Sheet:
    sheet = make_sheet(post or post_of(SERVANT), last_month(), state=SheetState.CLOSED, points=FULL_POINTS)
    set_score(sheet, "91.67")
    Sheet.objects.filter(pk=sheet.pk).update(closed_at=now() - dt.timedelta(days=days_ago))
    return sheet


def head(world: World) -> Actor:
    return world.actor("snv_head")


def made(world: World, kind: ResultKind, period: dt.date, who: str = "snv_head") -> dict[str, Any]:
    data, _note = make_results_file(actor=world.actor(who), unit_id=world.units["snv"].pk, kind=kind, period=period)
    held: dict[str, Any] = json.loads(data)
    return held


def test_a_month_holds_what_is_closed_with_points_and_without_numbers_nobody_keeps(world: World) -> None:
    with pytest.raises(DomainError) as error:
        made(world, ResultKind.MONTH, last_month())
    assert error.value.code == "nothing-closed"
    closed_sheet()
    held = made(world, ResultKind.MONTH, last_month())
    assert held["format"] == "sauro-appraisal-results" and held["period"] == f"{last_month():%Y-%m}"
    (record,) = held["records"]
    assert record["full_name"] == SERVANT and record["score"] == "91.67" and record["general_points"] == "30"
    assert record["identity_number"] is None and ResultsFile.objects.get().unnamed == 1


def test_who_keeps_the_record_sends_the_number_and_the_person_can_read_that(world: World) -> None:
    dossier = dossier_of(world, unit="snv", number=NUMBER)
    known = post_of(SERVANT)
    post = Appointment.objects.create(
        person=dossier.person, position=known.position, unit=known.unit, valid=known.valid
    )
    closed_sheet(post)
    (record,) = made(world, ResultKind.MONTH, last_month(), who=KEEPER)["records"]
    assert record["identity_number"] == NUMBER
    seen = AuditEvent.objects.get(code=workforce_events.REVEALED.code, object_id=dossier.pk)
    assert "cơ sở dữ liệu quốc gia" in seen.reason


def test_a_year_holds_decided_levels_alone(world: World) -> None:
    found = make_rating_round(world.units["snv"], decision="99/QĐ-SNV", decided_on=dt.date(2026, 12, 10))
    make_rating(found, post_of(SERVANT), level="TOT")
    with pytest.raises(DomainError):
        made(world, ResultKind.YEAR, dt.date(2026, 1, 1))
    found.state = "decided"
    found.save()
    (record,) = made(world, ResultKind.YEAR, dt.date(2026, 1, 1))["records"]
    assert record["level"] == "TOT" and record["decision"] == "99/QĐ-SNV" and record["decided_on"] == "2026-12-10"


def test_a_closed_month_is_due_within_five_days_until_its_file_is_made(world: World) -> None:
    assert deliveries_due(head(world)) == []
    closed_sheet(days_ago=6)
    (due,) = deliveries_due(head(world))
    assert due.month == last_month() and due.due_on == today() - dt.timedelta(1) and due.is_late
    made(world, ResultKind.MONTH, last_month())
    assert deliveries_due(head(world)) == []
    Sheet.objects.update(closed_at=now() + dt.timedelta(minutes=1))
    assert [one.is_late for one in deliveries_due(head(world))] == [False], "closed anew after its file"


def test_nobody_makes_the_file_of_another_unit(world: World) -> None:
    closed_sheet()
    with pytest.raises(NotVisible):
        make_results_file(
            actor=world.actor("office_b"), unit_id=world.units["snv"].pk, kind=ResultKind.MONTH, period=last_month()
        )
