"""The runner: outcomes of rules, settings, exceptions, and a rule that fails."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.needs import Need
from vanban.check.registry import RULES
from vanban.check.report import Outcome
from vanban.check.rule import Rule, Scope, Status
from vanban.check.rules.figures.ratio_mismatch import RULE
from vanban.check.runner import check_document
from vanban.check.settings import Excepted, Settings
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import UncertainSpan

BODY = "Tỷ lệ nữ chiếm 40% (50/200)."


def letter(body: str = BODY) -> CheckedDocument:
    return api.understand(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))


def outcome(rule: Rule, known: CheckedDocument | None = None) -> Outcome:
    return check_document(known or letter(), rules=[rule]).outcomes[0].outcome


def fails(_: CheckedDocument) -> Iterator[Finding]:
    raise KeyError("x")


def test_a_failing_rule_is_reported_and_the_others_go_on() -> None:
    report = check_document(letter(), rules=[replace(RULE, code="SL000", check=fails), RULE])
    assert [one.outcome for one in report.outcomes] == [Outcome.FAILED, Outcome.CHECKED]
    assert "KeyError" in report.outcomes[0].why
    assert [one.code for one in report.findings] == ["SL001"]


def test_recognition_is_counted_apart_from_judgement() -> None:
    seen = check_document(letter("Có 40% (50/200), 25% (50/200), 0% (0/0)."), rules=[RULE]).outcomes[0].seen
    assert seen is not None
    assert (seen.seen, seen.judged) == (3, 2)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"status": Status.PREVIEW}, Outcome.SWITCHED_OFF),
        ({"scope": Scope.PARTY}, Outcome.NOT_MEANT),
        ({"scope": Scope.STATE}, Outcome.CHECKED),
        ({"valid_to": date(2025, 12, 31)}, Outcome.NOT_MEANT),
        ({"valid_from": date(2026, 3, 5)}, Outcome.CHECKED),
        ({"valid_from": date(2026, 3, 6)}, Outcome.NOT_MEANT),
        ({"needs": frozenset({Need.STORE})}, Outcome.NOT_CHECKABLE),
        ({"needs": frozenset({Need.LAYOUT})}, Outcome.NOT_CHECKABLE),
        ({"needs": frozenset({Need.DATE})}, Outcome.CHECKED),
    ],
)
def test_a_rule_runs_where_it_is_meant_and_can(changed: dict[str, object], expected: Outcome) -> None:
    assert outcome(replace(RULE, **changed)) is expected  # type: ignore[arg-type]  # fields of a rule by name


def test_a_rule_that_ended_does_not_hold_for_undated_documents() -> None:
    undated = replace(letter(), today=None)
    assert outcome(replace(RULE, valid_to=date(2030, 1, 1)), undated) is Outcome.NOT_MEANT
    assert outcome(replace(RULE, valid_from=date(2030, 1, 1)), undated) is Outcome.CHECKED


@pytest.mark.parametrize(
    "settings", [Settings(preview=True), Settings(select=("SL001",)), Settings(select=("ratio-mismatch",))]
)
def test_a_preview_rule_runs_when_asked_for(settings: Settings) -> None:
    preview = replace(RULE, status=Status.PREVIEW)
    assert check_document(letter(), rules=[preview], settings=settings).findings
    assert not check_document(letter(), rules=[preview], settings=Settings(select=("SL",))).findings


def test_a_severity_is_overridden_by_code_before_family() -> None:
    settings = Settings(severity={"SL": Severity.INFO, "SL001": Severity.WARNING})
    (finding,) = check_document(letter(), rules=[RULE], settings=settings).findings
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("exception", "left"),
    [
        (Excepted("SL001", "vì", text="40% (50/200)"), 0),
        (Excepted("SL", "vì", text="40%   (50/200)"), 0),
        (Excepted("SL001", "vì", file="*.txt"), 0),
        (Excepted("SL001", "vì", file=unicodedata.normalize("NFD", "văn bản.txt")), 0),
        (Excepted("SL001", "vì", text="41%"), 1),
        (Excepted("SL001", "vì", text="40%", file="*.docx"), 1),
        (Excepted("TG001", "vì", text="40%"), 1),
    ],
)
def test_exceptions_hold_for_their_text_and_file(exception: Excepted, left: int) -> None:
    report = check_document(letter(), rules=[RULE], settings=Settings(exceptions=(exception,)), file="văn bản.txt")
    assert len(report.findings) == left
    assert [one.reason for one in report.excepted] == ["vì"] * (1 - left)


@pytest.mark.parametrize(("word", "severity"), [("50/200", Severity.WARNING), ("chiếm", Severity.ERROR)])
def test_an_error_on_uncertainly_recognised_words_is_a_warning(word: str, severity: Severity) -> None:
    read = document(f"{LETTERHEAD}\n{BODY}\n\n{FOOT}")
    start = read.text.index(word)
    scanned = replace(read, uncertain=(UncertainSpan(0, 2, 0.2), UncertainSpan(start, start + len(word), 0.3)))
    (finding,) = check_document(api.understand(scanned), rules=[RULE]).findings
    assert finding.severity is severity
    assert ("nhận dạng" in finding.message) is (severity is Severity.WARNING)


def test_every_rule_has_one_outcome_and_none_fails() -> None:
    report = api.check_report(document(f"{LETTERHEAD}\n{BODY}\n\n{FOOT}"), settings=Settings(preview=True))
    assert [one.code for one in report.outcomes] == [rule.code for rule in RULES]
    assert [one for one in report.outcomes if one.outcome is Outcome.FAILED] == []
