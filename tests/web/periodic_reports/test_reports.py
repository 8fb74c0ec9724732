"""The pages of reports as people use them: from the first page to the joint report."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.factories.reports import fill, make_period, make_round, make_version, report_of, send, with_chairs
from tests.personas import World

from sauro.periodic_reports.models import ReportDefinition, Round, TextVersion, UnitReport


@pytest.fixture
def report(world: World) -> UnitReport:
    with_chairs(world)
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    return report_of(make_round(world, ended=-5), world)


def page(client: Client, report: UnitReport) -> str:
    return client.get(reverse("report-detail", args=[report.pk])).content.decode()


def step(client: Client, report: UnitReport, name: str, **data: str) -> str:
    return client.post(reverse("report-step", args=[report.pk, name]), data, follow=True).content.decode()


def type_in(client: Client, report: UnitReport, code: str, value: str, edits: int = 0, **more: str) -> tuple[int, str]:
    answer = client.post(
        reverse("report-figure-save", args=[report.pk, code]), {"value": value, "edits": str(edits), **more}
    )
    return answer.status_code, answer.content.decode()


def test_first_page_leads_to_what_is_owed(report: UnitReport, signed_in: SignedIn) -> None:
    home = signed_in("office_a").get(reverse("home")).content.decode()
    assert "Báo cáo định kỳ phải làm" in home
    assert reverse("report-detail", args=[report.pk]) in home
    assert "Báo cáo định kỳ phải làm" not in signed_in("snv_head").get(reverse("home")).content.decode()


def test_figures_are_saved_one_by_one_and_faults_are_said(report: UnitReport, signed_in: SignedIn) -> None:
    office = signed_in("office_a")
    shown = page(office, report)
    assert "Hệ thống tính" in shown
    assert reverse("report-figure", args=[report.pk, "duoc-giao"]) in shown
    assert type_in(office, report, "ho", "mười")[0] == 422
    status, saved = type_in(office, report, "ho", "1.234")
    assert (status, "đã ghi" in saved) == (200, True)
    status, refused = type_in(signed_in("servant_a"), report, "ho", "7")
    assert (status, "vừa ghi số này là 1.234" in refused) == (422, True)
    status, ratio = type_in(office, report, "ho-ra-soat", "2468")
    assert "50,0%" in ratio
    status, changed = type_in(office, report, "duoc-giao", "9", 1)
    assert "hãy ghi lý do" in changed
    assert "hệ thống" in changed
    status, explained = type_in(office, report, "duoc-giao", "9", 2, reason="Giao bằng giấy")
    assert "hãy ghi lý do" not in explained


def test_texts_of_two_people_are_both_shown_and_settled(report: UnitReport, signed_in: SignedIn) -> None:
    office, servant = signed_in("office_a"), signed_in("servant_a")
    address = reverse("report-text-save", args=[report.pk, "ket-qua"])
    assert "Đã ghi, Ngô Văn Thử A" in office.post(address, {"text": "Bản một", "edits": "0"}).content.decode()
    aside = servant.post(address, {"text": "Bản <hai>", "edits": "0"}).content.decode()
    assert "Ngô Văn Thử A vừa ghi mục này" in aside
    assert "Bản một" in aside
    shown = page(office, report)
    assert "Bản &lt;hai&gt;" in shown
    settle = reverse("report-aside-settle", args=[report.pk, TextVersion.objects.get(is_aside=True).pk])
    assert "Đã dùng bản này" in office.post(settle, {"use": "1"}, follow=True).content.decode()
    assert office.post(settle, {"use": "1"}).status_code == 404
    assert office.post(address, {"text": "Lạ", "edits": "abc"}).status_code == 200


def test_a_report_goes_up_and_comes_back(world: World, report: UnitReport, signed_in: SignedIn) -> None:
    office, chair, head = signed_in("office_a"), signed_in("chair_a"), signed_in("head")
    assert "Chưa có số liệu" in step(office, report, "submit")
    fill(world, report, "office_a")
    assert "Nội dung hiện ở đây khi báo cáo được gửi" in page(head, report)
    assert "Đã trình lãnh đạo duyệt" in step(office, report, "submit")
    assert "Đã duyệt" in step(chair, report, "approve")
    assert "Bản gửi lần 1" in step(office, report, "send", official_number="12/BC-UBND", official_date="")
    shown = page(head, report)
    assert "Kết quả của Ủy ban nhân dân xã A Thử" in shown
    assert "Hãy ghi lý do" not in shown
    empty = head.post(reverse("report-step", args=[report.pk, "return"]), {"reason": "", "due_on": ""})
    assert empty.status_code == 422
    assert "Đã trả lại cho đơn vị" in step(head, report, "return", reason="Thiếu số của tổ 3", due_on="")
    assert "Thiếu số của tổ 3" in page(office, report)
    assert office.post(reverse("report-step", args=[report.pk, "vut-di"])).status_code == 404


def test_why_a_number_is_what_it_is(world: World, report: UnitReport, signed_in: SignedIn) -> None:
    figure = reverse("report-figure", args=[report.pk, "duoc-giao"])
    row = world.units["ubnd_a"].assignments.get()
    assert reverse("assignment-detail", args=[row.pk]) in signed_in("office_a").get(figure).content.decode()
    # A civil servant reads the unit's number, and of the rows behind it only those they may see.
    servant = signed_in("servant_a").get(figure).content.decode()
    assert row.code not in servant
    assert "1 mục khác mà bạn không có quyền xem" in servant
    assert signed_in("office_b").get(figure).status_code == 404
    assert signed_in("office_a").get(reverse("report-figure", args=[report.pk, "khong-co"])).status_code == 404


def test_the_round_shows_who_stands_where_and_urges(world: World, report: UnitReport, signed_in: SignedIn) -> None:
    head = signed_in("head")
    address = reverse("round-detail", args=[report.round_id])
    fill(world, report, "office_a")
    send(world, report, "office_a", "chair_a")
    shown = head.get(address).content.decode()
    assert "1/2 đơn vị đã gửi" in shown
    assert f"{reverse('report-list')}?dot={report.round.code}&amp;cap=1&amp;dh=pending" in shown
    listed = head.get(f"{reverse('report-list')}?dot={report.round.code}&cap=1&dh=pending").content.decode()
    assert "phường B Thử" in listed
    assert "xã A Thử" not in listed.split("<tbody", 1)[1]
    urged = head.post(reverse("round-urge", args=[report.round_id]), follow=True).content.decode()
    assert "Đã đôn đốc 1 đơn vị có tài khoản, trong 1 đơn vị chưa gửi" in urged


def test_files_are_what_they_say(world: World, report: UnitReport, signed_in: SignedIn) -> None:
    fill(world, report, "office_a")
    office = signed_in("office_a")
    for form, start in (("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        answer = office.get(reverse("report-file", args=[report.pk, form]))
        data = b"".join(answer.streaming_content)
        assert data.startswith(start)
        assert "bao-cao-thang" in answer["Content-Disposition"]
        if form == "docx":
            words = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
            assert "DỰ THẢO" in words
            assert "BÁO CÁO" in words
    assert office.get(reverse("report-file", args=[report.pk, "exe"])).status_code == 404
    # Nothing was sent: the office that collects has nothing to take out.
    assert signed_in("head").get(reverse("report-file", args=[report.pk, "docx"])).status_code == 404


def test_the_joint_report_takes_texts_and_prints_every_source(
    world: World, report: UnitReport, signed_in: SignedIn
) -> None:
    fill(world, report, "office_a")
    send(world, report, "office_a", "chair_a")
    joint = report.parent
    assert joint is not None
    head = signed_in("head")
    assert "mới gửi hoặc vừa thu hồi" in page(head, joint)
    refreshed = head.post(reverse("report-refresh", args=[joint.pk]), follow=True).content.decode()
    assert "Đã tổng hợp 1 báo cáo đơn vị" in refreshed
    take = reverse("report-source-take", args=[joint.pk, "ket-qua", report.pk])
    taken = head.post(take, {"text": "Toàn tỉnh:", "edits": "0"}, follow=True).content.decode()
    assert "Toàn tỉnh:\n\nỦy ban nhân dân xã A Thử: Kết quả của" in taken
    assert "đã đưa vào" in taken
    parts = head.get(reverse("report-figure", args=[joint.pk, "ho"])).content.decode()
    assert reverse("report-version", args=[report.pk, 1]) in parts
    data = b"".join(head.get(reverse("report-file", args=[joint.pk, "docx"])).streaming_content)
    words = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "Kết quả của Ủy ban nhân dân xã A Thử" in words


def test_a_definition_is_made_edited_published_and_opened(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    make_period(world)
    assert head.post(reverse("definition-new"), {"title": " ", "period_kind": "report_month"}).status_code == 422
    made = head.post(reverse("definition-new"), {"title": "Báo cáo thử", "period_kind": "report_month"})
    address = made["Location"]
    form = {
        "edits": "0", "title": "Báo cáo thử", "subject": "Kết quả", "period_kind": "report_month", "basis": "",
        "unit_name": "Xã", "unit_days": "2", "unit_signer": "CHỦ TỊCH", "joint_days": "5", "joint_signer": "CHỦ TỊCH",
        "so-TOTAL_FORMS": "2", "so-INITIAL_FORMS": "0", "so-0-label": "Hộ", "so-0-code": "ho", "so-0-rule": "sum",
        "so-0-position": "2", "so-1-label": "Việc", "so-1-code": "viec", "so-1-rule": "sum", "so-1-position": "1",
        "so-1-source": "tasks.given", "muc-TOTAL_FORMS": "0", "muc-INITIAL_FORMS": "0",
    }  # fmt: skip
    wrong = head.post(address, {**form, "so-0-code": "Hộ Nghèo"})
    assert wrong.status_code == 422
    assert "chữ thường không dấu" in wrong.content.decode()
    half = head.post(address, {**form, "name_2": "Phòng", "days_2": "", "signer_2": "TRƯỞNG PHÒNG"})
    assert half.status_code == 422 and "Hãy ghi cho cấp đã nêu tên" in half.content.decode()
    form |= {"name_2": "Phòng", "days_2": "1", "signer_2": "TRƯỞNG PHÒNG"}
    assert "Đã ghi bản sửa" in head.post(address, form, follow=True).content.decode()
    stale = head.post(address, form)
    assert "Người khác vừa ghi mẫu này" in stale.content.decode()
    definition = ReportDefinition.objects.get()
    version = definition.versions.get()
    assert list(version.figures.values_list("code", flat=True)) == ["viec", "ho"]
    rows = {"so-0-code": "", "so-1-code": "", "so-2-label": "Tỷ lệ", "so-2-rule": "ratio", "so-2-numerator": "hộ"}
    rows |= {"so-2-denominator": "Việc", "so-2-position": "3", "so-TOTAL_FORMS": "3", "title": "Báo cáo đã đổi tên"}
    published = head.post(address, {**form, **rows, "edits": "1", "publish": "1"}, follow=True).content.decode()
    assert "Đã ban hành" in published and "Báo cáo đã đổi tên" in published and "ho/viec" in published
    assert list(version.figures.values_list("code", flat=True)) == ["viec", "ho", "ty-le"]
    opening = reverse("round-open", args=[definition.pk])
    assert "Đơn vị phải báo cáo" in head.get(opening).content.decode()
    shown = head.get(opening).context["form"]
    held = {
        "period": shown.initial["period"], "units_due": f"{shown.initial['units_due']:%d/%m/%Y}",
        "joint_due": f"{shown.initial['joint_due']:%d/%m/%Y}", "note": "",
        "due_2": f"{shown.initial['due_2']:%d/%m/%Y}",
    }  # fmt: skip
    assert head.post(opening, held).status_code == 422
    opened = head.post(opening, {**held, "units": [str(world.units["ubnd_a"].pk)]}, follow=True)
    assert "Đã mở đợt báo cáo cho 3 đơn vị" in opened.content.decode()
    assert "Phòng Kinh tế" in opened.content.decode() and "cap=2&amp;dh=pending" in opened.content.decode()
    assert Round.objects.count() == 1
    assert signed_in("clerk").get(opening).status_code == 403


def test_sent_versions_and_later_changes_are_shown(world: World, report: UnitReport, signed_in: SignedIn) -> None:
    fill(world, report, "office_a")
    sent = send(world, report, "office_a", "chair_a")
    office = signed_in("office_a")
    frozen = office.get(reverse("report-version", args=[report.pk, 1])).content.decode()
    assert sent.sha256 in frozen
    assert office.get(reverse("report-version", args=[report.pk, 2])).status_code == 404
    changes = reverse("report-changes", args=[report.pk])
    assert "Không khác" in office.get(changes).content.decode()
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    assert f"thêm {row.code}" in office.get(changes).content.decode()


def test_versions_in_force_open_no_form(world: World, signed_in: SignedIn) -> None:
    version = make_version(world)
    answer = signed_in("head").get(reverse("definition-version", args=[version.pk]))
    assert answer["Location"] == reverse("definition-detail", args=[version.definition_id])
