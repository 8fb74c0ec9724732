"""The chapter of the demo on periodic reports: a definition, a round under way, and an older one that some still owe.

Everything is done through the services, as the people of the demo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle

from django.db import transaction

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.common.ids import new_id
from sauro.demo.accounts import demo_units
from sauro.organizations.comparison import UnitGroup
from sauro.organizations.models import Unit
from sauro.periodic_reports.definition_checks import FigureEdit, LevelEdit, SectionEdit, VersionEdit
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.models import DefinitionVersion, ReportDefinition, Round, UnitReport
from sauro.periodic_reports.selectors.rounds import units_to_ask, usual_deadlines
from sauro.periodic_reports.services.definitions import NewDefinition, create_definition, edit_draft, publish_version
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import FigureEntry, save_figure, save_text, take_source
from sauro.periodic_reports.services.rounds import Opening, open_round
from sauro.periodic_reports.services.steps import Issue, accept_report, approve_report, send_report, submit_report
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.services.making import make_year

TITLE = "Báo cáo tháng về thực hiện nhiệm vụ được giao (mẫu)"
_NV, _KN, _HS = "nhiệm vụ", "kiến nghị", "hồ sơ"
FIGURES = (
    FigureEdit("chuyen-sang", "Nhiệm vụ kỳ trước chuyển sang", _NV, FigureRule.LATEST, source="tasks.carried_over"),
    FigureEdit("duoc-giao", "Nhiệm vụ được giao trong kỳ", _NV, source="tasks.given"),
    FigureEdit("da-xong", "Đã hoàn thành", _NV, source="tasks.finished"),
    FigureEdit("dung-han", "Hoàn thành đúng hạn", _NV, source="tasks.done_on_time"),
    FigureEdit("muon", "Hoàn thành quá hạn", _NV, source="tasks.done_late"),
    FigureEdit(
        "ty-le-dung-han", "Tỷ lệ đúng hạn trên số đã hoàn thành", "%", FigureRule.RATIO, numerator="dung-han",
        denominator="da-xong", is_required=False,
    ),
    FigureEdit("cho-xac-nhan", "Đã nộp, chờ xác nhận", _NV, FigureRule.LATEST, source="tasks.waiting"),
    FigureEdit("qua-han", "Chưa hoàn thành, quá hạn", _NV, FigureRule.LATEST, source="tasks.overdue"),
    FigureEdit("trong-han", "Đang thực hiện, trong hạn", _NV, FigureRule.LATEST, source="tasks.in_time"),
    FigureEdit("khong-han", "Đang thực hiện, không hạn", _NV, FigureRule.LATEST, source="tasks.no_deadline"),
    FigureEdit("vuong-mac", "Khó khăn, vướng mắc đã nêu", _KN, source="difficulties.raised"),
    FigureEdit("tra-loi", "Khó khăn, vướng mắc được trả lời", _KN, source="difficulties.answered"),
    FigureEdit("tthc", "Hồ sơ thủ tục hành chính đã giải quyết", _HS),
    FigureEdit("tthc-dung-han", "Trong đó đúng hạn", _HS, hint="Theo hệ thống một cửa, số đến ngày chốt."),
    FigureEdit(
        "ty-le-tthc", "Tỷ lệ hồ sơ đúng hạn", "%", FigureRule.RATIO, numerator="tthc-dung-han", denominator="tthc",
        is_required=False,
    ),
)  # fmt: skip
SECTIONS = (
    SectionEdit("ket-qua", "Kết quả nổi bật", "Ba đến năm ý, mỗi ý có số liệu.", is_required=True),
    SectionEdit("ton-tai", "Tồn tại, nguyên nhân"),
    SectionEdit("de-xuat", "Khó khăn, vướng mắc; đề xuất, kiến nghị", "Ghi mã kiến nghị nếu đã nêu trên hệ thống."),
    SectionEdit("ky-toi", "Nhiệm vụ trọng tâm kỳ tới"),
)
EDIT = VersionEdit(
    title=TITLE,
    period_kind=PeriodKind.REPORT_MONTH,
    subject="Kết quả thực hiện nhiệm vụ được giao",
    basis="Thực hiện chế độ báo cáo định kỳ theo Nghị định số 09/2019/NĐ-CP",
    levels=(LevelEdit(0, "Báo cáo chung", 5, "CHỦ TỊCH"), LevelEdit(1, "Xã, phường, đặc khu", 2, "CHỦ TỊCH")),
    figures=FIGURES,
    sections=SECTIONS,
)
RESULTS: tuple[str, ...] = (
    "Hoàn thành rà soát danh mục được giao, đã gửi sản phẩm đúng mẫu (nội dung mẫu).",
    "Giải quyết dứt điểm các hồ sơ tồn của tháng trước (nội dung mẫu).\nTổ chức hai buổi tiếp công dân.",
    "Đã kiện toàn tổ công tác, phân công từng người theo từng việc (nội dung mẫu).",
)
REQUESTS: tuple[str, ...] = (
    "Đề nghị bố trí kinh phí sửa chữa nhỏ trụ sở (nội dung mẫu).",
    "",
    "Đề nghị hướng dẫn thống nhất biểu mẫu rà soát (nội dung mẫu).",
)
_SENT_BY_OFFICE, _SENT_LATE = 24, 2


@dataclass
class _Stage:
    """The people and units of the chapter, and the lines they speak in turn."""

    head: Actor
    units: dict[str, Unit]
    results: Iterator[str]
    requests: Iterator[str]
    numbers: Iterator[int]


@transaction.atomic
def play_reports() -> None:
    """Play the chapter, once."""
    if ReportDefinition.objects.filter(title=TITLE).exists():
        return
    stage = _stage()
    periods = _periods(stage)
    if len(periods) < 2:
        return
    version = _definition(stage)
    running, before = periods
    _play_older(stage, _open(stage, version, before, zones_only=True))
    _play_current(stage, _open(stage, version, running, zones_only=False))


def _stage() -> _Stage:
    return _Stage(
        head=_actor("chanhvp.tinh"),
        units=dict(demo_units()),
        results=cycle(RESULTS),
        requests=cycle(REQUESTS),
        numbers=cycle((120, 85, 240, 64, 152)),
    )


def _actor(username: str) -> Actor:
    user = User.objects.select_related("person").get(username=username)
    return load_actor(user=user, door=Door.COMMAND, request_id=str(new_id()))


def _periods(stage: _Stage) -> list[Period]:
    """Make the months of reports of last year, this and the next; return the one that runs and the one before it."""
    owner = stage.units["T.UBND"]
    for year in (today().year - 1, today().year, today().year + 1):
        make_year(actor=stage.head, unit_id=owner.pk, kind=PeriodKind.REPORT_MONTH, year=year)
    begun = Period.objects.filter(owner_unit=owner, kind=PeriodKind.REPORT_MONTH, first__lte=today())
    return list(begun.order_by("-last")[:2])


def _definition(stage: _Stage) -> DefinitionVersion:
    owner = stage.units["T.UBND"]
    draft = create_definition(actor=stage.head, unit_id=owner.pk, new=NewDefinition(TITLE))
    draft = edit_draft(actor=stage.head, version_id=draft.pk, edits=draft.edits, edit=EDIT)
    return publish_version(actor=stage.head, version_id=draft.pk)


def _open(stage: _Stage, version: DefinitionVersion, period: Period, *, zones_only: bool) -> Round:
    groups = units_to_ask(stage.units["T.UBND"])
    named = [stage.units[f"{short}.UBND"] for short in ("xa1", "xa2")]
    zones: Sequence[Unit] = groups.get(UnitGroup.ZONES, [])
    everybody = [
        unit for group in (UnitGroup.COMMUNES, UnitGroup.WARDS, UnitGroup.ZONES) for unit in groups.get(group, [])
    ]
    days = usual_deadlines(version, period)
    opening = Opening(
        period.pk,
        [unit.pk for unit in ([*named, *zones] if zones_only else everybody)],
        days[1],
        days[0],
        "Đề nghị gửi đúng hạn; đơn vị chưa có tài khoản gửi bản giấy về Văn phòng để nhập thay.",
    )
    return open_round(actor=stage.head, definition_id=version.definition_id, opening=opening)


def _play_older(stage: _Stage, this_round: Round) -> None:
    """Some came late, the others are still missing."""
    for report in list(this_round.reports.filter(is_kept=True).order_by("code")[:_SENT_LATE]):
        _fill(stage, report, stage.head)
        _send(report, stage.head, stage.head)


def _play_current(stage: _Stage, this_round: Round) -> None:
    """One commune has sent and is accepted, one waits for its chair, the office enters those without accounts."""
    clerk, chair = _actor("vanthu.xa1"), _actor("lanhdao.xa1")
    first = this_round.reports.get(unit=stage.units["xa1.UBND"])
    _fill(stage, first, clerk)
    _send(first, clerk, chair)
    accept_report(actor=stage.head, report_id=first.pk)
    second = this_round.reports.get(unit=stage.units["xa2.UBND"])
    _fill(stage, second, _actor("vanthu.xa2"))
    submit_report(actor=_actor("vanthu.xa2"), report_id=second.pk)
    for report in list(this_round.reports.filter(is_kept=True).order_by("code")[:_SENT_BY_OFFICE]):
        _fill(stage, report, stage.head)
        _send(report, stage.head, stage.head)
    joint = this_round.reports.get(parent__isnull=True)
    refresh_figures(actor=stage.head, report_id=joint.pk)
    save_text(
        actor=stage.head, report_id=joint.pk, code="ket-qua", text="Kết quả chung toàn tỉnh (nội dung mẫu):", edits=0
    )
    take_source(actor=stage.head, report_id=joint.pk, code="ket-qua", source_id=first.pk)


def _fill(stage: _Stage, report: UnitReport, actor: Actor) -> None:
    number = next(stage.numbers)
    for code, value in (("tthc", number), ("tthc-dung-han", number - number // 12)):
        edits = report.figures.get(field__code=code).edits
        save_figure(actor=actor, report_id=report.pk, code=code, entry=FigureEntry(Decimal(value), edits))
    for code, text in (("ket-qua", next(stage.results)), ("de-xuat", next(stage.requests))):
        save_text(actor=actor, report_id=report.pk, code=code, text=text, edits=0)


def _send(report: UnitReport, filler: Actor, head: Actor) -> None:
    submit_report(actor=filler, report_id=report.pk)
    approve_report(actor=head, report_id=report.pk)
    send_report(actor=filler, report_id=report.pk, issue=Issue())
