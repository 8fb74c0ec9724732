"""Runs the rules of the registry over one document. A rule that fails is reported and the others go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from vanban.check.needs import Need
from vanban.check.registry import RULES
from vanban.check.report import CheckReport, ExceptedFinding, Outcome, RuleOutcome
from vanban.check.rule import Rule
from vanban.check.settings import DEFAULT_SETTINGS, Settings
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MISSING = {
    Need.DATE: "không kiểm tra được: văn bản không ghi ngày, tháng, năm",
    Need.LAYOUT: "không kiểm tra được: định dạng tệp này không cho biết thể thức trình bày",
    Need.STORE: "không kiểm tra được: không có kho văn bản để đối chiếu",
    Need.CATALOGUE: "chưa có căn cứ: chưa có danh mục thẩm quyền",
    Need.CLOCK: "không kiểm tra được: không biết ngày kiểm tra",
}

_UNCERTAIN = "Chữ ở đây được nhận dạng chưa chắc; đối chiếu với bản gốc."
_WORDS_LOOKED_AT = 60


def check_document(
    document: CheckedDocument,
    *,
    rules: Iterable[Rule] = RULES,
    settings: Settings = DEFAULT_SETTINGS,
    file: str = "",
) -> CheckReport:
    """Run those of ``rules`` that ``settings`` let run over ``document``, read from the file named ``file``."""
    findings: list[Finding] = []
    outcomes: list[RuleOutcome] = []
    for rule in rules:
        outcome = _hindrance(rule, document, settings)
        if outcome is None:
            found, outcome = _run(rule, document)
            severity = settings.severity_of(rule)
            findings += [replace(one, severity=severity) if severity else _doubted(document, one) for one in found]
        outcomes.append(outcome)
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    excepted = {at: one for at, finding in enumerate(findings) if (one := settings.exception_for(finding, file))}
    return CheckReport(
        tuple(finding for at, finding in enumerate(findings) if at not in excepted),
        tuple(outcomes),
        tuple(ExceptedFinding(findings[at], one.reason) for at, one in excepted.items()),
    )


def _doubted(document: CheckedDocument, finding: Finding) -> Finding:
    """An error on words that a picture was read with little confidence is only probable."""
    uncertain = document.structure.document.uncertain
    if finding.severity is not Severity.ERROR or not uncertain:
        return finding
    after = bisect_right(uncertain, finding.end, key=lambda word: word.start)
    near = uncertain[max(0, after - _WORDS_LOOKED_AT) : after]
    if not any(word.end > finding.start and word.start < finding.end for word in near):
        return finding
    return replace(finding, severity=Severity.WARNING, message=f"{finding.message} {_UNCERTAIN}")


def _hindrance(rule: Rule, document: CheckedDocument, settings: Settings) -> RuleOutcome | None:
    off = settings.why_off(rule)
    if off:
        return RuleOutcome(rule.code, Outcome.SWITCHED_OFF, off)
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
