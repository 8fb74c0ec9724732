"""Recipients and signature."""

from __future__ import annotations

import re
from datetime import date

from vanban.check.rules.party_layout.reading.guide import GUIDE_2026_FROM
from vanban.compose.forms import Role
from vanban.compose.model import Content, Layout
from vanban.compose.sheet import Para
from vanban.compose.words import entry, para

_MARK = re.compile(r"(?P<mark>T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|T\s*/?\s*U\s*/?\s*Q|Q)\s*(?:[./]\s*|\s)(?=\S)", re.I)
_PARTY_MARKS = {"TM": "T/M", "KT": "K/T", "TL": "T/L"}


def set_recipients(content: Content) -> tuple[Para, ...]:
    """ "Nơi nhận:", the entries, and the line of filing."""
    if not content.recipients and not content.filing:
        return ()
    is_party = content.layout is Layout.PARTY
    between = "," if is_party and _is_before_2026_guide(content.header.date) else ";"
    lines = [entry(recipient, between) for recipient in content.recipients]
    if content.filing:
        lines.append(f"- Lưu{'' if is_party else ':'} {content.filing.strip().rstrip('.;,')}.")
    elif lines:
        lines[-1] = lines[-1][:-1] + "."
    return (para(Role.RECIPIENTS, "Nơi nhận:"), *(para(Role.RECIPIENT, line) for line in lines))


def _is_before_2026_guide(day: date | None) -> bool:
    return day is not None and day < GUIDE_2026_FROM


def set_signature(content: Content) -> tuple[Para, ...]:
    """The capacity of the signer in capitals, with the marks of the layout, and the name."""
    lines = [para(Role.CAPACITY, capacity_line(line, content.layout)) for line in content.signature.capacity]
    return (*lines, para(Role.SIGNER, content.signature.name))


def capacity_line(line: str, layout: Layout) -> str:
    """A line above the name: "T/M Ủy ban nhân dân" is "TM. ỦY BAN NHÂN DÂN" for the State."""
    words = " ".join(line.split()).upper()
    found = _MARK.match(words)
    if found is None:
        return words
    letters = "".join(char for char in found["mark"] if char.isalpha())
    mark = _PARTY_MARKS.get(letters, letters) if layout is Layout.PARTY else f"{letters}."
    return f"{mark} {words[found.end() :]}"
