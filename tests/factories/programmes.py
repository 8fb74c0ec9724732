"""Builds programmes for tests through the services, in commune A."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sauro.access.actor import Actor
from sauro.accounts.roles import Role
from sauro.programmes.enums import ProgrammeKind
from sauro.programmes.models import Entry, Programme, Section
from sauro.programmes.services.entries import EntryFields, add_entry
from sauro.programmes.services.making import create_programme
from tests.factories.organizations import make_user
from tests.personas import World

WORK = "Lắp đặt đèn chiếu sáng tại tuyến đường vào chợ Mẫu"


def plan_of(world: World, persona: str = "office_a", unit: str = "ubnd_a") -> Programme:
    """Return a fresh plan of a people's committee, or programme of a Party committee, from the built-in template."""
    kind = ProgrammeKind.PROGRAMME if world.units[unit].domain == "party" else ProgrammeKind.PLAN
    template = "chuong-trinh" if kind == ProgrammeKind.PROGRAMME else "ke-hoach"
    return create_programme(
        actor=world.actor(persona), unit_id=world.units[unit].pk, kind=kind, template=template,
        first_year=2026, last_year=2030,
    )  # fmt: skip


def chair_of(world: World) -> Actor:
    """Return the chair of commune A's people's committee: one person more than the personas."""
    if "leader_a" not in world.users:
        unit = world.units["ubnd_a"]
        world.users["leader_a"] = make_user(
            "chutich.a", "Phan Văn Ví Dụ", (Role.LEADER, unit), unit=unit, title="Chủ tịch"
        )
    return world.actor("leader_a")


def section(programme: Programme, title: str = "Quy hoạch") -> Section:
    """Return a section by its title."""
    return programme.sections.get(title=title)


def entry_fields(world: World, **columns: Any) -> EntryFields:
    """Return a line with all six clears, led by the economic division of commune A."""
    defaults: dict[str, Any] = {
        "work": WORK,
        "lead_unit_id": world.units["pkt_a"].pk,
        "person_text": "Trưởng phòng Kinh tế",
        "measures": "Đấu thầu rộng rãi",
        "money": "none",
        "due_text": "Quý IV/2028",
        "authority": "Chủ tịch Ủy ban nhân dân quyết định",
        "product": "12 bộ đèn được nghiệm thu",
    }
    return EntryFields(**{**defaults, **columns})


def entry_of(
    world: World, programme: Programme, *, title: str = "Quy hoạch", demand_id: UUID | None = None, **columns: Any
) -> Entry:
    """Return a line added by the head of the commune's office."""
    persona = "party_a" if programme.domain == "party" else "office_a"
    if programme.domain == "party":
        columns.setdefault("lead_unit_id", None)
        columns.setdefault("lead_text", "Văn phòng Đảng ủy")
    return add_entry(
        actor=world.actor(persona), programme_id=programme.pk, section_id=section(programme, title).pk,
        fields=entry_fields(world, **columns), demand_id=demand_id,
    )  # fmt: skip
