"""The files that the checks look at: what git knows or would add, so never what was fetched or built."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def repo_files(*suffixes: str, under: tuple[str, ...] = ()) -> Iterator[Path]:
    """Files below the folders `under` (default: everywhere) whose names end with one of `suffixes` (default: all)."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *under]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603 -- fixed program
    for name in sorted(set(listed.decode().split("\0")) - {""}):
        file = ROOT / name
        if file.is_file() and (not suffixes or file.suffix in suffixes):
            yield file


def relative(file: Path) -> str:
    """The file's name as a person would write it."""
    return file.relative_to(ROOT).as_posix()
