"""Codes made of names."""

from __future__ import annotations

import unicodedata

from sauro.periodic_reports.coding import MOST_LETTERS, coded


def row(label: str, code: str = "", **more: str) -> dict[str, str]:
    return {"label": label, "code": code, **more}


def test_a_name_becomes_a_code_that_no_other_row_has() -> None:
    long = "Số hộ nghèo được hỗ trợ nhà ở trong kỳ báo cáo này"
    made = [one["code"] for one in coded([row("Hộ"), row("Tổng", "ho"), row("Hộ"), row("😀"), row(long), row(long)])]
    assert made[:4] == ["ho-2", "ho", "ho-3", "muc"]
    assert made[4] != made[5]
    assert all(len(code) <= MOST_LETTERS for code in made)


def test_parts_of_a_ratio_may_be_named_in_either_unicode_form() -> None:
    parts = {"numerator": unicodedata.normalize("NFD", "hộ nghèo"), "denominator": "tat-ca"}
    made = coded([row("Hộ nghèo", numerator="", denominator=""), row("Tỷ lệ", **parts)])
    assert (made[1]["numerator"], made[1]["denominator"]) == ("ho-ngheo", "tat-ca")
