"""Names of bodies as they are shown: short in task lists, written out for issuers."""

from __future__ import annotations

import re

_ABBREVIATED = (
    (re.compile(r"[ỦU][yỷ] ban nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân", re.I), "UBND"),
    (re.compile(r"Hội đồng nhân dân", re.I), "HĐND"),
    (re.compile(r"Mặt trận Tổ quốc", re.I), "MTTQ"),
    (re.compile(r"\bUBMTTQVN\b"), "Ủy ban MTTQ Việt Nam"),
    (re.compile(r"\bUBMTTQ\b"), "Ủy ban MTTQ"),
)


def normal_name(printed: str) -> str:
    """A name as it is shown: one space between words, UBND, HĐND and MTTQ abbreviated, first letter a capital."""
    name = " ".join(printed.split()).strip(" ,;:.-–*")
    for pattern, short in _ABBREVIATED:
        name = pattern.sub(short, name)
    return name[:1].upper() + name[1:]


def full_name(name: str) -> str:
    """A name with UBND, HĐND and MTTQ written out, as issuers are."""
    for short, long in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("MTTQ", "Mặt trận Tổ quốc")):
        name = re.sub(rf"\b{short}\b", long, name)
    return name
