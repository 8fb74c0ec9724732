"""The forms offices send: what they count and name, for whom, and how they leave."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from unicodedata import normalize
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.factories.headcounts import counted, stated
from tests.factories.workforce import make_post
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.headcounts import events
from sauro.headcounts.official.declaring import all_forms, form_named, head_cells
from sauro.workforce import events as workforce_events
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.models import Dossier

DAY = "30/06/2026"


@pytest.fixture
def people(world: World) -> list[Dossier]:
    post = make_post()
    found = [counted(world.units["ubnd_a"], post, ethnicity="Khmer" if number < 3 else "Kinh") for number in range(6)]
    found.append(
        counted(world.units["ubnd_b"], post, sex=Sex.MALE, born=dt.date(1965, 2, 2), ethnicity=normalize("NFD", "Hoa"))
    )
    stated(found[0], FactKind.RANK, "principal")
    return found


@pytest.fixture
def client(world: World, people: list[Dossier]) -> Client:
    client = Client()
    client.force_login(world.users["snv_servant"])
    return client


def _book(client: Client, code: str, **asked: str) -> list[list[object]]:
    answer = client.get(reverse("official-file", args=[code, "xlsx"]), {"ngay": DAY, **asked})
    assert answer.status_code == 200
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # the client types answers without a stream
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def _row(rows: list[list[object]], name: str) -> list[object]:
    return next(row for row in rows if row[1] == name)


def test_every_form_fills_its_heading_without_a_gap() -> None:
    assert [one.code for one in all_forms()] == ["01", "02", "03", "04", "05", "06"]
    for form in all_forms():
        places = [
            (row, column)
            for cell in head_cells(form, "STT")
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert sorted(places) == [(row, column) for row in range(form.depth) for column in range(len(form.leaves) + 1)]


def test_units_are_counted_with_their_posts_and_totals(world: World, client: Client) -> None:
    rows = _book(client, "01")
    commune = world.units["ubnd_a"].territory
    assert commune is not None
    assert _row(rows, commune.name)[2:6] == [6, 6, 6, 3]
    assert _row(rows, "Tổng cộng")[2:6] == [7, 7, 6, 4]
    form = form_named("01")
    assert form is not None
    at = {str(column.label): place for place, column in enumerate(form.leaves, 1)}
    assert _row(rows, "Tổng cộng")[at["CV chính"]] == 1
    assert _row(rows, "Tổng cộng")[at["31 đến 40"]] == 6
    assert _row(rows, "Tổng cộng")[at["Trên 60"]] == 1
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in str(cell) for row in rows for cell in row)


def test_ethnicity_is_withheld_from_who_may_not_open_it(world: World, client: Client) -> None:
    client.force_login(world.users["office_a"])
    rows = _book(client, "01")
    assert _row(rows, "Tổng cộng")[3:6] == [6, 6, "*"]
    page = client.get(reverse("official-form", args=["01"]), {"ngay": DAY}).content.decode()
    assert "* Không công bố, hoặc chưa có số đã công bố." in page


def test_a_list_names_those_the_reader_may_see_and_no_more(world: World, client: Client, people: list[Dossier]) -> None:
    rows = _book(client, "03")
    assert {one.person.full_name for one in people} <= {str(row[1]) for row in rows}
    assert _row(rows, people[0].person.full_name)[3] == dt.date(1988, 3, 15)
    assert _row(rows, people[0].person.full_name)[7] == "••••••"
    client.force_login(world.users["office_a"])
    own = _book(client, "03")
    assert _row(own, people[0].person.full_name)[3] == "1988"
    assert people[6].person.full_name not in {str(row[1]) for row in own}
    assert client.get(reverse("official-form", args=["03"]), {"dv": str(world.units["ubnd_b"].pk)}).status_code == 404


def test_sensitive_columns_open_with_a_reason_that_each_person_reads(
    world: World, client: Client, people: list[Dossier]
) -> None:
    url = f"{reverse('official-file', args=['03', 'xlsx'])}?ngay={DAY}"
    assert client.post(url, {"reason": " "}).status_code == 422
    answer = client.post(url, {"reason": "Sở yêu cầu"})
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # as above
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert _row(rows, people[0].person.full_name)[7] == "Khmer"
    opened = AuditEvent.objects.filter(code=workforce_events.REVEALED.code, reason="Sở yêu cầu")
    assert set(opened.values_list("object_id", flat=True)) == {one.pk for one in people}
    client.force_login(world.users["office_a"])
    answer = client.post(url, {"reason": "Sở yêu cầu"})
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # as above
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert _row(rows, people[0].person.full_name)[7] == "••••••"
    assert opened.count() == len(people)


def test_who_retires_is_asked_until_a_day(client: Client, people: list[Dossier]) -> None:
    assert people[6].person.full_name in {str(row[1]) for row in _book(client, "04", den="31/12/2026")}
    assert people[6].person.full_name not in {str(row[1]) for row in _book(client, "04", den="31/07/2026")}
    wrong = client.get(reverse("official-form", args=["04"]), {"ngay": DAY, "den": "01/01/2026"}).content.decode()
    assert "Ngày cuối không được trước ngày của biểu." in wrong


def test_the_paper_has_its_parts_and_is_on_record(client: Client, people: list[Dossier]) -> None:
    answer = client.get(reverse("official-file", args=["03", "docx"]), {"ngay": DAY})
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # as above
    words = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    for part in ("Độc lập - Tự do - Hạnh phúc", "NGƯỜI LẬP BIỂU", "Nơi nhận:", "30/06/2026", 'w:orient="landscape"'):
        assert part in words
    event = AuditEvent.objects.filter(code=events.FORM_TAKEN_OUT.code).latest("sequence")
    assert event.changes == {"form": "03", "kind": "docx", "day": "2026-06-30", "rows": 7, "people": 7}


def test_a_name_that_looks_like_a_formula_stays_text(world: World, client: Client, people: list[Dossier]) -> None:
    person = people[0].person
    person.full_name = "=1+1"
    person.save()
    answer = client.get(reverse("official-file", args=["03", "xlsx"]), {"ngay": DAY})
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # as above
    sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert _row(_book(client, "03"), "=1+1")


def test_unknown_forms_and_kinds_are_not_there(client: Client) -> None:
    assert client.get(reverse("official-form", args=["99"])).status_code == 404
    assert client.get(reverse("official-file", args=["01", "exe"])).status_code == 404
    assert client.get(reverse("official-form", args=["02"]), {"ngay": "01/01/2099"}).status_code == 200
