"""A list taken out as a workbook: what is in it, what can never run, and the event that says who took it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook
from tests.conftest import SignedIn
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.accounts.policies import event_policy
from sauro.audit.models import AuditEvent
from sauro.ui.lists import export

pytestmark = pytest.mark.urls("tests.unit.ui.pages")


@pytest.fixture
def clerk(signed_in: SignedIn) -> Client:
    return signed_in("clerk")


def _workbook(client: Client, query: str) -> bytes:
    response = client.get(f"/thu/?{query}")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith('attachment; filename="co-quan-thu-')
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a file answer streams


def _sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_workbook_has_the_narrowed_sorted_rows_and_chosen_columns(clerk: Client) -> None:
    rows = _sheets(_workbook(clerk, "q=so&sx=-ten&cot=ten&cot=dau&cot=tu&cot=so&xuat=xlsx"))["Danh sách"]
    assert rows == [
        ["Tên", "Dấu", "Từ ngày", "Số"],
        ["Sở Tài chính", "Cấp tỉnh", dt.date(2025, 7, 1), 0],
        ["Sở Nội vụ", "Cấp tỉnh", dt.date(2025, 7, 1), 0],
    ]


def test_workbook_is_not_cut_to_a_page(clerk: Client, world: World) -> None:
    assert len(_sheets(_workbook(clerk, "xuat=xlsx"))["Danh sách"]) == len(world.units) + 1


def test_second_sheet_says_where_the_figures_come_from(clerk: Client) -> None:
    about = dict(_sheets(_workbook(clerk, "l=department&q=so&xuat=xlsx"))["Thông tin"])
    assert about["Danh sách"] == "Cơ quan thử"
    assert about["Người xuất"] == "Trần Thị Mẫu"
    assert about["Loại"] == "Sở, ban, ngành"
    assert about["Tìm"] == "so"
    assert about["Số dòng"] == 2


@pytest.mark.parametrize(
    "name", ["=HYPERLINK(1)", "+84 Sở", "-1+2", "@SUM(A1)", "\t=1", "https://example.invalid", "{=1}"]
)
def test_text_is_never_a_formula_or_a_link(clerk: Client, name: str) -> None:
    make_unit("NGUY", f"{name} nguyhiem")
    content = _workbook(clerk, "q=nguyhiem&xuat=xlsx")
    assert _sheets(content)["Danh sách"][1][0].strip() == f"{name} nguyhiem".strip()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        quoted = 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()
    assert quoted is name.startswith(("=", "+", "-", "@", "\t"))


def test_export_is_an_event_with_the_conditions(clerk: Client, world: World) -> None:
    _workbook(clerk, "l=department&q=so&xuat=xlsx")
    event = AuditEvent.objects.get(code="ui.list.exported")
    assert event.actor_name == "Trần Thị Mẫu"
    assert event.object_text == "Cơ quan thử"
    assert event.changes["rows"] == 2
    assert event.changes["filters"] == {"Tìm": "so", "Loại": "Sở, ban, ngành"}
    assert (event.unit_id, event.domain) == (world.units["ubnd"].pk, "state")


def test_inspector_of_the_unit_can_read_of_the_export_and_the_neighbour_cannot(clerk: Client, world: World) -> None:
    _workbook(clerk, "xuat=xlsx")
    readers = {name for name in world.users if event_policy.visible(world.actor(name)).exists()}
    assert readers == {"clerk", "inspector", "admin"}


def test_refused_list_cannot_be_exported_either(signed_in: SignedIn) -> None:
    assert signed_in("outsider").get("/thu/?xuat=xlsx").status_code == 403
    assert not AuditEvent.objects.filter(code="ui.list.exported").exists()


def test_long_list_is_cut_and_says_so(clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "ROW_LIMIT", 3)
    sheets = _sheets(_workbook(clerk, "xuat=xlsx"))
    assert len(sheets["Danh sách"]) == 4
    assert "cắt" in dict(sheets["Thông tin"])["Lưu ý"]
