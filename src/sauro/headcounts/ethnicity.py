"""The code of an ethnic group in figures: the key of its name, so that no official number is relied on."""

from __future__ import annotations

from sauro.workforce.ethnic_groups import group_named, key_of

MAJORITY = "kinh"


def ethnic_code(name: str) -> str:
    """Return the code of an ethnic group by a name for it, or nothing for a name that is not known."""
    group = group_named(name)
    return key_of(group) if group else ""
