"""What notices may be about beyond work and difficulties: areas on the right register their kinds of objects here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model, QuerySet

from sauro.access.actor import Actor
from sauro.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind of objects: those an actor may see, and the address of one of them."""

    name: str
    visible: Callable[[Actor], QuerySet[Model]]
    address: Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class Subject:
    """One such object as a notice shows it: by its code and last day, never by its words."""

    kind: str
    pk: UUID
    domain: str
    code: str
    due_on: dt.date | None


_LONGEST = 20


def in_short(unit: Unit) -> str:
    """Return how a notice names a unit: as short as a code."""
    name = unit.short_name or unit.name
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


_KINDS: dict[str, SubjectKind] = {}


def register_subject(kind: SubjectKind) -> None:
    """Add a kind; the same name twice is a programming error."""
    if kind.name in _KINDS:
        raise ValueError(f"subject of notices {kind.name!r} is registered twice")
    _KINDS[kind.name] = kind


def subject_kinds() -> list[SubjectKind]:
    """Return every kind, ordered by name."""
    return [_KINDS[name] for name in sorted(_KINDS)]


def subject_address(kind: str, pk: UUID) -> str:
    """Return the address of an object; that of the notices when its kind is not installed any more."""
    return _KINDS[kind].address(pk) if kind in _KINDS else ""
