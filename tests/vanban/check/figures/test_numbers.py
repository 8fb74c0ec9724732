"""Numbers: what they are worth, what they count, and which only name something."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures, read_number, shortest, vietnamese


def numbers(body: str, *, decomposed: bool = False) -> list[Figure]:
    known = api.understand(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}", decomposed=decomposed))
    start = known.text.index("Thử:")
    end = known.text.index("Nơi nhận")
    return [one for one in figures(known) if start <= one.start < end]


@pytest.mark.parametrize(
    ("printed", "value", "step"),
    [
        ("12", "12", "1"),
        ("1.234", "1234", "1"),
        ("1.234.567,5", "1234567.5", "0.1"),
        ("12,50", "12.50", "0.01"),
        ("12.5", "12.5", "0.1"),
        ("1,234,567", "1234567", "1"),
    ],
)
def test_value_and_precision(printed: str, value: str, step: str) -> None:
    assert read_number(printed) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("printed", ["1.23.4", "12.10.2026", "1.2345", "1.234.56"])
def test_what_is_no_number(printed: str) -> None:
    assert read_number(printed) is None


@pytest.mark.parametrize(
    ("words", "role", "unit", "scale"),
    [
        ("có 120 hộ nghèo", Role.COUNT, "hộ", 1),
        ("Tổng số 120, còn lại", Role.COUNT, "", 1),
        ("kinh phí 7.500 triệu đồng", Role.COUNT, "đồng", 10**6),
        ("vốn 2 nghìn tỷ đồng", Role.COUNT, "đồng", 10**12),
        ("với 3 tỷ lệ khác nhau", Role.COUNT, "tỷ", 1),
        ("đạt 12,5%", Role.PERCENT, "%", 1),
        ("tỷ suất 3‰", Role.PERCENT, "‰", 1),
        ("trong 05 (năm) ngày", Role.TIME, "ngày", 1),
        ("dưới 42 tuổi", Role.TIME, "tuổi", 1),
        ("dân tộc thiểu số 94 người", Role.COUNT, "người", 1),
        ("trực tuyến 90 hồ sơ", Role.COUNT, "hồ", 1),
        ("theo Nghị quyết số 57 của", Role.NAME, "", 1),
        ("tại Điều 5 của", Role.NAME, "", 1),
        ("lớp 9 của trường", Role.NAME, "", 1),
        ("từ năm 2030 trở đi", Role.NAME, "", 1),
        ("nhiệm kỳ 2030 và", Role.NAME, "", 1),
        ("Kế hoạch 12/KH-UBND ngày", Role.NAME, "", 1),
        ("các việc: (2) rà soát", Role.NAME, "", 1),
    ],
)
@pytest.mark.parametrize("decomposed", [False, True], ids=["nfc", "nfd"])
def test_roles_and_units(words: str, role: Role, unit: str, scale: int, decomposed: bool) -> None:
    first = numbers(f"Thử: {words}.", decomposed=decomposed)[0]
    assert (first.role, first.scale) == (role, scale)
    assert role in (Role.NAME,) or first.unit == unit


def test_the_parts_of_a_date_are_names() -> None:
    assert {one.role for one in numbers("Thử: họp ngày 05/3/2026 và 12/2026.")} == {Role.NAME}


def test_the_number_of_an_item_is_a_name() -> None:
    known = numbers("Thử:\n\n1. Có 12 hộ.\n\n2. Có 15 hộ.")
    assert [one.text for one in known if one.role is Role.COUNT] == ["12", "15"]


@pytest.mark.parametrize(
    ("value", "decimals", "printed"), [("1234.56", 1, "1.234,6"), ("3", 1, "3,0"), ("1000000", 0, "1.000.000")]
)
def test_printed_the_vietnamese_way(value: str, decimals: int, printed: str) -> None:
    assert vietnamese(Decimal(value), decimals) == printed


@pytest.mark.parametrize(("value", "printed"), [("12.50", "12,5"), ("120", "120"), ("1200", "1.200")])
def test_printed_as_short_as_can_be(value: str, printed: str) -> None:
    assert shortest(Decimal(value)) == printed
