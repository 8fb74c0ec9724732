"""Sets up the units of one province: territories, bodies of both systems, at both levels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations import events, territories
from sauro.organizations.models import Unit
from sauro.organizations.services.blueprint import Blueprint, Earlier, ProvincePlan, plan_province
from sauro.organizations.services.locks import lock_register
from sauro.organizations.services.writing import write_blueprint
from sauro.organizations.structure.province import DEPARTMENTS_BY_PROVINCE
from sauro.organizations.territories import CommuneRow, FormerCommuneRow, ProvinceRow

TWO_TIER_START = dt.date(2025, 7, 1)
"""The day the two-tier local government began (Law 72/2025/QH15)."""

PARTY_CUT_OVER = dt.date(2026, 10, 1)
"""The first day of the commune Party organisation of QĐ 208-QĐ/TW (26/7/2026), unless set otherwise.

The rule leaves the day to each province; the one case known ended its old shape on 30/9/2026 (a secondary source)."""

ROOT_CODE = "T"


@dataclass(frozen=True, slots=True)
class SetUpResult:
    """How many units were created, and how many there were already."""

    created: int
    existing: int


def set_up_province(
    *,
    actor: Actor,
    province_code: str,
    optional_departments: frozenset[str] | None = None,
    party_cut_over: dt.date = PARTY_CUT_OVER,
) -> SetUpResult:
    """Create the units of a real province; what exists already is left as it is, so it may be called again.

    ``optional_departments`` are suffixes of :data:`~sauro.organizations.structure.province.OPTIONAL_SUFFIXES`; None
    takes those known of the province. Only the system may do this (the command). Raises a :class:`DomainError` for an
    unknown code and :class:`Conflict` when the installation holds another province: one installation is one province.
    """
    row = territories.province(province_code)
    if row is None:
        raise DomainError(
            "unknown-province", _("Không có tỉnh, thành phố nào mang mã %(code)s.") % {"code": province_code}
        )
    departments = (
        DEPARTMENTS_BY_PROVINCE.get(row.code, frozenset()) if optional_departments is None else optional_departments
    )
    return set_up_units(
        actor=actor,
        province=row,
        communes=territories.communes(row.code),
        former=territories.former_communes(row.code),
        optional_departments=departments,
        party_cut_over=party_cut_over,
    )


def set_up_units(
    *,
    actor: Actor,
    province: ProvinceRow,
    communes: Sequence[CommuneRow],
    former: Sequence[FormerCommuneRow] = (),
    optional_departments: frozenset[str] = frozenset(),
    party_cut_over: dt.date = PARTY_CUT_OVER,
    earlier: Earlier | None = None,
) -> SetUpResult:
    """Create the units of a province given row by row, as :func:`set_up_province` does for a real one.

    ``earlier`` says since when the bodies of the province are there, if longer than the two tiers.
    """
    if not actor.is_system:
        raise NotAllowed("not-allowed", _("Chỉ lệnh khởi tạo hệ thống được tạo danh mục đơn vị."))
    plan = ProvincePlan(
        province=province, communes=communes, former=former, optional_departments=optional_departments,
        starts=TWO_TIER_START, party_cut_over=party_cut_over, root_code=ROOT_CODE,
        earlier=earlier,
    )  # fmt: skip
    with transaction.atomic():
        lock_register()
        _require_same_province(province)
        blueprint = plan_province(plan)
        result = _write(blueprint)
        if result.created:
            root = Unit.objects.get(code=ROOT_CODE)
            changes = {"units": [result.existing, result.existing + result.created]}
            record_event(actor=actor, event=events.REGISTER_SET_UP, obj=root, changes=changes)
    return result


def _require_same_province(province: ProvinceRow) -> None:
    root = Unit.objects.filter(code=ROOT_CODE).first()
    if root is not None and root.name.lower() != province.name.lower():
        raise Conflict(
            "other-province",
            _("Cài đặt này đã dùng cho %(name)s. Mỗi cài đặt là một tỉnh: hãy dùng thư mục dữ liệu khác.")
            % {"name": root.name},
        )


def _write(blueprint: Blueprint) -> SetUpResult:
    known = dict(Unit.objects.values_list("code", "id"))
    created = write_blueprint(blueprint, known=known)
    return SetUpResult(created=created, existing=len(known))
