"""Reading definitions and rounds, and who stands where in a round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sauro.access.actor import Actor
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import VIETNAM, today
from sauro.organizations.comparison import UnitGroup, group_case
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.periodic_reports.definition_checks import JOINT, UNITS
from sauro.periodic_reports.enums import Punctuality
from sauro.periodic_reports.models import DefinitionVersion, ReportDefinition, Round, RoundLevel, UnitReport
from sauro.periodic_reports.policies import (
    collecting_office_policy,
    definition_policy,
    report_policy,
    round_policy,
    version_policy,
)
from sauro.periodic_reports.selectors.standing import with_punctuality
from sauro.periods.models import Period
from sauro.periods.selectors.periods import periods_to_report

_NOT_ASKED = (UnitKind.TERRITORY, UnitKind.PEOPLES_COUNCIL, UnitKind.MILITARY, UnitKind.POLICE)


@dataclass(frozen=True, slots=True)
class DefinitionPage:
    """A definition with its versions, newest first, and what the actor may do."""

    definition: ReportDefinition
    versions: Sequence[DefinitionVersion]
    may_manage: bool

    @property
    def draft(self) -> DefinitionVersion | None:
        """The version being edited."""
        return next((one for one in self.versions if one.is_draft), None)

    @property
    def published(self) -> DefinitionVersion | None:
        """The version in force."""
        return next((one for one in self.versions if not one.is_draft), None)


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """The reports of one group of units in a round, and how many stand how."""

    group: UnitGroup
    reports: Sequence[UnitReport]
    counts: Mapping[Punctuality, int]


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """The reports of one level in a round, by group, and how many of all stand how."""

    level: RoundLevel
    groups: Sequence[GroupStanding]
    counts: Mapping[Punctuality, int]
    accepted: int

    @property
    def total(self) -> int:
        """All reports that are owed."""
        return sum(self.counts.values())

    @property
    def sent(self) -> int:
        """Reports that were sent and lie with the level above."""
        return self.counts[Punctuality.ON_TIME] + self.counts[Punctuality.LATE]

    @property
    def owed(self) -> int:
        """Reports that were not sent, in time or not."""
        return self.total - self.sent


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round with its joint report, and how every level below it stands, from the units asked downwards."""

    round: Round
    levels: Sequence[RoundLevel]
    joint: UnitReport
    below: Sequence[LevelStanding]
    may_manage: bool

    @property
    def reports(self) -> list[UnitReport]:
        """Every report that is owed."""
        return [report for level in self.below for group in level.groups for report in group.reports]

    @property
    def owed(self) -> int:
        """Reports of any level that were not sent."""
        return sum(level.owed for level in self.below)


def visible_definitions(actor: Actor) -> QuerySet[ReportDefinition]:
    """Return the definitions the actor may see, with what lists show."""
    return definition_policy.visible(actor).select_related("owner_unit")


def visible_rounds(actor: Actor) -> QuerySet[Round]:
    """Return the rounds the actor may see, with what lists show."""
    return round_policy.visible(actor).select_related("owner_unit", "definition", "version")


def collecting_offices(actor: Actor) -> list[Unit]:
    """Return the units in whose name the actor defines reports and opens rounds, those they act for."""
    own = [pk for pk, _name in actor.units]
    rows = collecting_office_policy.visible(actor, "manage").filter(pk__in=own).exclude(kind=UnitKind.TERRITORY)
    return list(rows.order_by("level", "position", "sort_key"))


def get_definition(actor: Actor, pk: UUID) -> DefinitionPage:
    """Return one definition. Raises ``NotVisible``."""
    base = ReportDefinition.objects.select_related("owner_unit")
    definition = definition_policy.get_visible(actor, pk, base=base)
    return DefinitionPage(
        definition, list(definition.versions.all()), definition_policy.can(actor, "manage", definition)
    )


def get_version(actor: Actor, pk: UUID) -> DefinitionVersion:
    """Return one version with its fields. Raises ``NotVisible``."""
    base = DefinitionVersion.objects.select_related("definition__owner_unit")
    return version_policy.get_visible(actor, pk, base=base.prefetch_related("levels", "figures", "sections"))


