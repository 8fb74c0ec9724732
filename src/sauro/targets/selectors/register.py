"""Reads of the register of targets: lists, and one share with everything its page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.policies import within
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import NotVisible
from sauro.documents.models import StoredFile
from sauro.organizations.models import Unit
from sauro.targets import rules
from sauro.targets.enums import AskState
from sauro.targets.models import Actual, Ask, Settlement, Share, YearLine
from sauro.targets.policies import actual_policy, indicator_policy, line_policy, share_policy
from sauro.targets.rules import AddUp, Amount, Direction
from sauro.tasks.enums import Decision
from sauro.tasks.models import ProductVersion
from sauro.tasks.policies import assignment_policy

MOST_EVENTS = 60
MOST_ACTUALS = 60
MOST_PRODUCTS = 50
_OPEN_ASKS = Ask.objects.filter(share=OuterRef("share"), year=OuterRef("year"), state=AskState.OPEN)


@dataclass(frozen=True, slots=True)
class LineView:
    """A year as its page shows it. Paces are in the measure of the indicator a month."""

    line: YearLine
    asks: Sequence[Ask]
    settlements: Sequence[Settlement]
    gap: Decimal | None
    needed: Decimal | None
    present: Decimal | None
    is_missed: bool
    is_stale: bool

    @property
    def open_asks(self) -> int:
        """How many values wait for a person."""
        return sum(ask.state == AskState.OPEN for ask in self.asks)


@dataclass(frozen=True, slots=True)
class CutYear:
    """A year of a target as it is divided over one kind of units: what is given, and what is left."""

    year: int
    target: Decimal | None
    given: rules.Total
    remainder: Decimal | None


@dataclass(frozen=True, slots=True)
class Cut:
    """One way a target is divided: over the communes, or over bodies of the own level."""

    is_local: bool
    parts: Sequence[Share]
    years: Sequence[CutYear]
    rows: Sequence[tuple[Share, Sequence[YearLine | None]]]


@dataclass(frozen=True, slots=True)
class SharePage:
    """A share with all its page shows."""

    share: Share
    lines: Sequence[LineView]
    cuts: Sequence[Cut]
    actuals: Sequence[Actual]
    events: Sequence[AuditEvent]
    may_keep: bool
    may_decide: bool
    may_record: bool
    may_define: bool


def visible_lines(actor: Actor) -> QuerySet[YearLine]:
    """Return the years of shares that the actor may see, each with whether a value waits for a person."""
    rows = line_policy.visible(actor).annotate(is_contested=Exists(_OPEN_ASKS))
    return rows.select_related("share__indicator__field", "share__indicator__owner_unit", "share__unit", "target_from")


def contested(rows: QuerySet[YearLine]) -> QuerySet[YearLine]:
    """Return the years among ``rows`` in which a value waits for a person."""
    return rows.filter(Exists(_OPEN_ASKS))


def missed(on: dt.date) -> Q:
    """Return the condition of the years that are over without their target being reached."""
    return Q(year__lt=on.year, target__isnull=False) & ~Q(standing="reached")


def stale(on: dt.date) -> Q:
    """Return the condition of the running years whose figures are too old to say anything."""
    return Q(year=on.year, target__isnull=False) & (
        Q(actual_since__isnull=True) | Q(actual_since__lt=on - dt.timedelta(days=rules.STALE_DAYS))
    )


def units_to_keep_for(actor: Actor) -> QuerySet[Unit]:
    """Return the units in whose register the actor may write, the root of each grant."""
    roots = [scope.unit_id for scope in actor.scopes("targets.keep")]
    rows = Unit.objects.filter(within(actor, "targets.keep", unit=None), pk__in=roots)
    return rows.exclude(kind="territory").order_by("path")


def get_share(actor: Actor, pk: UUID) -> Share:
    """Return a share the actor may see. Raises ``NotVisible``."""
    base = Share.objects.select_related(
        "indicator__owner_unit", "indicator__responsible_unit", "indicator__field", "unit", "parent__unit"
    )
    return share_policy.get_visible(actor, pk, base=base)


def get_share_page(actor: Actor, pk: UUID) -> SharePage:
    """Return one share with its years, parts, figures and history. Raises ``NotVisible``."""
    share = get_share(actor, pk)
    lines = list(share.lines.select_related("target_from").order_by("year"))
    actuals = share.actuals.select_related("product__assignment", "file").order_by("-as_of", "-recorded_at")
    return SharePage(
        share=share,
        lines=_line_views(share, lines),
        cuts=_cuts(actor, share, lines),
        actuals=list(actuals[:MOST_ACTUALS]),
        events=_events(actor, share),
        may_keep=share_policy.can(actor, "keep", share),
        may_decide=share_policy.can(actor, "decide", share),
        may_record=share_policy.can(actor, "record", share),
        may_define=indicator_policy.can(actor, "keep", share.indicator),
    )


def is_missed(line: YearLine, on: dt.date) -> bool:
    """Tell whether the year is over without its target being reached."""
    return line.year < on.year and line.target is not None and line.standing != rules.Standing.REACHED


def is_stale(line: YearLine, on: dt.date) -> bool:
    """Tell whether the year runs and its figures are too old to say anything."""
    if line.year != on.year or line.target is None:
        return False
    return line.actual_since is None or line.actual_since < on - dt.timedelta(days=rules.STALE_DAYS)


def _line_views(share: Share, lines: Sequence[YearLine]) -> list[LineView]:
    asks = list(share.asks.exclude(state=AskState.WITHDRAWN).select_related("document", "giver_unit"))
    settled = list(Settlement.objects.filter(line__share=share).select_related("chosen"))
    return [
        _line_view(
            share, line, lines, [ask for ask in asks if ask.year == line.year],
            [one for one in settled if one.line_id == line.pk],
        )
        for line in lines
    ]  # fmt: skip


def _line_view(
    share: Share, line: YearLine, lines: Sequence[YearLine], asks: Sequence[Ask], settled: Sequence[Settlement]
) -> LineView:
    rule, direction, on = AddUp(share.indicator.rule), Direction(share.indicator.direction), today()
    missing = needed = present = None
    if line.target is not None and line.actual is not None and line.actual_on is not None:
        missing = rules.gap(direction, line.target, line.actual)
        if not (rule == AddUp.SUM and direction == Direction.DOWN):
            needed = rules.required_pace(
                direction, target=line.target, actual=line.actual, year=line.year, on=max(line.actual_on, on)
            )
            before = next((one.actual for one in lines if one.year == line.year - 1), None)
            baseline = before if before is not None else share.baseline
            present = rules.present_pace(rule, baseline=baseline, actual=line.actual, year=line.year, on=line.actual_on)
    return LineView(line, asks, settled, missing, needed, present, is_missed(line, on), is_stale(line, on))


def _cuts(actor: Actor, share: Share, lines: Sequence[YearLine]) -> list[Cut]:
    parts = share_policy.visible(actor, base=Share.objects.filter(parent=share)).select_related("unit")
    ordered = list(parts.order_by("unit__level", "unit__position", "unit__sort_key"))
    given = Ask.objects.filter(share__parent=share, kind="given").exclude(state=AskState.WITHDRAWN)
    amounts = {(one.share_id, one.year): Amount(one.value, one.numerator, one.denominator) for one in given}
    years = sorted({line.year for line in lines if line.target is not None} | {year for _part, year in amounts})
    below = {(one.share_id, one.year): one for one in YearLine.objects.filter(share__in=ordered)}
    targets = {line.year: Amount(line.target) for line in lines}
    cuts = []
    for is_local in (True, False):
        own = [part for part in ordered if (part.unit.level != share.unit.level) == is_local]
        if own:
            of_years = [_cut_year(share, own, year, targets.get(year, rules.NOTHING), amounts) for year in years]
            rows = [(part, [below.get((part.pk, year)) for year in years]) for part in own]
            cuts.append(Cut(is_local, own, of_years, rows))
    return cuts


def _cut_year(
    share: Share, parts: Sequence[Share], year: int, target: Amount, amounts: dict[tuple[UUID, int], Amount]
) -> CutYear:
    rule = AddUp(share.indicator.rule)
    given = [amounts.get((part.pk, year), rules.NOTHING) for part in parts]
    total = rules.together(rule, given, per=share.indicator.per)
    return CutYear(year, target.value, total, rules.remainder(rule, target, given))


def _events(actor: Actor, share: Share) -> list[AuditEvent]:
    about = Q(object_type=Share._meta.label_lower, object_id=share.pk)
    if indicator_policy.can(actor, "keep", share.indicator):
        about |= Q(object_type=share.indicator._meta.label_lower, object_id=share.indicator_id)
    return list(AuditEvent.objects.filter(about).order_by("-sequence")[:MOST_EVENTS])


def shares_to_keep(actor: Actor, unit_id: UUID) -> list[Share]:
    """Return the unit's shares of indicators in use whose path the actor may write, by name."""
    rows = share_policy.visible(actor, "keep").filter(unit_id=unit_id, indicator__is_closed=False)
    return list(rows.select_related("indicator").order_by("indicator__sort_key", "pk"))


