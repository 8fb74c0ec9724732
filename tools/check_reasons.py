"""Fails on a silenced check that does not say which check and why.

x = call()  # noqa: S603 -- the list is built in this file
y = call()  # type: ignore[attr-defined]  # the stubs lack this attribute
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator

from tools.repo_files import relative, repo_files

SILENCER = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)", re.IGNORECASE)
REASONED = re.compile(
    r"#\s*noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\s+(?:--?|#)\s+\S.{6,}"
    r"|#\s*type:\s*ignore\[[a-z-]+(?:,\s*[a-z-]+)*\]\s+#\s+\S.{6,}"
    r"|#\s*pragma:\s*no cover\s+(?:--?|#)\s+\S.{6,}"
)


def unreasoned(source: str) -> Iterator[tuple[int, str]]:
    """Line number and text of every silencer without code and reason."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and SILENCER.search(token.string) and not REASONED.search(token.string):
            yield token.start[0], token.string


def main() -> int:
    """Print the findings; 1 when there are any."""
    failures = 0
    for file in repo_files(".py"):
        for line, comment in unreasoned(file.read_text(encoding="utf-8")):
            sys.stdout.write(f"error: {relative(file)}:{line}: code and reason are missing: {comment}\n")
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
