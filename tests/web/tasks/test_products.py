"""The page about the product: what is demanded, what is handed in, what the giver finds, the whole story."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.tasks.models import Assignment, ChecklistTemplate, Criterion, ProductVersion
from sauro.tasks.selectors.checklists import criteria_of


def work(world: World, **columns: Any) -> Assignment:
    held = {"state": "accepted", **columns}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **held)


def step(client: Client, row: Assignment, name: str, data: dict[str, Any]) -> Any:
    return client.post(reverse("assignment-step", args=[row.pk, name]), data)


def page(client: Client, row: Assignment) -> str:
    return client.get(reverse("assignment-detail", args=[row.pk])).content.decode()


def test_demand_claim_and_verdict_over_the_pages(world: World, signed_in: SignedIn) -> None:
    row, head, office = work(world), signed_in("head"), signed_in("office_a")
    assert step(head, row, "yeu-cau", {"product": "Báo cáo", "criteria": "Có danh mục\nCó dự toán"}).status_code == 302
    first, second = criteria_of(row)
    shown = page(office, row)
    assert "Tiêu chí nghiệm thu" in shown
    assert f'name="claim-{first.pk}"' in shown
    handed = {"text": "Xong", f"claim-{first.pk}": "on", f"claim-note-{first.pk}": "trang 3"}
    assert step(office, row, "nop", handed).status_code == 302
    shown = page(head, row)
    assert "Người nộp cho là đạt. trang 3" in shown
    assert "Người nộp không đánh dấu đạt." in shown
    undecided = step(head, row, "xac-nhan", {f"verdict-{first.pk}": "met"})
    assert undecided.status_code == 422
    assert "Có dự toán</a>: Hãy kết luận đạt hay không đạt." in undecided.content.decode()
    both = {f"verdict-{first.pk}": "met", f"verdict-{second.pk}": "unmet", f"note-{second.pk}": "Thiếu trạm số 4"}
    wordless = step(head, row, "xac-nhan", both)
    assert wordless.status_code == 422
    assert "hãy ghi vì sao" in wordless.content.decode()
    assert 'value="Thiếu trạm số 4"' in wordless.content.decode()
    returned = step(head, row, "tra-lai", {"kind": "content", "reason": "Bổ sung dự toán", **both})
    assert returned.status_code == 302
    shown = page(office, row)
    assert "Không đạt: Có dự toán – Thiếu trạm số 4" in shown
    assert "Lý do trả lại:" in shown


def test_return_for_content_names_what_failed(world: World, signed_in: SignedIn) -> None:
    row, head, office = work(world), signed_in("head"), signed_in("office_a")
    step(head, row, "yeu-cau", {"criteria": "Có danh mục"})
    step(office, row, "nop", {"text": "Xong"})
    answer = step(head, row, "tra-lai", {"kind": "content", "reason": "Chưa đạt"})
    assert answer.status_code == 422
    assert "Hãy chỉ ra tiêu chí không đạt" in answer.content.decode()


def test_confirming_without_criteria_takes_one_click(world: World, signed_in: SignedIn) -> None:
    row = work(world)
    step(signed_in("office_a"), row, "nop", {"text": "Xong"})
    assert step(signed_in("head"), row, "xac-nhan", {}).status_code == 302


def test_files_links_and_figures_are_handed_in_and_shown(world: World, signed_in: SignedIn) -> None:
    row, office, head = work(world), signed_in("office_a"), signed_in("head")
    data = {
        "file": SimpleUploadedFile("bao-cao.txt", b"chinh"),
        "annexes": [SimpleUploadedFile("phu-luc-1.txt", b"mot"), SimpleUploadedFile("phu-luc-2.txt", b"hai")],
        "link": "https://vi-du.vn/1\n\nhttps://vi-du.vn/2",
        "figures-name": ["Số trạm đã sửa", "", "Kinh phí"],
        "figures-unit": ["trạm", "", "triệu đồng"],
        "figures-value": ["1.234", "", "12,5"],
    }
    assert step(office, row, "nop", data).status_code == 302
    shown = page(head, row)
    for text in ("bao-cao.txt", "phu-luc-2.txt", "https://vi-du.vn/2", "1.234", "12,5", "triệu đồng"):
        assert text in shown
    address = reverse("product-annex", args=[row.pk, 1, 2])
    assert b"".join(head.get(address).streaming_content) == b"hai"  # type: ignore[attr-defined]  # a file is streamed
    assert signed_in("office_b").get(address).status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"figures-name": ["Số trạm"], "figures-unit": [""], "figures-value": ["nhiều"]}, "không phải là số"),
        ({"figures-name": [""], "figures-unit": [""], "figures-value": ["12"]}, "chưa có tên chỉ tiêu"),
        ({"link": "https://vi-du.vn\nvi-du"}, "Đường dẫn phải bắt đầu"),
    ],
)
def test_wrong_parts_are_named_and_kept(world: World, signed_in: SignedIn, typed: dict[str, Any], said: str) -> None:
    row = work(world)
    answer = step(signed_in("office_a"), row, "nop", {"text": "Đã làm xong", **typed})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert "Đã làm xong</textarea>" in text
    if "figures-value" in typed and typed["figures-value"] != [""]:
        assert f'value="{typed["figures-value"][0]}"' in text
    assert not ProductVersion.objects.exists()


def test_no_product_is_the_givers_word(world: World, signed_in: SignedIn) -> None:
    row, head, office = work(world), signed_in("head"), signed_in("office_a")
    assert step(office, row, "nop", {}).status_code == 422
    assert step(head, row, "yeu-cau", {"no_product_needed": "on"}).status_code == 302
    assert "Bên giao xác định không cần sản phẩm" in page(office, row)
    assert step(office, row, "nop", {}).status_code == 302
    assert "Không kèm sản phẩm: bên giao đã xác định" in page(head, row)


def test_criteria_come_with_the_work_that_is_sent(world: World, signed_in: SignedIn) -> None:
    world.units["snv"].refresh_from_db()
    document = make_document(world.units["ubnd"], many_tasks(1), units=(world.units["snv"], world.units["stc"]))
    document.obligations.update(state="accepted")
    one = document.obligations.get()
    template = ChecklistTemplate.objects.create(
        owner_unit=world.units["ubnd"], domain="state", product_kind="Báo cáo", lines=["Có số liệu"],
        changed_at=document.received_at, changed_by_name="Lê Văn Thử",
    )  # fmt: skip
    address = reverse("send-preview", args=[document.pk])
    assert "Thêm tiêu chí từ mẫu" in signed_in("head").get(address).content.decode()
    data = {
        "send": str(one.pk),
        f"lead-{one.pk}": str(world.units["snv"].pk), f"coord-{one.pk}": str(world.units["stc"].pk),
        f"criteria-{one.pk}": "Có danh mục", f"template-{one.pk}": str(template.pk),
    }  # fmt: skip
    refused = signed_in("head").post(address, {**data, f"lead-{one.pk}": ""})
    assert refused.status_code == 422
    assert "Có danh mục</textarea>" in refused.content.decode()
    assert signed_in("head").post(address, data).status_code == 302
    lead = Assignment.objects.get(role="lead")
    assert [row.text for row in criteria_of(lead)] == ["Có danh mục", "Có số liệu"]
    assert set(Criterion.objects.values_list("assignment", flat=True)) == {lead.pk}


def test_templates_are_kept_over_the_pages(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    add = reverse("checklist-template-add")
    empty = head.post(add, {"product_kind": "", "criteria": "Có số liệu", "unit": str(world.units["ubnd"].pk)})
    assert empty.status_code == 422
    assert "Có số liệu</textarea>" in empty.content.decode()
    data = {"product_kind": "Báo cáo", "criteria": "Có số liệu\nCó kiến nghị", "unit": str(world.units["ubnd"].pk)}
    assert head.post(add, data).status_code == 302
    template = ChecklistTemplate.objects.get()
    edit = reverse("checklist-template-edit", args=[template.pk])
    assert "Có kiến nghị" in head.get(reverse("checklist-template-list")).content.decode()
    read_only = signed_in("clerk").get(edit).content.decode()
    assert "Có kiến nghị" in read_only
    assert "Lưu mẫu" not in read_only
    assert head.post(edit, {"product_kind": "Báo cáo quý", "criteria": "Có phụ lục"}).status_code == 302
    assert signed_in("office_b").get(edit).status_code == 404
    row = work(world, product="báo cáo quý III")
    chosen = {"product": "Báo cáo", "criteria": "", "template": str(template.pk)}
    assert step(head, row, "yeu-cau", chosen).status_code == 302
    assert [one.text for one in criteria_of(row)] == ["Có phụ lục"]
    assert head.post(reverse("checklist-template-retire", args=[template.pk])).status_code == 302
    assert "Báo cáo quý" not in head.get(reverse("checklist-template-list")).content.decode()


def test_chronicle_is_filtered_ordered_and_given_in_part(world: World, signed_in: SignedIn) -> None:
    row, head, office = work(world, state="given"), signed_in("head"), signed_in("office_a")
    step(office, row, "nhan", {})
    step(office, row, "bao-cao", {"progress": "40", "text": "Đã khảo sát <b>4</b> trạm"})
    address = reverse("assignment-chronicle", args=[row.pk])
    whole = head.get(address).content.decode()
    assert "báo cáo tiến độ 40%." in whole
    assert "Đã khảo sát &lt;b&gt;4&lt;/b&gt; trạm" in whole
    assert whole.index("báo cáo tiến độ") < whole.index("nhận nhiệm vụ cho")
    old = head.get(address, {"tt": "cu"}).content.decode()
    assert old.index("báo cáo tiến độ") > old.index("nhận nhiệm vụ cho")
    decided = head.get(address, {"loc": "quyet-dinh"}).content.decode()
    assert "báo cáo tiến độ 40%." not in decided
    assert "nhận nhiệm vụ cho" in decided
    part = head.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "báo cáo tiến độ 40%." in part
    assert signed_in("office_b").get(address).status_code == 404
    assert head.post(address).status_code == 405