def units_to_ask(owner: Unit) -> dict[UnitGroup, list[Unit]]:
    """Return the units an office may ask for reports, by group: those of its domain, in force today, below its level.

    A provincial office asks its equals and the communes, a commune the bodies below itself.
    """
    rows = Unit.objects.filter(domain=owner.domain, valid__contains=today()).exclude(kind__in=_NOT_ASKED)
    rows = rows.exclude(pk=owner.pk)
    if owner.level == UnitLevel.PROVINCE:
        commune_heads = Q(level=UnitLevel.COMMUNE) & ~Q(kind__in=(UnitKind.DIVISION, UnitKind.OFFICE))
        rows = rows.filter(Q(level=UnitLevel.PROVINCE) | commune_heads & ~Q(kind=UnitKind.SERVICE_CENTRE))
    else:
        rows = rows.filter(path__startswith=owner.path)
    found: dict[UnitGroup, list[Unit]] = {}
    for unit in rows.annotate(group=group_case()).order_by("position", "sort_key"):
        found.setdefault(UnitGroup(unit.group), []).append(unit)
    return {group: found[group] for group in UnitGroup if group in found}


def units_right_below(above: Iterable[UUID | None], *, besides: Collection[UUID]) -> list[Unit]:
    """Return the units in force right below some, of the domain of each, without those asked already."""
    rows = Unit.objects.filter(parent__in=list(above), domain=F("parent__domain"), valid__contains=today())
    return list(rows.exclude(kind__in=_NOT_ASKED).exclude(pk__in=list(besides)).order_by("position", "sort_key"))


def periods_of(actor: Actor, version: DefinitionVersion) -> list[Period]:
    """Return the periods a round of this version may be opened for: begun, and not asked for yet. Newest first."""
    asked = set(Round.objects.filter(definition=version.definition_id).values_list("period_id", flat=True))
    owner = version.definition.owner_unit
    rows = periods_to_report(actor, owner, version.period_kind, until=today())
    return [period for period in rows if period.pk not in asked]


def usual_deadlines(version: DefinitionVersion, period: Period) -> dict[int, dt.date]:
    """Return the last day for sending by level: the working days of the definition after the closing moment."""
    closing = period.closes_at.astimezone(VIETNAM).date()
    return {one.level: add_working_days(closing, one.working_days) for one in version.levels.all()}


def get_round(actor: Actor, pk: UUID) -> RoundPage:
    """Return a round and who stands where. Raises ``NotVisible``. Takes a constant number of queries."""
    base = Round.objects.select_related("owner_unit", "definition", "version", "period")
    this_round = round_policy.get_visible(actor, pk, base=base)
    rows = with_punctuality(UnitReport.objects.filter(round=this_round)).select_related("unit", "round", "parent__unit")
    reports = list(rows.annotate(group=group_case(unit="unit")).order_by("unit__position", "unit__sort_key"))
    levels = list(this_round.levels.all())
    return RoundPage(
        round=this_round,
        levels=levels,
        joint=next(one for one in reports if one.level == JOINT),
        below=[_level(one, reports) for one in levels if one.level >= UNITS],
        may_manage=round_policy.can(actor, "manage", this_round),
    )


def visible_reports(actor: Actor) -> QuerySet[UnitReport]:
    """Return the reports the actor may see, with what lists show of them and how they stand today."""
    rows = report_policy.visible(actor).select_related("unit", "round__definition", "parent__unit")
    return with_punctuality(rows)


def _level(level: RoundLevel, reports: Sequence[UnitReport]) -> LevelStanding:
    owed = [one for one in reports if one.level == level.level]
    return LevelStanding(level, _groups(owed), _counts(owed), sum(one.state == "accepted" for one in owed))


def _groups(reports: Sequence[UnitReport]) -> list[GroupStanding]:
    found: dict[UnitGroup, list[UnitReport]] = {}
    for report in reports:
        found.setdefault(UnitGroup(report.group), []).append(report)  # type: ignore[attr-defined]  # annotated by get_round
    return [GroupStanding(group, found[group], _counts(found[group])) for group in UnitGroup if group in found]


def _counts(reports: Sequence[UnitReport]) -> dict[Punctuality, int]:
    counts = dict.fromkeys(Punctuality, 0)
    for report in reports:
        counts[Punctuality(report.punctuality)] += 1  # type: ignore[attr-defined]  # annotated by with_punctuality
    return counts
