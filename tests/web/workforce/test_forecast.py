"""The page of the forecast: numbers, the people they open, the workbook, and odd addresses."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from tests.conftest import SignedIn
from tests.factories.workforce import KEEPER, SINCE, allot, dossier_of, place
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today

pytestmark = pytest.mark.django_db


def test_a_number_opens_its_people_and_goes_out_as_a_workbook(world: World, signed_in: SignedIn) -> None:
    allot(world, 3)
    place(world, dossier_of(world, "Lê Thị Mẫu"), since=SINCE, until=dt.date(2030, 6, 30))
    place(world, dossier_of(world, "Lê Thị Thử"), since=SINCE)
    client = signed_in(KEEPER)
    page = client.get("/nhan-su/du-bao/?nam=2030&theo=quy").content.decode()
    assert "Quý II" in page and "Hết thời hạn giữ vị trí" in page
    found = re.findall(r'href="(/nhan-su/du-bao/nguoi/[^"]*co-han[^"]*)"', page)
    links = {link.replace("&amp;", "&") for link in found}
    assert len(links) == 1
    shown = client.get(links.pop()).content.decode()
    assert "Lê Thị Mẫu" in shown and "Lê Thị Thử" not in shown and "30/06/2030" in shown
    answer = client.get("/nhan-su/du-bao/xuat/?nam=2030&theo=quy")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # the client types answers without a stream
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = {row[0]: row[1:] for row in book.get_sheet_by_name("Theo loại").to_python()}
    assert rows["Hết thời hạn giữ vị trí"] == [0, 1, 0, 0]
    assert AuditEvent.objects.filter(code="workforce.forecast.exported", actor_name__startswith="Đỗ").exists()


@pytest.mark.parametrize("query", ["nam=1999", "nam=²⁰", "theo=tuan", "khoi=x", "dv=khong-co", "nam=2031&theo=thang"])
def test_odd_addresses_show_the_usual_page(world: World, signed_in: SignedIn, query: str) -> None:
    allot(world, 1)
    place(world, dossier_of(world), since=SINCE, until=today() + dt.timedelta(days=40))
    assert signed_in(KEEPER).get(f"/nhan-su/du-bao/?{query}").status_code == 200


def test_a_neighbour_counts_nobody(world: World, signed_in: SignedIn) -> None:
    allot(world, 1)
    place(world, dossier_of(world), since=SINCE, until=today() + dt.timedelta(days=40))
    page = signed_in("office_b").get("/nhan-su/du-bao/").content.decode()
    assert "Không có ai nghỉ hưu" in page
    assert "Mẫu" not in signed_in("office_b").get("/nhan-su/du-bao/nguoi/").content.decode().partition("<main")[2]
