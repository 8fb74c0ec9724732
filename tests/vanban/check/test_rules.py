"""The rules, each with passages that break it and passages that do not."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document, extract

from vanban import api
from vanban.check.registry import RULES
from vanban.results import Finding


def findings(body: str, code: str) -> list[Finding]:
    found = api.check(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    return [finding for finding in found if finding.code == code]


def test_registry_is_sorted_and_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_explains_itself(rule: object) -> None:
    module = __import__(rule.check.__module__, fromlist=["x"])  # type: ignore[attr-defined]  # a rule has a check
    for heading in ("Kiểm tra gì:", "Vì sao:", "Ví dụ:", "Nên viết:", "Mức an toàn khi sửa:", "Căn cứ:"):
        assert heading in module.__doc__


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Tỷ lệ nữ chiếm 40% (50/200).", "40% (50/200)"),
        ("Có 94/3.162 người (tỷ lệ 3,2%).", "94/3.162 người (tỷ lệ 3,2%)"),
        ("Hiện có 47.557 người trên 55.152 biên chế (đạt 96,2%).", "47.557 người trên 55.152 biên chế (đạt 96,2%)"),
    ],
)
def test_ratio_mismatch(sentence: str, text: str) -> None:
    (finding,) = findings(sentence, "SL001")
    assert finding.text == text
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ nữ chiếm 25% (50/200).",
        "Có 2.948/3.162 người (tỷ lệ 93,2%).",
        "Khoảng 26% (50/200).",
        "Họp ngày 10/7 (2 buổi), đạt 5%.",
        "Tỷ lệ 0% (0/0).",
    ],
)
def test_ratios_that_agree(sentence: str) -> None:
    assert findings(sentence, "SL001") == []


def test_a_figure_printed_elsewhere_is_proposed() -> None:
    (finding,) = findings(
        "Ban thường vụ có 1.013/1.054 người (tỷ lệ 96,1%), nữ có 206/1.054 người (tỷ lệ 20,3%).", "SL001"
    )
    assert [(one.part, one.value) for one in finding.candidates] == [("denominator", "1.013")]


def test_date_before_document() -> None:
    (finding,) = findings("1. Sở Y tế báo cáo kết quả trong tháng 07/2016.", "TG001")
    assert finding.expected == "trong tháng 07/2026"
    assert findings("1. Sở Y tế báo cáo kết quả trong tháng 07/2026.", "TG001") == []


def test_duplicate_section_number() -> None:
    (finding,) = findings("I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\nII. TỔ CHỨC THỰC HIỆN\n\nSở Y tế rà soát.", "CT001")
    assert finding.text == "II."
    assert findings("I. MỤC TIÊU\n\n1. Một.\n\nII. NHIỆM VỤ\n\n1. Hai.", "CT001") == []


def test_missing_number_and_date() -> None:
    blank = extract(
        "Số: /KH-UBND\n\nLạc Giang, ngày tháng 02 năm 2026\n\nKẾ HOẠCH\n\nPhòng dịch\n\n1. Sở Y tế rà soát thuốc."
    ).findings
    assert [(one.code, one.text) for one in blank] == [("TD001", "Số: /KH-UBND"), ("TD002", "ngày tháng 02 năm 2026")]
    assert findings("1. Sở Y tế rà soát thuốc.", "TD001") == []
    assert findings("1. Sở Y tế rà soát thuốc.", "TD002") == []


@pytest.mark.parametrize(
    ("sentence", "text"), [("Có 50/200) người đạt.", "50/200)"), ("Rà soát (nếu có các trạm y tế.", "(nếu")]
)
def test_unbalanced_parenthesis(sentence: str, text: str) -> None:
    (finding,) = findings(sentence, "CH001")
    assert finding.text == text


@pytest.mark.parametrize(
    "sentence", ["a) Rà soát thuốc.", "Theo điểm a) khoản 1) nêu trên.", "Rà soát (nếu có) thuốc."]
)
def test_enumerators_are_no_parentheses(sentence: str) -> None:
    assert findings(sentence, "CH001") == []
