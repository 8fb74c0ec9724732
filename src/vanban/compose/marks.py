"""The marks before the capacity of a signer: TM., KT., TL., TUQ., Q. of the State, T/M, K/T, T/L of the Party."""

from __future__ import annotations

import re

from vanban.compose.model import Layout
from vanban.compose.typography import tidy

_MARK = re.compile(r"(?P<mark>T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|T\s*/?\s*U\s*/?\s*Q|Q)\s*(?:[./]\s*|\s)(?=\S)")
_PARTY_MARKS = {"TM": "T/M", "KT": "K/T", "TL": "T/L"}


def mark_of(line: str) -> str:
    """The letters of the mark that ``line`` begins with, "" without one."""
    found = _MARK.match(_capitals(line))
    return "".join(char for char in found["mark"] if char.isalpha()) if found else ""


def capacity_line(line: str, layout: Layout) -> str:
    """A line above the name: "T/M Ủy ban nhân dân" is "TM. ỦY BAN NHÂN DÂN" for the State."""
    words = _capitals(line)
    found = _MARK.match(words)
    if found is None:
        return words
    letters = mark_of(line)
    mark = _PARTY_MARKS.get(letters, letters) if layout is Layout.PARTY else f"{letters}."
    return f"{mark} {words[found.end() :]}"


def _capitals(line: str) -> str:
    return tidy(line).strip().upper()
