"""Writes conformance/appraisal: ``python -m tests.unit.appraisals.write_suite``.

Expected answers come from the hand or from the second implementation, never from ``sauro.appraisals.rules``.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.appraisals.hand_cases import hand_cases
from tests.unit.appraisals.letter_levels import answer
from tests.unit.appraisals.level_cases import level_cases
from tests.unit.appraisals.making import Case
from tests.unit.appraisals.sheet_cases import sheet_cases

FOLDER = Path(__file__).resolve().parents[3] / "conformance" / "appraisal"
KEYS = ("id", "title", "rule_set", "operation", "articles", "settings", "input", "expected", "by", "working")


def suite() -> dict[str, str]:
    """The text of every file of the suite, by its name."""
    files: dict[str, list[Case]] = {"hand-worked": [_with_id(one, "HAND", i) for i, one in enumerate(hand_cases(), 1)]}
    for one in [*sheet_cases(), *level_cases()]:
        name = str(one["operation"])
        cases = files.setdefault(name, [])
        answered = {**one, "expected": answer(one), "by": "second implementation"}
        cases.append(_with_id(answered, name.upper(), len(cases) + 1))
    return {f"{name}.json": _text(cases) for name, cases in files.items()}


def _with_id(one: Case, prefix: str, number: int) -> Case:
    whole = {**one, "id": f"{prefix}-{number:03}"}
    return {key: whole[key] for key in KEYS if key in whole}


def _text(cases: list[Case]) -> str:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in cases)
    return f'{{"format": 1, "cases": [\n{lines}\n]}}\n'


def main() -> None:
    """Write every file of the suite."""
    for name, text in suite().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
