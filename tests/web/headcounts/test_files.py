"""The report as a file, and the sizes of committees."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.factories.headcounts import counted
from tests.factories.organizations import ALWAYS
from tests.factories.workforce import make_post
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.common.domains import Domain
from sauro.headcounts import events
from sauro.headcounts.models import CommitteeSize

DAY = "30/06/2026"


@pytest.fixture
def client(world: World) -> Client:
    for number in range(7):
        counted(world.units["ubnd_a"], make_post(), ethnicity="Khmer" if number < 3 else "Kinh")
    client = Client()
    client.force_login(world.users["snv_servant"])
    return client


def _file(client: Client, kind: str, **asked: str) -> bytes:
    answer = client.get(reverse("headcount-file", args=[kind]), {"ngay": DAY, **asked})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # the client types answers without a stream


def test_the_document_says_the_figures_in_words(client: Client) -> None:
    data = _file(client, "docx", so_voi="01/01/2026")
    words = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "chiếm 100,0%" in words
    assert "BÁO CÁO" in words
    event = AuditEvent.objects.filter(code=events.TAKEN_OUT.code).latest("sequence")
    assert event.changes["kind"] == "docx"


def test_the_workbook_holds_no_more_than_the_page(world: World, client: Client) -> None:
    full = CalamineWorkbook.from_filelike(BytesIO(_file(client, "xlsx"))).get_sheet_by_index(0).to_python()
    minority = [row for row in full if "thiểu số" in str(row[1]) and "Cán bộ" in str(row[1])]
    assert [row[2] for row in minority] == [3]
    client.force_login(world.users["office_a"])
    sheet = CalamineWorkbook.from_filelike(BytesIO(_file(client, "xlsx"))).get_sheet_by_index(0).to_python()
    assert not [row for row in sheet if "thiểu số" in str(row[1])]
    assert client.get(reverse("headcount-file", args=["exe"])).status_code == 404


def test_sizes_are_laid_down_for_committees_alone(world: World, client: Client) -> None:
    url = reverse("headcount-sizes")
    assert client.get(url).status_code == 403
    Grant.objects.create(
        user=world.users["party_clerk"], role=Role.PERSONNEL, unit=world.units["province"], include_subtree=True,
        domain=Domain.PARTY, valid=ALWAYS, basis="Dữ liệu thử",
    )  # fmt: skip
    client.force_login(world.users["party_clerk"])
    held = {
        "unit": str(world.units["du_a"].pk),
        "of": "standing",
        "number": "11",
        "since": "01/03/2026",
        "decision": "7",
    }
    assert client.post(url, held).status_code == 302
    assert client.post(url, {**held, "since": "01/02/2026"}).status_code == 422
    assert client.post(url, {**held, "number": "0"}).status_code == 422
    assert client.post(url, {**held, "unit": str(world.units["ubnd_a"].pk)}).status_code == 404
    assert client.post(url, {**held, "since": "01/05/2026", "number": "9"}).status_code == 302
    assert list(CommitteeSize.objects.order_by("number").values_list("number", flat=True)) == [9, 11]
    report = client.get(reverse("headcount-report"), {"ngay": "30/04/2026"}).content.decode()
    assert "Ban thường vụ đảng ủy còn thiếu so với biên chế, số lượng được giao" in report
    assert "11" in report
