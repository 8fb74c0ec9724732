"""The people of a form: those in full posts on the day whose dossiers the reader may see, with what they had then."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Sum

from sauro.access.actor import Actor
from sauro.headcounts.models import Places, Snapshot
from sauro.headcounts.official.declaring import Naming
from sauro.headcounts.official.rows import PersonRow
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.counting import in_places, lines_in
from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit
from sauro.workforce.enums import Block, FactKind, Sex, TenureKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact, Particulars, Tenure
from sauro.workforce.policies import dossier_policy
from sauro.workforce.rules.retirement import retirement_day

Opened = Mapping[UUID, Mapping[str, str]]
"""Sensitive facts in clear: by dossier, then by kind."""

_KINDS = (FactKind.EDUCATION, FactKind.THEORY, FactKind.RANK, FactKind.RATING)


@dataclass(slots=True)
class _Facts:
    words: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    since: dict[str, dt.date | None] = field(default_factory=dict)


def people_of(
    actor: Actor, snapshot: Snapshot, scope: Scope, content: Naming, opened: Opened
) -> tuple[list[PersonRow], int]:
    """Return the people of a form by rank of their posts and name, and how many of the scope the reader may not see.

    Takes eight queries, whatever their number.
    """
    lines = lines_in(snapshot, scope).filter(in_post=True)
    if content.block:
        lines = lines.filter(block=content.block)
    counted = set(lines.values_list("dossier_id", flat=True))
    seen = dossier_policy.visible(actor).filter(pk__in=counted)
    names = {one.pk: one for one in seen.select_related("person").only("pk", "sort_key", "person__full_name")}
    hidden = len(counted) - len(names)
    more = content.more(list(names), scope.day) if content.more is not None else None
    wanted = [pk for pk in names if more is None or pk in more]
    return _rows(actor, wanted, names, scope.day, opened, more or {}), hidden


def _rows(
    actor: Actor, wanted: Collection[UUID], names: Mapping[UUID, Dossier], day: dt.date, opened: Opened,
    more: Mapping[UUID, Any],
) -> list[PersonRow]:  # fmt: skip
    in_clear = set(dossier_policy.visible(actor, "record").filter(pk__in=wanted).values_list("pk", flat=True))
    stated = {one.dossier_id: one for one in Particulars.objects.as_of(day).filter(dossier__in=wanted)}
    facts = _facts_of(wanted, day)
    tenures = Tenure.objects.as_of(day).filter(kind=TenureKind.FULL, dossier__in=wanted)
    held = list(tenures.select_related("post", "unit"))
    held.sort(key=lambda one: (one.post.rank, names[one.dossier_id].sort_key))
    return [
        _row(
            one, names[one.dossier_id], stated.get(one.dossier_id), facts[one.dossier_id],
            opened.get(one.dossier_id, {}), more.get(one.dossier_id), in_clear=one.dossier_id in in_clear,
        )
        for one in held
    ]  # fmt: skip


def _row(
    tenure: Tenure, dossier: Dossier, stated: Particulars | None, facts: _Facts, opened: Mapping[str, str], more: Any,
    *, in_clear: bool,
) -> PersonRow:  # fmt: skip
    born = stated.birth_date if stated else None
    is_female = stated.sex == Sex.FEMALE if stated else None
    return PersonRow(
        dossier_id=dossier.pk, unit_id=tenure.unit_id, name=dossier.person.full_name,
        born=born if in_clear or born is None else born.year, is_female=is_female, post=tenure.post.title,
        unit=tenure.unit.name, in_post_since=tenure.first_day, post_decision=tenure.decision,
        recruited_on=stated.recruited_on if stated else None,
        retires_on=retirement_day(born, is_female=bool(is_female)) if born else None, words=facts.words,
        details={**facts.details, "block": str(Block(tenure.post.block).label)}, since=facts.since, opened=opened,
        more=more,
    )  # fmt: skip


def _facts_of(dossier_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, _Facts]:
    found: dict[UUID, _Facts] = defaultdict(_Facts)
    rows = Fact.objects.as_of(day).filter(dossier__in=dossier_ids, kind__in=_KINDS).order_by("level", "valid")
    # The highest value comes last and stays.
    for dossier_id, kind, value, detail, valid in rows.values_list("dossier_id", "kind", "value", "detail", "valid"):
        held = found[dossier_id]
        held.words[kind], held.details[kind], held.since[kind] = FACTS[kind].words_of(value), detail, valid.lower
    return found


def approved_by_unit(snapshot: Snapshot, scope: Scope, block: str) -> dict[UUID, dict[str, int]]:
    """Return how many posts each unit of a scope has, by block."""
    rows = Places.objects.filter(in_places(scope), snapshot=snapshot, group__in=[block] if block else Block.values)
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for unit_id, group, total in rows.values_list("unit_id", "group").annotate(total=Sum("number")).order_by():
        if total:
            found[unit_id][group] = total
    return found


def ordered_units(ids: Iterable[UUID]) -> list[Unit]:
    """Return units in the order of the register: those of the province, then commune by commune."""
    units = Unit.objects.filter(pk__in=list(ids)).select_related("territory")
    return sorted(units, key=_place_of)


def _place_of(unit: Unit) -> tuple[bool, int, str, str, int]:
    commune = unit.territory or unit
    is_below = unit.level != UnitLevel.PROVINCE
    return is_below, commune.position, commune.sort_key, unit.path, unit.position


def unit_names(ids: Iterable[UUID]) -> list[tuple[UUID, str]]:
    """Return units with their names, and that of the commune where it is not in them, in the order of the register."""
    return [(unit.pk, _full_name(unit)) for unit in ordered_units(ids)]


def _full_name(unit: Unit) -> str:
    commune = unit.territory
    if commune is None or unit.level == UnitLevel.PROVINCE or commune.name.lower() in unit.name.lower():
        return unit.name
    return f"{unit.name}, {commune.name}"
