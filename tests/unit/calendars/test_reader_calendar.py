"""Deadlines in working days get a day from the site's calendar, and none while the year's calendar is not complete."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.calendars import known_days
from tests.factories.documents import DIRECTIVE
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.tasks import DocumentSpec, make_document
from tests.personas import World

from sauro.calendars.models import CalendarYear
from sauro.documents.quarantine import quarantined
from sauro.documents.services.reading import ReadFile, read_quarantined
from sauro.tasks.services.review import add_obligation

__all__ = ["file_folder", "known_days", "quarantine_folder"]

pytestmark = pytest.mark.usefixtures("known_days")
LETTER = DIRECTIVE.replace("ngày 05 tháng 10 năm 2026", "ngày 24 tháng 01 năm {year}").replace(
    "trước ngày 15 tháng 11 năm 2026", "trong thời hạn 05 ngày làm việc kể từ ngày ký văn bản này"
)


def due_of_first(year: int) -> str | None:
    with quarantined([LETTER.format(year=year).encode()], name="a.txt") as upload:
        read = read_quarantined(upload)
    assert isinstance(read, ReadFile)
    value: str | None = read.extraction["tasks"][0]["due"]["value"]
    return value


def test_working_days_are_counted_over_tet() -> None:
    assert due_of_first(2025) == "2025-02-07"


def test_year_that_nobody_confirmed_leaves_the_day_to_a_person() -> None:
    assert due_of_first(2026) is None
    CalendarYear.objects.filter(year=2026).update(is_complete=True)
    assert due_of_first(2026) == "2026-01-30"


def test_passage_that_a_person_adds_is_counted_alike(world: World) -> None:
    words = "Sở Nội vụ báo cáo trong thời hạn 05 ngày làm việc kể từ ngày ký văn bản này."
    document = make_document(world.units["ubnd"], DocumentSpec([words]))
    document.issued_on = dt.date(2025, 1, 24)
    document.save()
    row = add_obligation(actor=world.actor("clerk"), document_id=document.pk, start=0, end=len(words))
    assert row.due_on == dt.date(2025, 2, 7)
