"""Runs the rules of the registry over one document. A rule that fails is reported and the others go on."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.check.needs import Need
from vanban.check.registry import RULES
from vanban.check.report import CheckReport, Outcome, RuleOutcome
from vanban.check.rule import Rule, Status
from vanban.check.subject import CheckedDocument
from vanban.results import Finding

_MISSING = {
    Need.DATE: "không kiểm tra được: văn bản không ghi ngày, tháng, năm",
    Need.LAYOUT: "không kiểm tra được: định dạng tệp này không cho biết thể thức trình bày",
    Need.STORE: "không kiểm tra được: không có kho văn bản để đối chiếu",
    Need.CATALOGUE: "chưa có căn cứ: chưa có danh mục thẩm quyền",
    Need.CLOCK: "không kiểm tra được: không biết ngày kiểm tra",
}


def check_document(document: CheckedDocument, *, rules: Iterable[Rule] = RULES, preview: bool = False) -> CheckReport:
    """Run ``rules`` over ``document``; rules in preview only when ``preview`` says so."""
    findings: list[Finding] = []
    outcomes: list[RuleOutcome] = []
    for rule in rules:
        outcome = _hindrance(rule, document, preview=preview)
        if outcome is None:
            found, outcome = _run(rule, document)
            findings += found
        outcomes.append(outcome)
    ordered = sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))
    return CheckReport(tuple(ordered), tuple(outcomes))


def _hindrance(rule: Rule, document: CheckedDocument, *, preview: bool) -> RuleOutcome | None:
    if rule.status is Status.PREVIEW and not preview:
        return RuleOutcome(rule.code, Outcome.SWITCHED_OFF, "quy tắc đang thử nghiệm")
    if not rule.scope.covers(document.header.side) or not _in_force(rule, document):
        return RuleOutcome(rule.code, Outcome.NOT_MEANT)
    missing = next((need for need in Need if need in rule.needs and not document.offers(need)), None)
    return RuleOutcome(rule.code, Outcome.NOT_CHECKABLE, _MISSING[missing]) if missing else None


def _in_force(rule: Rule, document: CheckedDocument) -> bool:
    """A rule with dates holds for documents of those dates; a document without a date is taken as new."""
    day = document.today
    if day is None:
        return rule.valid_to is None
    return (rule.valid_from is None or rule.valid_from <= day) and (rule.valid_to is None or day <= rule.valid_to)


def _run(rule: Rule, document: CheckedDocument) -> tuple[list[Finding], RuleOutcome]:
    try:
        found = list(rule.check(document))
        seen = rule.seen(document) if rule.seen else None
    except Exception as error:  # a failing rule must not take the others along; it is reported as failed
        return [], RuleOutcome(rule.code, Outcome.FAILED, f"quy tắc gặp lỗi ({type(error).__name__})")
    return found, RuleOutcome(rule.code, Outcome.CHECKED, seen=seen)
