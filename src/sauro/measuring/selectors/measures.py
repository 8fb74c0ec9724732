"""What a measure is on a day for the unit of a share, as far as the reader may have figures of its workforce.

Figures of other domains are those released to the domain of the indicator; they are added up as numbers and meet in no
query.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.headcounts.catalogue import FIGURES as REPORTED
from sauro.headcounts.scope import Place, Scope
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.selectors.report import report_of, words_above, words_below
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.measuring.enums import FIGURES, Measure
from sauro.measuring.models import MeasureLink
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.targets.models import Share


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure on a day. Without numerator or denominator it cannot be taken over, and ``missing`` says why.

    ``above`` and ``below`` say what is counted; ``sources`` name the releases of other domains in it.
    """

    measure: Measure
    day: dt.date
    numerator: int | None
    denominator: int | None
    above: str
    below: str
    sources: Sequence[str] = ()
    missing: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it can be taken over."""
        return self.numerator is not None and bool(self.denominator) and not self.missing

    @property
    def percent(self) -> Decimal | None:
        """The ratio in per cent, to one place; None without a denominator."""
        if self.numerator is None or not self.denominator:
            return None
        return (Decimal(100 * self.numerator) / self.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)


def link_of(share: Share) -> MeasureLink | None:
    """Return the link of the indicator of a share."""
    return MeasureLink.objects.filter(indicator=share.indicator_id).first()


def measured(actor: Actor, share: Share, measure: Measure, day: dt.date) -> Measured:
    """Return a measure of the commune workforce below the unit of a share on a day.

    Raises ``NotAllowed`` and ``NotVisible`` for those who may not have figures there, ``day-in-future``.
    """
    scope = _whole_scope(actor, Domain(share.indicator.domain), day, _branch(share.unit))
    figure = REPORTED[FIGURES[measure]]
    report = report_of(actor, scope, snapshot_of(scope.domain, day))
    line = report.line(figure.code)
    words = (words_above(figure, scope.cut), words_below(figure))
    if line is None:
        return Measured(measure, day, None, None, *words, missing=_("Khối này không có số đo ấy."))
    shares = {share.domain for share in line.shares}
    sources = [
        _("khối %(domain)s: số chuyển giao đến ngày %(day)s")
        % {"domain": domain.label, "day": f"{given.release.day:%d/%m/%Y}"}
        for domain, given in report.given.items()
        if domain in shares and domain != scope.domain
    ]
    return Measured(
        measure, day, line.numerator, line.denominator, *words, sources, _missing(line.missing, line.is_withheld)
    )


def _missing(domains: Sequence[Domain], is_withheld: bool) -> str:  # noqa: FBT001 -- a fact, not a switch
    if domains:
        named = ", ".join(str(domain.label) for domain in domains)
        return _("Chưa có số liệu chuyển giao của khối: %(named)s.") % {"named": named}
    return _("Số liệu chuyển giao giữ lại số này vì nhóm quá nhỏ.") if is_withheld else ""


def _whole_scope(actor: Actor, domain: Domain, day: dt.date, branch: Unit) -> Scope:
    """Return the scope of a whole branch. A part of it would be a wrong figure of the whole."""
    scope = scope_for(actor, domain, day, below=[branch], level=UnitLevel.COMMUNE)
    if not any(place.covers(Place(branch.path)) for place in scope.places):
        raise NotAllowed("not-allowed", _("Bạn chỉ xem được một phần đội ngũ của phạm vi này."))
    return scope


def _branch(unit: Unit) -> Unit:
    """Return the territory that a unit works for: a commune, or the province."""
    if unit.level == UnitLevel.COMMUNE and unit.territory is not None:
        return unit.territory
    root: Unit = Unit.objects.filter(kind=UnitKind.TERRITORY, level=UnitLevel.PROVINCE).order_by("path")[:1].get()
    return root
