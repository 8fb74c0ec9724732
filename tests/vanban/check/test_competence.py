"""Catalogues of competence as data."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.check.competence import MalformedCatalogue, read_catalogue

_ENTRY = """
[[entry]]
field = "xây dựng"
act = "cấp giấy phép xây dựng"
words = ["giấy phép", "xây dựng"]
holders = ["Sở Xây dựng"]
basis = "Quyết định số 9/QĐ-UBND"
valid_from = 2026-01-01
"""


def test_an_entry_is_found_by_its_words_in_any_order() -> None:
    catalogue = read_catalogue(_ENTRY)
    (entry,) = catalogue.entries_for("Xây dựng kế hoạch, cấp giấy phép cho hộ dân", date(2026, 3, 5))
    assert entry.allows("Sở Xây dựng tỉnh Lạc Giang")
    assert not entry.allows("UBND xã Vàm Lúa Mẫu")
    assert not entry.allows("Sở Xây")


@pytest.mark.parametrize(
    ("order", "day"), [("Cấp giấy chứng nhận xây dựng", date(2026, 3, 5)), ("Cấp giấy phép xây dựng", date(2025, 3, 5))]
)
def test_other_acts_and_other_times_have_no_entry(order: str, day: date) -> None:
    assert list(read_catalogue(_ENTRY).entries_for(order, day)) == []


def test_an_unknown_day_does_not_rule_an_entry_out() -> None:
    assert list(read_catalogue(_ENTRY).entries_for("Cấp giấy phép xây dựng", None))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[[entry", "TOML"),
        ('entry = "x"', "[[entry]]"),
        ('[[entry]]\nfield = "x"', "thiếu act"),
        (_ENTRY + 'colour = "red"', "thừa colour"),
        (_ENTRY.replace('["Sở Xây dựng"]', '"Sở Xây dựng"'), "sai kiểu"),
        (_ENTRY.replace("2026-01-01", '"hôm nay"'), "sai kiểu"),
    ],
)
def test_a_malformed_catalogue_says_what_is_wrong(text: str, named: str) -> None:
    with pytest.raises(MalformedCatalogue) as caught:
        read_catalogue(text)
    assert named in str(caught.value)


def test_an_empty_catalogue_has_no_entries() -> None:
    assert list(read_catalogue("").entries_for("Cấp giấy phép xây dựng", None)) == []
