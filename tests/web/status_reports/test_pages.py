"""The pages of status reports: from the draft to the issued report and its files."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import python_calamine
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.reports import make_period
from tests.factories.status_reports import draft, work
from tests.personas import World

from sauro.common.clock import today
from sauro.status_reports.enums import PeriodKind, ReportState
from sauro.status_reports.models import StatusReport
from sauro.status_reports.periods import period_holding


def act(report: StatusReport, name: str) -> str:
    return reverse("status-report-act", args=[report.pk, name])


def free_days(**columns: str) -> dict[str, str]:
    days = {"first_day": f"{today() - dt.timedelta(days=6):%d/%m/%Y}", "last_day": f"{today():%d/%m/%Y}"}
    return {"subject": "given", "period": "free", **days, **columns}


def test_report_goes_from_the_form_to_its_issue(world: World, signed_in: SignedIn) -> None:
    late = work(world, due=1, wording="Nộp danh mục trạm bơm")
    clerk, head = signed_in("clerk"), signed_in("head")
    address = reverse("status-report-draft")
    unit = str(world.units["ubnd"].pk)
    wrong = clerk.post(address, free_days(unit=unit, first_day="31/02/2026"))
    assert wrong.status_code == 422
    assert "Ngày chưa đúng" in wrong.content.decode()
    made = clerk.post(address, free_days(unit=unit), follow=True)
    report = StatusReport.objects.get()
    rows_of_overdue = f"{reverse('status-report-rows')}?bc={report.pk}&amp;nhom=overdue"
    assert rows_of_overdue in made.content.decode()
    assert late.code in clerk.get(rows_of_overdue.replace("&amp;", "&")).content.decode()
    assert clerk.post(act(report, "loi"), {"remarks": "Tiến bộ", "proposals": "Bổ sung người"}).status_code == 302
    late.due_on = today()
    late.save()
    refused = head.post(act(report, "phat-hanh"), {"number": "12/BC-UBND"})
    assert refused.status_code == 422
    assert "1 dòng đã khác" in refused.content.decode()
    assert "12/BC-UBND" in refused.content.decode()
    differences = head.get(reverse("status-report-differences", args=[report.pk])).content.decode()
    assert late.code in differences
    assert "Chưa hoàn thành, quá hạn" in differences
    assert head.post(act(report, "lay-lai")).status_code == 302
    page = head.post(act(report, "phat-hanh"), {"number": "12/BC-UBND"}, follow=True).content.decode()
    assert "?kiem-tra=1" in page
    checked = head.get(reverse("status-report-detail", args=[report.pk]), {"kiem-tra": "1"}).content.decode()
    assert "số liệu khớp mã băm" in checked
    assert "Tiến bộ" in page
    late_write = clerk.post(act(report, "lay-lai"))
    assert late_write.status_code == 422
    assert "đã phát hành nên không sửa" in late_write.content.decode()
    assert head.post(act(report, "thu-hoi"), {"reason": ""}).status_code == 422
    assert "Sai kỳ" in head.post(act(report, "thu-hoi"), {"reason": "Sai kỳ"}, follow=True).content.decode()


def test_period_of_the_list_needs_no_days(world: World, signed_in: SignedIn) -> None:
    clerk = signed_in("clerk")
    address = reverse("status-report-draft")
    form = clerk.get(address).context["form"]
    weeks = dict(form.fields["period"].choices)["Tuần"]
    asked = {"unit": str(world.units["ubnd"].pk), "subject": "given", "period": weeks[1][0]}
    assert clerk.post(address, asked).status_code == 302
    report = StatusReport.objects.get()
    assert report.last_day - report.first_day == dt.timedelta(days=6)
    assert report.period_label.startswith("tuần ")
    missing = clerk.post(address, {**asked, "period": "free"})
    assert missing.content.decode().count("Hãy điền ngày") >= 2
    assert clerk.post(address, {**asked, "period": "week:x:y"}).status_code == 422
    foreign = clerk.post(address, {**asked, "unit": str(world.units["ubnd_a"].pk)})
    assert foreign.status_code == 422


def test_periods_come_from_the_table_of_the_office_where_it_has_some(world: World, signed_in: SignedIn) -> None:
    own = make_period(world, ended=3)
    clerk = signed_in("clerk")
    address = reverse("status-report-draft")
    groups = dict(clerk.get(address).context["form"].fields["period"].choices)
    assert [value for value, _label in groups["Tháng báo cáo (15 đến 14)"]] == [f"report_month:{own.first}:{own.last}"]
    assert len(groups["Quý"]) == 6
    asked = {"unit": str(world.units["ubnd"].pk), "subject": "given", "period": f"report_month:{own.first}:{own.last}"}
    assert clerk.post(address, asked).status_code == 302
    assert StatusReport.objects.get().period_label == own.label
    computed = period_holding(PeriodKind.REPORT_MONTH, today())
    other = clerk.post(address, {**asked, "period": f"report_month:{computed.first}:{computed.last}"})
    assert other.status_code == 422


def test_neighbours_find_nothing_and_discarding_ends_in_the_list(world: World, signed_in: SignedIn) -> None:
    row = work(world, due=1)
    report = draft(world)
    neighbour = signed_in("office_b")
    assert neighbour.get(reverse("status-report-detail", args=[report.pk])).status_code == 404
    assert neighbour.post(act(report, "bo")).status_code == 404
    listed = neighbour.get(f"{reverse('status-report-rows')}?bc={report.pk}").content.decode()
    assert row.code not in listed
    assert signed_in("clerk").post(act(report, "xoa")).status_code == 404
    answer = signed_in("clerk").post(act(report, "bo"))
    assert answer.headers["Location"] == reverse("status-report-list")
    assert not StatusReport.objects.exists()


def test_workbook_holds_figures_and_rows_as_text(world: World, signed_in: SignedIn) -> None:
    work(world, due=1, wording="=1+1 lập danh mục")
    work(world, due=-3)
    report = draft(world)
    answer = signed_in("inspector").get(reverse("status-report-file", args=[report.pk, "xlsx"]))
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type]  # a file of this view is not asynchronous
    figures = book.get_sheet_by_name("Số liệu").to_python()
    rows = book.get_sheet_by_name("Nhiệm vụ").to_python()
    assert figures[-1][:2] == ["Tổng cộng", 2]
    assert rows[1][2] == "=1+1 lập danh mục"
    assert len(rows) == 3
    assert report.state == ReportState.DRAFT
    assert signed_in("clerk").get(reverse("status-report-file", args=[report.pk, "exe"])).status_code == 404