def get_line(actor: Actor, pk: UUID) -> YearLine:
    """Return a year of a share the actor may see. Raises ``NotVisible``."""
    base = YearLine.objects.select_related("share__indicator", "share__unit", "target_from")
    return line_policy.get_visible(actor, pk, base=base)


def asks_of_line(line: YearLine) -> list[Ask]:
    """Return the values a year is asked for, in the order in which they came."""
    rows = Ask.objects.filter(share=line.share, year=line.year).exclude(state=AskState.WITHDRAWN)
    return list(rows.select_related("document", "giver_unit"))


def get_file(actor: Actor, actual_id: UUID) -> tuple[StoredFile, str]:
    """Return the file that is the evidence of a figure, and its name. Raises ``NotVisible`` where there is none."""
    actual = actual_policy.get_visible(actor, actual_id, base=Actual.objects.select_related("file"))
    if actual.file is None:
        raise NotVisible("no-file", _("Số liệu này không kèm tệp."))
    return actual.file, actual.file_name


def confirmed_products(actor: Actor, share: Share) -> list[tuple[UUID, str]]:
    """Return the confirmed products of the unit that the actor may see, newest first, each in words."""
    rows = ProductVersion.objects.filter(
        decision=Decision.CONFIRMED, assignment__unit=share.unit,
        assignment__in=assignment_policy.visible(actor).values("pk"),
    )  # fmt: skip
    newest = rows.select_related("assignment").prefetch_related("figures").order_by("-decided_at", "-pk")
    return [(one.pk, _product_words(one)) for one in newest[:MOST_PRODUCTS]]


def _product_words(product: ProductVersion) -> str:
    figures = "; ".join(f"{one.name}: {one.written} {one.unit}".strip() for one in product.figures.all())
    words = f"{product.assignment.code} – {product.assignment.wording[:80]}"
    return f"{words} ({figures})" if figures else words
