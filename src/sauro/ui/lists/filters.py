"""Filters of a list: each reads its part of the address, narrows the rows, and says in words what it does."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, YEARS

Label = str | Promise
Choices = Iterable[tuple[str, Label]]


@dataclass(frozen=True, slots=True)
class BoundFilter:
    """A filter with the values of one request: what the form shows, and the words of the filter in force.

    ``rows`` is narrowed by ``condition``; ``description`` is empty when the filter is not in force.
    """

    filter: Filter
    values: dict[str, Any]
    condition: Q
    description: str
    choices: Sequence[tuple[str, Label]] = ()

    @property
    def is_active(self) -> bool:
        """Tell whether the filter narrows the list."""
        return bool(self.description)


class Filter(ABC):
    """A filter: a short declaration in a list page. ``keys`` are its parameters in the address."""

    template: str
    key: str
    label: Label

    @property
    def keys(self) -> tuple[str, ...]:
        """The parameters of the address that belong to the filter."""
        return (self.key,)

    @abstractmethod
    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the filter's part of the address. Values that make no sense are as good as absent."""


def _idle(filter_: Filter, values: dict[str, Any], choices: Sequence[tuple[str, Label]] = ()) -> BoundFilter:
    return BoundFilter(filter_, values, Q(), "", choices)


@dataclass(frozen=True)
class ChoiceFilter(Filter):
    """One of a few values. ``choices`` may depend on the actor.

    ``field`` is the model lookup compared with the value; ``condition`` replaces it where a choice is not a stored
    value, such as "late".
    """

    key: str
    label: Label
    choices: Choices | Callable[[Actor], Choices]
    field: str = ""
    condition: Callable[[str], Q] | None = None
    template = "ui/lists/filters/choice.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the chosen value."""
        offered = list(self.choices(actor) if callable(self.choices) else self.choices)
        value = data.get(self.key, "")
        label = next((str(text) for code, text in offered if str(code) == value), "")
        if not label or value == "":
            return _idle(self, {"value": ""}, offered)
        condition = self.condition(value) if self.condition else Q(**{self.field or self.key: value})
        return BoundFilter(self, {"value": value}, condition, label, offered)


@dataclass(frozen=True)
class ActorFilter(Filter):
    """One of a few values whose meaning depends on who asks, such as "what waits for me".

    ``condition`` takes the actor and the chosen value.
    """

    key: str
    label: Label
    choices: Choices
    condition: Callable[[Actor, str], Q]
    template = "ui/lists/filters/choice.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the chosen value."""
        offered = list(self.choices)
        value = data.get(self.key, "")
        label = next((str(text) for code, text in offered if code == value), "")
        if not label:
            return _idle(self, {"value": ""}, offered)
        return BoundFilter(self, {"value": value}, self.condition(actor, value), label, offered)


@dataclass(frozen=True)
class DateRangeFilter(Filter):
    """From one day to another, both included. ``is_instant`` for a field that stores moments, not days."""

    key: str
    label: Label
    field: str
    is_instant: bool = False
    template = "ui/lists/filters/dates.html"

    @property
    def keys(self) -> tuple[str, ...]:
        """The two ends: ``<key>-tu`` and ``<key>-den``."""
        return (f"{self.key}-tu", f"{self.key}-den")

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read both ends; either may be absent."""
        first, last = (_day(data.get(key, "")) for key in self.keys)
        values = {"first": first, "last": last, "first_key": self.keys[0], "last_key": self.keys[1]}
        if first is None and last is None:
            return _idle(self, values)
        condition = Q()
        if first is not None:
            condition &= Q(**{f"{self.field}__gte": self._moment(first)})
        if last is not None:
            condition &= Q(**{f"{self.field}__lt": self._moment(last + dt.timedelta(days=1))})
        return BoundFilter(self, values, condition, _range_in_words(first, last))

    def _moment(self, day: dt.date) -> dt.date | dt.datetime:
        return dt.datetime.combine(day, dt.time(), tzinfo=VIETNAM) if self.is_instant else day


@dataclass(frozen=True)
class UnitFilter(Filter):
    """A unit and everything below it, or with ``<key>-rieng=1`` the unit alone.

    ``field`` leads from the row to the unit; the address holds the unit's code. Where only the identity is known, as in
    a notice, that is understood as well.
    """

    key: str
    label: Label
    field: str
    template = "ui/lists/filters/unit.html"

    @property
    def alone_key(self) -> str:
        """The parameter that leaves out the units below."""
        return f"{self.key}-rieng"

    @property
    def keys(self) -> tuple[str, ...]:
        """The unit's code, and whether it is meant alone."""
        return (self.key, self.alone_key)

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the unit's code; an unknown one is ignored. Takes one query when a unit is chosen."""
        code = data.get(self.key, "")
        unit: Any = _related(model, self.field)._default_manager.filter(_named(code)).first() if code else None
        if unit is None:
            return _idle(self, {"value": "", "text": "", "is_alone": False})
        is_alone = data.get(self.alone_key) == "1"
        condition = Q(**({self.field: unit.pk} if is_alone else {f"{self.field}__path__startswith": unit.path}))
        words = _("%(unit)s (không tính đơn vị trực thuộc)") % {"unit": unit} if is_alone else str(unit)
        return BoundFilter(self, {"value": unit.code, "text": str(unit), "is_alone": is_alone}, condition, words)


def _named(text: str) -> Q:
    try:
        return Q(pk=UUID(text))
    except ValueError:
        return Q(code=text)


def _related(model: type[Model], path: str) -> type[Model]:
    found: Any = model
    for name in path.split("__"):
        found = found._meta.get_field(name).related_model
    return found  # type: ignore[no-any-return]  # related_model is untyped through a path


def _day(text: str) -> dt.date | None:
    for pattern in formats.get_format("DATE_INPUT_FORMATS"):
        try:
            day = dt.datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
        return day if day.year in YEARS else None
    return None


def _range_in_words(first: dt.date | None, last: dt.date | None) -> str:
    written = [formats.date_format(day, "SHORT_DATE_FORMAT") if day else "" for day in (first, last)]
    if first and last:
        return _("%(first)s – %(last)s") % {"first": written[0], "last": written[1]}
    return _("từ %(day)s") % {"day": written[0]} if first else _("đến %(day)s") % {"day": written[1]}


def apply_filters(rows: QuerySet[Any], bound: Iterable[BoundFilter]) -> QuerySet[Any]:
    """Narrow the rows by every filter in force."""
    for one in bound:
        if one.is_active:
            rows = rows.filter(one.condition)
    return rows
