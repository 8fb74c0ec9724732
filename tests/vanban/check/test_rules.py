"""What the registry promises of every rule, and what single findings carry beyond their span."""

from __future__ import annotations

import importlib

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.registry import RULES
from vanban.check.rule import Rule
from vanban.results import Finding

_HEADINGS = ("Kiểm tra gì:", "Vì sao:", "Ví dụ:", "Nên viết:", "Mức an toàn khi sửa:", "Căn cứ:")


def findings(body: str, code: str) -> list[Finding]:
    found = api.check(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    return [finding for finding in found if finding.code == code]


def test_registry_is_sorted_and_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Rule) -> None:
    explanation = importlib.import_module(rule.check.__module__).__doc__ or ""
    places = [explanation.find(f"\n{heading}") for heading in _HEADINGS]
    assert explanation.startswith(f"{rule.code} {rule.name}: ")
    assert places == sorted(places)
    assert min(places) > 0


def test_a_figure_printed_elsewhere_is_proposed() -> None:
    (finding,) = findings(
        "Ban thường vụ có 1.013/1.054 người (tỷ lệ 96,1%), nữ có 206/1.054 người (tỷ lệ 20,3%).", "SL001"
    )
    assert finding.severity == "error"
    assert [(one.part, one.value) for one in finding.candidates] == [("denominator", "1.013")]


def test_the_year_of_the_document_is_proposed() -> None:
    (finding,) = findings("1. Sở Y tế báo cáo kết quả trong tháng 07/2016.", "TG001")
    assert finding.expected == "trong tháng 07/2026"
