"""Who is told: those who hold a permission for a unit today, the person in charge, the head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sauro.access.permissions import split_permission
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import ROLES, Role
from sauro.common.clock import today
from sauro.organizations.models import Appointment, Unit

Users = frozenset[UUID]
NOBODY: Users = frozenset()


def paths_to(path: str) -> list[str]:
    """Return the paths from a unit up to the root, its own first."""
    codes = path.rstrip("/").split("/")
    return ["/".join(codes[:count]) + "/" for count in range(len(codes), 0, -1)]


class Recipients:
    """The grants and heads of today, for some units or for all of them. Takes two queries when made."""

    def __init__(self, units: Iterable[Unit] | None = None) -> None:
        day = today()
        grants = Grant.objects.filter(valid__contains=day, user__is_active=True).select_related("unit")
        heads = Appointment.objects.filter(valid__contains=day, position__is_head=True, person__user__is_active=True)
        if units is not None:
            known = list(units)
            grants = grants.filter(unit__path__in={path for unit in known for path in paths_to(unit.path)})
            heads = heads.filter(unit__in=known)
        self._grants: dict[str, list[Grant]] = defaultdict(list)
        for grant in grants:
            self._grants[grant.unit.path].append(grant)
        self._heads: dict[UUID, set[UUID]] = defaultdict(set)
        self._heads_at: dict[str, set[UUID]] = defaultdict(set)
        for unit_id, path, user_id in heads.values_list("unit_id", "unit__path", "person__user"):
            self._heads[unit_id].add(user_id)
            self._heads_at[path].add(user_id)

    def nearest(self, permission: str, unit: Unit) -> Users:
        """Return those who hold a permission in the unit itself, or, when nobody does, in the nearest unit above."""
        for path in paths_to(unit.path):
            found = self._holders(permission, unit, path)
            if found:
                return found
        return NOBODY

    def everybody(self, permission: str, unit: Unit) -> Users:
        """Return all who hold a permission for the unit, from wherever above."""
        return frozenset().union(*(self._holders(permission, unit, path) for path in paths_to(unit.path)))

    def apart_from(self, other: Unit, *, permission: str, unit: Unit) -> Users:
        """Return those who hold a permission for the unit by a grant that does not reach ``other`` from above as well.

        Nobody is left out when ``other`` lies below the unit, or is it: what is below belongs to the unit.
        """
        is_below = other.path.startswith(unit.path)
        paths = [path for path in paths_to(unit.path) if is_below or not other.path.startswith(path)]
        return frozenset().union(*(self._holders(permission, unit, path) for path in paths))

    def heads(self, unit: Unit, *, seeing: str, otherwise: str) -> Users:
        """Return the heads of a unit who hold ``seeing`` for it; without any, the nearest holders of ``otherwise``."""
        heads = frozenset(self._heads.get(unit.pk, ())) & self.everybody(seeing, unit)
        return heads or self.nearest(otherwise, unit)

    def heads_above(self, unit: Unit, *, seeing: str) -> Users:
        """Return the heads of the units above who hold ``seeing`` for the unit."""
        above = frozenset[UUID]().union(*(self._heads_at.get(path, ()) for path in paths_to(unit.path)[1:]))
        return above & self.everybody(seeing, unit)

    def _holders(self, permission: str, unit: Unit, path: str) -> Users:
        group, level = split_permission(permission)
        rank = group.rank(level)
        return frozenset(
            grant.user_id
            for grant in self._grants.get(path, ())
            if grant.domain == unit.domain
            and (grant.include_subtree or path == unit.path)
            and dict(ROLES[Role(grant.role)].ranks()).get(group.name, 0) >= rank
        )


def users_of_posts(appointments: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the active users behind appointments that are in force today, by appointment. Takes one query."""
    rows = User.objects.filter(
        is_active=True, person__appointments__in=list(appointments), person__appointments__valid__contains=today()
    )
    return dict(rows.values_list("person__appointments", "pk"))
