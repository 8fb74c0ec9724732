"""The page of a measured target, with right and wrong input."""

from __future__ import annotations

import pytest
from tests.conftest import SignedIn
from tests.factories.targets import POOR, make_share
from tests.personas import World

pytestmark = pytest.mark.django_db


def test_a_target_is_linked_measured_and_read_by_its_reach(world: World, signed_in: SignedIn) -> None:
    share = make_share(world, POOR, persona="snv_head", unit="snv")
    address, head = f"/chi-tieu/{share.pk}/so-do/", signed_in("snv_head")
    assert "Liên kết với số đo" in head.get(f"/chi-tieu/{share.pk}/").content.decode()
    assert head.post(f"{address}lien-ket/", {"measure": "khac"}).status_code == 422
    linked = head.post(f"{address}lien-ket/", {"measure": "digital"}, follow=True).content.decode()
    assert "Bạn chỉ xem được" in linked or "Bạn không có quyền xem số liệu đội ngũ" in linked
    seen = signed_in("snv_servant").get(address).content.decode()
    assert "Chưa có số liệu chuyển giao của khối" in seen and "Ghi liên kết" not in seen
    assert signed_in("snv_servant").post(f"{address}ghi/", {"day": "31/12/2099"}).status_code == 422
    assert signed_in("office_b").get(address).status_code == 404
