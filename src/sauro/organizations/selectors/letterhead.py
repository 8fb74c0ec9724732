"""What the head and the foot of an official document say of its unit: the body above, the place, who signs for whom."""

from __future__ import annotations

from dataclasses import dataclass

from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit

_KINDS_OF_PLACES = ("tỉnh", "thành phố", "xã", "phường", "đặc khu")
_WITHOUT_SUPERIOR = (UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE)
_COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """``upper`` are the lines of the superior (a committee has none at the head of its papers), ``issuer`` those of the
    body itself, ``place`` the territory without its kind (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II)."""

    upper: tuple[str, ...]
    issuer: tuple[str, ...]
    place: str


def letterhead_of(unit: Unit) -> Letterhead:
    """Return the head of a unit's documents. Takes at most a query for each level up to its territory."""
    above = unit.parent
    has_upper = unit.kind not in _WITHOUT_SUPERIOR and above is not None and above.kind != UnitKind.TERRITORY
    upper = (above.name,) if has_upper and above is not None else ()
    return Letterhead(upper, issuer_lines(unit.name), _place(unit))


def capacity_lines(unit: Unit, title: str) -> tuple[str, ...]:
    """Return the lines above the name of who signs as ``title``: a chair signs on behalf of the people's committee."""
    if unit.kind == UnitKind.PEOPLES_COMMITTEE and "chủ tịch" in title.lower():
        return (f"TM. {_COMMITTEE.upper()}", title.upper())
    return (title.upper(),)


def place_name(territory: str) -> str:
    """Return the name of a territory without its kind: "Xã Đồi Chè Thử" is "Đồi Chè Thử"."""
    lowered = territory.lower()
    kind = next((one for one in _KINDS_OF_PLACES if lowered.startswith(f"{one} ")), "")
    return territory[len(kind) :].strip()


def issuer_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a body: a people's committee has the name of its territory on a line of its own."""
    return (_COMMITTEE, name[len(_COMMITTEE) :].strip()) if name.startswith(f"{_COMMITTEE} ") else (name,)


def _place(unit: Unit) -> str:
    if unit.territory is not None:
        return place_name(unit.territory.name)
    above = unit.parent
    while above is not None and above.kind != UnitKind.TERRITORY:
        above = above.parent
    return place_name(above.name) if above is not None else ""
