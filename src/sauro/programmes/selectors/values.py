"""Values that several ask for: which of them people settled on, and where that is still to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sauro.access.actor import Actor
from sauro.programmes.enums import DemandKind
from sauro.programmes.marks import value_of_year
from sauro.programmes.models import Demand, Programme
from sauro.targets.enums import AskState
from sauro.targets.measures import measure_key
from sauro.targets.models import Ask, YearLine
from sauro.targets.policies import line_policy
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several values, and the demand that asks for it; None for the value that the unit set itself.

    ``is_registered`` once a person took it into the register of targets.
    """

    value: str
    demand: Demand | None
    is_registered: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An indicator and year for which several ask for different values, or another one than the unit goes by.

    ``line`` is the year in the register of targets on which a person decides, None as long as some of the values are
    not in the register; ``may_decide`` tells whether the actor may.
    """

    indicator: str
    year: int | None
    rivals: tuple[Rival, ...]
    line: YearLine | None
    may_decide: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """What people settled on instead of the value of a demand, and why."""

    value: str
    reason: str


def settled_values(programme: Programme) -> dict[UUID, Decimal]:
    """Return the value that counts now for each value asked of the unit that people did not follow, by its identity.

    The caller has made sure that the programme may be read. Takes two queries.
    """
    asks = _unfollowed(programme)
    return {ask.pk: line.target for ask, line in asks if line.target is not None}


def settled_words(programme: Programme) -> dict[UUID, Settled]:
    """Return the same in words, with the reasons. Takes two queries."""
    return {
        ask.pk: Settled(value_of_year(line.target, ask.share.indicator.measure, ask.year), ask.reason)
        for ask, line in _unfollowed(programme)
        if line.target is not None
    }


def _unfollowed(programme: Programme) -> list[tuple[Ask, YearLine]]:
    rows = Ask.objects.filter(share__unit=programme.unit_id, state=AskState.NOT_ADOPTED)
    asks = list(rows.select_related("share__indicator"))
    lines = {(one.share_id, one.year): one for one in YearLine.objects.filter(share__in={ask.share_id for ask in asks})}
    return [(ask, lines[ask.share_id, ask.year]) for ask in asks if (ask.share_id, ask.year) in lines]


def decidable_line(actor: Actor, demand: Demand) -> YearLine | None:
    """Return the year of the register that a demand asks a value for, if the actor may decide on it.

    Takes one query for a demand in the register, none for others.
    """
    if demand.ask is None:
        return None
    rows = line_policy.visible(actor, "decide").filter(share=demand.ask.share_id, year=demand.ask.year)
    return rows.first()


def disagreements(actor: Actor, programme: Programme) -> list[Disagreement]:
    """Return the indicators for which the demands of the programme ask for different values, as long as nobody decided.

    Values in the register belong together by their indicator; others by the name, measure and year that the reader
    found. Takes five queries at most.
    """
    rows = programme.demands.filter(kind=DemandKind.TARGET, value__isnull=False)
    demands = list(rows.select_related("ask__share__indicator", "reference__document").order_by("position", "pk"))
    groups: dict[tuple[str, str, int | None], list[Demand]] = defaultdict(list)
    for one in demands:
        if one.ask is None or one.ask.state not in (AskState.WITHDRAWN, AskState.NOT_ADOPTED):
            groups[fold(one.indicator), measure_key(one.value_unit), one.year].append(one)
    split = [held for held in groups.values() if _disagree(held)]
    lines = _lines(actor, split)
    mine = set(line_policy.visible(actor, "decide").filter(pk__in=[one.pk for one in lines.values()]).values_list("pk"))
    return [_disagreement(held, lines, {pk for (pk,) in mine}) for held in split]


def _disagree(demands: Sequence[Demand]) -> bool:
    waits = any(one.ask is not None and one.ask.state == AskState.OPEN for one in demands)
    return waits or (len({one.value for one in demands}) > 1 and bool(demands[0].indicator))


def _lines(actor: Actor, groups: Sequence[Sequence[Demand]]) -> Mapping[tuple[UUID, int], YearLine]:
    shares = {one.ask.share_id for held in groups for one in held if one.ask is not None}
    if not shares:
        return {}
    rows = line_policy.visible(actor).filter(share__in=shares).select_related("share__unit", "share__indicator")
    return {(one.share_id, one.year): one for one in rows}


def _disagreement(
    demands: Sequence[Demand], lines: Mapping[tuple[UUID, int], YearLine], decidable: set[UUID]
) -> Disagreement:
    first = demands[0]
    whole = all(one.ask is not None for one in demands)
    line = lines.get((first.ask.share_id, first.ask.year)) if whole and first.ask is not None else None
    rivals = [
        Rival(value_of_year(one.value, one.value_unit, one.year), one, one.ask_id is not None)
        for one in demands
        if one.value is not None
    ]
    if line is not None and line.target is not None and line.target not in {one.value for one in demands}:
        rivals.append(Rival(value_of_year(line.target, first.value_unit, line.year), None, is_registered=True))
    return Disagreement(first.indicator, first.year, tuple(rivals), line, line is not None and line.pk in decidable)
