"""Expressions looked for only where they can begin find what they find anywhere."""

from __future__ import annotations

import re
import unicodedata

import pytest

from vanban.check.language import words
from vanban.check.rules.clarity import lead_is_coordinator
from vanban.check.rules.dates import date_before_document, impossible_date, mixed_date_forms, reversed_period
from vanban.check.rules.spelling import doubled_punctuation, letter_digit_mix, space_inside_brackets
from vanban.check.rules.structure import template_blank
from vanban.structure import references
from vanban.text import deadlines
from vanban.text.sought import find_all

TEXTS = {
    "deadline": "Chậm nhất là ngày 5, trước 10 giờ, đến hết tháng 6, HOÀN THÀNH TRONG quý I, xong trước, "
    "dứt điểm vào cuối, kết thúc trong, không quá 3 ngày, thời hạn là, hạn cuối: 7/8, ngay trong, muộn nhất vào, "
    "cuối quý, vào giữa, hết năm ",
    "years": "giai đoạn 2026-2030, Nhiệm kỳ 2025 - 2030, thời kỳ 2021–2025, năm học 2026-2027, niên độ 2025-2026, "
    "khóa 2020-2025, các năm 2024-2026, từ năm 2026 đến năm 2028, THỜI GIAN thực hiện: 2026-2028",
    "days": "từ ngày 20 đến ngày 18 tháng 5, Ngày 3 - 5 tháng 6, từ 7 đến hết 9/6/2026, NGÀY 29, 30 và 31 tháng 6",
    "bare": "trước 31/9, Đến 30/2; hết 31/4. từ 31/6 đến, HẠN 31/11)",
    "dated": "ngày 3/4/2026; Năm 2027, rà soát; năm 2028, họp; HOÀN THÀNH TRƯỚC, muộn nhất, hạn chót, xong trước",
    "year": "ngày 3/4/20226, Tháng 5 năm 226 và tháng 7/226",
    "signs": "rà soát,, kiểm tra;. xong ; : và v.v.; a.,b ( trong ) “ ngoặc ” (đúng)",
    "mixed": "1ần 2O26 l0 a1b 0ng O2 1ha I1 [l5]",
    "blank": "ngày tháng 5 năm 2026 … …… .... ngày ... tháng (ghi rõ họ tên) [...] NGÀY THÁNG NĂM ___ ( … ) ... ... x",
    "joins": "Phối hợp với Sở A, phối hợp chặt chẽ cùng Sở B; PHỐI HỢP VỚI Sở C",
    "numbers": "Nghị quyết số 10 của Đảng, Chỉ thị số: 5, Kết luận số 7 và Quyết định số 8, Nghị định số 9, "
    "Thông tư số 3, Quy định số 4, Kế hoạch số 6, Công văn số 77 và Công văn số 12/UBND",
    "codes": "a@b.vn http://x www.tinh.vn tep.docx 12/KH 5-NQ 3/4 a.b.pdf. hết",
}
PAIRS = {
    "deadline": (deadlines._DUE_WORDS, deadlines._DUE_OPENS),
    "years": (reversed_period._YEARS, reversed_period._YEARS_OPEN),
    "days": (reversed_period._DAYS, reversed_period._DAYS_OPEN),
    "listed": (impossible_date._DAYS, impossible_date._DAYS_OPEN),
    "bare": (impossible_date._BARE, impossible_date._BARE_OPENS),
    "year": (impossible_date._YEAR, impossible_date._YEAR_OPENS),
    "doubled": (doubled_punctuation._DOUBLED, doubled_punctuation._OPENS),
    "spaced": (space_inside_brackets._SPACED, space_inside_brackets._OPENS),
    "mixed": (letter_digit_mix._MIXED, letter_digit_mix._OPENS),
    "blank": (template_blank._BLANK, template_blank._OPENS),
    "ordered": (date_before_document._ORDERED, date_before_document._ORDERED_OPENS),
    "dated": (mixed_date_forms._IN_FIGURES, mixed_date_forms._OPENS),
    "leading": (deadlines._LEADING_YEAR, deadlines._LEADING_YEAR_OPENS),
    "joins": (lead_is_coordinator._JOINS, lead_is_coordinator._OPENS),
    "numbers": (references._NUMBER_ALONE, references._NUMBER_ALONE_OPENS),
    "codes": (words._IN_CODE, words._CODE_OPENS),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_finds_what_the_expression_finds_by_itself(name: str, form: str) -> None:
    pattern, openings = PAIRS[name]
    printed = "\n".join([*TEXTS.values(), *(text.upper() for text in TEXTS.values())])
    text = unicodedata.normalize("NFC", unicodedata.normalize(form, printed))
    expected = [found.span() for found in pattern.finditer(text)]
    assert expected
    assert [found.span() for found in find_all(pattern, openings, text)] == expected


@pytest.mark.parametrize("name", PAIRS)
def test_keeps_to_the_stretch_it_is_given(name: str) -> None:
    pattern, openings = PAIRS[name]
    text = "\n".join(TEXTS.values())
    for start in range(0, len(text), 37):
        end = start + 90
        expected = [found.span() for found in pattern.finditer(text, start, end)]
        assert [found.span() for found in find_all(pattern, openings, text, start, end)] == expected


def test_matches_do_not_overlap() -> None:
    found = find_all(re.compile("aa"), re.compile("[a]"), "aaaaa")
    assert [one.span() for one in found] == [(0, 2), (2, 4)]
