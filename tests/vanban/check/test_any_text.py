"""What holds of the checks for every text: no rule fails, and every span is where it says."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vanban.building import LETTERHEAD

from vanban import api
from vanban.check.report import Outcome
from vanban.check.settings import Settings

PIECES = (
    "Tổng số 120 hộ", "trong đó:", "gồm", "70 hộ nghèo", "40%", "(50/200)", "0/0", "12.5 tỷ đồng", "1,234,567",
    "từ 20 đến 15%", "tăng", "giảm 120%", "lên", "còn lại", "05 (năm)", "(mười hai)", "gấp 2 lần", "bình quân",
    "03 nhiệm vụ sau:", "(1)", "(2)", "999.999.999.999", "0,00%", "-", "+", "1.", "a)", "I.", "III.", "Điều 2.",
    "Kính gửi:", "Nơi nhận:", "- Lưu: VT.", "./.", "TM. ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND", "KẾ HOẠCH",
    "ngày 31 tháng 02 năm 2026", "trước ngày 15/6/2016", "thứ Hai, ngày 01/01/2026", "quý V", "Phụ lục I",
    "theo Quyết định số 12/QĐ-UBND ngày 01/3/2027", "chuyên đổi số", "hoà", "hòa", "thuỷ", "các các", "“", "”",
    "(", ")", "…", "......", "khẩn trương", "Sở Y tế chủ trì", "phối hợp", "ấp Thử", ";", ":", ".", ",",
    "\n", "\n\n", "\t", "\u0301", "\u200b", "\u00a0", "| 1 | 2 |", "x²", "100‰", "năm 9999", "0",
)  # fmt: skip
EVERYTHING = Settings(preview=True)


def assert_sound(text: str) -> None:
    if not text.strip():
        return
    document = api.read(text.encode("utf-8"), name="van-ban.md")
    report = api.check_report(document, settings=EVERYTHING, checked_on=date(2026, 6, 1))
    assert [one for one in report.outcomes if one.outcome is Outcome.FAILED] == []
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(document.text)
        assert document.text[finding.start : finding.end] == finding.text
        assert finding.message


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join))
def test_pieces_of_documents_in_any_order(text: str) -> None:
    assert_sound(f"{LETTERHEAD}\n{text}")


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=5, max_size=200).map(
        lambda one: f"Văn bản {one}"
    )
)
def test_arbitrary_text(text: str) -> None:
    assert_sound(text)
