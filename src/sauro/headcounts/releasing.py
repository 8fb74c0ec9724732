"""Which counts of a domain go into a release: plain ones as they are, those of people by trait as far as safe. Pure.

Of sensitive facts everything is protected, the whole branch too. Of plain ones (sex, age, degrees) the whole branch is
told, as that is what the release is for, and its communes are protected.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from sauro.headcounts.catalogue import APPROVED, OF_GROUP, TRAITS, VACANT, WITHIN, groups_of
from sauro.headcounts.protect import Cell, Published, may_stand, publish, publish_parts

K = TypeVar("K", bound=Hashable)
Counts = Mapping[str, int]
Given = dict[str, int | None]
WHOLE = None
"""The key of the whole branch among its communes."""

FAMILIES: tuple[tuple[str, ...], ...] = (
    ("female",), ("young",), ("minority",), ("university", "postgraduate"), ("intermediate", "advanced"), ("well",),
    ("digital",), ("standard",),
)  # fmt: skip
"""Traits that exclude each other, with what they leave of those of whom the family is known, and of the group."""

_ROOTS = ("officials", "employees", "committee", "chair", "council_chair", "org_head")
_INSIDE = (("committee", "standing"), ("standing", "deputy"), ("standing", "secretary"))
"""Groups that lie within another: released for the whole branch alone."""


_SUMS = (
    ("everyone", ("officials", "employees")), ("key", ("secretary", "deputy")), ("key", ("chair", "council_chair")),
)  # fmt: skip
"""Groups that are the sum of others, which exclude each other."""


def released_counts(
    by_commune: Mapping[K, Counts], domain: str, earlier: Sequence[Mapping[K | None, Mapping[str, int | None]]] = ()
) -> dict[K | None, Given]:
    """Return the counts to release, by commune and for the whole (None). A count that is withheld is None.

    ``earlier`` are the releases before it, in the same form.
    """
    found: dict[K | None, Given] = {key: _plain(counts, domain) for key, counts in by_commune.items()}
    sums: dict[str, int] = {}
    for counts in by_commune.values():
        for code, number in counts.items():
            sums[code] = sums.get(code, 0) + number
    found[WHOLE] = _plain(sums, domain)
    groups = {group.code for group in groups_of(domain)}
    for family in FAMILIES:
        for group in _ROOTS:
            if group in groups:
                _release_root(found, by_commune, group, family, earlier)
        _release_inside(found, sums, family, earlier, groups)
        _release_sums(found, family)
    return found


def _plain(counts: Counts, domain: str) -> Given:
    plain: Given = {}
    for group in groups_of(domain):
        plain[group.code] = counts.get(group.code, 0)
        if group.has_places:
            for part in (APPROVED, WITHIN, VACANT):
                plain[f"{group.code}.{part}"] = counts.get(f"{group.code}.{part}", 0)
    return plain


def _traits_of(group: str, family: Sequence[str]) -> list[str]:
    return [trait for trait in family if trait in OF_GROUP[group]]


def _is_sensitive(traits: Sequence[str]) -> bool:
    return any(TRAITS[trait].is_sensitive for trait in traits)


def _cell(counts: Mapping[str, int | None], group: str, traits: Sequence[str]) -> Cell | None:
    """Return those with each trait, the others of whom the family is known, and those of whom it is not."""
    numbers = [counts.get(f"{group}.{trait}") for trait in traits]
    known_code = TRAITS[traits[0]].known
    known = counts.get(f"{group}.{known_code}") if known_code else counts.get(group)
    people = counts.get(group)
    if people is None or known is None or any(one is None for one in numbers):
        return None
    held = [one or 0 for one in numbers]
    return (*held, known - sum(held), people - known)


def _zeroed(counts: Counts, group: str, traits: Sequence[str]) -> Cell:
    codes = [group, *(f"{group}.{trait}" for trait in traits), f"{group}.{TRAITS[traits[0]].known}"]
    cell = _cell({code: counts.get(code, 0) for code in codes}, group, traits)
    return cell or ()


def _write(given: Given, group: str, traits: Sequence[str], cell: Cell | None) -> None:
    known = TRAITS[traits[0]].known
    for place, trait in enumerate(traits):
        given[f"{group}.{trait}"] = None if cell is None else cell[place]
    if known:
        given[f"{group}.{known}"] = None if cell is None else sum(cell[:-1])


def _release_root(
    found: dict[K | None, Given], by_commune: Mapping[K, Counts], group: str, family: Sequence[str],
    earlier: Sequence[Mapping[K | None, Mapping[str, int | None]]],
) -> None:  # fmt: skip
    traits = _traits_of(group, family)
    if not traits:
        return
    before = [
        Published(
            {key: _cell(one.get(key, {}), group, traits) for key in by_commune},
            _cell(one.get(WHOLE, {}), group, traits),
        )
        for one in earlier
    ]
    cells = {key: _zeroed(counts, group, traits) for key, counts in by_commune.items()}
    shown = publish(cells, before, tells_total=not _is_sensitive(traits))
    for key, cell in shown.cells.items():
        _write(found[key], group, traits, cell)
    _write(found[WHOLE], group, traits, shown.total)


def _release_inside(
    found: dict[K | None, Given], sums: Counts, family: Sequence[str],
    earlier: Sequence[Mapping[K | None, Mapping[str, int | None]]], groups: set[str],
) -> None:  # fmt: skip
    """Release the groups that lie within another, for the whole branch: with what they leave of the released outer."""
    for outer in ("committee", "standing"):
        inner = [name for above, name in _INSIDE if above == outer and name in groups and _traits_of(name, family)]
        if not inner:
            continue
        traits = _traits_of(inner[0], family)
        parts = [(name, _zeroed(sums, name, traits)) for name in inner]
        before = [{name: _cell(one.get(WHOLE, {}), name, traits) for name in (outer, *inner)} for one in earlier]
        whole = _cell(found[WHOLE], outer, traits)
        if not _is_sensitive(traits):
            shown: Mapping[str, Cell | None] = dict(parts)
        elif whole is not None:
            shown = publish_parts(whole, parts, [{"": one[outer], **one} for one in before])
        else:
            shown = {name: cell if may_stand(cell, [one[name] for one in before]) else None for name, cell in parts}
        for name in inner:
            _write(found[WHOLE], name, traits, shown[name])


def _release_sums(found: dict[K | None, Given], family: Sequence[str]) -> None:
    """Add what is the sum of two released groups: everyone, and on the Party's side the key posts."""
    for given in found.values():
        for whole, parts in _SUMS:
            if any(part not in given for part in parts):
                continue
            for trait in family:
                codes = [f"{part}.{trait}" for part in parts]
                if all(code in given for code in codes):
                    numbers = [given[code] for code in codes]
                    given[f"{whole}.{trait}"] = _sum(numbers)
                    known = TRAITS[trait].known
                    if known:
                        given[f"{whole}.{known}"] = _sum([given.get(f"{part}.{known}") for part in parts])


def _sum(numbers: Sequence[int | None]) -> int | None:
    return None if any(one is None for one in numbers) else sum(one or 0 for one in numbers)
