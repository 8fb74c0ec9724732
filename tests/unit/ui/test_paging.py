"""Pages by key: walking them, in either direction and over missing values, meets every row once and in order."""

from __future__ import annotations

import pytest
from tests.factories.organizations import make_unit

from sauro.organizations.models import Unit
from sauro.ui.lists.paging import COUNT_LIMIT, Cursor, Order, count_upto_limit, in_order, page_of

ORDERS = [
    Order(("sort_key",), descending=False),
    Order(("sort_key",), descending=True),
    Order(("parent__sort_key",), descending=False),
    Order(("parent__sort_key",), descending=True),
    Order(("kind", "parent__code"), descending=False),
    Order(("kind", "parent__code"), descending=True),
    Order(("valid__startswith", "position"), descending=False),
]


@pytest.fixture
def units(db: None) -> list[Unit]:
    """Eleven units; several share their sort values, several have no parent."""
    roots = [
        make_unit(f"G{number}", name) for number, name in enumerate(["Sở Y tế", "Sở Nội vụ", "Ủy ban Đ", "Sở Y tế"])
    ]
    below = [make_unit(f"C{number}", f"Phòng {number % 3}", parent=roots[number % 2]) for number in range(7)]
    return [*roots, *below]


def _walk(order: Order, *, backward: bool, size: int) -> list[str]:
    """Go through all pages from one end to the other and return the codes met, in list order."""
    page = page_of(Unit.objects.all(), order, None, size)
    pages = [page]
    while page.next:
        page = page_of(Unit.objects.all(), order, Cursor(page.next, backward=False), size)
        pages.append(page)
    if not backward:
        return [row.code for one in pages for row in one.rows]
    met = [page]
    while page.previous:
        page = page_of(Unit.objects.all(), order, Cursor(page.previous, backward=True), size)
        met.insert(0, page)
    return [row.code for one in met for row in one.rows]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("size", [1, 3, 50])
def test_pages_together_are_the_list(units: list[Unit], order: Order, *, backward: bool, size: int) -> None:
    whole = [unit.code for unit in in_order(Unit.objects.all(), order)]
    assert sorted(whole) == sorted(unit.code for unit in units)
    assert _walk(order, backward=backward, size=size) == whole


def test_rows_without_a_value_come_last_in_both_directions(units: list[Unit]) -> None:
    for descending in (False, True):
        ordered = list(in_order(Unit.objects.all(), Order(("parent__sort_key",), descending=descending)))
        assert {unit.parent_id for unit in ordered[-4:]} == {None}
        assert None not in {unit.parent_id for unit in ordered[:7]}


def test_page_in_the_middle_has_both_neighbours_and_the_ends_have_one(units: list[Unit]) -> None:
    order = Order(("code",), descending=False)
    first = page_of(Unit.objects.all(), order, None, 4)
    middle = page_of(Unit.objects.all(), order, Cursor(first.next or "", backward=False), 4)
    last = page_of(Unit.objects.all(), order, Cursor(middle.next or "", backward=False), 4)
    assert (first.previous, bool(first.next)) == (None, True)
    assert (bool(middle.previous), bool(middle.next)) == (True, True)
    assert (bool(last.previous), last.next) == (True, None)


def test_row_added_before_the_cursor_does_not_shift_the_next_page(units: list[Unit]) -> None:
    order = Order(("code",), descending=False)
    first = page_of(Unit.objects.all(), order, None, 3)
    make_unit("A0", "Đơn vị mới")
    second = page_of(Unit.objects.all(), order, Cursor(first.next or "", backward=False), 3)
    assert [unit.code for unit in second.rows] == ["C3", "C4", "C5"]


@pytest.mark.parametrize("token", ["", "%%%", "W10", "WyJhIl0", "bm90LWpzb24", "WyIxIiwgIjIiLCAiMyJd"])
def test_unreadable_cursor_gives_the_first_page(units: list[Unit], token: str) -> None:
    order = Order(("position",), descending=False)
    page = page_of(Unit.objects.all(), order, Cursor(token, backward=True), 4)
    assert page.rows == page_of(Unit.objects.all(), order, None, 4).rows


def test_count_stops_after_the_limit(units: list[Unit]) -> None:
    assert count_upto_limit(Unit.objects.all()) == 11
    root = units[0]
    Unit.objects.bulk_create(
        Unit(code=f"N{i}", name="x", path=f"N{i}/", valid=root.valid, search_key="x", sort_key="x", kind=root.kind,
             level=root.level, domain=root.domain)
        for i in range(COUNT_LIMIT)
    )  # fmt: skip
    assert count_upto_limit(Unit.objects.all()) == COUNT_LIMIT + 1
