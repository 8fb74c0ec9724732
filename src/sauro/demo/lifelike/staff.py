"""The people of every unit: who leads, who works, who takes in, who decides. Missing ones are created, all invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from sauro.access.actor import Actor, Door, system_actor
from sauro.accounts.actors import load_actors
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.demo.accounts import create_all
from sauro.demo.lifelike.ledger import Who
from sauro.demo.people import DemoGrant, DemoPerson
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Appointment, Unit

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Hữu", "Ngọc", "Quốc", "Kim", "Hoàng", "Thu")
_GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phúc",
    "Sơn",
    "Tâm",
    "Yến",
)
_INVENTED = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")

_LEADING = frozenset({Role.UNIT_HEAD, Role.LEADER, Role.HEAD_OF_OFFICE, Role.RECEIVER})
_DECIDING = frozenset({Role.LEADER, Role.HEAD_OF_OFFICE})


@dataclass(slots=True)
class Staff:
    """Who does what for one unit."""

    unit: Unit
    leads: list[Who] = field(default_factory=list)
    workers: list[Who] = field(default_factory=list)
    clerks: list[Who] = field(default_factory=list)
    deciders: list[Who] = field(default_factory=list)


def create_staff(*, actor: Actor, seed: int) -> int:
    """Create the people that units of the State and the Party need for the work of the story; return how many."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    chance = Random(seed)  # noqa: S311 -- invented names, no secret
    return create_all(actor=actor, people=list(_people(chance, list(units.values()))), units=units)


def load_staff() -> dict[UUID, Staff]:
    """Return the people of every unit that has some, in the order of their names for signing in."""
    staff: dict[UUID, Staff] = {}
    everybody = _everybody()
    grants = Grant.objects.filter(include_subtree=False).select_related("unit").order_by("user__username", "role")
    for grant in grants:
        who, role = everybody.get(grant.user_id), Role(grant.role)
        if who is None:
            continue
        people = staff.setdefault(grant.unit_id, Staff(grant.unit))
        for group, belongs in (
            (people.leads, role in _LEADING),
            (people.deciders, role in _DECIDING),
            (people.clerks, role == Role.CLERK),
            (people.workers, role == Role.CIVIL_SERVANT),
        ):
            if belongs:
                group.append(who)
    return staff


def system() -> Who:
    """Return what acts at night."""
    return Who(system_actor("", door=Door.JOB))


def _everybody() -> dict[UUID, Who]:
    posts = {
        post.pk: post
        for post in Appointment.objects.select_related("person", "position", "unit").order_by("position__rank")
    }
    users = list(User.objects.filter(person__isnull=False).select_related("person").order_by("username"))
    found = {}
    for user_id, actor in load_actors(users=users, door=Door.WEB, request_id="").items():
        post = posts[actor.appointment_ids[0]] if actor.appointment_ids else None
        found[user_id] = Who(actor, post.pk if post else None, str(post) if post else "")
    return found


def _people(random: Random, units: list[Unit]) -> Iterator[DemoPerson]:
    for unit in sorted(units, key=lambda one: one.path):
        for number, (role, name, title, is_head) in enumerate(_posts(unit), start=1):
            yield DemoPerson(
                f"{name}.{unit.code.lower()}.{number}"[:60], _name(random), unit.code, title,
                (DemoGrant(role, unit.code),), is_head=is_head,
            )  # fmt: skip


def _posts(unit: Unit) -> list[tuple[Role, str, str, bool]]:
    """The posts of a unit: role, sign-in name, title, and whether its holder heads the unit."""
    worker = (Role.CIVIL_SERVANT, "chuyenvien", "Chuyên viên", False)
    clerk = (Role.CLERK, "vanthu", "Văn thư", False)
    if unit.valid.isempty or unit.valid.upper is not None or unit.domain == Domain.FRONT:
        return []
    if unit.level == UnitLevel.PROVINCE:
        if unit.code in ("T.UBND", "T.TU"):
            return [clerk, clerk, *[(Role.HEAD_OF_OFFICE, "phochanhvp", "Phó Chánh Văn phòng", False)] * 3]
        is_body = unit.kind in _PROVINCIAL
        return [(Role.UNIT_HEAD, "thutruong", "Thủ trưởng cơ quan", True), *[worker] * 4] if is_body else []
    if unit.kind in (UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE):
        leader = (Role.LEADER, "lanhdao", "Chủ tịch" if unit.domain == Domain.STATE else "Bí thư", True)
        return [leader, (Role.HEAD_OF_OFFICE, "chanhvp", "Chánh Văn phòng", False), clerk, *[worker] * 3]
    if unit.kind in (UnitKind.DIVISION, UnitKind.OFFICE, UnitKind.SERVICE_CENTRE):
        return [(Role.UNIT_HEAD, "truongphong", "Trưởng phòng", True), *[worker] * 2]
    return []


_PROVINCIAL = frozenset(
    {
        UnitKind.DEPARTMENT, UnitKind.MILITARY, UnitKind.POLICE, UnitKind.PARTY_BODY, UnitKind.PARTY_COMMITTEE,
        UnitKind.OFFICE, UnitKind.SERVICE_CENTRE,
    }
)  # fmt: skip


def _name(random: Random) -> str:
    parts = (random.choice(_FAMILY), random.choice(_MIDDLE), random.choice(_GIVEN), random.choice(_INVENTED))
    return " ".join(parts)


def codes_of(units: Mapping[UUID, Staff]) -> list[str]:
    """Return the codes of the units with people."""
    return sorted(people.unit.code for people in units.values())
