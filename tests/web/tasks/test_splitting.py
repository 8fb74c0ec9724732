"""The page on which work is split, and the tree on the page of an assignment."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.personas import World

from sauro.common.clock import today
from sauro.tasks.enums import AssignmentState, BodyRole
from sauro.tasks.models import Assignment
from sauro.tasks.services.delegation import PartPlan, split_assignment


@pytest.fixture
def whole(world: World) -> Assignment:
    return make_assignment(
        world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=days_from(today(), 20)
    )


def split_page(row: Assignment) -> str:
    return reverse("assignment-split", args=[row.pk])


def detail(row: Assignment) -> str:
    return reverse("assignment-detail", args=[row.pk])


def typed(world: World, **changes: str) -> dict[str, str]:
    """Two rows: one for the division, one for a civil servant, and a blank one."""
    return {
        "rows": "3",
        "parts-0-receiver": f"unit_id:{world.units['pkt_a'].pk}",
        "parts-0-wording": "Khảo sát các trạm bơm",
        "parts-0-share": "40",
        "parts-0-due_on": "",
        "parts-1-receiver": f"appointment_id:{post_of('Bùi Thị Mẫu A').pk}",
        "parts-1-wording": "Lập dự toán sửa chữa",
        "parts-1-share": "",
        "parts-1-due_on": f"{days_from(today(), 5):%d/%m/%Y}",
        "parts-2-receiver": "",
        "parts-2-wording": "",
        **changes,
    }


def test_work_is_split_on_the_page_and_the_tree_shows_it(world: World, signed_in: SignedIn, whole: Assignment) -> None:
    office = signed_in("office_a")
    empty = office.get(split_page(whole)).content.decode()
    assert "Phòng Kinh tế xã A Thử" in empty
    assert "Bùi Thị Mẫu A" in empty
    assert "Bùi Thị Mẫu B" not in empty
    page = office.post(split_page(whole), typed(world), follow=True).content.decode()
    assert "Đã giao 2 phần việc." in page
    assert "Cây phân công" in page
    assert "Khảo sát các trạm bơm" in page
    assert "đơn vị giữ lại 30/100" in page
    parts = Assignment.objects.filter(parent=whole).order_by("code")
    assert [(part.share, part.state) for part in parts] == [(40, "given"), (30, "accepted")]


@pytest.mark.parametrize(
    ("change", "fault", "kept"),
    [
        ({"parts-1-share": "0"}, "Tỷ trọng là số nguyên từ 1 đến 100.", 'value="0"'),
        ({"parts-1-due_on": "31/02/2027"}, "Ngày chưa đúng", "31/02/2027"),
        ({"parts-1-due_on": "01/01/2050"}, "không được sau thời hạn chung", "01/01/2050"),
        ({"parts-1-wording": ""}, "bắt buộc", "Khảo sát các trạm bơm"),
        ({"parts-1-receiver": "unit_id:khong-phai"}, "parts-1-receiver", "Lập dự toán sửa chữa"),
    ],
)
def test_wrong_row_is_said_at_its_field_and_everything_typed_is_kept(
    world: World, signed_in: SignedIn, whole: Assignment, change: dict[str, str], fault: str, kept: str
) -> None:
    page = signed_in("office_a").post(split_page(whole), typed(world, **change))
    body = page.content.decode()
    assert page.status_code == 422
    assert fault in body
    assert kept in body
    assert not whole.parts.exists()


def test_rows_are_added_without_losing_what_was_typed(world: World, signed_in: SignedIn, whole: Assignment) -> None:
    page = signed_in("office_a").post(split_page(whole), {**typed(world), "more": "1"})
    body = page.content.decode()
    assert page.status_code == 200
    assert 'name="parts-5-wording"' in body
    assert "Lập dự toán sửa chữa" in body
    assert not whole.parts.exists()


def test_nothing_typed_and_work_handed_in_are_refused(world: World, signed_in: SignedIn, whole: Assignment) -> None:
    office = signed_in("office_a")
    nothing = office.post(split_page(whole), {"rows": "3"})
    assert (nothing.status_code, "Hãy ghi ít nhất một phần việc." in nothing.content.decode()) == (422, True)
    Assignment.objects.filter(pk=whole.pk).update(state=AssignmentState.HANDED_IN)
    late = office.post(split_page(whole), typed(world))
    assert (late.status_code, "đang chờ bên giao" in late.content.decode()) == (422, True)
    assert split_page(whole) not in office.get(detail(whole)).content.decode()


def test_giver_sees_progress_but_not_how_the_body_shares_it_out(
    world: World, signed_in: SignedIn, whole: Assignment
) -> None:
    plans = [PartPlan("Khảo sát riêng của phòng", unit_id=world.units["pkt_a"].pk, share=100)]
    (part,) = split_assignment(actor=world.actor("office_a"), assignment_id=whole.pk, parts=plans)
    Assignment.objects.filter(pk=whole.pk).update(progress=35)
    page = signed_in("head").get(detail(whole)).content.decode()
    assert "35%" in page
    assert part.code not in page
    assert "cộng từ phần việc" not in page
    assert "cộng từ phần việc 0%" in signed_in("office_a").get(detail(whole)).content.decode()
    assert signed_in("head").get(detail(part)).status_code == 404


def test_who_has_only_a_part_sees_neither_the_whole_nor_its_other_parts(
    world: World, signed_in: SignedIn, whole: Assignment
) -> None:
    plans = [
        PartPlan("Khảo sát riêng của phòng", unit_id=world.units["pkt_a"].pk),
        PartPlan("Lập dự toán", appointment_id=post_of("Bùi Thị Mẫu A").pk),
    ]
    other, own = split_assignment(actor=world.actor("office_a"), assignment_id=whole.pk, parts=plans)
    page = signed_in("servant_a").get(detail(own)).content.decode()
    assert own.code in page
    assert other.code not in page
    assert whole.code not in page
    assert signed_in("servant_a").get(split_page(own)).status_code == 403


def test_coordinators_stand_apart_from_what_was_delegated(world: World, signed_in: SignedIn, whole: Assignment) -> None:
    coordinator = make_assignment(
        world.units["ubnd"], world.units["snv"], parent=whole, role=BodyRole.COORDINATOR, due_on=days_from(today(), 30)
    )
    page = signed_in("head").get(detail(whole)).content.decode()
    assert coordinator.code in page
    assert '<span class="tree-coordinator">Phối hợp</span> Sở Nội vụ' in page
    assert "sau thời hạn chung" in page


def test_page_takes_the_same_queries_however_large_the_tree(
    world: World, signed_in: SignedIn, whole: Assignment
) -> None:
    office, lead = signed_in("office_a"), world.actor("office_a")
    plan = PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk, share=10)
    split_assignment(actor=lead, assignment_id=whole.pk, parts=[plan])
    counts = []
    for _round in range(2):
        office.get(detail(whole))
        with CaptureQueriesContext(connection) as captured:
            office.get(detail(whole))
        counts.append(len(captured))
        split_assignment(actor=lead, assignment_id=whole.pk, parts=[plan, plan, plan])
    assert counts[0] == counts[1]


def test_part_is_given_back_moved_and_stopped_on_its_page(world: World, signed_in: SignedIn, whole: Assignment) -> None:
    office = signed_in("office_a")
    plans = [
        PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk),
        PartPlan("Lập dự toán", unit_id=world.units["vp_a"].pk),
    ]
    first, second = split_assignment(actor=world.actor("office_a"), assignment_id=whole.pk, parts=plans)
    step = reverse("assignment-step", args=[first.pk, "chuyen-phan-viec"])
    wrong = office.post(step, {"receiver": f"unit_id:{world.units['pkt_a'].pk}", "reason": "Thiếu người"})
    assert (wrong.status_code, "đang ở chính nơi này" in wrong.content.decode()) == (422, True)
    moved = office.post(step, {"receiver": f"unit_id:{world.units['vp_a'].pk}", "reason": "Thiếu người"}, follow=True)
    assert "Đã chuyển" in moved.content.decode()
    assert "Làm tiếp ở" in moved.content.decode()
    stop = reverse("assignment-step", args=[whole.pk, "dung"])
    asked = signed_in("head").post(stop, {"reason": "Hết cần"})
    assert (asked.status_code, "Hãy chọn các phần việc ấy dừng hay làm tiếp" in asked.content.decode()) == (422, True)
    signed_in("head").post(stop, {"reason": "Hết cần", "parts_fate": "stop"})
    second.refresh_from_db()
    assert second.state == AssignmentState.STOPPED


def test_report_against_the_parts_is_asked_for_a_reason_and_both_figures_stand(
    world: World, signed_in: SignedIn, whole: Assignment
) -> None:
    plans = [PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk, share=100)]
    split_assignment(actor=world.actor("office_a"), assignment_id=whole.pk, parts=plans)
    office, step = signed_in("office_a"), reverse("assignment-step", args=[whole.pk, "bao-cao"])
    refused = office.post(step, {"progress": "60", "text": "Đã xong phần chính"})
    assert (refused.status_code, "Hãy ghi vì sao báo cáo khác" in refused.content.decode()) == (422, True)
    said = {"progress": "60", "text": "Đã xong phần chính", "differs_reason": "Phòng chưa cập nhật"}
    page = office.post(step, said, follow=True).content.decode()
    assert "đơn vị tự đánh giá" in page
    assert "cộng từ phần việc 0%" in page
    assert "Phòng chưa cập nhật" in page
    assert "Phòng chưa cập nhật" in signed_in("head").get(detail(whole)).content.decode()
