"""Reading one report: what is in it now for those who may read it, what was sent for everybody who may see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import visible_difficulties
from sauro.periodic_reports.comparing import Difference, difference
from sauro.periodic_reports.content import FigureLine, ReportContent, from_json
from sauro.periodic_reports.enums import Punctuality
from sauro.periodic_reports.figure_sources import FigureSource, RowKind, find_source
from sauro.periodic_reports.models import FigureValue, SectionText, SentVersion, TakenSource, TextVersion, UnitReport
from sauro.periodic_reports.policies import report_policy
from sauro.periodic_reports.selectors.content import live_content, texts_of, values_of
from sauro.periodic_reports.selectors.standing import days_late, punctuality_of
from sauro.periodic_reports.transitions import FILLING_STATES, OUT_STATES, TRANSITIONS, Step, steps_from
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import visible_assignments

_SHOWN_WITH = ("unit", "round__definition", "round__version", "round__owner_unit", "round__period", "parent__unit")
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section being filled in: texts kept aside, and of a joint report what of each source was taken."""

    text: SectionText
    asides: Sequence[TextVersion]
    taken: Mapping[UUID, TakenSource]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with everything its page shows, as far as the actor may see it.

    ``content`` is None for who may not read what was not sent yet, as long as nothing was.
    """

    report: UnitReport
    punctuality: Punctuality
    days_late: int
    content: ReportContent | None
    is_live: bool
    versions: Sequence[SentVersion]
    steps: Sequence[Step]
    may_fill: bool
    may_collect: bool
    values: Mapping[str, FigureValue]
    sections: Sequence[SectionPage]
    earlier: Difference | None

    @property
    def latest(self) -> SentVersion | None:
        """What was sent last."""
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class FigurePage:
    """Why a number is what it is: the rows the system counted as far as the actor may see them, or the units' parts."""

    report: UnitReport
    line: FigureLine
    source: FigureSource | None
    assignments: Sequence[TimedAssignment]
    difficulties: Sequence[Difficulty]
    hidden: int
    is_live: bool


def get_report(actor: Actor, pk: UUID) -> UnitReport:
    """Return one report. Raises ``NotVisible``."""
    return report_policy.get_visible(actor, pk, base=UnitReport.objects.select_related(*_SHOWN_WITH))


def get_report_page(actor: Actor, pk: UUID) -> ReportPage:
    """Return one report with all its page shows. Raises ``NotVisible``."""
    report = get_report(actor, pk)
    actions = {transition.action for transition in TRANSITIONS.values()}
    allowed = report_policy.allowed(actor, {*actions, "read"}, report)
    versions = list(report.sent_versions.all())
    may_fill = "fill" in allowed and report.state in FILLING_STATES
    content, is_live = _content(report, versions, reads="read" in allowed)
    return ReportPage(
        report=report,
        punctuality=punctuality_of(report),
        days_late=days_late(report),
        content=content,
        is_live=is_live,
        versions=versions,
        steps=[step for step in steps_from(report.state) if TRANSITIONS[step].action in allowed],
        may_fill=may_fill,
        may_collect="collect" in allowed,
        values={value.field.code: value for value in values_of(report)} if may_fill else {},
        sections=_section_pages(report) if may_fill else (),
        earlier=_earlier(content, versions, is_live=is_live),
    )


def get_sent(actor: Actor, pk: UUID, number: int) -> tuple[UnitReport, SentVersion, ReportContent]:
    """Return one sent version. Raises ``NotVisible``.

    A version that was recalled or returned is still read by who received it: it was sent to them.
    """
    report = get_report(actor, pk)
    sent = report.sent_versions.filter(number=number).first()
    if sent is None:
        raise NotVisible("not-found", "")
    return report, sent, from_json(sent.content)


def readable_content(actor: Actor, report: UnitReport) -> tuple[ReportContent, SentVersion | None]:
    """Return what the actor may read of a report: the live one, or the one sent last. Raises ``NotVisible``."""
    versions = list(report.sent_versions.all())
    content, is_live = _content(report, versions, reads=report_policy.can(actor, "read", report))
    if content is None:
        raise NotVisible("not-found", "")
    return content, None if is_live else versions[0]


def get_figure(actor: Actor, pk: UUID, code: str) -> FigurePage:
    """Return what is behind a number. Raises ``NotVisible``."""
    report = get_report(actor, pk)
    content, sent = readable_content(actor, report)
    line = content.figure(code)
    if line is None:
        raise NotVisible("not-found", "")
    source = find_source(line.source) if line.source and not content.is_rolled_up(line) else None
    codes = list(line.rows)
    assignments: list[TimedAssignment] = []
    difficulties: list[Difficulty] = []
    if source is not None and source.rows == RowKind.ASSIGNMENTS:
        rows = visible_assignments(actor).filter(code__in=codes)
        assignments = list(rows.order_by("due_on", "code")[:MOST_ROWS])
        seen = rows.count()
    elif source is not None:
        found = visible_difficulties(actor).filter(code__in=codes)
        difficulties = list(found.order_by("code")[:MOST_ROWS])
        seen = found.count()
    else:
        seen = len(codes)
    return FigurePage(report, line, source, assignments, difficulties, len(codes) - seen, is_live=sent is None)


def compare_versions(actor: Actor, pk: UUID, number: int) -> tuple[UnitReport, SentVersion, Difference | None]:
    """Return how a sent version differs from the one before it; None for the first."""
    report, sent, content = get_sent(actor, pk, number)
    before = report.sent_versions.filter(number__lt=number).order_by("-number").first()
    return report, sent, difference(from_json(before.content), content) if before else None


def _content(report: UnitReport, versions: Sequence[SentVersion], *, reads: bool) -> tuple[ReportContent | None, bool]:
    """What is frozen is shown frozen; a live report only to those who may read it."""
    if report.state in OUT_STATES and versions:
        return from_json(versions[0].content), False
    if reads:
        return live_content(report), True
    return (from_json(versions[0].content), False) if versions else (None, False)


def _earlier(content: ReportContent | None, versions: Sequence[SentVersion], *, is_live: bool) -> Difference | None:
    """How a correction in hand differs from what was sent last."""
    if content is None or not is_live or not versions:
        return None
    return difference(from_json(versions[0].content), content)


def _section_pages(report: UnitReport) -> list[SectionPage]:
    texts = texts_of(report)
    asides: dict[UUID, list[TextVersion]] = {text.pk: [] for text in texts}
    for version in TextVersion.objects.filter(section__in=texts, is_aside=True, settled_at__isnull=True):
        asides[version.section_id].append(version)
    taken: dict[UUID, dict[UUID, TakenSource]] = {text.pk: {} for text in texts}
    for one in TakenSource.objects.filter(section__in=texts):
        taken[one.section_id][one.source_id] = one
    return [SectionPage(text, asides[text.pk], taken[text.pk]) for text in texts]
