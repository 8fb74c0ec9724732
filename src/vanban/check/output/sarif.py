"""Findings as SARIF 2.1.0, the format that code-scanning services and editors read.

Lines and columns are those of a text file itself, else of the extracted text.
Excepted findings are there too, suppressed with their reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from urllib.parse import quote

from vanban.check.output.checked_file import CheckedFile
from vanban.check.output.places import Places
from vanban.check.reference import HEADINGS, explain
from vanban.check.report import Outcome
from vanban.check.rule import Rule
from vanban.results import Finding, JsonObject, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def findings_sarif(
    files: Sequence[CheckedFile], rules: Sequence[Rule], version: str, *, failed: Sequence[str] = ()
) -> str:
    """The log of one run over ``files`` with ``rules``, by ``version`` of the program.

    ``failed`` are files that could not be read, changed or written: with any of them the run was no success.
    """
    order = {rule.code: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "vanban", "version": version, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [*_notifications(files), *map(_failure, failed)],
            }
        ],
        "artifacts": [{"location": {"uri": _uri(file.name)}} for file in files],
        "results": [result for at, file in enumerate(files) for result in _results(file, at, order)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(rule: Rule) -> JsonObject:
    said = explain(rule)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": said.summary},
        "help": {"text": "\n".join(f"{heading}: {said.sections[heading]}" for heading in HEADINGS)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"name": rule.name, "status": rule.status.value, "since": rule.since, "fix": rule.fix.value},
    }


def _results(file: CheckedFile, at: int, order: dict[str, int]) -> Iterable[JsonObject]:
    positions = Places(file)
    for finding in file.report.findings:
        yield _result(file, at, finding, positions, order)
    for excepted in file.report.excepted:
        suppression = {"kind": "external", "justification": excepted.reason}
        yield {**_result(file, at, excepted.finding, positions, order), "suppressions": [suppression]}


def _result(file: CheckedFile, at: int, finding: Finding, positions: Places, order: dict[str, int]) -> JsonObject:
    start, end = positions.at(finding.start), positions.after(finding.end)
    region = {
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        "charOffset": finding.start, "charLength": finding.end - finding.start, "snippet": {"text": finding.text},
    }  # fmt: skip
    artifact = {"uri": _uri(file.name), "index": at}
    return {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "properties": {
            "expected": finding.expected,
            "candidates": [candidate.to_dict() for candidate in finding.candidates],
        },
    }


def _notifications(files: Iterable[CheckedFile]) -> list[JsonObject]:
    """Rules that could not judge a file, and rules that failed on it."""
    levels = {Outcome.NOT_CHECKABLE: "note", Outcome.FAILED: "error"}
    return [
        {
            "level": levels[outcome.outcome],
            "message": {"text": outcome.why},
            "associatedRule": {"id": outcome.code},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file.name)}}}],
        }
        for file in files
        for outcome in file.report.outcomes
        if outcome.outcome in levels
    ]


def _failure(name: str) -> JsonObject:
    return {
        "level": "error",
        "message": {"text": f"Không đọc hoặc không ghi được tệp {name}."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}],
    }


def _uri(name: str) -> str:
    return quote(PurePath(name).as_posix())
