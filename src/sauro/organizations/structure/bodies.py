"""The shape in which the usual bodies are written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, UnitKind

EVERYWHERE = frozenset(CommuneType)


class Era(StrEnum):
    """Which shape of the Party organisation in communes a body belongs to (QĐ 294-QĐ/TW, then QĐ 208-QĐ/TW)."""

    ALWAYS = "always"
    BEFORE_CUT_OVER = "before"


@dataclass(frozen=True, slots=True)
class Body:
    """A usual body.

    ``suffix`` makes its code below the territory's ("UBND" gives "T.UBND", "X30307.UBND"); ``parent`` is the suffix of
    the body above it, empty for the territory itself. In names ``{place}`` stands for the territory with its kind
    ("xã Gò Tre"), ``{level}`` for the kind alone ("xã", "tỉnh", "thành phố"), ``{name}`` for the name alone.
    ``in_types`` limits a commune's body to kinds of commune; ``optional`` provincial bodies exist only where named.
    """

    suffix: str
    name: str
    kind: UnitKind
    domain: Domain = Domain.STATE
    parent: str = ""
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    in_types: frozenset[CommuneType] = EVERYWHERE
    era: Era = Era.ALWAYS
    optional: bool = False
