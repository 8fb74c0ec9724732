"""Documents through the API: taking in, lists by key, one document, its text and what was found in it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from tests.api.conftest import ProgramOf
from tests.factories.api import Program, problem
from tests.factories.documents import DIRECTIVE, as_docx
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.documents.models import Document

SECRET = "MẬT\n" + DIRECTIVE


@pytest.fixture
def clerk(program_of: ProgramOf) -> Program:
    return program_of("clerk")


def take_in(program: Program, world: World, content: bytes, **fields: Any) -> Any:
    fields = {"unit_id": str(world.units["ubnd"].pk), "declared": "true", **fields}
    return program.upload("/documents", content, **fields)


def make_rows(world: World, count: int) -> list[Document]:
    """Create documents issued on the first days of November, one a day."""
    rows = []
    for number in range(1, count + 1):
        row = make_document(world.units["ubnd"], DocumentSpec(["Nội dung"], subject=f"Việc số {number}"))
        row.issued_on = dt.date(2026, 11, number)
        row.search_key = f"viec so {number} tram bom"
        row.save()
        rows.append(row)
    return rows


def ids(answer: Any) -> list[str]:
    return [row["id"] for row in answer.json()["items"]]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_directive_is_taken_in_and_can_be_read(world: World, clerk: Program, form: Any) -> None:
    content = as_docx(unicodedata.normalize(form, DIRECTIVE))
    receipt = take_in(clerk, world, content, name="Công văn.docx").json()
    assert (receipt["tasks"], receipt["general_directions"], receipt["notices"]) == (2, 0, [])
    document = clerk.get(f"/documents/{receipt['document']['id']}").json()
    assert (document["official_code"], document["issued_on"], document["owner_unit"]["code"]) == (
        "215/UBND-NC", "2026-10-05", "T.UBND",
    )  # fmt: skip
    assert (document["file"]["name"], document["signer"]["name"]) == ("Công văn.docx", "Nguyễn Văn Mẫu")
    assert document["references"][0]["number"] == "88"
    text = clerk.get(f"/documents/{receipt['document']['id']}/text").json()
    found = clerk.get(f"/documents/{receipt['document']['id']}/extraction").json()
    assert found["text"] == text["text"] == unicodedata.normalize("NFC", text["text"])
    assert [found["text"][task["start"] : task["end"]] for task in found["tasks"]] == [
        task["text"] for task in found["tasks"]
    ]


def test_same_file_again_is_refused(world: World, clerk: Program) -> None:
    assert take_in(clerk, world, DIRECTIVE.encode()).status_code == 200
    assert problem(take_in(clerk, world, DIRECTIVE.encode())) == (409, "duplicate")
    assert Document.objects.count() == 1


def test_state_secret_is_refused_and_leaves_nothing(world: World, clerk: Program) -> None:
    answer = take_in(clerk, world, SECRET.encode())
    assert problem(answer) == (422, "secret")
    assert answer.json()["field"] == "file"
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "fields", "code", "field"),
    [
        (b"", {}, "empty", "file"),
        (DIRECTIVE.encode(), {"declared": "false"}, "not-declared", "declared"),
        (DIRECTIVE.encode(), {"declared": "x"}, "invalid", "declared"),
        (DIRECTIVE.encode(), {"unit_id": "x"}, "invalid", "unit_id"),
        (b"\x00\x01\x02 khong phai van ban", {"name": "a.docx"}, "unknown-format", "file"),
        (None, {}, "missing", "file"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(
    world: World, clerk: Program, content: bytes, fields: dict[str, Any], code: str, field: str
) -> None:
    answer = take_in(clerk, world, content, **fields)
    assert problem(answer) == (422, code)
    assert answer.json()["field"] == field
    assert Document.objects.count() == 0


def test_file_past_the_limit_is_413(world: World, clerk: Program, settings: Settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000
    assert problem(take_in(clerk, world, b"x" * 2000)) == (413, "too-large")


def test_upload_of_json_is_no_upload(world: World, clerk: Program) -> None:
    assert problem(clerk.post("/documents", {"unit_id": str(world.units["ubnd"].pk)}))[0] == 422


def test_list_pages_by_key_without_gap_or_repetition(world: World, clerk: Program) -> None:
    rows = make_rows(world, 5)
    wanted = [str(row.pk) for row in reversed(rows)]
    got: list[str] = []
    cursor = ""
    for _page in range(3):
        answer = clerk.get("/documents", sort="-issued_on", limit=2, cursor=cursor)
        got += ids(answer)
        cursor = answer.json()["next"]
    assert (got, cursor) == (wanted, None)


def test_list_is_narrowed_by_what_is_asked(world: World, clerk: Program) -> None:
    rows = make_rows(world, 3)
    asked = [
        ({"q": "TRẠM bơm số 2"}, [1]),
        ({"issued_from": "2026-11-02"}, [1, 2]),
        ({"issued_from": "2026-11-02", "issued_to": "2026-11-02"}, [1]),
        ({"kind": "chi_thi"}, []),
        ({"state": "review"}, [0, 1, 2]),
        ({"owner_unit_id": str(world.units["province"].pk)}, [0, 1, 2]),
        ({"owner_unit_id": str(world.units["snv"].pk)}, []),
    ]
    for params, wanted in asked:
        assert ids(clerk.get("/documents", sort="issued_on", **params)) == [str(rows[index].pk) for index in wanted]


@pytest.mark.parametrize(
    ("params", "code", "field"),
    [
        ({"kind": "tho"}, "invalid", "kind"),
        ({"limit": 0}, "invalid", "limit"),
        ({"limit": 5000}, "invalid", "limit"),
        ({"issued_from": "05/10/2026"}, "invalid", "issued_from"),
        ({"sort": "search_key"}, "invalid", "sort"),
        ({"q": "a\0b"}, "invalid", "q"),
        ({"cursor": "khong-phai"}, "cursor-invalid", "cursor"),
    ],
)
def test_filter_that_makes_no_sense_is_said(
    world: World, clerk: Program, params: dict[str, Any], code: str, field: str
) -> None:
    make_rows(world, 1)
    answer = clerk.get("/documents", **params)
    assert problem(answer) == (422, code)
    assert answer.json()["field"] == field


def test_cursor_of_another_order_is_refused(world: World, clerk: Program) -> None:
    make_rows(world, 3)
    cursor = clerk.get("/documents", sort="code", limit=1).json()["next"]
    assert problem(clerk.get("/documents", sort="issued_on", limit=1, cursor=cursor)) == (422, "cursor-invalid")


def test_unknown_unit_as_a_filter_is_not_found(world: World, clerk: Program) -> None:
    answer = clerk.get("/documents", owner_unit_id="00000000-0000-7000-8000-000000000000")
    assert problem(answer) == (404, "not-found")


def test_list_costs_the_same_for_one_row_and_three(world: World, clerk: Program) -> None:
    clerk.get("/me")  # the first request of a person opens the account of requests
    costs = []
    for _round in (1, 3):
        make_rows(world, _round)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(ids(clerk.get("/documents"))) >= _round
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_obligations_cost_the_same_for_one_row_and_three(world: World, clerk: Program) -> None:
    clerk.get("/me")  # the first request of a person opens the account of requests
    costs = []
    for count in (1, 3):
        parts: list[str | TaskSpec] = [TaskSpec(f"Sở Nội vụ làm việc {n}", leads=("Sở Nội vụ",)) for n in range(count)]
        document = make_document(world.units["ubnd"], DocumentSpec(parts), units=(world.units["snv"],))
        with CaptureQueriesContext(connection) as queries:
            assert len(clerk.get(f"/documents/{document.pk}/obligations").json()) == count
        costs.append(len(queries))
    assert costs[0] == costs[1]
