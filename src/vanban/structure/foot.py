"""The foot of a part: recipients and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.results import Signer
from vanban.structure import marks
from vanban.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients, one string a line, and who signed."""

    recipients: tuple[str, ...] = ()
    signer: Signer | None = None


def read_foot(lines: tuple[Line, ...]) -> Foot:
    """Read the foot lines of a part."""
    return Foot(_recipients(lines), _signer(lines))


def _recipients(lines: tuple[Line, ...]) -> tuple[str, ...]:
    entries: list[str] = []
    open_cell: tuple[int, int, int] | None = None
    reading = False
    for line in lines:
        start = marks.RECIPIENTS.match(line.text)
        if start:
            reading, open_cell = True, line.cell
            entries.extend(_entries(line.text[start.end() :]))
        elif reading and (_is_signature(line) or line.cell != open_cell):
            reading = False
        elif reading and line.marker and line.marker.is_bullet:
            entries.extend(_entries(line.text))
        elif reading and entries:
            entries[-1] = f"{entries[-1]} {line.text}"
    return tuple(cleaned for entry in entries if (cleaned := entry.strip(" -–—*;,.\t/")))


def _entries(text: str) -> list[str]:
    """Entries of one printed line; several when the reader could not keep them apart."""
    return [
        piece for piece in re.split(r"(?:^|(?<=[;,.]))\s*[-–—]\s*(?=[^\W\d_])", text.strip()) if piece.strip(" -–—")
    ]


def _is_signature(line: Line) -> bool:
    return marks.is_capitals(line.text) and bool(marks.CAPACITY.match(line.text) or marks.SIGNING_POST.match(line.text))


_BETWEEN_CAPACITIES = re.compile(
    r"\s+(?=(?:KT|TL|TUQ|TM)\s*\.|PHÓ\s+(?:CHỦ|BÍ|GIÁM|CHÁNH|THỦ|TRƯỞNG|CỤC|VỤ)\b|THỨ\s+TRƯỞNG\b)"
)


def _signer(lines: tuple[Line, ...]) -> Signer | None:
    capacities: list[str] = []
    for line in lines:
        text = line.text.strip(" *")
        if marks.RECIPIENTS.match(text) or (line.marker and line.marker.is_bullet):
            continue
        if _is_signature(line) or (capacities and marks.is_capitals(text) and len(text) < 60):
            capacities.extend(_split_capacities(text))
        elif capacities and (name := _name(text)):
            return Signer(name, "; ".join(capacities))
    return Signer("", "; ".join(capacities)) if capacities else None


def _split_capacities(text: str) -> list[str]:
    return [piece.strip(" ,") for piece in _BETWEEN_CAPACITIES.split(text)]


_TITLES = re.compile(r"^(?:đồng\s+chí|đ/c|(?:ông|bà)(?!\s+(?:văn|thị)\s)|TS\.|PGS\.|GS\.|ThS\.)\s*", re.I)
"""Whoever is called "Ông Văn …" bears Ông as a family name."""
_BODY = re.compile(r"(?:Sở|Bộ|Phòng|Ủy\s+Ban|Uỷ\s+Ban|Văn\s+Phòng|Ban)\s")
_PAGE_NUMBER = re.compile(r"\s+\d{1,3}\s*$")
_SIGNATURE_BOX = re.compile(r"\s*\(?(?:chữ\s+ký|đã\s+ký|ký\s+tên)\W*$", re.I)


def _name(text: str) -> str | None:
    if _SIGNATURE_BOX.match(text):
        return None
    bare = _PAGE_NUMBER.sub("", _TITLES.sub("", text.split("\n")[0])).strip()
    return bare if marks.PERSON_NAME.match(bare) and not _BODY.match(bare) else None
