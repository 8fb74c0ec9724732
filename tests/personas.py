"""The people of the tests: a small province with two communes, and one persona per role and place.

The province is invented. Communes A and B are neighbours: whatever is A's must stay invisible to B.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from functools import cache

from django.db import models, transaction

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Appointment, Person, Position, Unit, UnitAlias, UnitVersion
from tests.factories.organizations import ALWAYS, make_unit, make_user


@dataclass
class World:
    """Units and users by short name: ``world.units["ubnd"]``, ``world.users["clerk"]``."""

    units: dict[str, Unit] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def actor(self, persona: str, *, door: Door = Door.WEB) -> Actor:
        """Return the persona as an actor, freshly loaded."""
        return load_actor(user=self.users[persona], door=door, request_id=f"test-{persona}")


# In the order in which they can be written.
MADE_OF: tuple[type[models.Model], ...] = (Unit, UnitVersion, UnitAlias, Person, Position, Appointment, User, Grant)


def build_world() -> World:
    """Create the province, its bodies, its communes and its people: the same ones, with the same ids, for each test.

    They are made once in a process and written again for each test, a query for each table.
    """
    world, rows = pickle.loads(_made_once())  # noqa: S301 -- written by the function below
    for model, instances in rows:
        model._base_manager.bulk_create(instances)
    return world


@cache
def _made_once() -> bytes:
    """The world and its rows by model, as copied for each test."""
    world = World()
    with transaction.atomic():
        earlier = {row.pk for model in MADE_OF for row in model._base_manager.all()}
        _build_province(world.units)
        for letter, kind in (("a", "xã"), ("b", "phường")):
            _build_commune(world.units, letter, kind)
        _build_users(world)
        made = pickle.dumps((world, [(model, _rows_of(model, world, earlier)) for model in MADE_OF]))
        transaction.set_rollback(True)
    return made


def _rows_of(model: type[models.Model], world: World, earlier: set[object]) -> list[models.Model]:
    """The rows of a model that were not there earlier, those of the world as the very instances the tests hold."""
    held = {instance.pk: instance for instance in (*world.units.values(), *world.users.values())}
    return [held.get(row.pk, row) for row in model._base_manager.exclude(pk__in=earlier).order_by("pk")]


def _build_province(units: dict[str, Unit]) -> None:
    units["province"] = make_unit("T", "Tỉnh Lạc Giang", kind=UnitKind.TERRITORY, has_accounts=False)
    root = units["province"]
    units["ubnd"] = make_unit("T.UBND", "Ủy ban nhân dân tỉnh Lạc Giang", kind=UnitKind.PEOPLES_COMMITTEE, parent=root)
    units["office"] = make_unit(
        "T.VP", "Văn phòng Ủy ban nhân dân tỉnh Lạc Giang", kind=UnitKind.OFFICE, parent=units["ubnd"]
    )
    units["snv"] = make_unit("T.SNV", "Sở Nội vụ", parent=units["ubnd"])
    units["stc"] = make_unit("T.STC", "Sở Tài chính", parent=units["ubnd"], has_accounts=False)
    units["tu"] = make_unit(
        "T.TU", "Tỉnh ủy Lạc Giang", kind=UnitKind.PARTY_COMMITTEE, domain=Domain.PARTY, parent=root
    )


def _build_commune(units: dict[str, Unit], letter: str, kind: str) -> None:
    def commune_unit(suffix: str, name: str, unit_kind: UnitKind, parent: str, domain: Domain = Domain.STATE) -> None:
        units[f"{suffix}_{letter}"] = make_unit(
            f"X{letter.upper()}.{suffix.upper()}",
            f"{name} {kind} {letter.upper()} Thử",
            kind=unit_kind,
            level=UnitLevel.COMMUNE,
            domain=domain,
            parent=units[parent],
            territory=units.get(f"commune_{letter}"),
            commune_type="xa" if kind == "xã" else "phuong",
        )

    commune_unit("commune", "Địa bàn", UnitKind.TERRITORY, "province")
    commune_unit("ubnd", "Ủy ban nhân dân", UnitKind.PEOPLES_COMMITTEE, f"commune_{letter}")
    commune_unit("vp", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", UnitKind.OFFICE, f"ubnd_{letter}")
    commune_unit("pkt", "Phòng Kinh tế", UnitKind.DIVISION, f"ubnd_{letter}")
    commune_unit("du", "Đảng ủy", UnitKind.PARTY_COMMITTEE, f"commune_{letter}", Domain.PARTY)


def _build_users(world: World) -> None:
    u, people = world.units, world.users
    people["clerk"] = make_user(
        "vanthu.tinh", "Trần Thị Mẫu", (Role.CLERK, u["ubnd"]), unit=u["office"], title="Văn thư"
    )
    people["head"] = make_user(
        "chanhvp.tinh", "Lê Văn Thử", (Role.HEAD_OF_OFFICE, u["ubnd"]), unit=u["office"], title="Chánh Văn phòng"
    )
    people["chair"] = make_user(
        "lanhdao.tinh", "Phạm Văn Mẫu", (Role.LEADER, u["ubnd"]), unit=u["ubnd"], title="Chủ tịch"
    )
    people["snv_head"] = make_user(
        "giamdoc.snv", "Võ Thị Thử", (Role.UNIT_HEAD, u["snv"]), unit=u["snv"], title="Giám đốc Sở"
    )
    people["snv_servant"] = make_user("chuyenvien.snv", "Đỗ Văn Mẫu", (Role.CIVIL_SERVANT, u["snv"]), unit=u["snv"])
    # Besides their own work they keep the records of people of the State's side, in the whole province.
    Grant.objects.create(
        user=people["snv_servant"], role=Role.PERSONNEL, unit=u["province"], include_subtree=True, domain=Domain.STATE,
        valid=ALWAYS, basis="Dữ liệu thử",
    )  # fmt: skip
    people["party_clerk"] = make_user(
        "vanthu.tinhuy", "Hồ Thị Mẫu", (Role.CLERK, u["tu"]), unit=u["tu"], title="Văn thư"
    )
    for letter in ("a", "b"):
        body = u[f"ubnd_{letter}"]
        people[f"office_{letter}"] = make_user(
            f"chanhvp.{letter}", f"Ngô Văn Thử {letter.upper()}", (Role.HEAD_OF_OFFICE, body), unit=u[f"vp_{letter}"],
            title="Chánh Văn phòng xã",
        )  # fmt: skip
        people[f"servant_{letter}"] = make_user(
            f"congchuc.{letter}", f"Bùi Thị Mẫu {letter.upper()}", (Role.CIVIL_SERVANT, body), unit=body
        )
    people["party_a"] = make_user("vanphong.du", "Đặng Văn Mẫu", (Role.HEAD_OF_OFFICE, u["du_a"]), unit=u["du_a"])
    people["inspector"] = make_user(
        "kiemtra", "Lý Thị Thử", (Role.INSPECTOR, u["ubnd"]), unit=u["ubnd"], title="Thanh tra viên"
    )
    people["admin"] = make_user(
        "quantri",
        "Mai Văn Ví Dụ",
        (Role.ADMINISTRATOR, u["province"]),
        unit=u["office"],
        title="Quản trị",
        include_subtree=True,
    )
    people["outsider"] = make_user("nguoila", "Tạ Văn Giả Định")
