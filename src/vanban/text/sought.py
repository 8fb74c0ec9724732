"""Looks for expressions only where they can begin.

``re`` tries an expression that ignores case, or has alternatives, at every character; one that begins with a set of
characters it looks for many times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def find_all(
    pattern: re.Pattern[str], openings: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` finds in ``text[start:end]``.

    ``openings`` matches one character, at every place where ``pattern`` can begin; what follows is looked at ahead.
    """
    stop = len(text) if end is None else end
    done = start
    for opening in openings.finditer(text, start, stop):
        at = opening.start()
        if at >= done and (found := pattern.match(text, at, stop)):
            done = found.end()
            yield found
