"""Printed numbering: ``A-``, ``I-``, ``1.``, ``2.1``, ``a)``, ``(1)``, ``-``, ``+`` and their kin.

A marker says where an item starts and, by its family, how deep it lies. Only the label that is printed counts;
nothing is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from vanban.text.letters import CAPITALS


class Family(IntEnum):
    """Families of markers. The value is the usual depth: a family of a higher value lies inside a lower one."""

    PART = 0
    ARTICLE = 1
    ROMAN = 2
    ARABIC = 3
    DECIMAL = 4
    LETTER = 6
    ENCLOSED = 7
    DASH = 8
    PLUS = 9
    DOT = 10


BULLETS = frozenset({Family.DASH, Family.PLUS, Family.DOT})


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: its family, its label without punctuation, its depth, and its printed length with the space after."""

    family: Family
    label: str
    depth: int
    length: int

    @property
    def is_bullet(self) -> bool:
        """True when the marker has no number of its own."""
        return self.family in BULLETS


_PATTERNS: tuple[tuple[Family, re.Pattern[str]], ...] = (
    (
        Family.PART,
        re.compile(r"(?:phần|chương)\s+(?:thứ\s+)?([IVXLC]+|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám)\b[.:\-–]?\s*", re.I),
    ),
    (Family.PART, re.compile(rf"([A-H])\s*[.\-–]\s*(?=[{CAPITALS}]{{2}})")),
    (Family.ARTICLE, re.compile(r"Điều\s+(\d{1,3})\s*[.:]\s*")),
    (Family.ROMAN, re.compile(r"(?!V/v)([IVX]{1,5}|[IVX][ivx]{1,4}(?=\s*\.))\s*[.\-–/)]\s*(?=[^\W\d])")),
    (Family.DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)]?\s*(?=[^\W\d]|[“\"(])|\.\s*$)")),
    (
        Family.ARABIC,
        re.compile(
            r"(\d{1,2})(?:\s*[.)/\-–]\s*\**\s*(?:(?=[^\W\d]|[“\"(])|$)|[.)]\s+(?=\d{1,3}(?:[.,]\d+)*\s*(?:%|[^\W\d_])))"
        ),
    ),
    (Family.LETTER, re.compile(r"([a-zđ])\s*(?:[).]\s*(?=[^\W\d]|[“\"(])|\)\s+(?=\d))")),
    (Family.ENCLOSED, re.compile(r"\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*")),
    (Family.DASH, re.compile(r"([-–—−])\s*(?=\S)|([-–—−])\s*$")),
    (Family.PLUS, re.compile(r"(\+)\s*")),
    (Family.DOT, re.compile(r"([*•●▪◦○·]|o(?=\s+\S))\s*")),
)
_DATE = re.compile(r"(?!\d{1,2}\.\s+\d[\d.,]*\s*(?:%|[^\W\d_]))\d{1,2}\s*[./-]\s*\d{1,4}(?!\d|,?\d*\s*%)")
_FIRST_CHARACTERS = re.compile(r"[\dA-HIVXa-zđ(+\-–—−*•●▪◦○·PpCcĐ]")


def read_marker(text: str, start: int = 0, end: int | None = None) -> Marker | None:
    """Return the marker at the start of ``text[start:end]``, or None."""
    stop = len(text) if end is None else end
    if start >= stop or not _FIRST_CHARACTERS.match(text, start, stop) or _DATE.match(text, start, stop):
        return _decimal_after_date_check(text, start, stop)
    for family, pattern in _PATTERNS:
        found = pattern.match(text, start, stop)
        if found:
            return _marker(family, found)
    return None


def _decimal_after_date_check(text: str, start: int, stop: int) -> Marker | None:
    """ "2.1. Mục tiêu" looks like the start of a date and is none."""
    pattern = dict(_PATTERNS)[Family.DECIMAL]
    found = pattern.match(text, start, stop)
    return _marker(Family.DECIMAL, found) if found else None


def _marker(family: Family, found: re.Match[str]) -> Marker:
    label = next(group for group in found.groups() if group)
    depth = int(family) + (label.count(".") - 1 if family is Family.DECIMAL else 0)
    label = label.upper() if family is Family.ROMAN else label.rstrip(".")
    return Marker(family, label, depth, len(found.group(0)))
