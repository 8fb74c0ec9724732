"""Nobody works out a small group from what is published, not even a reader who knows the method.

The reader tries every table of the same public numbers, keeps those that would be published alike, and looks whether
a small class of a withheld cell is the same in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from sauro.headcounts.protect import SMALLEST, Cell, Published, is_large, minus, plus, publish, publish_parts

Table = tuple[Cell, ...]


def _tables(people: tuple[int, ...]) -> Iterator[Table]:
    """Every table of two classes over places with so many people."""
    return product(*([(number, total - number) for number in range(total + 1)] for total in people))


def _published(table: Table, *earlier: Published[int]) -> Published[int]:
    return publish(dict(enumerate(table)), earlier)


def _seen(shown: Published[int]) -> tuple[object, ...]:
    return (*shown.cells.values(), shown.total)


def _is_small(cell: Cell) -> bool:
    # Where all belong to one class nothing is told apart: that there is none of the other is published on purpose.
    return 0 not in cell and not is_large(cell)


def _given_away(people: tuple[int, ...]) -> list[tuple[Table, int]]:
    alike = defaultdict(list)
    for table in _tables(people):
        alike[_seen(_published(table))].append(table)
    return [
        (tables[0], place)
        for tables in alike.values()
        for place in range(len(people))
        if len({table[place] for table in tables}) == 1 and _is_small(tables[0][place])
    ]


@pytest.mark.parametrize("seed", range(25))
def test_no_small_cell_of_one_table_is_given_away(seed: int) -> None:
    choose = Random(seed)  # noqa: S311 -- the same every time
    people = tuple(choose.randint(0, 13) for _place in range(choose.choice((1, 2, 3, 3))))
    assert _given_away(people) == []


def test_an_attack_would_be_noticed() -> None:
    """The total and all cells but one: what plain withholding of small cells would publish."""
    alike = defaultdict(list)
    for table in _tables((9, 9)):
        cells = [cell if is_large(cell) else None for cell in table]
        alike[(*cells, plus(table, 2))].append(table)
    assert any(len(tables) == 1 and not is_large(tables[0][0]) for tables in alike.values())


@pytest.mark.parametrize("seed", range(12))
def test_no_small_cell_nor_change_is_given_away_by_two_days(seed: int) -> None:
    choose = Random(seed)  # noqa: S311 -- the same every time
    people = tuple(choose.randint(2, 9) for _place in range(2))
    later = tuple(max(0, number + choose.randint(-2, 2)) for number in people)
    alike: dict[tuple[object, ...], list[tuple[Table, Table]]] = defaultdict(list)
    for first in _tables(people):
        shown = _published(first)
        for second in _tables(later):
            alike[(*_seen(shown), *_seen(_published(second, shown)))].append((first, second))
    for pairs in alike.values():
        for place in range(len(people)):
            for day in (0, 1):
                found = {pair[day][place] for pair in pairs}
                assert len(found) > 1 or not _is_small(pairs[0][day][place])
            changes = {minus(pair[1][place], pair[0][place])[0] for pair in pairs}
            told_apart = all(0 not in pair[0][place] and 0 not in pair[1][place] for pair in pairs)
            assert len(changes) > 1 or not told_apart or not 0 < abs(next(iter(changes))) < SMALLEST


def test_a_change_of_few_withholds_the_later_number() -> None:
    first = _published(((10, 30), (12, 30), (20, 40)))
    assert first.total == (42, 100)
    same = _published(((10, 30), (12, 30), (20, 40)), first)
    assert same == first
    assert _published(((12, 30), (12, 30), (20, 40)), first).total is None
    more = _published(((20, 30), (12, 30), (20, 40)), first)
    assert more.total == (52, 100)
    # Some gain what another loses: their own numbers are withheld, the total has not changed.
    before = _published(((10, 10), (12, 12), (12, 12), (20, 40)))
    moved = _published(((8, 12), (13, 11), (13, 11), (20, 40)), before)
    assert _seen(moved) == (None, None, None, (20, 40), (54, 74))
    # A place that changed by few among others that did not would be all of the change of the total.
    assert _published(((12, 8), (12, 12), (12, 12), (20, 40)), before).total is None


def test_parts_leave_a_large_rest() -> None:
    assert publish_parts((94, 2854), [("standing", (25, 988))]) == {"standing": (25, 988)}
    assert publish_parts((28, 2854), [("standing", (25, 988))]) == {"standing": None}
    both = publish_parts((60, 60), [("deputy", (30, 30)), ("secretary", (28, 10))])
    assert both == {"deputy": (30, 30), "secretary": None}
    before = [{"": (94, 2854), "standing": (25, 988)}]
    assert publish_parts((100, 2854), [("standing", (33, 988))], before) == {"standing": None}
