"""Lists of names: "Sở Tài chính, Xây dựng", "các sở: TC, YT", "Đảng ủy, HĐND, UBND xã Gò Tre".

Names themselves contain commas and "và", so the longest run of parts that reads as one name is taken first. What a list
says once counts for its other parts: the first word for those after it, the place at the end for those before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.naming import canonical
from sauro.organizations.selectors.meanings import Expansion, each_once

ReadWhole = Callable[[str], Expansion | None]

_SEPARATOR = re.compile(r"\s*[,;/]\s*|\s+(?:và|cùng)\s+")
_LISTED = re.compile(
    r"^(?P<head>.*?)\b[Cc]ác (?P<kind>[Ss]ở|[Pp]hòng|[Bb]an|[Hh]ội|xã|phường|đặc khu)\s*:?\s+(?P<items>[A-ZĐÀ-Ỹ].*)$"
)
_ELSEWHERE = re.compile(r"^(?:tỉnh|thành phố|huyện|quận|thị xã|thành uỷ|thành ủy)\b")
_PLACE = re.compile(r"\b(?:xã|phường|đặc khu) \w.*$", re.I)
_COMMUNE_HEAD = re.compile(r"^.*?\b(?:xã|phường|đặc khu) ", re.I)
_OPENING = re.compile(r"^(?:moi|nhung|tung|tat ca|toan the)\b|\bcac\b|\bcap xa\b")
_VAGUE = re.compile(r"\blien quan\b")
# "các bộ, ngành, địa phương" is said of the whole country, and "ngành" there is no department of the province.
_NATIONAL = re.compile(r"^(?:cac |tung |moi )?(?:co quan )?bo$|\b(?:trung uong|ngang bo)\b")
_QUALIFIED = re.compile(r"^(?:nganh|dia phuong|don vi|co quan|doan the|ban) \w")
_MOST_PARTS = 24


def is_opened(key: str) -> bool:
    """Tell whether a canonical name opens like a group ("cac …", "moi …")."""
    return bool(_OPENING.search(key))


def is_vague(key: str) -> bool:
    """Tell whether a canonical name leaves open who is meant ("cac co quan lien quan")."""
    return bool(_VAGUE.search(key))


def read_list(text: str, read_whole: ReadWhole) -> Expansion | None:
    """Read a text in NFC as a list of names, each by ``read_whole``. None when no part of it can be read.

    A text that speaks of another province, or ends in "liên quan" said of the whole list, is not read at all.
    """
    listed = _LISTED.match(text)
    head = f"{listed['head']}{listed['kind']} " if listed else ""
    items = listed["items"] if listed else text
    cuts = list(_SEPARATOR.finditer(items))
    if len(cuts) >= _MOST_PARTS or not (cuts or head):
        return None
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(items)]
    place = _shared_place(items[starts[-1] :], read_whole)
    return _read_parts(_Parts(items, starts, ends), head, place, read_whole)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A list and where its parts begin and end."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def run(self, first: int, until: int) -> str:
        """The text of the parts from ``first`` up to, not with, ``until``."""
        return self.text[self.starts[first] : self.ends[until - 1]]


def _read_parts(parts: _Parts, head: str, place: str, read_whole: ReadWhole) -> Expansion | None:
    units: list[Unit] = []
    unresolved: list[str] = []
    is_group = False
    at = 0
    while at < len(parts.starts):
        found, size, head = _longest(parts, at, head, place, read_whole)
        if found is not None:
            units.extend(found.units)
            is_group |= found.is_group
        elif _spoils_all(parts.run(at, at + 1)):
            return None
        else:
            unresolved.append(parts.run(at, at + 1))
        at += size
    return Expansion(each_once(units), is_group=is_group, unresolved=tuple(unresolved)) if units else None


def _longest(parts: _Parts, at: int, head: str, place: str, read_whole: ReadWhole) -> tuple[Expansion | None, int, str]:
    """Return the longest readable run of parts from ``at``, its length, and the head for the parts after it."""
    for until in range(len(parts.ends), at, -1):
        part = parts.run(at, until)
        found = read_whole(part + place) if place and until < len(parts.ends) else None
        found = found or read_whole(part)
        if found is not None:
            return found, until - at, _head_of(part, found) or head
        if head and (found := read_whole(head + part)) is not None:
            return found, until - at, head
    return None, 1, head


def _spoils_all(part: str) -> bool:
    """Tell whether an unreadable part changes what the whole list means.

    Another province, the ministries, or a last noun without "các" of its own that narrows all of them ("các sở, ngành
    được giao", "các sở, địa phương liên quan").
    """
    key = canonical(part)
    narrows = (is_vague(key) or _QUALIFIED.match(key)) and not is_opened(key)
    return bool(_ELSEWHERE.match(part) or _NATIONAL.search(key) or narrows)


def _shared_place(last: str, read_whole: ReadWhole) -> str:
    """Return the place that a list names once, at its end: " xã Gò Tre" of "HĐND, UBND xã Gò Tre"."""
    place = _PLACE.search(last)
    if place is None or place.start() == 0:
        return ""
    found = read_whole(last)
    return f" {place.group()}" if found and found.unit else ""


def _head_of(part: str, found: Expansion) -> str:
    """Return what later names of a list leave out: "Sở " of "Sở Tài chính", "UBND xã " of "UBND xã Gò Tre"."""
    unit = found.unit
    if unit is None:
        return ""
    if unit.level == UnitLevel.COMMUNE:
        kind = _COMMUNE_HEAD.match(part)
        return kind.group() if kind else ""
    first = part.split(" ")[0]
    return f"{first} " if first.lower() in ("sở", "ban", "hội", "phòng") else ""
