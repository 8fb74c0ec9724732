"""The rules against the conformance suite, and the suite against its sources."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from types import ModuleType
from typing import Any

import pytest
from tests.unit.appraisals import letter_levels
from tests.unit.appraisals.hand_cases import hand_cases
from tests.unit.appraisals.write_suite import FOLDER, suite

from sauro.appraisals.rules.wire import OPERATIONS, answer


def runner() -> ModuleType:
    """conformance/appraisal/run.py, which vendors copy and which therefore is no package of ours."""
    spec = importlib.util.spec_from_file_location("conformance_run", FOLDER / "run.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RUN = runner()
CASES: list[dict[str, Any]] = RUN.load()


def test_the_suite_is_what_its_sources_say() -> None:
    assert {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.json")} == suite()


def test_the_suite_is_large_and_every_case_cites_an_article() -> None:
    assert len(CASES) >= 250
    assert max(Counter(case["id"] for case in CASES).values()) == 1
    assert all(case["articles"] and case["expected"] for case in CASES)
    assert {case["operation"] for case in CASES} == set(OPERATIONS)
    assert all(case["working"] for case in CASES if case["by"] == "hand")


def test_the_rules_give_every_expected_figure() -> None:
    assert [line for case in CASES for line in RUN.differences(case, answer(case))] == []


def test_the_second_implementation_gives_what_was_worked_by_hand() -> None:
    found = [RUN.differences({"id": one["title"], **one}, letter_levels.answer(one)) for one in hand_cases()]
    assert [line for lines in found for line in lines] == []


def test_the_command_passes_and_another_answer_fails(capsys: pytest.CaptureFixture[str]) -> None:
    source = str(FOLDER.parents[1] / "src")
    os.environ["PYTHONPATH"] = source
    try:
        assert RUN.main([sys.executable, "-m", "sauro.appraisals.rules"]) == 0
    finally:
        del os.environ["PYTHONPATH"]
    capsys.readouterr()
    program = 'import sys\nfor line in sys.stdin: print(\'{"score": "50"}\')'
    assert RUN.main([sys.executable, "-c", program]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("CAP-001 share: expected")
    assert lines[-1].startswith("0 of ")


@pytest.mark.parametrize(
    ("expected", "found", "holds"),
    [
        ("91.67", "91.670", True),
        ("91.67", 91.67, True),
        ("91.67", "91.66", False),
        ([None, "1"], [None, "1.0"], True),
        ([None, "1"], ["0", "1"], False),
        ({"done": "1"}, {"done": "1", "more": 2}, True),
        ({"done": "1"}, {}, False),
        (True, 1, False),
        (None, "0", False),
        ("XS", "XS", True),
        ("XS", "TOT", False),
    ],
)
def test_answers_are_compared_as_numbers(expected: object, found: object, holds: bool) -> None:
    assert RUN.same(expected, found) is holds


def test_the_rules_run_without_django() -> None:
    program = (
        "import sys, sauro.appraisals.rules.wire\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('django', 'psycopg')))"
    )
    source = str(FOLDER.parents[1] / "src")
    run = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": source}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "case",
    [
        {"rule_set": "nd-90-2020", "operation": "sheet", "input": {}},
        {"rule_set": "nd-335-2025", "operation": "guess", "input": {}},
        {"rule_set": "nd-335-2025", "operation": "sheet", "input": {}},
        {"rule_set": "nd-335-2025", "operation": "sheet", "input": {"tasks": "t1", "general": {}}},
        {"rule_set": "nd-335-2025", "operation": "sheet", "input": {"tasks": [{"id": "t", "units": 1, "done": "yes"}]}},
        {"rule_set": "nd-335-2025", "operation": "rating", "input": {"year": "2026", "score": "80"}},
        {"rule_set": "nd-335-2025", "operation": "choose", "input": {"subject": "cadre", "date": "31/12/2026"}},
    ],
    ids=lambda case: json.dumps(case)[:60],
)
def test_what_is_not_in_the_format_is_refused(case: dict[str, Any]) -> None:
    assert answer(case) == {"error": "bad_input"}
