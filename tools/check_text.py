"""Fails on text that must not be in the repository: hosts of package registries, and paths of one person's machine.

Lock files name versions and hashes, never where they came from: an office installs from its own mirror.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from tools.repo_files import relative, repo_files

# Written in pieces so that this file passes its own check.
HOSTS = (
    "pypi" r"\.org",
    "files" r"\.pythonhosted\.",
    "registry" r"\.npmjs\.",
    "registry" r"\.yarnpkg\.",
    "deb" r"\.debian\.org",
)
PATHS = ("/" r"work/(?:main|shared)", "/" r"root/", "/" r"home/[a-z]", "/" r"Users/[A-Za-z]")
FORBIDDEN = re.compile("|".join((*HOSTS, *PATHS)))
DOWNLOAD_ADDRESS = re.compile(r'"resolved"\s*:|--(?:extra-)?index-url')
LOCK_NAMES = ("package-lock.json", "requirements/", "pyproject.toml", ".npmrc")


def findings(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Line number and the words that must go."""
    is_lock = name.startswith(LOCK_NAMES)
    for number, line in enumerate(text.splitlines(), start=1):
        match = FORBIDDEN.search(line) or (DOWNLOAD_ADDRESS.search(line) if is_lock else None)
        if match:
            yield number, match.group()


def main() -> int:
    """Print the findings; 1 when there are any."""
    failures = 0
    for file in repo_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, words in findings(relative(file), text):
            sys.stdout.write(f"error: {relative(file)}:{number}: {words!r} must not be in the repository\n")
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
