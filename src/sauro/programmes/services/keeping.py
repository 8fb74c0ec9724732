"""The demands of a programme while they are gathered: read once, found by what they come from, written together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sauro.programmes.digests import digest
from sauro.programmes.enums import DemandOrigin
from sauro.programmes.models import Demand, Programme

_LINKS = (("obligation_id",), ("assignment_id",), ("released_id",), ("ask_id",), ("reference_id", "place"))
"""The columns by any of which a demand is known: each set names one source."""

_Key = tuple[tuple[str, Any], ...]


@dataclass
class Gathered:
    """What one gathering found: new demands, sources that changed or went, obligations that go to others only.

    ``is_partial`` says that the actor's role does not reach all documents of the unit, or all the work it was given.
    """

    new: int = 0
    changed: int = 0
    of_others: int = 0
    is_partial: bool = False


class Keeper:
    """Adds what is asked to a programme, or notes that it reads otherwise now. Takes one query to read, two to write.

    The programme must be locked.
    """

    def __init__(self, programme: Programme) -> None:
        """Read the demands that are there."""
        self.found = Gathered()
        self._programme = programme
        self._by_key: dict[_Key, Demand] = {}
        self._new: list[Demand] = []
        self._changed: dict[UUID, Demand] = {}
        rows = list(programme.demands.order_by("position"))
        self._position = rows[-1].position if rows else 0
        for row in rows:
            self._index(row)

    def keep(self, link: Mapping[str, Any], value: Mapping[str, Any] | None = None, **columns: Any) -> None:
        """Add the demand of ``link``, or give the one known its words and value; what was decided stays.

        ``link`` is one of the sets of columns of :data:`_LINKS`. ``value`` is what a target asks for; a person may read
        it otherwise than the machine without the words changing.
        """
        held = dict(value or {})
        current = digest(columns["text"], str(columns.get("due_on") or ""), columns.get("product") or "")
        known = self._known(link, held)
        if known is None:
            self._add({**link, **held, **columns, "source_digest": current})
            return
        if any(getattr(known, name) != one for name, one in held.items()):
            self._change(known, held)
        if known.source_digest != current:
            words = {"text": columns["text"], "due_on": columns.get("due_on"), "product": columns.get("product") or ""}
            self._change(known, {**words, "source_digest": current, "is_source_changed": True})
            self.found.changed += 1

    def knows(self, **link: Any) -> Demand | None:
        """Return the demand that comes from a source, None when none does."""
        return self._by_key.get(_key(link))

    def store(self) -> None:
        """Write what was added and changed."""
        fresh = {one.pk for one in self._new}
        Demand.objects.bulk_create(self._new)
        for pk, demand in self._changed.items():
            if pk not in fresh:
                demand.save()

    def _known(self, link: Mapping[str, Any], value: dict[str, Any]) -> Demand | None:
        """The demand of a source; one gathered from the register alone gets its place once the document is seen.

        Of two sentences that were taken into the register as one value the first keeps it: ``value`` loses it then.
        """
        known = self.knows(**link)
        ask_id = value.get("ask_id")
        of_ask = self.knows(ask_id=ask_id) if ask_id else None
        if of_ask is None or of_ask is known:
            return known
        if known is not None:
            value["ask_id"] = None
            return known
        self._change(of_ask, {**link, "origin": DemandOrigin.DOCUMENT})
        return of_ask

    def _add(self, columns: Mapping[str, Any]) -> None:
        self._position += 1
        demand = Demand(programme=self._programme, position=self._position, **columns)
        self._new.append(demand)
        self._index(demand)
        self.found.new += 1

    def _change(self, demand: Demand, columns: Mapping[str, Any]) -> None:
        for name, held in columns.items():
            setattr(demand, name, held)
        self._changed[demand.pk] = demand
        self._index(demand)

    def _index(self, demand: Demand) -> None:
        for key in _keys(demand):
            self._by_key[key] = demand


def _keys(demand: Demand) -> Iterator[_Key]:
    for names in _LINKS:
        held = {name: getattr(demand, name) for name in names}
        if all(one is not None for one in held.values()):
            yield _key(held)


def _key(link: Mapping[str, Any]) -> _Key:
    return tuple(sorted(link.items()))
