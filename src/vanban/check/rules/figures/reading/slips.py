"""Slips of the hand in numbers: two digits swapped, one digit wrong, a unit too large or too small."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_POWERS = tuple(Decimal(10) ** power for power in (1, 2, 3, 6))
_FEWEST_DIGITS = 2


def is_swapped(one: str, other: str) -> bool:
    """True when two neighbouring digits are swapped: "1.045" and "1.054"."""
    first, second = _digits(one), _digits(other)
    if len(first) != len(second) or len(first) < _FEWEST_DIGITS or first == second:
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    return first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]


def is_one_digit_apart(one: str, other: str) -> bool:
    """True when exactly one digit differs, is missing or is too many."""
    first, second = _digits(one), _digits(other)
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) == 1
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def is_one_slip_away(total: Decimal, found: Decimal, parts: Iterable[Decimal]) -> bool:
    """True when one slip in the total or in one part explains why the parts make ``found``."""
    pairs = [(total, found), *((part, part + total - found) for part in parts)]
    return any(_is_slip(f"{a:f}", f"{b:f}") for a, b in pairs if b > 0)


def differs_by_a_power_of_ten(one: Decimal, other: Decimal) -> bool:
    """True when one is ten, a hundred, a thousand or a million times the other."""
    small, large = sorted((one, other))
    return small > 0 and large / small in _POWERS


def _is_slip(one: str, other: str) -> bool:
    return is_swapped(one, other) or is_one_digit_apart(one, other)


def _digits(printed: str) -> str:
    return "".join(char for char in printed if char.isdigit())
