"""Planning as people use it: closed until the site says otherwise, and its limits, also for two at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import LazySettings
from tests.conftest import SignedIn
from tests.factories.at_once import at_once
from tests.factories.careers import cleared, moving, named, planned_for
from tests.factories.workforce import KEEPER, allot, allotted, dossier_of, known, make_post, place, sealed, taken
from tests.personas import World

from sauro.careers.enums import NominationState, PlanningGroup
from sauro.careers.models import Nomination, PlanningClearance, PlanningList
from sauro.careers.selectors.moves import findings_of
from sauro.careers.services.planning import nominate
from sauro.common.clock import today
from sauro.workforce.models import Dossier, Post

pytestmark = pytest.mark.django_db
CLEARED = {"decision": "9/VB-TU", "decided_on": "01/10/2026", "is_sure": "on"}
AS_IT_IS = "Nguồn tại chỗ còn ít"


def _post(code: str, level: int) -> Post:
    post = make_post(code, f"Chức danh {code}")
    Post.objects.filter(pk=post.pk).update(level=level)
    post.refresh_from_db()
    return post


@pytest.fixture
def lower(world: World) -> Dossier:
    """Somebody of commune A in a post of step 9."""
    dossier = known(world.units["ubnd_a"], "Nguyễn Thị Ví Dụ")
    taken(dossier, _post("TP9", 9), allotted(world.units["ubnd_a"]))
    return dossier


def _list_asked(world: World, post: Post) -> dict[str, str]:
    return {
        "unit": str(world.units["ubnd_b"].pk), "post": str(post.pk), "term": "2030–2035", "reference": "15/07/2030",
        "seats": "1",
    }  # fmt: skip


def test_nothing_is_recorded_or_seen_until_the_site_has_said_so(
    world: World, signed_in: SignedIn, settings: LazySettings, lower: Dossier
) -> None:
    client, post = signed_in(KEEPER), _post("CT7", 7)
    there = named(planned_for(world.units["ubnd_a"], post), lower)
    settings.SUCCESSION_PLANNING = False
    page = client.get("/quy-hoach/").content.decode()
    assert "Chưa mở ở bản cài này" in page and "SAURO_SUCCESSION_PLANNING" in page
    assert client.get(f"/quy-hoach/danh-sach/{there.planning_list_id}/").status_code == 404
    assert "Nguyễn Thị Ví Dụ" not in client.get("/quy-hoach/nguoi/").content.decode()
    assert client.post("/quy-hoach/danh-sach/lap/", _list_asked(world, post)).status_code == 422
    settings.SUCCESSION_PLANNING = True
    PlanningClearance.objects.all().delete()
    assert "Chưa ghi hay xem được gì ở khối này" in client.get("/quy-hoach/").content.decode()
    assert client.get(f"/quy-hoach/danh-sach/{there.planning_list_id}/").status_code == 404
    assert client.post("/quy-hoach/danh-sach/lap/", _list_asked(world, post)).status_code == 422
    assert client.post("/quy-hoach/state/xac-nhan/", {**CLEARED, "is_sure": ""}).status_code == 422
    assert client.post("/quy-hoach/party/xac-nhan/", CLEARED).status_code == 403
    assert client.post("/quy-hoach/state/xac-nhan/", CLEARED).status_code == 302
    assert client.get(f"/quy-hoach/danh-sach/{there.planning_list_id}/").status_code == 200
    assert client.post("/quy-hoach/state/rut/", {"reason": "Danh mục mới"}).status_code == 302
    assert client.get(f"/quy-hoach/danh-sach/{there.planning_list_id}/").status_code == 404


def test_a_name_from_another_commune_is_entered_approved_reviewed_and_counts_for_a_rotation(
    world: World, signed_in: SignedIn, lower: Dossier
) -> None:
    cleared()
    client, post = signed_in(KEEPER), _post("CT7", 7)
    assert client.post("/quy-hoach/danh-sach/lap/", _list_asked(world, post)).status_code == 302
    row = PlanningList.objects.get()
    assert row.reference == dt.date(2030, 7, 1)
    address = f"/quy-hoach/danh-sach/{row.pk}/nguoi/"
    assert client.post(address, {"dossier": str(post.pk), "group": "due"}).status_code == 422
    assert client.post(address, {"dossier": str(lower.pk), "group": "due"}).status_code == 302
    assert client.post(address, {"dossier": str(lower.pk), "group": "due"}).status_code == 422
    name = Nomination.objects.get()
    page = client.get(f"/quy-hoach/danh-sach/{row.pk}/").content.decode()
    assert "Nguyễn Thị Ví Dụ" in page and "Còn đủ thời gian công tác" in page
    rotation = moving(lower.tenure, world.units["ubnd_b"], kind="rotation", to_post=post)  # type: ignore[arg-type]  # placed above
    planned = {str(one.condition): str(one.outcome) for one in findings_of(rotation)}
    assert planned["planned"] == "lacking"
    approved = {"decision": "7/QĐ-TU", "decided_on": f"{today():%d/%m/%Y}"}
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/duyet/", approved).status_code == 302
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/duyet/", approved).status_code == 422
    assert {str(one.condition): str(one.outcome) for one in findings_of(rotation)}["planned"] == "met"
    assert "Nguyễn Thị Ví Dụ" in client.get("/quy-hoach/nguoi/?soat-nam=khong").content.decode()
    review = {"outcome": "removed", "decision": "8/BC"}
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/soat/", review).status_code == 422
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/soat/", {**review, "outcome": "kept"}).status_code == 302
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/soat/", {**review, "outcome": "kept"}).status_code == 422
    assert "Nguyễn Thị Ví Dụ" not in client.get("/quy-hoach/nguoi/?soat-nam=khong").content.decode()
    gone = {"removed_on": f"{today():%d/%m/%Y}", "decision": "9/QĐ", "reason": "Bị kỷ luật"}
    assert client.post(f"/quy-hoach/nguoi/{name.pk}/dua-ra/", gone).status_code == 302
    assert "Bị kỷ luật" in client.get(f"/quy-hoach/danh-sach/{row.pk}/").content.decode()


def test_limits_hold_and_other_rules_need_a_reason(world: World, signed_in: SignedIn, lower: Dossier) -> None:
    client, post = signed_in(KEEPER), _post("CT7", 7)
    row = planned_for(world.units["ubnd_a"], post)
    for number in range(3):
        named(row, known(world.units["ubnd_a"], f"Trần Văn Thử {number}"))
    address = f"/quy-hoach/danh-sach/{row.pk}/nguoi/"
    asked = {"dossier": str(lower.pk), "group": "due", "despite": AS_IT_IS}
    full = client.post(address, asked)
    assert full.status_code == 422 and "nhiều nhất là 3" in full.content.decode()
    Nomination.objects.filter(dossier__person__full_name="Trần Văn Thử 0").update(state=NominationState.REMOVED)
    assert client.post(address, asked).status_code == 302
    for number in range(2):
        named(planned_for(world.units["ubnd_a"], _post(f"PB{number}", 7)), lower)
    fourth = planned_for(world.units["ubnd_b"], _post("PB9", 7))
    assert client.post(f"/quy-hoach/danh-sach/{fourth.pk}/nguoi/", asked).status_code == 422
    equal = planned_for(world.units["ubnd_b"], _post("TP8", 9))
    refused = client.post(f"/quy-hoach/danh-sach/{equal.pk}/nguoi/", {**asked, "despite": ""})
    assert refused.status_code == 422 and "cao hơn chức danh đang giữ" in refused.content.decode()
    assert client.post(f"/quy-hoach/danh-sach/{equal.pk}/nguoi/", asked).status_code == 302
    assert AS_IT_IS in client.get(f"/quy-hoach/danh-sach/{equal.pk}/").content.decode()


def test_structure_is_counted_and_ethnicity_only_on_record(world: World, signed_in: SignedIn, lower: Dossier) -> None:
    client, row = signed_in(KEEPER), planned_for(world.units["ubnd_a"], _post("BCH", 9), is_collective=True, seats=2)
    named(row, lower)
    named(row, known(world.units["ubnd_a"], "Trần Thị Thử"))
    sealed(lower, "ethnicity", "Khmer")
    page = client.get(f"/quy-hoach/danh-sach/{row.pk}/").content.decode()
    assert "từ 2 đến 3" in page and "Khmer" not in page
    counted = client.post(f"/quy-hoach/danh-sach/{row.pk}/dan-toc/", follow=True).content.decode()
    assert "thiểu số trong danh sách: 1; chưa có dữ liệu dân tộc: 1" in counted


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_do_not_pass_the_limit_of_a_post(committed_world: World) -> None:
    world = committed_world
    allot(world, 2)
    row = planned_for(world.units["ubnd_a"], make_post("CT", "Chủ tịch"))
    for number in range(2):
        named(row, dossier_of(world, f"Trần Văn Thử {number}"))
    people = [dossier_of(world), dossier_of(world, "Lê Văn Thử")]
    place(world, people[0])
    acts = (
        lambda pk=one.pk: nominate(
            actor=world.actor(KEEPER), list_id=row.pk, dossier_id=pk, group=PlanningGroup.DUE, despite=AS_IT_IS
        )
        for one in people
    )
    assert at_once(*acts) == ["ok", "too-many"]
    assert Nomination.objects.count() == 3
