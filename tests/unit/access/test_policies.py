"""Permissions, scopes and policies: one rule, both questions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.organizations import make_unit, make_user
from tests.personas import World

from sauro.access.actor import Actor, Door
from sauro.access.permissions import all_groups, get_group, register_group, split_permission
from sauro.access.policies import NOBODY as NOBODY_MAY
from sauro.access.policies import Policy, within
from sauro.accounts.roles import ROLES, Role
from sauro.common.domains import Domain
from sauro.common.errors import NotVisible
from sauro.organizations.models import Unit

NOBODY = Actor(user_id=None, name="không ai", door=Door.WEB, request_id="test")


def test_level_includes_those_below_and_unknown_names_raise() -> None:
    group = get_group("documents")
    assert [group.rank(level) for level in group.levels] == [1, 2, 3]
    for wrong in ("documents.xoa", "khong-co.view", "documents"):
        with pytest.raises(KeyError):
            split_permission(wrong)


def test_group_is_registered_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        register_group("documents", "Văn bản", {"view": "Xem"})


def test_every_role_is_defined_with_known_permissions() -> None:
    assert set(ROLES) == set(Role)
    known = {group.name for group in all_groups()}
    assert {name for definition in ROLES.values() for name, _rank in definition.ranks()} <= known


def test_administrator_reads_no_documents_and_no_work() -> None:
    held = dict(ROLES[Role.ADMINISTRATOR].ranks())
    assert not {"documents", "tasks", "giving"} & set(held)


def test_scope_follows_the_tree_only_when_granted_with_it(world: World) -> None:
    u = world.units
    make_user("mot.minh", "Phan Thị Thử", (Role.UNIT_HEAD, u["ubnd_a"]))
    world.users["deep"] = make_user("ca.cay", "Phan Văn Mẫu", (Role.UNIT_HEAD, u["ubnd_a"]), include_subtree=True)
    actor = world.actor("deep")
    assert actor.holds_for("tasks.lead", u["pkt_a"].path, Domain.STATE)
    assert not actor.holds_for("tasks.lead", u["pkt_b"].path, Domain.STATE)
    assert not actor.holds_for("tasks.lead", u["pkt_a"].path, Domain.PARTY)
    assert not world.actor("office_a").holds_for("tasks.lead", u["pkt_a"].path, Domain.STATE)


def test_code_that_begins_like_another_is_not_below_it(world: World) -> None:
    other = make_unit("XA.UBND2", "Đơn vị mã gần giống", parent=world.units["commune_a"])
    world.users["deep"] = make_user(
        "ca.cay", "Phan Văn Mẫu", (Role.UNIT_HEAD, world.units["ubnd_a"]), include_subtree=True
    )
    assert not world.actor("deep").holds_for("tasks.lead", other.path, Domain.STATE)


def test_both_questions_of_a_policy_agree_for_every_unit_and_person(world: World) -> None:
    policy = Policy(Unit, {"view": lambda actor: within(actor, "tasks.view", unit=None)})
    for persona in world.users:
        actor = world.actor(persona)
        visible = set(policy.visible(actor).values_list("pk", flat=True))
        assert visible == {unit.pk for unit in Unit.objects.all() if policy.can(actor, "view", unit)}


def test_several_actions_are_answered_at_once_as_one_by_one(world: World) -> None:
    rules = {
        "view": lambda actor: within(actor, "tasks.view", unit=None),
        "lead": lambda actor: within(actor, "tasks.lead", unit=None),
        "never": lambda _actor: NOBODY_MAY,
    }
    policy = Policy(Unit, rules)
    unit = world.units["snv"]
    for persona in ("chair", "snv_head", "snv_servant", "outsider"):
        actor = world.actor(persona)
        with CaptureQueriesContext(connection) as queries:
            allowed = policy.allowed(actor, list(rules), unit)
        assert len(queries) == 1
        assert allowed == {action for action in rules if policy.can(actor, action, unit)}
    assert policy.allowed(world.actor("snv_head"), list(rules), unit) == {"view", "lead"}
    assert policy.allowed(world.actor("snv_head"), [], unit) == set()


def test_actor_without_grants_sees_nothing(world: World) -> None:
    policy = Policy(Unit, {"view": lambda actor: within(actor, "tasks.view", unit=None)})
    assert not policy.visible(NOBODY).exists()
    with pytest.raises(NotVisible):
        policy.get_visible(NOBODY, world.units["snv"].pk)


def test_policy_must_say_who_may_view() -> None:
    with pytest.raises(ValueError, match="view"):
        Policy(Unit, {"edit": lambda actor: within(actor, "tasks.view", unit=None)})
