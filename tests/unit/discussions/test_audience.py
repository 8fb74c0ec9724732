"""Who reads what: the policy and the list of people who can be named are one rule, asked from both ends."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment, post_of
from tests.factories.organizations import make_user
from tests.personas import World

from sauro.accounts.models import User
from sauro.accounts.roles import Role
from sauro.common.clock import now
from sauro.common.errors import NotVisible
from sauro.discussions.enums import Side
from sauro.discussions.models import Comment
from sauro.discussions.policies import comment_policy
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope, matching, mentionables, readers_of, sides_of
from sauro.discussions.selectors.names import names_in_reach
from sauro.tasks.models import Assignment

SCOPES = [BOTH_SIDES, Scope(Side.BODY), Scope(Side.GIVER)]


@pytest.fixture
def crowd(world: World) -> World:
    """The personas, and people whose rights reach over both sides from above."""
    units = world.units
    for name, role, unit in (
        ("over_all", Role.LEADER, units["province"]),
        ("over_communes", Role.HEAD_OF_OFFICE, units["commune_a"]),
        ("over_state", Role.INSPECTOR, units["ubnd"]),
    ):
        world.users[name] = make_user(name, f"Người {name}", (role, unit), include_subtree=True)
    # Their grants are of a domain that the territory above does not have.
    for name in ("over_all", "over_communes", "over_state"):
        world.users[name].grants.update(domain="state")
    return world


def pairs(world: World) -> list[Assignment]:
    """Work from above, from beside, to one's own division, to oneself, and with a person in charge."""
    u = world.units
    servant = post_of("Bùi Thị Mẫu A")
    return [
        make_assignment(u["ubnd"], u["ubnd_a"], person=servant),
        make_assignment(u["ubnd"], u["snv"]),
        make_assignment(u["snv"], u["ubnd_a"]),
        make_assignment(u["ubnd_a"], u["pkt_a"], is_kept_by_giver=True),
        make_assignment(u["ubnd_a"], u["ubnd_a"], person=servant),
        make_assignment(u["tu"], u["du_a"]),
    ]


def comment_on(row: Assignment, scope: Scope, author: User) -> Comment:
    return Comment.objects.create(
        assignment=row, domain=row.domain, audience=scope.audience, side=scope.side or "", text="Nội dung trao đổi",
        author=author, author_name="Người viết thử", written_at=now(),
    )  # fmt: skip


def test_policy_and_list_of_readers_agree_for_everybody_everywhere(crowd: World) -> None:
    compared = 0
    for row in pairs(crowd):
        for scope in SCOPES:
            comment = comment_on(row, scope, crowd.users["head"])
            read = {
                user.pk for name, user in crowd.users.items() if comment_policy.can(crowd.actor(name), "view", comment)
            }
            assert read == readers_of(row, scope), (row.giver_unit.code, row.unit.code, scope)
            compared += len(read)
    assert compared > 30


def readers(world: World, row: Assignment, scope: Scope) -> set[str]:
    held = readers_of(row, scope)
    return {name for name, user in world.users.items() if user.pk in held}


def test_what_a_commune_says_to_itself_is_read_by_nobody_above(crowd: World) -> None:
    row = pairs(crowd)[0]
    assert readers(crowd, row, Scope(Side.BODY)) == {"office_a", "servant_a", "over_communes"}
    assert readers(crowd, row, Scope(Side.GIVER)) == {"clerk", "head", "chair", "inspector", "over_state"}
    both = readers(crowd, row, BOTH_SIDES)
    assert both == {
        "office_a", "servant_a", "over_communes", "clerk", "head", "chair", "inspector", "over_state", "over_all",
    }  # fmt: skip


def test_giver_above_does_not_read_what_its_own_division_says(crowd: World) -> None:
    row = make_assignment(crowd.units["ubnd_a"], crowd.units["pkt_a"])
    crowd.users["division"] = make_user("truongphong", "Trưởng phòng Thử", (Role.UNIT_HEAD, crowd.units["pkt_a"]))
    crowd.users["whole"] = make_user(
        "caxa", "Người trên Thử", (Role.LEADER, crowd.units["ubnd_a"]), include_subtree=True
    )
    assert readers(crowd, row, Scope(Side.BODY)) == {"division"}
    assert "whole" in readers(crowd, row, Scope(Side.GIVER))
    assert "division" not in readers(crowd, row, Scope(Side.GIVER))


def test_sides_an_actor_may_talk_apart_with(crowd: World) -> None:
    row, *_rest, own, _party = pairs(crowd)
    assert sides_of(crowd.actor("office_a"), row) == [Side.BODY]
    assert sides_of(crowd.actor("head"), row) == [Side.GIVER]
    assert sides_of(crowd.actor("over_all"), row) == []
    assert sides_of(crowd.actor("office_a"), own) == []


def test_names_are_of_those_who_may_read_and_of_both_units(crowd: World) -> None:
    row = pairs(crowd)[0]
    labels = {one.label for one in mentionables(row, Scope(Side.BODY))}
    assert labels == {row.unit.name, "Ngô Văn Thử A", "Bùi Thị Mẫu A", "Người over_communes"}
    found = names_in_reach(crowd.actor("office_a"), row.pk, BOTH_SIDES, "uy ban")
    assert {one.label for one in found} == {row.unit.name, row.giver_unit.name}


def test_writer_is_not_offered_and_strangers_learn_no_name(crowd: World) -> None:
    row = pairs(crowd)[0]
    assert names_in_reach(crowd.actor("office_a"), row.pk, BOTH_SIDES, "Ngô Văn Thử A") == []
    with pytest.raises(NotVisible):
        names_in_reach(crowd.actor("office_b"), row.pk, BOTH_SIDES, "")
    with pytest.raises(NotVisible):
        names_in_reach(crowd.actor("head"), row.pk, Scope(Side.BODY), "")


def test_two_of_one_name_are_told_apart(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    for username, unit in (("trung1", "vp_a"), ("trung2", "pkt_a"), ("trung3", "pkt_a")):
        held = (Role.RECEIVER, world.units["ubnd_a"])
        make_user(username, "Phan Thị Trùng Tên", held, unit=world.units[unit])
    labels = {one.label for one in mentionables(row, BOTH_SIDES) if "Trùng" in one.label}
    division = world.units["pkt_a"].name
    assert labels == {
        f"Phan Thị Trùng Tên ({world.units['vp_a'].name})",
        f"Phan Thị Trùng Tên ({division}) (trung2)",
        f"Phan Thị Trùng Tên ({division}) (trung3)",
    }


def test_search_ignores_accents_and_prefers_beginnings(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    found = [one.label for one in matching(mentionables(row, BOTH_SIDES), "THU", limit=8)]
    assert found[0] == world.units["ubnd_a"].name
    assert {"Ngô Văn Thử A", "Lê Văn Thử", "Lý Thị Thử"} <= set(found)
