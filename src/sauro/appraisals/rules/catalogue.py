"""The catalogue of products and their conversion to standard units (NĐ 335/2025/NĐ-CP Điều 13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import units_of

MOST_GROUPS = 5


@dataclass(frozen=True, slots=True)
class Product:
    """A product of the catalogue. ``units`` in ten-thousandths of a standard unit; pending ones are not yet decided."""

    code: str
    group: str
    units: int
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Conversion by points: how many a standard product has, and from where to where those of a group go."""

    standard: Fraction
    frames: Mapping[str, tuple[Fraction, Fraction]]


def converted(code: str, group: str, points: Fraction, scale: Scale | None) -> int:
    """Standard units (ten-thousandths) of a product that was given points (Điều 13 khoản 1 điểm b, điểm c)."""
    if scale is None or scale.standard <= 0:
        raise RuleError("standard_missing", code)
    low, high = scale.frames.get(group, (points, points))
    if not low <= points <= high:
        raise RuleError("points_outside_group", code)
    return units_of(points / scale.standard, code)


def catalogue_of(products: Iterable[Product]) -> dict[str, Product]:
    """The products by code, after the checks of Điều 13 khoản 1 điểm a: no code twice, at most five groups."""
    known = tuple(products)
    for code, times in Counter(product.code for product in known).items():
        if times > 1:
            raise RuleError("duplicate_product", code)
    if len({product.group for product in known}) > MOST_GROUPS:
        raise RuleError("too_many_groups")
    return {product.code: product for product in known}
