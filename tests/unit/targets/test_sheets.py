"""Targets as workbooks: taken out, changed, brought back; what is wrong stands in its row."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from tests.factories.targets import give, make_share
from tests.personas import World

from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed
from sauro.targets.models import Indicator, Share, YearLine
from sauro.targets.services.exporting import export_rows
from sauro.targets.services.importing import import_rows, rehearse_rows
from sauro.targets.sheet import MOST_ROWS, SheetRow, read_rows, write_rows

YEAR = today().year


def workbook(*rows: list[object]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    for line, row in enumerate(rows):
        for at, cell in enumerate(row):
            sheet.write(line, at, cell)
    book.close()
    return stream.getvalue()


HEADS: list[object] = ["Mã", "Chỉ tiêu", "Đơn vị", "Đơn vị tính", "Cách cộng", YEAR, "Số đến ngày", "Thực hiện",
                       "Văn bản báo cáo"]  # fmt: skip
DAY = f"{today():%d/%m/%Y}"


def test_numbers_keep_their_digits_whether_typed_or_not() -> None:
    (row,) = read_rows(workbook(HEADS, ["", "Số nhà", "", "căn", "", 1.234, "", "1.234,5", ""]))
    assert (row.number, row.cells[f"target_{YEAR}"], row.cells["value"]) == (2, "1,234", "1.234,5")
    (again,) = read_rows(write_rows([row]))
    assert {name: text for name, text in again.cells.items() if text} == {
        name: text for name, text in row.cells.items() if text
    } | {"value": "1.234,5"}


NO_WORKBOOKS = [b"", b"PK\x03\x04", workbook([]), workbook(HEADS), workbook(["Mã"], ["x"])]


@pytest.mark.parametrize("data", [*NO_WORKBOOKS, workbook(HEADS, *[["x"]] * 501)])
def test_what_is_no_such_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(DomainError) as refused:
        read_rows(data)
    assert refused.value.field == "file"


def test_register_is_taken_out_and_brought_back_unchanged(world: World) -> None:
    whole = make_share(world, path={YEAR: 100, 2030: 500})
    give(world, whole, "ubnd_a", {YEAR: 40})
    head, unit = world.actor("head"), world.units["ubnd"].pk
    rows = read_rows(export_rows(actor=head, unit_id=unit))
    assert [row.cells["unit"] for row in rows] == [world.units["ubnd"].name, "XA.UBND"]
    before = list(YearLine.objects.order_by("pk").values())
    outcome = rehearse_rows(actor=head, unit_id=unit, rows=rows)
    assert (outcome.faults, outcome.defined, outcome.given) == ([], 0, 0)
    import_rows(actor=head, unit_id=unit, rows=rows)
    assert list(YearLine.objects.order_by("pk").values()) == before


def test_a_register_of_any_size_is_taken_out_whole_and_brought_back_in_parts(world: World) -> None:
    unit = world.units["ubnd"]
    indicators = [
        Indicator(code=f"CT-X-{number:04d}", domain="state", owner_unit=unit, name=f"Số {number}", measure="căn")
        for number in range(MOST_ROWS + 1)
    ]
    Indicator.objects.bulk_create(indicators)
    Share.objects.bulk_create(Share(indicator=one, unit=unit) for one in indicators)
    data = export_rows(actor=world.actor("head"), unit_id=unit.pk)
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()
    assert len(rows) == 1 + MOST_ROWS + 1
    with pytest.raises(DomainError, match="có 501 dòng; mỗi lần nhập nhiều nhất 500"):
        read_rows(data)


def test_new_rows_are_rehearsed_and_then_written(world: World) -> None:
    head, unit = world.actor("head"), world.units["ubnd"]
    rows = read_rows(
        workbook(
            HEADS,
            ["", "Số nhà ở xã hội", "", "căn", "", 100, "", "", ""],
            ["", "Số nhà ở xã hội", "XA.UBND", "", "", 40, "", "", ""],
            ["", "Số nhà ở xã hội", "", "", "", "", DAY, 12, "Báo cáo số 1/BC-UBND"],
        )
    )
    outcome = rehearse_rows(actor=head, unit_id=unit.pk, rows=rows)
    assert (outcome.faults, outcome.defined, outcome.given, outcome.recorded) == ([], 1, 1, 1)
    assert not Indicator.objects.exists()
    import_rows(actor=head, unit_id=unit.pk, rows=rows)
    line = YearLine.objects.get(share__unit=unit, year=YEAR)
    assert (line.target, line.actual) == (100, 12)
    assert YearLine.objects.get(share__unit=world.units["ubnd_a"]).target == 40


def test_what_is_wrong_stands_in_its_row_and_nothing_is_written(world: World) -> None:
    head, unit = world.actor("head"), world.units["ubnd"].pk
    rows = [
        SheetRow(2, {"name": "Số nhà", "measure": "căn"}),
        SheetRow(3, {"name": "Tỷ lệ hộ nghèo", "measure": "%", "rule": "Tỷ lệ (tử số trên mẫu số)"}),
        SheetRow(4, {"name": "=1+1", "measure": "căn", "rule": "Trung bình"}),
        SheetRow(5, {"code": "CT-1999-000001", "name": "Số nhà"}),
        SheetRow(6, {"name": "Số nhà", "unit": "Đảng ủy xã A Thử", f"target_{YEAR}": "1"}),
        SheetRow(7, {"name": "Số nhà", "as_of": DAY, "value": "5"}),
        SheetRow(8, {"name": "Số nhà", f"target_{YEAR}": "1.2.3"}),
    ]
    outcome = rehearse_rows(actor=head, unit_id=unit, rows=rows)
    assert [(one.row, one.column) for one in outcome.faults] == [
        (3, "numerator_label"), (4, "rule"), (5, "code"), (6, "unit"), (7, "basis"), (8, f"target_{YEAR}"),
    ]  # fmt: skip
    table = CalamineWorkbook.from_filelike(io.BytesIO(write_rows(rows, outcome.faults))).get_sheet_by_index(0)
    lines = table.to_python()
    assert lines[0][-1] == "Lỗi cần sửa"
    assert [bool(line[-1]) for line in lines[1:]] == [False, True, True, True, True, True, True]
    assert lines[3][1] == "=1+1"
    with pytest.raises(DomainError, match="Chưa ghi dòng nào"):
        import_rows(actor=head, unit_id=unit, rows=rows)
    assert not Indicator.objects.exists()


def test_only_keepers_bring_workbooks(world: World) -> None:
    rows = [SheetRow(2, {"name": "Số nhà", "measure": "căn"})]
    for persona in ("inspector", "office_a", "party_clerk"):
        with pytest.raises(NotAllowed):
            rehearse_rows(actor=world.actor(persona), unit_id=world.units["ubnd"].pk, rows=rows)
