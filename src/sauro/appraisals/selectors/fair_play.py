"""Beside a sheet, and apart from its score: what may be asked, parts beside the whole, what changed since closing."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sauro.access.actor import Actor
from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet, SheetItem, Sign
from sauro.appraisals.policies import sign_policy
from sauro.appraisals.rules.leadership import Leader
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.scoring import score_period
from sauro.appraisals.rules.signs import compared_parts
from sauro.appraisals.rules.splitting import as_whole
from sauro.appraisals.rules.tasks import Task, sums_of
from sauro.appraisals.rulings import exact_score, general_of, points_that_count, settings_of, tasks_of
from sauro.appraisals.selectors.sheets import SheetPage, ShownItem, leader_behind
from sauro.appraisals.selectors.sign_facts import whole_of
from sauro.appraisals.selectors.work_facts import WorkFacts, changed_since_closing


@dataclass(frozen=True, slots=True)
class ShownSign:
    """A sign with the lines it is about."""

    sign: Sign
    items: Sequence[ShownItem]


@dataclass(frozen=True, slots=True)
class PartsBeside:
    """Parts of one work as parts and as the one product they make, with the points for results by either way.

    The points are those of the whole sheet, exact; None where nothing was assigned.
    """

    items: Sequence[ShownItem]
    parts: Sequence[Task]
    whole: Task
    by_parts: Fraction | None
    by_whole: Fraction | None


@dataclass(frozen=True, slots=True)
class Later:
    """A line of a closed sheet whose work says something else now."""

    shown: ShownItem
    now: WorkFacts


@dataclass(frozen=True, slots=True)
class FairPlay:
    """What stands beside a sheet. ``score_now``: what opening it again would come to, where anything changed;
    ``is_led_otherwise``: also because of how those below a leader stand now."""

    signs: Sequence[ShownSign]
    splits: Sequence[PartsBeside]
    later: Sequence[Later]
    score_now: Fraction | None
    is_led_otherwise: bool


def fair_play(actor: Actor, page: SheetPage) -> FairPlay:
    """Return what stands beside a sheet for an actor who sees it. Takes a constant number of queries."""
    sheet = page.sheet
    by_id = {str(shown.item.pk): shown for shown in page.items}
    changed = changed_since_closing(sheet.pk) if sheet.state == SheetState.CLOSED else {}
    later = [Later(shown, changed[shown.item.pk]) for shown in page.items if shown.item.pk in changed]
    is_otherwise = sheet.state == SheetState.CLOSED and sheet.is_leader and _is_led_otherwise(page)
    return FairPlay(
        [ShownSign(sign, _named(sign, by_id)) for sign in signs_of(actor, [sheet.pk])],
        _splits(page),
        later,
        _score_now(page, changed) if later or is_otherwise else None,
        is_otherwise,
    )


def signs_of(actor: Actor, sheets: Sequence[UUID]) -> list[Sign]:
    """Return what an actor may know of that is to be explained in some sheets, in the order of the months."""
    rows = sign_policy.visible(actor).filter(sheet__in=sheets).select_related("sheet")
    return list(rows.order_by("sheet__month", "code", "pk"))


def get_sign(actor: Actor, pk: UUID) -> Sign:
    """Return one sign with its sheet. Raises ``NotVisible``."""
    base = Sign.objects.select_related("sheet__unit", "sheet__appointment__person")
    return sign_policy.get_visible(actor, pk, base=base)


def _named(sign: Sign, by_id: Mapping[str, ShownItem]) -> list[ShownItem]:
    return [by_id[item] for item in sign.facts.get("items", ()) if item in by_id]


def _splits(page: SheetPage) -> list[PartsBeside]:
    shown = {item.code: item for item in page.items}
    tasks, settings = _tasks(page, [item.item for item in page.items]), settings_of(page.sheet.settings)
    works: dict[tuple[UUID, str], list[Task]] = defaultdict(list)
    for task in tasks:
        planned = shown[task.id].item.plan_item
        if planned is not None:
            works[whole_of(planned.assignment), str(task.kind)].append(task)
    found = [parts for held in works.values() if (parts := compared_parts(held, settings))]
    leader = leader_behind(page.sheet) if found else None
    by_parts = _points(tasks, leader, settings) if found else None
    return [
        PartsBeside([shown[part.id] for part in parts], parts, whole, by_parts, _points(others, leader, settings))
        for parts in found
        for whole in [as_whole(parts)]
        for others in [[*(task for task in tasks if task not in parts), whole]]
    ]


def _points(tasks: Sequence[Task], leader: Leader | None, settings: Settings) -> Fraction | None:
    return score_period(sums_of(tasks, settings), Fraction(0), leader, settings).score


def _tasks(page: SheetPage, items: Sequence[SheetItem]) -> list[Task]:
    return tasks_of(items, {shown.item.pk: shown.code for shown in page.items})


def _score_now(page: SheetPage, changed: Mapping[UUID, WorkFacts]) -> Fraction | None:
    sheet: Sheet = page.sheet
    general = general_of(points_that_count(sheet), sheet.settings)
    if general is None:
        return None
    settings = settings_of(sheet.settings)
    tasks = _tasks(page, [_as_now(shown.item, changed.get(shown.item.pk)) for shown in page.items])
    return score_period(sums_of(tasks, settings), general, leader_behind(sheet), settings).score


def _is_led_otherwise(page: SheetPage) -> bool:
    """Tell whether a closed sheet of a leader would come to something else although its own work stayed the same."""
    now = _score_now(page, {})
    return now is not None and now != exact_score(page.sheet.score_exact)


def _as_now(item: SheetItem, facts: WorkFacts | None) -> SheetItem:
    if facts is None:
        return item
    other = copy.copy(item)
    for name, value in facts._asdict().items():
        setattr(other, name, value)
    return other
