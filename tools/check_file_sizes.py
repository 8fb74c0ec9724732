"""Fails on files and functions that have grown too long to read; warns before (docs/dev/architecture.md, limits).

A source file aims for 300 lines: warning past 400, failure past 600. Test files have 600 and 1.000.
A function aims for 25 lines: warning past 40, failure past 60, its docstring not counted.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.repo_files import relative, repo_files

FUNCTION_WARNING, FUNCTION_LIMIT = 40, 60
SOURCE_WARNING, SOURCE_LIMIT = 400, 600
TEST_WARNING, TEST_LIMIT = 600, 1000
CHECKED_SUFFIXES = (".py", ".js", ".css")
GENERATED_FOLDERS = ("/migrations/",)


@dataclass(frozen=True)
class Finding:
    """Something long. `fails` tells a failure from a warning."""

    place: str
    what: str
    fails: bool


def file_finding(name: str, lines: int) -> Finding | None:
    """Judge the length of a file."""
    warning, limit = (TEST_WARNING, TEST_LIMIT) if name.startswith("tests/") else (SOURCE_WARNING, SOURCE_LIMIT)
    return Finding(name, f"{lines} lines (limit {limit})", lines > limit) if lines > warning else None


def function_findings(name: str, source: str) -> Iterator[Finding]:
    """Judge the length of every function in a Python file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring_lines(node)
            if lines > FUNCTION_WARNING:
                what = f"{node.name} has {lines} lines (limit {FUNCTION_LIMIT})"
                yield Finding(f"{name}:{node.lineno}", what, lines > FUNCTION_LIMIT)


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return (first.end_lineno or first.lineno) - first.lineno + 1
    return 0


def findings(file: Path) -> Iterator[Finding]:
    """All findings of one file."""
    source = file.read_text(encoding="utf-8")
    name = relative(file)
    whole = file_finding(name, source.count("\n"))
    if whole is not None:
        yield whole
    if file.suffix == ".py":
        yield from function_findings(name, source)


def main() -> int:
    """Print the findings; 1 when one fails."""
    failures = 0
    for file in repo_files(*CHECKED_SUFFIXES):
        if any(folder in f"/{relative(file)}" for folder in GENERATED_FOLDERS):
            continue
        for finding in findings(file):
            sys.stdout.write(f"{'error' if finding.fails else 'warning'}: {finding.place}: {finding.what}\n")
            failures += finding.fails
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
