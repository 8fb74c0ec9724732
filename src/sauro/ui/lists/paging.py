"""Pages by key: a page starts after the last row of the one before, so that its cost does not grow with its number.

A cursor holds the sort values and the identity of a row. Rows without a value come last in both directions.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, Field, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

M = TypeVar("M", bound=Model)

COUNT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: fields, all in one direction, ended by the identity."""

    fields: tuple[str, ...]
    descending: bool

    def alias(self, index: int) -> str:
        """The name under which a row carries the value of a sort field."""
        return f"sort_value_{index}"


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """A page of rows with the cursors of its neighbours (None where there are none)."""

    rows: list[M]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins: after (or, going back, before) the row with these sort values and identity."""

    token: str
    backward: bool


def count_upto_limit(rows: QuerySet[M]) -> int:
    """Return the number of rows, or ``COUNT_LIMIT + 1`` for any larger number."""
    return rows.order_by().values("pk")[: COUNT_LIMIT + 1].count()


def in_order(rows: QuerySet[M], order: Order) -> QuerySet[M]:
    """Return the rows sorted, carrying the sort values that a cursor is made of."""
    return _annotated(rows, order).order_by(*_ordering(order, backward=False))


Places = Sequence[tuple[Any, ...]]
"""Rows as their identities, each with its sort values behind it."""


def page_of(
    rows: QuerySet[M],
    order: Order,
    cursor: Cursor | None,
    size: int,
    *,
    first: Callable[[], Places] | None = None,
    read: Callable[[Sequence[Any]], Iterable[M]] | None = None,
) -> Page[M]:
    """Return one page. A cursor that cannot be read, say after a change of sorting, gives the first page.

    The identities are found first, without what the rows are shown with: joined beforehand, thousands of rows would be
    put together to throw all but a page of them away. ``first`` finds those of the first page, where they can be found
    in a shorter way than by asking ``rows`` in order; ``read`` reads the rows of some identities in any order.
    """
    annotated = _annotated(rows, order)
    position = _decode(annotated, order, cursor.token) if cursor else None
    backward = cursor is not None and position is not None and cursor.backward
    if position is not None:
        annotated = annotated.filter(_beyond(order, position, backward=backward))
    places = first() if first and position is None else list(places_in(annotated, order, size, backward=backward))
    has_more, places = len(places) > size, places[:size]
    found = _at(places, order, read or (lambda keys: rows.filter(pk__in=keys)))
    if backward:
        found.reverse()
    has_previous = has_more if backward else position is not None
    has_next = backward or has_more
    return Page(
        found,
        _encode(order, found[0]) if found and has_previous else None,
        _encode(order, found[-1]) if found and has_next else None,
    )


def first_places(rows: QuerySet[M], order: Order, size: int) -> QuerySet[M, Any]:
    """Return the identities and sort values of the first page, and of one row more."""
    return places_in(_annotated(rows, order), order, size, backward=False)


def places_in(annotated: QuerySet[M], order: Order, size: int, *, backward: bool) -> QuerySet[M, Any]:
    """Return the same of rows that carry their sort values, from the first or, going back, from the last."""
    aliases = [order.alias(index) for index in range(len(order.fields))]
    return annotated.order_by(*_ordering(order, backward=backward)).values_list("pk", *aliases)[: size + 1]


def _at(places: Places, order: Order, read: Callable[[Sequence[Any]], Iterable[M]]) -> list[M]:
    """The rows of some identities in their order, carrying their sort values, without one that is gone meanwhile."""
    read_rows = {row.pk: row for row in read([place[0] for place in places])} if places else {}
    found = list[M]()
    for pk, *values in places:
        if (row := read_rows.get(pk)) is not None:
            for index, value in enumerate(values):
                setattr(row, order.alias(index), value)
            found.append(row)
    return found


def _annotated(rows: QuerySet[M], order: Order) -> QuerySet[M]:
    annotated: QuerySet[M] = rows.annotate(**{order.alias(index): F(name) for index, name in enumerate(order.fields)})
    return annotated


def _ordering(order: Order, *, backward: bool) -> list[OrderBy]:
    descending = order.descending != backward
    nulls = {"nulls_first": True} if backward else {"nulls_last": True}
    names = [order.alias(index) for index in range(len(order.fields))]
    ordered = [OrderBy(F(name), descending=descending, **nulls) for name in names]
    return [*ordered, OrderBy(F("pk"), descending=descending)]


def _beyond(order: Order, position: Sequence[Any], *, backward: bool) -> Q:
    """The condition "comes later than the position": equal in the first fields, beyond in the next one."""
    smaller = order.descending != backward
    condition, equal = Q(pk__in=[]), Q()
    for index, value in enumerate(position[:-1]):
        name = order.alias(index)
        condition |= equal & _beyond_value(name, value, smaller=smaller, backward=backward)
        equal &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    return condition | (equal & Q(**{"pk__lt" if smaller else "pk__gt": position[-1]}))


def _beyond_value(name: str, value: Any, *, smaller: bool, backward: bool) -> Q:
    if value is None:
        return Q(**{f"{name}__isnull": False}) if backward else Q(pk__in=[])
    beyond = Q(**{f"{name}__{'lt' if smaller else 'gt'}": value})
    return beyond if backward else beyond | Q(**{f"{name}__isnull": True})


def _encode(order: Order, row: Model) -> str:
    values = [getattr(row, order.alias(index)) for index in range(len(order.fields))]
    packed = json.dumps([*(_exact(value) for value in values), str(row.pk)], cls=DjangoJSONEncoder)
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _exact(value: Any) -> Any:
    # The JSON encoder of Django drops microseconds, and a cursor must not lose any.
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _decode(rows: QuerySet[M], order: Order, token: str) -> list[Any] | None:
    try:
        packed = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        if not isinstance(packed, list) or len(packed) != len(order.fields) + 1:
            return None
        kinds: list[Field[Any, Any]] = [
            rows.query.annotations[order.alias(index)].output_field for index in range(len(order.fields))
        ]
        values = [kind.to_python(value) for kind, value in zip(kinds, packed, strict=False)]
        return [*values, rows.model._meta.pk.to_python(packed[-1])]
    except (ValueError, TypeError, binascii.Error, ValidationError):
        return None
