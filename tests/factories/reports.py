"""Builds definitions, rounds and filled reports for tests, through the services."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from sauro.accounts.roles import Role
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import VIETNAM, today
from sauro.periodic_reports.definition_checks import FigureEdit, LevelEdit, SectionEdit, VersionEdit
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.models import DefinitionVersion, Round, SentVersion, UnitReport
from sauro.periodic_reports.services.definitions import NewDefinition, create_definition, edit_draft, publish_version
from sauro.periodic_reports.services.filling import FigureEntry, save_figure, save_text
from sauro.periodic_reports.services.rounds import Opening, open_round
from sauro.periodic_reports.services.steps import Issue, approve_report, send_report, submit_report
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.services.making import end_of
from tests.factories.organizations import make_user
from tests.personas import World

TITLE = "Báo cáo tháng về nhiệm vụ được giao"
FIGURES = (
    FigureEdit("duoc-giao", "Nhiệm vụ được giao", "nhiệm vụ", source="tasks.given"),
    FigureEdit("qua-han", "Quá hạn cuối kỳ", "nhiệm vụ", FigureRule.LATEST, source="tasks.overdue"),
    FigureEdit("ho", "Hộ được hỗ trợ", "hộ"),
    FigureEdit("ho-ra-soat", "Hộ đã rà soát", "hộ", is_required=False),
    FigureEdit(
        "ty-le",
        "Tỷ lệ hộ được hỗ trợ",
        "%",
        FigureRule.RATIO,
        numerator="ho",
        denominator="ho-ra-soat",
        is_required=False,
    ),
    FigureEdit("muc-do", "Mức độ hoàn thành tự chấm", "điểm", FigureRule.NONE, is_required=False),
)
SECTIONS = (
    SectionEdit("ket-qua", "Kết quả nổi bật", "Nêu ngắn gọn", is_required=True),
    SectionEdit("de-xuat", "Đề xuất, kiến nghị"),
)
LEVELS = (LevelEdit(0, "Báo cáo chung", 5, "CHỦ TỊCH"), LevelEdit(1, "Xã, phường", 2, "CHỦ TỊCH"))
EDIT = VersionEdit(
    TITLE, PeriodKind.REPORT_MONTH, "Kết quả thực hiện nhiệm vụ được giao", "Theo quy chế mẫu", LEVELS, FIGURES,
    SECTIONS,
)  # fmt: skip


def make_draft(world: World, *, persona: str = "head", unit: str = "ubnd") -> DefinitionVersion:
    """Make a definition of the province with its figures and sections written, not published."""
    actor = world.actor(persona)
    version = create_definition(actor=actor, unit_id=world.units[unit].pk, new=NewDefinition(TITLE))
    return edit_draft(actor=actor, version_id=version.pk, edits=0, edit=EDIT)


def make_version(world: World) -> DefinitionVersion:
    """Make a published version."""
    return publish_version(actor=world.actor("head"), version_id=make_draft(world).pk)


def make_period(world: World, *, ended: int = 3, unit: str = "ubnd") -> Period:
    """Make a period of a month whose last day was ``ended`` days ago (negative: still ahead), or find the one made."""
    last = today() - dt.timedelta(days=ended)
    return Period.objects.get_or_create(
        owner_unit=world.units[unit], domain=world.units[unit].domain, kind=PeriodKind.REPORT_MONTH, year=last.year,
        first=last - dt.timedelta(days=29), last=last,
        defaults={"closes_at": end_of(last), "label": f"tháng {last:%m/%Y}"},
    )[0]  # fmt: skip


def make_round(world: World, *, units: str = "ubnd_a ubnd_b", ended: int = 3, due: int = 4) -> Round:
    """Open a round that communes A and B owe within ``due`` days from today (negative: already over)."""
    period = make_period(world, ended=ended)
    opening = Opening(
        period.pk,
        [world.units[name].pk for name in units.split()],
        _day(period, due),
        _day(period, due + 5),
        "Gửi đúng hạn",
    )
    return open_round(actor=world.actor("head"), definition_id=make_version(world).definition_id, opening=opening)


def _day(period: Period, due: int) -> dt.date:
    """The day asked for, but never before the law allows it."""
    earliest = add_working_days(period.closes_at.astimezone(VIETNAM).date(), 1)
    return max(today() + dt.timedelta(days=due), earliest)


def report_of(this_round: Round, world: World, unit: str = "ubnd_a") -> UnitReport:
    """Return the report of a unit; ``ubnd`` has the joint one."""
    return this_round.reports.get(unit=world.units[unit])


def fill(world: World, report: UnitReport, persona: str, *, households: int = 10, of: int | None = 40) -> None:
    """Fill a report in: what people type, and the section that is asked for."""
    actor = world.actor(persona)
    type_figure(world, report, persona, "ho", households)
    if of is not None:
        type_figure(world, report, persona, "ho-ra-soat", of)
    text = report.texts.get(field__code="ket-qua")
    save_text(
        actor=actor, report_id=report.pk, code="ket-qua", text=f"Kết quả của {report.unit.name}", edits=text.edits
    )


def type_figure(world: World, report: UnitReport, persona: str, code: str, value: int | None, reason: str = "") -> None:
    """Type a figure, starting from what it is now."""
    edits = report.figures.get(field__code=code).edits
    entry = FigureEntry(None if value is None else Decimal(value), edits, reason)
    save_figure(actor=world.actor(persona), report_id=report.pk, code=code, entry=entry)


def approve(world: World, report: UnitReport, filler: str, head: str) -> None:
    """Hand a filled report to the head, who approves it."""
    submit_report(actor=world.actor(filler), report_id=report.pk)
    approve_report(actor=world.actor(head), report_id=report.pk)


def send(world: World, report: UnitReport, filler: str, head: str) -> SentVersion:
    """Take a filled report through to its sending."""
    approve(world, report, filler, head)
    return send_report(actor=world.actor(filler), report_id=report.pk, issue=Issue("12/BC-UBND", today()))


def with_chairs(world: World) -> World:
    """Give both communes a chair, who approves; their names among the personas are ``chair_a`` and ``chair_b``."""
    for letter in ("a", "b"):
        body = world.units[f"ubnd_{letter}"]
        world.users[f"chair_{letter}"] = make_user(
            f"chutich.{letter}", f"Mạc Văn Mẫu {letter.upper()}", (Role.LEADER, body), unit=body, title="Chủ tịch"
        )
    return world
