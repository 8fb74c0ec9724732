"""Groups of units that are fairly compared with each other: communes only with their like."""

from __future__ import annotations

from django.db.models import Case, CharField, Q, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from sauro.organizations.enums import CommuneType, UnitKind, UnitLevel


class UnitGroup(TextChoices):
    """The groups, in the order in which they are shown."""

    DEPARTMENTS = "departments", _("Cơ quan cấp tỉnh")
    COMMUNES = "communes", _("Xã")
    WARDS = "wards", _("Phường")
    ZONES = "zones", _("Đặc khu")
    DIVISIONS = "divisions", _("Phòng, đơn vị trực thuộc")
    PARTY = "party", _("Cơ quan Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể")


def group_condition(group: UnitGroup, *, unit: str) -> Q:
    """Return the condition "the unit at lookup ``unit`` belongs to the group".

    ``unit`` is empty when the row is itself a unit. The groups share no unit and leave none out.
    """
    at = f"{unit}__" if unit else ""
    party = Q(**{f"{at}kind__in": (UnitKind.PARTY_COMMITTEE, UnitKind.PARTY_BODY)})
    front = Q(**{f"{at}kind__in": (UnitKind.FRONT, UnitKind.MASS_ORGANISATION)})
    departments = ~party & ~front & Q(**{f"{at}level": UnitLevel.PROVINCE})
    local = ~party & ~front & ~Q(**{f"{at}level": UnitLevel.PROVINCE})
    committees = local & Q(**{f"{at}kind": UnitKind.PEOPLES_COMMITTEE})
    wards = Q(**{f"{at}commune_type": CommuneType.WARD})
    zones = Q(**{f"{at}commune_type": CommuneType.SPECIAL_ZONE})
    conditions = {
        UnitGroup.DEPARTMENTS: departments,
        UnitGroup.COMMUNES: committees & ~wards & ~zones,
        UnitGroup.WARDS: committees & wards,
        UnitGroup.ZONES: committees & zones,
        UnitGroup.DIVISIONS: local & ~Q(**{f"{at}kind": UnitKind.PEOPLES_COMMITTEE}),
        UnitGroup.PARTY: party,
        UnitGroup.FRONT: front,
    }
    return conditions[group]


def group_case(*, unit: str = "") -> Case:
    """Return the group of the unit at lookup ``unit`` as an expression; empty when the row is itself a unit."""
    cases = [When(group_condition(group, unit=unit), then=Value(group.value)) for group in UnitGroup]
    return Case(*cases, output_field=CharField())
