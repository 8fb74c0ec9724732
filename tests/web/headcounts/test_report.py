"""The page of figures: numbers of one's own reach, with what they open."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.headcounts import counted
from tests.factories.organizations import ALWAYS
from tests.factories.workforce import make_post
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.headcounts.services.releases import release_figures
from sauro.workforce.enums import Sex

DAY = "30/06/2026"


@pytest.fixture
def client(world: World) -> Client:
    post = make_post()
    for number in range(7):
        counted(world.units["ubnd_a"], post, ethnicity="Khmer" if number < 6 else "Kinh")
    counted(world.units["ubnd_b"], post, sex=Sex.MALE, born=dt.date(1980, 1, 1), education="")
    client = Client()
    client.force_login(world.users["snv_servant"])
    return client


def _row(html: str, above: str) -> list[str]:
    row = next(one for one in re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if above in one)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)]


def test_each_ratio_names_both_counts(client: Client) -> None:
    html = client.get(reverse("headcount-report"), {"ngay": DAY}).content.decode()
    assert _row(html, "Cán bộ, công chức: nữ")[:4] == ["7", "Cán bộ, công chức hiện có", "8", "87,5"]
    assert _row(html, "Cán bộ, công chức: dưới 42 tuổi")[:4] == ["7", "Cán bộ, công chức hiện có", "8", "87,5"]
    degree = _row(html, "Cán bộ, công chức: trình độ đại học")
    assert degree[:4] == ["7", "Cán bộ, công chức: có thông tin chuyên môn", "7", "100,0"]
    assert degree[-1].endswith("Chưa có số khối Mặt trận, đoàn thể. 1 người chưa có thông tin.")
    assert _row(html, "người dân tộc thiểu số")[0] == "6"
    older = client.get(reverse("headcount-report"), {"ngay": DAY, "tuoi": "50"}).content.decode()
    assert _row(older, "Cán bộ, công chức: dưới 50 tuổi")[0] == "8"


def test_another_day_stands_beside(client: Client) -> None:
    html = client.get(reverse("headcount-report"), {"ngay": DAY, "so_voi": "01/01/2026"}).content.decode()
    assert _row(html, "Cán bộ, công chức: nữ")[4:6] == ["0/0", "+7"]
    vacant = next(one for one in re.findall(r'href="([^"]+)"', html) if reverse("establishment") + "?ngay" in one)
    assert "cap=commune" in vacant


def test_days_of_unlike_domains_are_not_compared(world: World, client: Client) -> None:
    Grant.objects.create(
        user=world.users["party_clerk"], role=Role.PERSONNEL, unit=world.units["province"], include_subtree=True,
        domain=Domain.PARTY, valid=ALWAYS, basis="Dữ liệu thử",
    )  # fmt: skip
    counted(world.units["du_a"], make_post("TUV", "Chuyên viên Đảng"))
    release_figures(
        actor=world.actor("party_clerk"), domain=Domain.PARTY, day=dt.date(2026, 6, 30), readers=[Domain.STATE]
    )
    asked = {"ngay": DAY, "so_voi": "01/06/2026"}
    row = _row(client.get(reverse("headcount-report"), asked).content.decode(), "Cán bộ, công chức: nữ")
    assert row[5] == "–"
    assert row[-1].endswith("Số ngày 01/06/2026 không gồm cùng các khối nên không so.")
    file = b"".join(client.get(reverse("headcount-file", args=["docx"]), asked).streaming_content)
    words = ZipFile(BytesIO(file)).read("word/document.xml").decode()
    assert "không gồm cùng các khối thì không so tăng, giảm" in words


def test_a_number_opens_its_people(client: Client) -> None:
    html = client.get(reverse("headcount-report"), {"ngay": DAY}).content.decode()
    url = next(one for one in re.findall(r'href="([^"]+)"', html) if "officials.female" in one)
    answer = client.get(url)
    assert answer.status_code == 200
    assert len(re.findall(r"<tr data-row", answer.content.decode())) == 7
    assert "tại ngày 30/06/2026: 7 người" in answer.content.decode()


def test_nothing_opens_by_ethnicity_and_nonsense_is_not_found(client: Client) -> None:
    html = client.get(reverse("headcount-report"), {"ngay": DAY}).content.decode()
    assert not [one for one in re.findall(r'href="([^"]+)"', html) if "minority" in one]
    for what in ("officials.minority", "ethnicity=khmer", "side=minority", "officials.approved", "không-có", "sex=x"):
        url = reverse("headcount-people", args=["state", "2026-06-30", "tat-ca", 42, "-", what])
        assert client.get(url).status_code == 404, what
    for args in (
        ["state", "2026-13-30", "tat-ca", 42, "-"],
        ["state", "2026-06-30", "tat-ca", 7, "-"],
        ["state", "2026-06-30", "xom", 42, "-"],
        ["state", "2026-06-30", "tat-ca", 42, "x"],
    ):
        assert client.get(reverse("headcount-people", args=[*args, "officials"])).status_code == 404


def test_a_day_ahead_and_a_wrong_cut_are_said(client: Client) -> None:
    html = client.get(reverse("headcount-report"), {"ngay": "01/01/2031", "tuoi": "7"}).content.decode()
    assert "Ngày ở tương lai" in html
    assert client.get(reverse("headcount-report"), {"ngay": "31/02/2026"}).status_code == 200


def test_a_commune_has_figures_of_itself_alone(world: World, client: Client) -> None:
    client.force_login(world.users["office_a"])
    html = client.get(reverse("headcount-report"), {"ngay": DAY}).content.decode()
    assert _row(html, "Cán bộ, công chức: nữ")[:3] == ["7", "Cán bộ, công chức hiện có", "7"]
    assert "số đã công bố" in html
    assert _row(html, "người dân tộc thiểu số")[0] == "–"
    # Lists by age on any day would tell birth dates to those who see the year alone.
    assert "officials.female" in html
    assert "officials.young" not in html
    by_age = ["state", "2026-06-30", "tat-ca", 42, "-", "officials.young"]
    assert client.get(reverse("headcount-people", args=by_age)).status_code == 404
    beyond = client.get(reverse("headcount-report"), {"ngay": DAY, "dv": str(world.units["ubnd_b"].pk)})
    assert beyond.status_code == 404
    client.force_login(world.users["party_a"])
    html = client.get(reverse("headcount-report"), {"ngay": DAY}).content.decode()
    assert _row(html, "Cán bộ, công chức: nữ")[0] == "0"


def test_a_cross_table_adds_up_and_opens_its_cells(world: World, client: Client) -> None:
    html = client.get(reverse("headcount-table"), {"ngay": DAY, "hang": "commune", "cot": "sex"}).content.decode()
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)]
    assert "Cộng 7 1 8" in rows
    url = next(one for one in re.findall(r'href="([^"]+)"', html) if "sex=female" in one)
    assert len(re.findall(r"<tr data-row", client.get(url).content.decode())) == 7
    by_ethnicity = client.get(reverse("headcount-table"), {"ngay": DAY, "hang": "ethnicity"}).content.decode()
    assert "Khmer" in by_ethnicity
    assert "ethnicity=" not in "".join(re.findall(r'href="([^"]+)"', by_ethnicity))
    asked = {"ngay": DAY, "hang": "block", "cot": "side", "chi": ["nu", "tre", "thieu-so"]}
    narrowed = client.get(reverse("headcount-table"), asked).content.decode()
    assert "Cộng 6 6" in " ".join(re.sub(r"<[^>]+>", " ", narrowed).split())
    assert "side=" not in "".join(re.findall(r'href="([^"]+)"', narrowed))
    women = client.get(reverse("headcount-table"), {**asked, "cot": "age", "chi": ["nu"]}).content.decode()
    url = next(one for one in re.findall(r'href="([^"]+)"', women) if "age=" in one)
    assert "sex=female" in url
    assert len(re.findall(r"<tr data-row", client.get(url).content.decode())) == 7
    client.force_login(world.users["office_a"])
    unopened = client.get(reverse("headcount-table"), {"ngay": DAY, "chi": "thieu-so"}).content.decode()
    assert 'value="thieu-so"' not in unopened
    assert "Khmer" not in client.get(reverse("headcount-table"), {"ngay": DAY, "hang": "ethnicity"}).content.decode()
