"""The roles of the product: named bundles of permission levels, granted to a user for a unit and a domain.

Roles are code, not data: what a role may do is reviewed and tested like everything else. Who holds which role where
is data (:class:`sauro.accounts.models.Grant`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import get_group


class Role(models.TextChoices):
    """Who somebody is in a unit."""

    CLERK = "clerk", _("Văn thư")
    HEAD_OF_OFFICE = "head_of_office", _("Chánh Văn phòng")
    LEADER = "leader", _("Lãnh đạo")
    UNIT_HEAD = "unit_head", _("Trưởng cơ quan, đơn vị")
    CIVIL_SERVANT = "civil_servant", _("Công chức, chuyên viên")
    HOME_AFFAIRS = "home_affairs", _("Nội vụ, tổ chức")
    PERSONNEL = "personnel", _("Quản lý hồ sơ, biên chế")
    INSPECTOR = "inspector", _("Kiểm tra, thanh tra")
    RECEIVER = "receiver", _("Cơ quan nhận việc")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """What a role may do: a level per permission group."""

    role: Role
    levels: Mapping[str, str]

    def ranks(self) -> tuple[tuple[str, int], ...]:
        """Return the rank reached in each group; raises ``KeyError`` for an unknown group or level."""
        return tuple((name, get_group(name).rank(level)) for name, level in sorted(self.levels.items()))


ROLES: Mapping[Role, RoleDefinition] = {
    definition.role: definition
    for definition in (
        RoleDefinition(
            Role.CLERK,
            {
                "documents": "send",
                "giving": "follow",
                "tasks": "view",
                "units": "view",
                "periods": "view",
                "listings": "share",
                "reports": "fill",
                "report_rounds": "follow",
                "targets": "keep",
                "programmes": "write",
            },
        ),
        RoleDefinition(
            Role.HEAD_OF_OFFICE,
            {
                "documents": "send",
                "giving": "decide",
                "tasks": "lead",
                "units": "view",
                "secrecy": "purge",
                "accuracy": "view",
                "periods": "manage",
                "listings": "share",
                "reports": "fill",
                "report_rounds": "manage",
                "work_fields": "manage",
                "targets": "decide",
                "programmes": "appraise",
                "workforce": "view",
                "appraisal_rules": "propose",
            },
        ),
        RoleDefinition(
            Role.LEADER,
            {
                "documents": "view",
                "giving": "decide",
                "tasks": "lead",
                "units": "view",
                "periods": "view",
                "listings": "share",
                "reports": "approve",
                "report_rounds": "follow",
                "targets": "decide",
                "programmes": "decide",
                "workforce": "view",
                "appraisals": "judge",
                "appraisal_rules": "decide",
                "ratings": "decide",
            },
        ),
        RoleDefinition(
            # Whoever splits the work of their unit is the giver of its parts.
            Role.UNIT_HEAD,
            {
                "documents": "view",
                "giving": "decide",
                "tasks": "lead",
                "units": "view",
                "periods": "manage",
                "listings": "share",
                "reports": "approve",
                "report_rounds": "manage",
                "targets": "decide",
                "programmes": "write",
                "workforce": "view",
                "appraisals": "judge",
                "appraisal_rules": "propose",
                "ratings": "decide",
            },
        ),
        RoleDefinition(
            Role.CIVIL_SERVANT, {"units": "view", "reports": "fill", "targets": "record", "programmes": "write"}
        ),
        RoleDefinition(
            Role.HOME_AFFAIRS,
            {
                "giving": "decide",
                "tasks": "lead",
                "units": "manage",
                "listings": "share",
                "workforce": "manage",
                "private_facts": "record",
                "appraisals": "view",
                "appraisal_rules": "manage",
                "ratings": "keep",
                "planning": "confirm",
            },
        ),
        RoleDefinition(
            # Keeps the records of people where the office of home affairs is nobody's whole job, as in a commune.
            Role.PERSONNEL,
            {
                "units": "view",
                "listings": "share",
                "workforce": "manage",
                "private_facts": "record",
                "appraisals": "view",
                "appraisal_rules": "manage",
                "ratings": "keep",
                "planning": "confirm",
            },
        ),
        RoleDefinition(
            Role.INSPECTOR,
            {
                "documents": "view",
                "tasks": "view",
                "giving": "view",
                "history": "view",
                "reports": "view",
                "report_rounds": "follow",
                "targets": "view",
                "programmes": "view",
                "workforce": "view",
            },
        ),
        RoleDefinition(
            Role.RECEIVER,
            {
                "giving": "decide",
                "tasks": "lead",
                "units": "view",
                "listings": "share",
                "reports": "approve",
                "targets": "decide",
                "programmes": "view",
                "appraisal_rules": "propose",
            },
        ),
        RoleDefinition(
            Role.ADMINISTRATOR,
            {
                "accounts": "manage",
                "units": "manage",
                "history": "view",
                "secrecy": "purge",
                "accuracy": "view",
                "calendar": "manage",
                "checking": "configure",
                "work_fields": "manage",
            },
        ),
    )
}
