"""The sections of a programme in reading order, with their levels and labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.programmes.models import Programme, Section

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section with its level (1 to 3) and its number as read: "III.2"."""

    section: Section
    level: int
    label: str


def ordered_sections(programme: Programme) -> list[PlacedSection]:
    """Return the sections in reading order. Takes one query."""
    below: dict[UUID | None, list[Section]] = defaultdict(list)
    for section in programme.sections.order_by("position", "pk"):
        below[section.parent_id].append(section)
    return list(_walk(below, None, 1, ""))


def _walk(
    below: dict[UUID | None, list[Section]], parent: UUID | None, level: int, prefix: str
) -> Iterator[PlacedSection]:
    for number, section in enumerate(_of(below, parent), 1):
        label = roman(number) if level == 1 else f"{prefix}.{number}"
        yield PlacedSection(section, level, label)
        yield from _walk(below, section.pk, level + 1, label)


def _of(below: dict[UUID | None, list[Section]], parent: UUID | None) -> Sequence[Section]:
    return below.get(parent, ())


def roman(number: int) -> str:
    """Return a Roman number below 40."""
    printed = ""
    for value, letters in _ROMAN:
        while number >= value:
            printed, number = printed + letters, number - value
    return printed
