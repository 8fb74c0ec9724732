"""What the registry promises of every rule, and what single findings carry beyond their span."""

from __future__ import annotations

import re

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.reference import HEADINGS, explain
from vanban.check.registry import FAMILIES, RULES
from vanban.check.rule import Rule
from vanban.results import Finding, Severity


def findings(body: str, code: str) -> list[Finding]:
    found = api.check(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    return [finding for finding in found if finding.code == code]


def test_registry_is_sorted_and_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Rule) -> None:
    explanation = explain(rule)
    assert explanation.summary
    assert all(explanation.sections[heading] for heading in HEADINGS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_in_its_family_and_names_itself(rule: Rule) -> None:
    assert rule in FAMILIES[rule.family].rules
    assert re.fullmatch(r"(?:6R|[A-Z]{2})\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule.name)
    assert rule.title[0].isupper()


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_unclear_tasks_are_never_errors() -> None:
    assert [rule.code for rule in FAMILIES["6R"].rules if rule.severity is Severity.ERROR] == []


def test_a_figure_printed_elsewhere_is_proposed() -> None:
    (finding,) = findings(
        "Ban thường vụ có 1.013/1.054 người (tỷ lệ 96,1%), nữ có 206/1.054 người (tỷ lệ 20,3%).", "SL001"
    )
    assert finding.severity == "error"
    assert [(one.part, one.value) for one in finding.candidates] == [("denominator", "1.013")]


def test_the_year_of_the_document_is_proposed() -> None:
    (finding,) = findings("1. Sở Y tế báo cáo kết quả trong tháng 07/2016.", "TG001")
    assert finding.expected == "trong tháng 07/2026"
