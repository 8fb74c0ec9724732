"""The territories of the demo province, tỉnh Lạc Giang. All names are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sauro.organizations.enums import CommuneType
from sauro.organizations.services.blueprint import Earlier
from sauro.organizations.territories import TYPE_WORDS, CommuneRow, ProvinceRow

PROVINCE = ProvinceRow(code="", name="tỉnh Lạc Giang")
"""It has no official code: none of the 34 is its own."""

SINCE = Earlier(dt.date(2025, 3, 1), "Dữ liệu mẫu")
"""Since when its departments are there; its communes begin with the two tiers."""

_FIRST_CODE = 99001
_COMMUNES = Path(__file__).with_name("communes.txt")


def demo_communes() -> tuple[CommuneRow, ...]:
    """Return the 85 xã, 14 phường and 3 đặc khu, with codes that no real commune has."""
    lines = [line for line in _COMMUNES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(CommuneRow(str(_FIRST_CODE + number), *_split(line)) for number, line in enumerate(lines))


def demo_commune(name: str) -> CommuneRow:
    """Return one commune by its name with its kind. Raises ``KeyError`` for an unknown one."""
    for row in demo_communes():
        if row.name == name:
            return row
    raise KeyError(name)


def _split(line: str) -> tuple[str, CommuneType]:
    for kind, word in TYPE_WORDS.items():
        if line.startswith(f"{word} "):
            return line[len(word) + 1 :].strip(), kind
    raise ValueError(f"no kind of commune in {line!r}")
