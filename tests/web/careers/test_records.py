"""Closed posts and official decisions as people use the pages."""

from __future__ import annotations

import pytest
from tests.conftest import SignedIn
from tests.factories.workforce import KEEPER, allotted, days, known, make_post, taken
from tests.personas import World

from sauro.careers.models import ClosedPost, OfficialAct
from sauro.common.clock import today

pytestmark = pytest.mark.django_db
TODAY = f"{today():%d/%m/%Y}"


def test_progress_is_shown_and_its_numbers_open_lists(world: World, signed_in: SignedIn) -> None:
    client, post = signed_in(KEEPER), make_post("BT", "Bí thư")
    dossier = known(world.units["ubnd_a"], "Nguyễn Thị Ví Dụ")
    taken(dossier, post, allotted(world.units["ubnd_a"]))
    asked = {
        "post": str(post.pk),
        "level": "must",
        "since": "05/01/2026",
        "due_on": "31/12/2026",
        "decision": "45-CT/TW",
    }
    assert client.post("/nguoi-dia-phuong/quy-dinh/", {**asked, "due_on": "01/01/2026"}).status_code == 422
    assert client.post("/nguoi-dia-phuong/quy-dinh/", asked).status_code == 302
    assert client.post("/nguoi-dia-phuong/quy-dinh/", asked).status_code == 422
    page = client.get("/nguoi-dia-phuong/").content.decode()
    assert "31/12/2026" in page and "/nguoi-dia-phuong/danh-sach/?vt=BT&amp;que=chua-ro" in page
    listed = client.get("/nguoi-dia-phuong/danh-sach/?vt=BT&que=chua-ro").content.decode()
    assert "Nguyễn Thị Ví Dụ" in listed and "Chưa rõ quê quán" in listed
    assert "Nguyễn Thị Ví Dụ" not in client.get("/nguoi-dia-phuong/danh-sach/?que=khac").content.decode()
    assert "Nguyễn Thị Ví Dụ" not in signed_in("office_b").get("/nguoi-dia-phuong/danh-sach/").content.decode()
    row = ClosedPost.objects.get()
    assert client.post(f"/nguoi-dia-phuong/quy-dinh/{row.pk}/rut/", {"reason": "Ghi nhầm"}).status_code == 302
    assert "Chưa có vị trí nào" in client.get("/nguoi-dia-phuong/").content.decode()


def test_a_decision_is_recorded_as_issued_and_taken_back(world: World, signed_in: SignedIn) -> None:
    client, dossier = signed_in(KEEPER), known(world.units["ubnd_a"], "Nguyễn Thị Ví Dụ")
    address = f"/nhan-su/{dossier.pk}/quyet-dinh/"
    asked = {
        "kind": "replaced", "decision": "77/QĐ-UBND", "decided_on": TODAY, "since": TODAY, "issuer": "UBND tỉnh",
        "basis": "Điều 5 Quy định mẫu",
    }  # fmt: skip
    for wrong in ({"basis": " "}, {"decision": ""}, {"issuer": ""}, {"decided_on": f"{days(1):%d/%m/%Y}"}):
        assert client.post(address, {**asked, **wrong}).status_code == 422
    assert client.post(address, asked).status_code == 302
    assert "Thay thế theo quyết định" in client.get(f"/nhan-su/{dossier.pk}/").content.decode()
    row = OfficialAct.objects.get()
    assert "Nguyễn Thị Ví Dụ" in client.get("/thoi-viec/?nd=replaced&q=nguyen+thi").content.decode()
    assert client.post(f"/thoi-viec/{row.pk}/rut/", {"reason": "Nhầm người"}).status_code == 302
    assert client.post(f"/thoi-viec/{row.pk}/rut/", {"reason": "Nhầm người"}).status_code == 422
    assert "Nguyễn Thị Ví Dụ" not in client.get("/thoi-viec/?hl=co").content.decode()
    assert signed_in("office_a").get(address).status_code == 403
    assert signed_in("office_b").get(address).status_code == 404
