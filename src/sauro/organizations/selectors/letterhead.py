"""What the head of an official document says of a unit: the body above it, and the place it is issued at."""

from __future__ import annotations

from dataclasses import dataclass

from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit

_KINDS_OF_PLACES = ("tỉnh", "thành phố", "xã", "phường", "đặc khu")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """``upper`` are the lines above the issuing body (none for one that heads its territory), ``place`` is the name of
    the territory without its kind, as NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4 wants it."""

    upper: tuple[str, ...]
    place: str


def letterhead_of(unit: Unit) -> Letterhead:
    """Return the head of a unit's documents. Takes a query for each level up to its territory."""
    above = unit.parent
    upper = (above.name,) if above is not None and above.kind != UnitKind.TERRITORY else ()
    while above is not None and above.kind != UnitKind.TERRITORY:
        above = above.parent
    return Letterhead(upper, place_name(above.name) if above is not None else "")


def place_name(territory: str) -> str:
    """Return the name of a territory without its kind: "Xã Đồi Chè Thử" is "Đồi Chè Thử"."""
    lowered = territory.lower()
    kind = next((one for one in _KINDS_OF_PLACES if lowered.startswith(f"{one} ")), "")
    return territory[len(kind) :].strip()
