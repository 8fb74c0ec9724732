"""Reading tables: headings wherever they stand, days in all shapes, numbers that lost zeros, two ethnic tables."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import pytest
from tests.factories.roster import HEADS, PERSON, workbook

from sauro.common.errors import DomainError
from sauro.roster.sheets.cells import Setting, read_cell
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.days import Day, read_day
from sauro.roster.sheets.faults import Severity
from sauro.roster.sheets.grid import letter_of, read_grid
from sauro.roster.sheets.headings import find_headings, first_data_row, headings_of, propose
from sauro.roster.sheets.people import read_people

TODAY = dt.date(2026, 11, 26)
SETTING = Setting(TODAY)


def _mapping(data: bytes, kind: str = "book") -> dict[str, str]:
    grid = read_grid(data, kind=kind)
    first, last = find_headings(grid)
    headings = {one.column: one.text for one in headings_of(grid, first, last)}
    return {headings[column]: field for column, field in propose(headings_of(grid, first, last)).items()}


def test_merged_headings_of_two_rows_are_found_below_a_title() -> None:
    grid = read_grid(workbook([PERSON]), kind="book")
    assert find_headings(grid) in ((2, 3), (3, 3))
    first, last = find_headings(grid)
    found = propose(headings_of(grid, first, last))
    assert [found.get(at, "") for at in range(len(HEADS))] == [
        "", "full_name", "identity_number", "sex", "birth_date", "ethnicity", "education", "theory", "unit", "post",
        "decision",
    ]  # fmt: skip
    assert first_data_row(grid, last) == 4


def test_headings_in_any_order_decomposed_and_abbreviated() -> None:
    text = "STT;Sđt;TĐ LLCT;Trình độ CM;Phái;Số CCCD;Họ đệm;Tên;NTNS\n"
    text += "(1);(2);(3);(4);(5);(6);(7);(8);(9)\n1;0;;;;;Lê;A;1990\n"
    data = unicodedata.normalize("NFD", text).encode()
    grid = read_grid(data, kind="csv")
    first, last = find_headings(grid)
    assert (first, last) == (0, 0) and first_data_row(grid, last) == 2
    assert list(propose(headings_of(grid, first, last)).values()) and propose(headings_of(grid, first, last)) == {
        1: "phone", 2: "theory", 3: "education", 4: "sex", 5: "identity_number", 6: "family_name", 7: "given_name",
        8: "birth_date",
    }  # fmt: skip


def test_birth_dates_in_two_columns_say_the_sex() -> None:
    text = "Họ và tên;Ngày sinh nam;Ngày sinh nữ\nLê Văn Thử;02/01/1980;\nLê Thị Thử;;1985\nTổng cộng;;\n"
    grid = read_grid(text.encode(), kind="csv")
    found = propose(headings_of(grid, 0, 0))
    people = read_people(grid, 0, found, SETTING)
    assert people.values["sex"][:2] == ["male", "female"]
    assert people.values["birth_date"][:2] == [Day(dt.date(1980, 1, 2)), Day(dt.date(1985, 1, 1), "year")]


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        (32217.0, dt.date(1988, 3, 15), "day"), ("15/03/1988", dt.date(1988, 3, 15), "day"),
        ("5-3-88", dt.date(1988, 3, 5), "day"), ("5-3-05", dt.date(2005, 3, 5), "day"),
        ("1988", dt.date(1988, 1, 1), "year"), (1988.0, dt.date(1988, 1, 1), "year"),
        ("03/1988", dt.date(1988, 3, 1), "month"), ("1988-03-15", dt.date(1988, 3, 15), "day"),
        ("ngày 15 tháng 3 năm 1988", dt.date(1988, 3, 15), "day"), ("Tháng 3 năm 1988", dt.date(1988, 3, 1), "month"),
        (unicodedata.normalize("NFD", "Ngày 5 tháng 3 năm 1988"), dt.date(1988, 3, 5), "day"),
        ("15031988", dt.date(1988, 3, 15), "day"), (dt.date(1988, 3, 15), dt.date(1988, 3, 15), "day"),
    ],
)  # fmt: skip
def test_days_in_all_shapes(value: Any, day: dt.date, precision: str) -> None:
    assert read_day(value, latest_year=2011) == Day(day, precision)


@pytest.mark.parametrize("value", ["31/02/1988", "03/25/1988", "hôm qua", 12.5, "88", True, "1/1/1800"])
def test_what_is_no_day_is_none(value: Any) -> None:
    assert read_day(value, latest_year=2011) is None


@pytest.mark.parametrize(
    ("field", "value", "read", "code"),
    [
        ("identity_number", "000188000123", "000188000123", ""),
        ("identity_number", 91188000123.0, "091188000123", "zero-added"),
        ("identity_number", 1188000123.0, "001188000123", "zero-added"),
        ("identity_number", "361234567", None, "number-old"),
        ("identity_number", "9.1188E+10", None, "number-rounded"), ("identity_number", "0911", None, "number-wrong"),
        ("sex", "NỮ", "female", ""), ("sex", "Ông", "male", ""), ("sex", "1", None, "sex-unknown"),
        ("full_name", "NGUYỄN THỊ MẪU", "Nguyễn Thị Mẫu", ""), ("full_name", "Mẫu 2", None, "name-odd"),
        ("education", "Ths", "master", ""),
        ("education", "Đại Học", "university", ""), ("education", "Phó", None, "value-unknown"),
        ("theory", "Cao cấp LLCT", "advanced", ""),
        ("theory", "chưa qua", "none", ""), ("rank", 1.003, "specialist", ""),
        ("rank", "Chuyên viên chính", "principal", ""), ("rank", "01.001", None, "value-unknown"),
        ("rating", "HTTNV", "well", ""), ("rating", "Hoàn thành xuất sắc nhiệm vụ", "excellent", ""),
        ("schooling", dt.date(2026, 12, 12), "12/12", "day-for-class"), ("religion", "Không", None, ""),
        ("ethnicity", "Khơ-me", "Khmer", ""),
        ("ethnicity", "H'Mông", "Mông", ""), ("ethnicity", "Kinnh", None, "ethnic-unknown"),
        ("ethnicity", 5.0, None, "ethnic-table"), ("home_town", "#REF!", None, "formula-error"),
        ("birth_date", "15/03/2090", None, "birth-in-future"), ("birth_date", "2020", None, "birth-odd"),
    ],
)  # fmt: skip
def test_cells_say_what_they_mean_or_what_is_wrong(field: str, value: Any, read: Any, code: str) -> None:
    found = read_cell(value, FIELDS[field], SETTING)
    assert found.value == read
    assert (found.complaint.code if found.complaint else "") == code


@pytest.mark.parametrize(
    ("table", "number", "name"),
    [
        ("gso", "04", "Mường"),
        ("gso", 5.0, "Khmer"),
        ("gso", "21", None),
        ("1979", "54", "Rơ Măm"),
        ("1979", "04", None),
    ],
)
def test_ethnic_numbers_follow_the_table_named_and_only_as_far_as_it_is_known(
    table: str, number: Any, name: Any
) -> None:
    found = read_cell(number, FIELDS["ethnicity"], Setting(TODAY, table))
    assert found.value == name
    assert name or (found.complaint and found.complaint.code == "ethnic-number")


def test_rows_that_are_no_people_are_left_out_and_a_missing_name_is_said() -> None:
    text = "Họ và tên;CCCD;Ngày sinh;Giới tính\n;;;\nLê Văn Thử;000188000124;1990;Nam\n"
    text += ";000188000125;1991;Nam\nCộng;;;\n;;;x\n"
    grid = read_grid(text.encode(), kind="csv")
    people = read_people(grid, 0, propose(headings_of(grid, 0, 0)), SETTING)
    assert people.rows == [2, 3] and people.skipped == [4, 5]
    faults = [(one.row, one.complaint.code) for one in people.faults if one.complaint.severity == Severity.ERROR]
    assert (3, "missing") in faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_csv_in_the_encodings_offices_use(encoding: str) -> None:
    text = "Họ và tên,Ngày sinh\nLê Thị Mẫu,15/03/1988\n"
    if encoding == "cp1258":
        # It holds letters and tone marks apart.
        text = "".join(_as_1258(letter) for letter in text)
    grid = read_grid(text.encode(encoding), kind="csv")
    people = read_people(grid, 0, propose(headings_of(grid, 0, 0)), SETTING)
    assert people.values["full_name"] == ["Lê Thị Mẫu"]


def _as_1258(letter: str) -> str:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        for mark in "\u0300\u0301\u0303\u0309\u0323":
            whole = unicodedata.normalize("NFD", letter)
            if mark in whole:
                return unicodedata.normalize("NFC", whole.replace(mark, "")) + mark
    return letter


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0 no workbook", b"PK\x03\x04 nothing", b"a\x00b", b"\n\n"])
def test_what_is_no_table_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(DomainError) as refused:
        read_grid(data, kind="csv" if data[:1] in b"a\n" else "book")
    assert refused.value.field == "file" and refused.value.message


def test_columns_are_called_as_programs_for_tables_do() -> None:
    assert [letter_of(one) for one in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
