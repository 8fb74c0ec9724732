"""Raised characters: a footnote mark is left out of the sentence, a square metre is kept."""

from __future__ import annotations

import re

_EXPONENTS = {"2": "²", "3": "³"}
_UNIT = re.compile(r"(?:^|[\s\d/(])(?:[kdcmn]?m|dam|hm)\s*$")
_MARK = re.compile(r"[\s(\[]*(?:\d{1,3}|[*†‡]{1,3}|[ivx]{1,5})[\s)\]]*")


def superscript(raised: str, before: str) -> str:
    """What a reader takes from raised text after ``before``: an exponent, the text itself, or nothing for a mark."""
    stripped = raised.strip()
    if stripped in _EXPONENTS and _UNIT.search(before[-6:]):
        return _EXPONENTS[stripped]
    return "" if is_note_mark(stripped) else raised


def is_note_mark(raised: str) -> bool:
    """Whether raised text is the mark of a footnote: ``1``, ``(1)``, ``[1]``, ``*``."""
    return _MARK.fullmatch(raised) is not None
