"""Cited documents."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, extract

from vanban.results import Reference


def references(sentence: str) -> tuple[Reference, ...]:
    return extract(f"{LETTERHEAD}\n{sentence}\n\n{FOOT}").document.references


@pytest.mark.parametrize(
    ("sentence", "kind", "number", "symbol", "issued_on", "issuer"),
    [
        (
            "Thực hiện Kế hoạch số 14/KH-UBND ngày 16/01/2026 của UBND tỉnh, các sở rà soát:",
            "ke_hoach",
            "14",
            "KH-UBND",
            "2026-01-16",
            "Ủy ban nhân dân tỉnh",
        ),
        (
            "Theo Chỉ thị số 08-CT/TU, ngày 11 tháng 5 năm 2025 của Ban Thường vụ Tỉnh ủy.",
            "chi_thi",
            "08",
            "CT/TU",
            "2025-05-11",
            "Ban Thường vụ Tỉnh ủy",
        ),
        (
            "Theo Nghị định số 131/2025/NĐ-CP ngày 12/6/2025 của Chính phủ.",
            None,
            "131",
            "2025/NĐ-CP",
            "2025-06-12",
            "Chính phủ",
        ),
        ("Theo Công văn số 55/STC-QLNS về kinh phí.", "cong_van", "55", "STC-QLNS", None, None),
    ],
)
def test_parts_of_a_citation(
    sentence: str, kind: str | None, number: str, symbol: str, issued_on: str | None, issuer: str | None
) -> None:
    (found,) = references(sentence)
    assert (found.kind, found.number, found.symbol) == (kind, number, symbol)
    assert (found.issued_on, found.issuer) == (issued_on, issuer)


def test_cited_twice_is_listed_once_in_its_fullest_form() -> None:
    (found,) = references(
        "Theo Kế hoạch số 14/KH-UBND, Sở Y tế rà soát. "
        "Kế hoạch số 14/KH-UBND ngày 16/01/2026 của UBND tỉnh còn hiệu lực."
    )
    assert found.issued_on == "2026-01-16"


@pytest.mark.parametrize(
    "sentence",
    ["Đạt 70/102 xã và 3.186/7.362 người.", "Ngày 12/01/2026, hội nghị họp.", "Giai đoạn 2026-2030 và 24/7."],
)
def test_figures_and_dates_are_no_citations(sentence: str) -> None:
    assert references(sentence) == ()


def test_a_number_alone_counts_when_nothing_gives_the_symbol() -> None:
    (alone,) = references("Sơ kết Nghị quyết số 49 của Bộ Chính trị.")
    assert (alone.kind, alone.number, alone.symbol, alone.issuer) == ("nghi_quyet", "49", "", "Bộ Chính trị")
    (full,) = references("Sơ kết Nghị quyết số 49, căn cứ Nghị quyết số 49-NQ/TW.")
    assert (full.number, full.symbol) == ("49", "NQ/TW")
    assert references("Thực hiện Quyết định số 12 đến 15.") == ()


def test_a_symbol_joined_by_an_ampersand_is_one() -> None:
    (found,) = references("Theo Công văn số 15/SXD-QLN& TTBĐS của Sở Xây dựng.")
    assert found.symbol == "SXD-QLN&TTBĐS"
