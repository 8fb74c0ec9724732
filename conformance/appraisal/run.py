"""Runs an implementation against the suite: ``python3 run.py COMMAND [ARGUMENT ...]``. Standard library only.

The command is started once. It gets one case a line as JSON on standard input (``id``, ``rule_set``, ``operation``,
``settings``, ``input``) and has to answer each with one line of JSON. Returns 0 when every answer holds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
QUESTION = ("id", "rule_set", "operation", "settings", "input")


def load(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """All cases of the suite, file by file."""
    return [case for file in sorted(folder.glob("*.json")) for case in json.loads(file.read_text("utf-8"))["cases"]]


def same(expected: object, found: object) -> bool:
    """Whether an answer is the expected one: figures as numbers, lists in order, objects by the expected keys."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(key in found and same(expected[key], found[key]) for key in expected)
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(same, expected, found))
    if isinstance(expected, bool) or expected is None:
        return found is expected
    if isinstance(found, (bool, dict, list)) or found is None:
        return False
    try:
        return Decimal(str(expected)) == Decimal(str(found))
    except InvalidOperation:
        return expected == found


def differences(case: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """One sentence for each expected figure that the answer does not hold."""
    missing = object()
    return [
        f"{case['id']} {key}: expected {json.dumps(value, ensure_ascii=False)}, "
        f"got {json.dumps(found.get(key, 'nothing'), ensure_ascii=False)} ({'; '.join(case['articles'])})"
        for key, value in case["expected"].items()
        if not same(value, found.get(key, missing))
    ]


def main(command: list[str]) -> int:
    """Run the command over all cases, print what differs and a count."""
    if not command:
        sys.stderr.write("usage: run.py COMMAND [ARGUMENT ...]\n")
        return 2
    cases = load()
    questions = "".join(json.dumps({k: c[k] for k in QUESTION}, ensure_ascii=False) + "\n" for c in cases)
    run = subprocess.run(command, input=questions, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 -- the caller's own program
    answers = run.stdout.splitlines()
    if len(answers) != len(cases):
        sys.stderr.write(f"{len(cases)} cases, {len(answers)} answers\n{run.stderr[-2000:]}")
        return 2
    failed = 0
    for case, line in zip(cases, answers, strict=True):
        found = differences(case, json.loads(line))
        failed += bool(found)
        sys.stdout.write("".join(f"{sentence}\n" for sentence in found))
    sys.stdout.write(f"{len(cases) - failed} of {len(cases)} cases hold\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
