"""Figures since the beginning of the year, and sentences the system has ready."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.reports import _day, fill, make_period, make_round, report_of, send, type_figure, with_chairs
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import NotAllowed, NotVisible
from sauro.documents.services.purging import confirm_purge, propose_purge
from sauro.periodic_reports.content import FigureLine, ToDate, from_json, to_json
from sauro.periodic_reports.models import Round, UnitReport
from sauro.periodic_reports.selectors.content import live_content
from sauro.periodic_reports.selectors.sentences import sentences_of
from sauro.periodic_reports.sentences import Work, sentence_of
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import take_sentence
from sauro.periodic_reports.services.rounds import Opening, open_round
from sauro.periods.models import Period
from sauro.tasks.models import Assignment, ProgressReport


@pytest.fixture
def report(world: World) -> UnitReport:
    with_chairs(world)
    return report_of(make_round(world, ended=-5), world)


def earlier_round(world: World, this_round: Round, *, ended: int, year: int) -> Round:
    """Open the same report for a period before."""
    period = make_period(world, ended=ended)
    Period.objects.filter(pk=period.pk).update(year=year)
    units = [world.units["ubnd_a"].pk, world.units["ubnd_b"].pk]
    opening = Opening(period.pk, units, _day(period, 4), _day(period, 9), "")
    return open_round(actor=world.actor("head"), definition_id=this_round.definition_id, opening=opening)


def test_figures_to_date_add_what_was_sent_this_year_and_say_what_is_missing(world: World, report: UnitReport) -> None:
    year = report.round.period.year
    fill(world, report, "office_a", households=10, of=40)
    assert live_content(report).to_date is None
    sent, missing = (earlier_round(world, report.round, ended=ended, year=year) for ended in (25, 55))
    last_year = earlier_round(world, report.round, ended=85, year=year - 1)
    for one, households in ((sent, 5), (last_year, 100)):
        older = report_of(one, world)
        fill(world, older, "office_a", households=households, of=20)
        send(world, older, "office_a", "chair_a")
    content = live_content(UnitReport.objects.get(pk=report.pk))
    assert content.to_date == ToDate(year, rounds=2, sent=1)
    households, ratio, late = (content.figure(code) for code in ("ho", "ty-le", "qua-han"))
    assert households is not None and ratio is not None and late is not None
    assert (households.value, households.to_date) == (10, 15)
    # Fifteen households of sixty, not the mean of two shares; the number at the end of a period is the newest one.
    assert ratio.to_date == 25
    assert late.to_date == late.value
    assert from_json(to_json(content)) == content
    assert missing.reports.filter(versions_sent__gt=0).count() == 0


def test_frozen_reports_without_figures_to_date_are_still_read(world: World, report: UnitReport) -> None:
    held = to_json(live_content(report))
    del held["to_date"]
    for figure in held["figures"]:
        del figure["to_date"]
    assert from_json(held).to_date is None


def late_work(world: World, wording: str) -> Assignment:
    row = make_assignment(
        world.units["ubnd"],
        world.units["ubnd_a"],
        state="accepted",
        wording=wording,
        due_on=today() - dt.timedelta(days=4),
    )
    Assignment.objects.filter(pk=row.pk).update(given_at=now() - dt.timedelta(days=9))
    ProgressReport.objects.create(
        assignment=row, progress=20, text="Chờ số liệu của các ấp.", reported_by_name="Bùi Thị Mẫu A", reported_at=now()
    )
    return row


def test_system_names_late_work_with_its_reason_and_is_taken_as_a_line(world: World, report: UnitReport) -> None:
    row = late_work(world, "Lập danh mục trạm bơm")
    office = world.actor("office_a")
    refresh_figures(actor=office, report_id=report.pk)
    said = {one.figure: one.text for one in sentences_of(office, live_content(report))}
    named = f"{row.code} Lập danh mục trạm bơm (quá 4 ngày), lý do: Chờ số liệu của các ấp"
    late = f"Chưa hoàn thành, đã quá hạn 1 nhiệm vụ: {named}."
    assert said == {"duoc-giao": "Trong kỳ được giao thêm 1 nhiệm vụ.", "qua-han": late}
    take_sentence(actor=office, report_id=report.pk, code="ket-qua", figure="duoc-giao")
    section = take_sentence(actor=office, report_id=report.pk, code="ket-qua", figure="qua-han")
    assert section.text == f"- Trong kỳ được giao thêm 1 nhiệm vụ.\n- {late}"
    event = AuditEvent.objects.filter(code="periodic_reports.report.sentence_taken").latest("sequence")
    assert event.changes == {"section": [None, "ket-qua"], "figure": [None, "qua-han"]}
    with pytest.raises(NotVisible):
        take_sentence(actor=office, report_id=report.pk, code="ket-qua", figure="ho")
    with pytest.raises(NotAllowed):
        take_sentence(actor=world.actor("head"), report_id=report.pk, code="ket-qua", figure="qua-han")


def test_purging_a_document_takes_the_texts_that_name_its_tasks(world: World, report: UnitReport) -> None:
    document = make_document(world.units["ubnd"], many_tasks(1), units=(world.units["ubnd_a"],))
    late = {"obligation": document.obligations.get(), "due_on": today() - dt.timedelta(days=4), "state": "accepted"}
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording="Nội dung phải tiêu hủy", **late)
    office = world.actor("office_a")
    refresh_figures(actor=office, report_id=report.pk)
    take_sentence(actor=office, report_id=report.pk, code="ket-qua", figure="qua-han")
    type_figure(world, report, "office_a", "ho", 3)
    sent = send(world, report, "office_a", "chair_a")
    assert "Nội dung phải tiêu hủy" in str(sent.content)
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có dấu mật trên bản gốc")
    confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    section = report.texts.get(field__code="ket-qua")
    texts = [section.text, *section.versions.values_list("text", flat=True)]
    assert set(texts) == {"[đã tiêu hủy]"}
    sent.refresh_from_db()
    assert "Nội dung phải tiêu hủy" not in str(sent.content)
    assert from_json(sent.content).figure("qua-han") is not None


def test_sentence_says_how_many_more_there_are_and_nothing_of_zero() -> None:
    line = FigureLine("xong", "Đã xong", "nhiệm vụ", "sum", Decimal(7), "system", Decimal(7), source="tasks.finished")
    works = [Work(f"NV-{number}", "Việc " * 60, handed_in_on=dt.date(2026, 11, 3)) for number in range(6)]
    said = sentence_of(line, works)
    assert said is not None
    assert said.text.startswith("Đã hoàn thành 7 nhiệm vụ: NV-0 Việc")
    assert said.text.endswith("; và 2 nhiệm vụ khác.")
    assert said.text.count("(nộp ngày 03/11/2026)") == 5
    assert sentence_of(FigureLine("a", "A", "", "sum", None, "system", Decimal(0), source="tasks.finished"), []) is None
    assert sentence_of(FigureLine("a", "A", "", "sum", Decimal(3), "typed"), []) is None
