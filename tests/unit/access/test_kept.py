"""A statement that is kept finds the rows of now, for the rights of now, and never those of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from tests.factories.organizations import make_unit, make_user
from tests.personas import World

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.access.policies import Policy, within
from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.organizations.models import Unit

written: list[str] = []


@pytest.fixture(autouse=True)
def _nothing_written() -> Iterator[None]:
    written.clear()
    yield


def seen(actor: Actor) -> QuerySet[Unit]:
    written.append("seen")
    return Unit.objects.filter(within(actor, "tasks.view", unit=None)).order_by("code")


def one(actor: Actor, *, pk: UUID) -> QuerySet[Unit]:
    written.append("one")
    return seen(actor).filter(pk=pk)


def parented(*, pk: UUID) -> QuerySet[Unit]:
    written.append("parented")
    return Unit.objects.filter(pk=pk).select_related("parent")


def named(code: str, *, pk: UUID) -> QuerySet[Unit, Any]:
    return Unit.objects.filter(code=code, pk=pk).values_list("code", "name")


def deaf(*, pk: UUID) -> QuerySet[Unit]:
    return Unit.objects.filter(code=str(len(str(pk))))


def curious(actor: Actor, *, pk: UUID) -> QuerySet[Unit]:
    written.append("curious")
    codes = list(Unit.objects.filter(pk=str(actor.unit_id)).values_list("code", flat=True))
    return Unit.objects.filter(code__in=codes, pk=pk)


def test_text_is_written_once_for_the_same_rights_and_finds_the_rows_of_now(world: World) -> None:
    before = ask(seen, world.actor("office_a"))
    assert before == list(seen(world.actor("office_a")))
    written.clear()
    new = make_unit("XA.MOI", "Phòng Mới Thử", parent=world.units["ubnd_a"])
    with CaptureQueriesContext(connection) as queries:
        found = ask(seen, world.actor("office_a"))
    assert not written
    assert len(queries) == 3  # two of them load the actor
    assert set(found) - set(before) <= {new}
    assert found == list(seen(world.actor("office_a")))


def test_another_value_finds_another_row_with_what_hangs_on_it(world: World) -> None:
    for name in ("snv", "office", "snv"):
        (row,) = ask(parented, pk=world.units[name].pk)
        assert row == world.units[name]
        with CaptureQueriesContext(connection) as queries:
            assert row.parent == world.units["ubnd"]
        assert not queries
    assert written.count("parented") == 1
    assert ask(parented, pk=uuid4()) == []


def test_rights_that_end_or_begin_are_in_force_at_once(world: World) -> None:
    unit = world.units["pkt_b"]
    world.users["moved"] = make_user("thu.doi", "Phan Thị Thử", (Role.UNIT_HEAD, unit))
    policy = Policy(Unit, {"view": lambda actor: within(actor, "tasks.view", unit=None)})
    assert policy.can(world.actor("moved"), "view", unit)
    grant = Grant.objects.get(user=world.users["moved"])
    grant.unit = world.units["pkt_a"]
    grant.save()
    moved = world.actor("moved")
    assert not policy.can(moved, "view", unit)
    assert policy.allowed(moved, ["view"], world.units["pkt_a"]) == {"view"}
    grant.domain = "party"
    grant.save()
    assert not policy.allowed(world.actor("moved"), ["view"], world.units["pkt_a"])
    assert ask(one, world.actor("moved"), pk=world.units["pkt_a"].pk) == []


def test_neighbours_of_the_same_roles_share_the_text_and_not_the_rows(world: World) -> None:
    rows = {persona: ask(seen, world.actor(persona)) for persona in ("office_a", "office_b")}
    assert not set(rows["office_a"]) & set(rows["office_b"])
    assert rows["office_b"] == list(seen(world.actor("office_b")))


def test_what_is_given_is_part_of_the_text(world: World) -> None:
    unit = world.units["snv"]
    assert ask(named, unit.code, pk=unit.pk) == [(unit.code, unit.name)]
    assert ask(named, world.units["office"].code, pk=unit.pk) == []


def test_writer_that_reads_the_database_is_asked_each_time(world: World) -> None:
    actor = world.actor("snv_head")
    unit = Unit.objects.get(pk=str(actor.unit_id))
    assert ask(curious, actor, pk=unit.pk) == [unit]
    written.clear()
    Unit.objects.filter(pk=unit.pk).update(code="T.DOI")
    assert [row.code for row in ask(curious, actor, pk=unit.pk)] == ["T.DOI"]
    assert written


def test_writer_that_leaves_a_value_out_is_refused(world: World) -> None:
    with pytest.raises(ValueError, match="pk"):
        ask(deaf, pk=world.units["snv"].pk)


def test_who_holds_nothing_finds_nothing_without_a_query(world: World) -> None:
    nobody = Actor(user_id=None, name="không ai", door=world.actor("chair").door, request_id="test")
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert ask(one, nobody, pk=world.units["snv"].pk) == []
        assert not queries


def test_changed_settings_forget_every_text(world: World, settings: Settings) -> None:
    actor = world.actor("chair")
    ask(seen, actor)
    written.clear()
    settings.STALE_DAYS = 3
    ask(seen, actor)
    assert written
