"""The province of the tests with somebody who keeps the register."""

from __future__ import annotations

import pytest
from tests.factories.organizations import make_user
from tests.personas import World, build_world

from sauro.accounts.roles import Role


@pytest.fixture
def world(db: None) -> World:
    """The small province; ``manager`` of the home affairs department may change its State units."""
    world = build_world()
    world.users["manager"] = make_user(
        "noivu.tinh",
        "Lưu Thị Ví Dụ",
        (Role.HOME_AFFAIRS, world.units["province"]),
        unit=world.units["snv"],
        include_subtree=True,
    )
    return world
