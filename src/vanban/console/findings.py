"""Findings as a compiler prints them: where, what, the line with carets, and what would make it right."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.check.output.checked_file import CheckedFile
from vanban.check.output.places import Places
from vanban.check.output.positions import Positions
from vanban.check.report import Outcome, RuleOutcome
from vanban.check.rule import Seen
from vanban.console.excerpt import excerpt
from vanban.console.paint import Paint
from vanban.results import Candidate, Finding, Severity

_SEVERITY = {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO", Severity.INFO: "LƯU Ý"}
_COUNTED = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
_PARTS = {"numerator": "tử số", "denominator": "mẫu số", "percent": "tỷ lệ"}
_FALLBACK = (120, 24)
_NARROWEST = 40
_MOST_CODES = 8


def file_lines(file: CheckedFile, paint: Paint, width: int | None = None, *, least: Severity = Severity.INFO) -> str:
    """The findings of one file, those from ``least`` up and the gravest first, and what could not be checked in it."""
    columns = width or shutil.get_terminal_size(_FALLBACK).columns
    text, places = Positions(file.text), Places(file)
    blocks = [
        "\n".join(_finding(file, finding, text, places, paint, columns)) for finding in _gravest_first(file, least)
    ]
    return "\n\n".join([*blocks, "\n".join(_closing(file, paint))])


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
"""Errors are 0: they are printed first."""


def _gravest_first(file: CheckedFile, least: Severity) -> list[Finding]:
    """In the order of the text within a severity."""
    shown = [finding for finding in file.report.findings if _RANK[finding.severity] <= _RANK[least]]
    return sorted(shown, key=lambda finding: _RANK[finding.severity])


def summary_lines(files: Sequence[CheckedFile], paint: Paint, *, least: Severity = Severity.INFO) -> str:
    """Counts over all files, with nothing found said as such, and how to see what ``least`` left out."""
    counted = Counter(finding.severity for file in files for finding in file.report.findings)
    if not counted:
        return paint("Không phát hiện lỗi.", "green")
    parts = [paint.severity(f"{counted[one]} {_COUNTED[one]}", one) for one in Severity if counted[one]]
    places = f" trong {len(files)} tệp" if len(files) > 1 else ""
    told = f"{sum(counted.values())} phát hiện{places}: {', '.join(parts)}."
    hidden = sum(count for severity, count in counted.items() if _RANK[severity] > _RANK[least])
    return f"{told} Chưa in {hidden} phát hiện nhẹ hơn; xem hết bằng --min-severity info." if hidden else told


def _finding(
    file: CheckedFile, finding: Finding, text: Positions, places: Places, paint: Paint, columns: int
) -> Iterator[str]:
    line, column = places.at(finding.start)
    read = text.at(finding.start)
    label = paint.severity(_SEVERITY[finding.severity], finding.severity)
    yield f"{paint(f'{file.name}:{line}:{column}:', 'bold')} {label} {finding.code} {paint(finding.rule, 'faint')}"
    yield f"  {finding.message}"
    gutter = f"{line:>5} | "
    start = read.column - 1
    shown = excerpt(text.line(read.line), start, start + len(finding.text), max(_NARROWEST, columns - len(gutter)))
    yield f"{paint(gutter, 'faint')}{shown.line}"
    yield f"{paint('      | ', 'faint')}{paint.severity(shown.carets, finding.severity)}"
    if finding.expected is not None:
        yield f"      = nên viết: {finding.expected}"
    for candidate in finding.candidates:
        yield f"      = {_candidate(candidate)}"


def _candidate(candidate: Candidate) -> str:
    part = _PARTS.get(candidate.part)
    return f"có thể là {candidate.value}{f' ({part})' if part else ''}: {candidate.why}"


def _closing(file: CheckedFile, paint: Paint) -> Iterator[str]:
    report = file.report
    wrong = Counter(finding.code for finding in report.findings)
    for seen, codes in _seen(report.outcomes).items():
        told = sum(wrong[code] for code in codes)
        yield paint(f"Thấy {seen.seen} {seen.what}, xét được {seen.judged}, báo {told} ({_listed(codes)}).", "faint")
    if report.excepted:
        yield paint(f"{len(report.excepted)} phát hiện được bỏ qua theo ngoại lệ có ghi lý do.", "faint")
    for why, codes in _unchecked(report.outcomes).items():
        yield paint(f"{why[:1].upper()}{why[1:]} ({_listed(codes)}).", "faint")


def _listed(codes: Sequence[str]) -> str:
    left = len(codes) - _MOST_CODES
    return ", ".join(codes[:_MOST_CODES]) + (f" và {left} quy tắc khác" if left > 0 else "")


def _seen(outcomes: Sequence[RuleOutcome]) -> dict[Seen, list[str]]:
    """The rules that looked at something, by what they looked at."""
    looked: dict[Seen, list[str]] = {}
    for outcome in outcomes:
        if outcome.seen and outcome.seen.seen:
            looked.setdefault(outcome.seen, []).append(outcome.code)
    return looked


def _unchecked(outcomes: Sequence[RuleOutcome]) -> dict[str, list[str]]:
    """The rules that could not judge or failed, by reason."""
    reasons: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.outcome in (Outcome.NOT_CHECKABLE, Outcome.FAILED):
            reasons.setdefault(outcome.why, []).append(outcome.code)
    return reasons
