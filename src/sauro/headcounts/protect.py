"""Which counts may be published, so that no group of one to four people can be worked out. No database (ADR 0036).

A cell is the people of a place by classes that exclude each other (minority, majority, not known); how many they are
together is public. A cell is published whole or not at all.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SMALLEST = 5
"""The size from which a group may be published; none at all is published too."""

K = TypeVar("K", bound=Hashable)
Cell = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Published(Generic[K]):
    """The cells of one table as published, and their total. None: withheld."""

    cells: Mapping[K, Cell | None]
    total: Cell | None


def is_large(cell: Cell) -> bool:
    """Tell whether every class of a cell is empty or large enough."""
    return all(number == 0 or abs(number) >= SMALLEST for number in cell)


def minus(one: Cell, other: Cell) -> Cell:
    """Return the difference class by class."""
    return tuple(a - b for a, b in zip(one, other, strict=True))


def plus(cells: Sequence[Cell], width: int) -> Cell:
    """Return the sum class by class."""
    return tuple(sum(cell[number] for cell in cells) for number in range(width))


def may_stand(cell: Cell, before: Sequence[Cell | None]) -> bool:
    """Tell whether a cell may be published by itself: it is large, and so is its difference from what was published."""
    return is_large(cell) and all(is_large(minus(cell, one)) for one in before if one is not None)


def publish(
    cells: Mapping[K, Cell], earlier: Sequence[Published[K]] = (), *, tells_total: bool = False
) -> Published[K]:
    """Return the cells that may be published with their total, beside what was published before of the same places.

    Cells that may not stand by themselves are withheld. While what is withheld could be worked out from the total, the
    next smallest cell is withheld too; when none is left, the total is. ``tells_total``: the total is told whatever it
    is, and only its parts are protected.
    """
    width = len(next(iter(cells.values()), ()))
    shown = {key for key, cell in cells.items() if may_stand(cell, [one.cells.get(key) for one in earlier])}
    total = plus(list(cells.values()), width)
    if not tells_total and not may_stand(total, [one.total for one in earlier]):
        return Published({key: cells[key] if key in shown else None for key in cells}, None)
    order = sorted(shown, key=lambda key: (sum(cells[key]), str(key)))
    while not _is_hidden(cells, shown, total, earlier):
        if not order:
            return Published(dict.fromkeys(cells), total if tells_total else None)
        shown.discard(order.pop(0))
    return Published({key: cells[key] if key in shown else None for key in cells}, total)


def _is_hidden(cells: Mapping[K, Cell], shown: set[K], total: Cell, earlier: Sequence[Published[K]]) -> bool:
    """Tell whether the withheld cells stay hidden although the total and the others are known."""
    withheld = [key for key in cells if key not in shown]
    if withheld and not _is_spread([cells[key] for key in withheld]):
        return False
    return all(_change_is_hidden(cells, shown, total, one) for one in earlier)


def _is_spread(withheld: Sequence[Cell]) -> bool:
    """Tell whether the withheld cells together are large, and each class of each may lie wholly in the others.

    A weaker demand fails against a reader who knows the method: two cells withheld for being small, eight people in
    both, are four and four. A class to which nobody or everybody belongs tells nothing apart.
    """
    rest = plus(withheld, len(withheld[0]))
    if len(withheld) < 2 or not is_large(rest):
        return False
    people = sum(rest)
    return all(number <= people - sum(cell) for cell in withheld for number in rest if number < people)


def _change_is_hidden(cells: Mapping[K, Cell], shown: set[K], total: Cell, before: Published[K]) -> bool:
    """Tell whether the change of those not published both times, which the totals give away, is none or large."""
    if before.total is None:
        return True
    change = minus(total, before.total)
    for key in shown:
        then = before.cells.get(key)
        if then is not None:
            change = minus(change, minus(cells[key], then))
    return is_large(change)


def publish_parts(
    whole: Cell, parts: Sequence[tuple[str, Cell]], earlier: Sequence[Mapping[str, Cell | None]] = ()
) -> dict[str, Cell | None]:
    """Return which parts of a published whole may be published too: they exclude each other, and what they leave of the
    whole must be large and must have changed by none or by many. ``earlier`` holds the parts as published before, and
    the whole under the empty name.
    """
    found: dict[str, Cell | None] = {}
    left = whole
    for name, cell in parts:
        remains = minus(left, cell)
        before = [_left(one, [*(other for other, held in found.items() if held is not None), name]) for one in earlier]
        stands = may_stand(cell, [one.get(name) for one in earlier]) and may_stand(remains, before)
        found[name] = cell if stands else None
        left = remains if stands else left
    return found


def _left(published: Mapping[str, Cell | None], names: Sequence[str]) -> Cell | None:
    left = published.get("")
    for name in names:
        cell = published.get(name)
        if left is None or cell is None:
            return None
        left = minus(left, cell)
    return left
