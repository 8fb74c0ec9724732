"""The path of a unit (:attr:`sauro.organizations.models.Unit.path`): the codes from the root, each ended by a slash."""

from __future__ import annotations


def with_those_above(path: str) -> list[str]:
    """Return the path of a unit and those of all units above it, its own first."""
    codes = path.split("/")[:-1]
    return ["/".join(codes[:end]) + "/" for end in range(len(codes), 0, -1)]
