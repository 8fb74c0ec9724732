"""For everybody, the board counts exactly the assignments their lists show, whatever is filtered."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World
from tests.unit.reporting.board_stage import make_some

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.comparison import UnitGroup, group_case, group_condition
from sauro.organizations.models import Unit
from sauro.reporting.due_spans import parse_span
from sauro.reporting.enums import BoardSide
from sauro.reporting.models import BoardDay
from sauro.reporting.selectors.counting import AGES, COUNTERS
from sauro.reporting.selectors.scope import BoardScope, Reader
from sauro.reporting.services.board_cells import fold_changes
from sauro.tasks.models import Assignment, WorkField
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import given_by, visible_assignments

PERSONAS = ("head", "snv_head", "snv_servant", "party_clerk", "office_a", "servant_a", "admin", "whole_province")


@pytest.fixture
def work(world: World) -> World:
    """Work of both domains, some of it in the charge of people who see nothing else, half of it folded."""
    units = world.units
    inspector = Grant.objects.create(
        user=world.users["outsider"], role=Role.INSPECTOR, unit=units["province"], domain=Domain.STATE,
        include_subtree=True, valid=units["province"].valid,
    )  # fmt: skip
    world.users["whole_province"] = inspector.user
    made = make_some(world, 60)
    for first, persona in enumerate(("servant_a", "snv_servant", "party_clerk")):
        post = post_of(str(world.users[persona]))
        Assignment.objects.filter(pk__in=[row.pk for row in made[first::7]]).update(person=post)
    for unit in ("tu", "du_a"):
        make_assignment(units["tu"], units[unit], domain=Domain.PARTY, state="accepted", due_on=today())
    fold_changes()
    make_some(world, 20, seed=3)
    return world


def listed(world: World, persona: str, scope: BoardScope) -> list[TimedAssignment]:
    actor = world.actor(persona)
    rows = given_by(actor) if scope.side == BoardSide.GIVEN else visible_assignments(actor)
    if scope.field_id:
        rows = rows.filter(field=scope.field_id)
    if scope.group:
        rows = rows.filter(group_condition(scope.group, unit="unit"))
    if scope.due:
        rows = rows.filter(due_on__gte=scope.due.first, due_on__lte=scope.due.last)
    return list(rows)


def counters_of(row: TimedAssignment) -> set[str]:
    names = {row.timeliness}
    if row.timeliness == "done_on_time" and row.due_on:
        names.add("judged_on_time")
    if row.timeliness == "overdue" and row.last_day:
        late = (today() - row.last_day).days
        names |= {f"late_{first}" for first, last in AGES if first <= late <= (last or late)}
    return names


def scopes() -> list[BoardScope]:
    month, report = f"{today():%Y-%m}", f"bc-{today():%Y-%m}"
    field = WorkField.objects.get(name="Đất đai").pk
    return [
        BoardScope(side, field_id=field_id, group=group, due=parse_span(period))
        for side, (field_id, group, period) in product(
            BoardSide,
            (
                (None, None, ""), (field, None, ""), (None, UnitGroup.COMMUNES, ""), (None, None, month),
                (field, UnitGroup.DIVISIONS, report), (field, None, f"{today():%Y}"),
            ),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("is_of_today", [True, False])
def test_board_counts_what_the_lists_show(work: World, is_of_today: bool) -> None:
    if not is_of_today:
        BoardDay.objects.all().delete()
    for persona, scope in product(PERSONAS, scopes()):
        rows = listed(work, persona, scope)
        expected = {(row.unit_id, row.field_id): Counter[str]() for row in rows}
        for row in rows:
            expected[row.unit_id, row.field_id].update(counters_of(row))
        counted = Reader(work.actor(persona), scope, today()).count("unit_id", "field_id")
        found = {key: Counter(dict(zip(COUNTERS, numbers, strict=True))) for key, numbers in counted.items()}
        assert {key: +one for key, one in found.items() if +one} == expected, (persona, scope)


def test_coming_days_are_those_of_the_lists(work: World) -> None:
    for persona, scope in product(PERSONAS, scopes()):
        coming = Counter(
            row.last_day for row in listed(work, persona, scope) if row.timeliness in ("in_time", "due_soon")
        )
        counted = Reader(work.actor(persona), scope, today()).count_last_days(today(), today().replace(year=2099))
        assert {day: number for day, number in counted.items() if number} == dict(coming), (persona, scope)


def test_personas_see_different_things(work: World) -> None:
    """Otherwise the tests above would compare nothing with nothing."""
    seen = {persona: len(listed(work, persona, BoardScope(BoardSide.ALL))) for persona in PERSONAS}
    assert {persona for persona, number in seen.items() if not number} == {"admin"}
    assert len(set(seen.values())) > 5


def test_every_unit_belongs_to_one_group(world: World) -> None:
    grouped = dict(Unit.objects.annotate(group=group_case()).values_list("code", "group"))
    for group in UnitGroup:
        members = set(Unit.objects.filter(group_condition(group, unit="")).values_list("code", flat=True))
        assert members == {code for code, name in grouped.items() if name == group}
    assert {grouped[code] for code in ("T.SNV", "XA.UBND", "XB.UBND", "XA.PKT", "T.TU")} == {
        "departments", "communes", "wards", "divisions", "party",
    }  # fmt: skip
