"""The catalogue of permissions: a few groups, each with ordered levels; a level includes those below it.

An app adds its group with :func:`register_group` in its ``permissions.py``. Asking for an unknown group or level
raises, so a mistyped permission fails the first time it is used and not silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

Label = str | Promise

_GROUPS: dict[str, PermissionGroup] = {}


@dataclass(frozen=True, slots=True)
class PermissionGroup:
    """A named group and its levels from least to most, each with its Vietnamese label."""

    name: str
    label: Label
    levels: Mapping[str, Label]

    def rank(self, level: str) -> int:
        """Return the position of a level, 1 for the lowest. Raises ``KeyError`` for an unknown one."""
        return list(self.levels).index(level) + 1 if level in self.levels else self._unknown(level)

    def _unknown(self, level: str) -> int:
        raise KeyError(f"permission group {self.name!r} has no level {level!r}")


def register_group(name: str, label: Label, levels: Mapping[str, Label]) -> PermissionGroup:
    """Add a group to the catalogue; the same name twice is a programming error."""
    if name in _GROUPS:
        raise ValueError(f"permission group {name!r} is registered twice")
    _GROUPS[name] = PermissionGroup(name, label, dict(levels))
    return _GROUPS[name]


def get_group(name: str) -> PermissionGroup:
    """Return a registered group. Raises ``KeyError`` for an unknown one."""
    return _GROUPS[name]


def all_groups() -> list[PermissionGroup]:
    """Return the catalogue ordered by name."""
    return [_GROUPS[name] for name in sorted(_GROUPS)]


def split_permission(permission: str) -> tuple[PermissionGroup, str]:
    """Split ``"documents.review"`` into its group and level, checking that both exist."""
    group_name, _, level = permission.partition(".")
    group = get_group(group_name)
    group.rank(level)
    return group, level
