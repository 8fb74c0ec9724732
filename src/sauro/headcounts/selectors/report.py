"""The report: every figure with its numerator and denominator, and of which domains they are made.

Figures of one's own domain are counted now; those of others, and sensitive ones for readers who may not open such
facts, are what a named person released. They are added up here as numbers and meet in no query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.domains import Domain
from sauro.headcounts.catalogue import APPROVED, GROUPS, PARTS, TRAITS, VACANT, WITHIN, Figure, Part, is_sensitive
from sauro.headcounts.models import Snapshot
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.counting import counts
from sauro.headcounts.selectors.places import communes_in, may_open
from sauro.headcounts.selectors.released import Given, given_to


@dataclass(frozen=True, slots=True)
class Share:
    """What one domain has of a figure. None: withheld."""

    domain: Domain
    numerator: int | None
    denominator: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its numbers. ``shares`` by domain; ``missing``: domains that have released nothing.

    ``unknown``: how many of the group the denominator leaves out because nothing is stated of them.
    """

    figure: Figure
    shares: Sequence[Share]
    missing: Sequence[Domain]
    unknown: int | None = None

    @property
    def numerator(self) -> int | None:
        """The number above the line: that of all domains known, None when one of them is withheld or none is known."""
        return _sum([one.numerator for one in self.shares])

    @property
    def denominator(self) -> int | None:
        """The number below the line."""
        return _sum([one.denominator for one in self.shares])

    @property
    def percent(self) -> Decimal | None:
        """The ratio in per cent, to one place; None without a denominator."""
        if self.numerator is None or not self.denominator:
            return None
        return (Decimal(100 * self.numerator) / self.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)

    def is_like(self, other: Line) -> bool:
        """Whether both are of the same domains. Only then does the difference of their numbers say anything."""
        return {one.domain for one in self.shares} == {one.domain for one in other.shares}

    @property
    def is_withheld(self) -> bool:
        """Whether a domain's part is known but not shown."""
        return any(one.numerator is None or one.denominator is None for one in self.shares)


def _sum(numbers: Sequence[int | None]) -> int | None:
    if not numbers or any(one is None for one in numbers):
        return None
    return sum(one for one in numbers if one is not None)


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a scope on a day, part by part. ``given`` are the releases that went into it."""

    scope: Scope
    is_full: bool
    parts: Sequence[tuple[Part, Sequence[Line]]]
    given: Mapping[Domain, Given]

    def line(self, code: str) -> Line | None:
        """Return a figure by its code."""
        return next((one for _part, lines in self.parts for one in lines if one.figure.code == code), None)


def report_of(actor: Actor, scope: Scope, snapshot: Snapshot) -> Report:
    """Return the report of a scope that was cut down to the actor's reach (:func:`scope_for`), from its snapshot."""
    own = counts(snapshot, scope)
    is_full = may_open(actor, scope)
    communes = [one.pk for one in communes_in(scope)]
    given = {domain: given_to(scope.domain, domain, scope, communes) for domain in Domain}
    if is_full:
        given[scope.domain] = None
    kept = {domain: one for domain, one in given.items() if one is not None}
    parts = [(part, [_line(figure, scope, own, kept, is_full=is_full) for figure in part.figures]) for part in PARTS]
    return Report(scope, is_full, parts, kept)


def _line(
    figure: Figure, scope: Scope, own: Mapping[str, int], given: Mapping[Domain, Given], *, is_full: bool
) -> Line:
    shares, missing = [], []
    for domain in sorted(GROUPS[figure.group].domains, key=list(Domain).index):
        share = _share(figure, scope, domain, own, given, is_full=is_full)
        if share is None:
            missing.append(domain)
        else:
            shares.append(share)
    unknown = None
    if figure.trait in TRAITS and TRAITS[figure.trait].known and not TRAITS[figure.trait].is_of_some:
        unknown = _unknown(figure, scope, own, is_full=is_full)
    return Line(figure, shares, missing, unknown)


def _share(
    figure: Figure, scope: Scope, domain: Domain, own: Mapping[str, int], given: Mapping[Domain, Given], *,
    is_full: bool,
) -> Share | None:  # fmt: skip
    if domain == scope.domain and (is_full or not figure.is_sensitive):
        return Share(domain, own.get(figure.numerator, 0), own.get(figure.denominator, 0))
    held = given.get(domain)
    if held is None or figure.numerator not in held.numbers:
        return None
    if "young" in figure.trait and held.release.cut != scope.cut:
        return None
    return Share(domain, held.numbers[figure.numerator], held.numbers.get(figure.denominator))


def _unknown(figure: Figure, scope: Scope, own: Mapping[str, int], *, is_full: bool) -> int | None:
    if scope.domain not in GROUPS[figure.group].domains or (is_sensitive(figure.numerator) and not is_full):
        return None
    return own.get(figure.group, 0) - own.get(figure.denominator, 0)


def words_above(figure: Figure, cut: int) -> str:
    """Return what is counted above the line."""
    group = GROUPS[figure.group]
    if figure.trait == WITHIN:
        return _("%(group)s hiện có trong biên chế, số lượng được giao") % {"group": group.label}
    if figure.trait == VACANT:
        return _("%(group)s còn thiếu so với biên chế, số lượng được giao") % {"group": group.label}
    return _("%(group)s: %(trait)s") % {"group": group.label, "trait": str(TRAITS[figure.trait].label) % {"cut": cut}}


def words_below(figure: Figure) -> str:
    """Return what is counted below the line."""
    group, _dot, part = figure.denominator.partition(".")
    label = GROUPS[group].label
    if part == APPROVED:
        return _("%(group)s: biên chế, số lượng được giao") % {"group": label}
    if part:
        return _("%(group)s: %(known)s") % {"group": label, "known": TRAITS[part].label}
    return _("%(group)s hiện có") % {"group": label}
