"""Every rule keeps to its case file, and has one with enough passages of both sorts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.vanban.check.case_format import RIGHT, WRONG, Case, CaseFile, read_cases, reported

from vanban.check.needs import Need
from vanban.check.registry import RULES
from vanban.check.rule import Rule

_FOLDER = Path(__file__).parent / "cases"
_FILES = {path: read_cases(path) for path in sorted(_FOLDER.glob("*.md"))}
_BY_CODE = {rule.code: rule for rule in RULES}
_FEWEST = {WRONG: 2, RIGHT: 3}
_BEYOND_TEXT = {Need.LAYOUT, Need.STORE, Need.CATALOGUE, Need.CLOCK}
"""What a passage cannot give; rules that need it are tested on files, in a module named after theirs."""


def _case_id(file: CaseFile, case: Case) -> str:
    return f"{file.code} {case.verdict}: {case.title}"


@pytest.mark.parametrize(
    ("file", "case"),
    [pytest.param(file, case, id=_case_id(file, case)) for file in _FILES.values() for case in file.cases],
)
def test_a_rule_reports_exactly_what_is_marked(file: CaseFile, case: Case) -> None:
    expected, found = reported(_BY_CODE[file.code], case)
    assert found == expected


@pytest.mark.parametrize(("path", "file"), _FILES.items(), ids=lambda value: getattr(value, "code", ""))
def test_a_case_file_is_that_of_its_rule(path: Path, file: CaseFile) -> None:
    rule = _BY_CODE[file.code]
    assert (file.name, path.stem) == (rule.name, f"{rule.code}-{rule.name}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_enough_cases(rule: Rule) -> None:
    file = next((file for file in _FILES.values() if file.code == rule.code), None)
    if file is None and rule.needs & _BEYOND_TEXT:
        assert list(Path(__file__).parent.rglob(f"test_{rule.name.replace('-', '_')}*.py"))
        return
    assert file is not None, f"{rule.code} has no case file"
    for verdict, fewest in _FEWEST.items():
        assert file.count(verdict) >= fewest, f"{rule.code}: too few passages that are {verdict}"
