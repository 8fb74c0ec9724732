"""The list of targets: a row for each year of each unit's share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.organizations.comparison import UnitGroup, group_condition
from sauro.targets.badges import standing_badge
from sauro.targets.enums import StandingChoice
from sauro.targets.models import YearLine
from sauro.targets.selectors.register import missed, stale, visible_lines
from sauro.tasks.enums import WITHOUT_FIELD
from sauro.tasks.figures import written_number
from sauro.tasks.models import WorkField
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

MISSED, STALE, NONE = "missed", "stale", "none"
STANDINGS = [
    (StandingChoice.REACHED, StandingChoice.REACHED.label),
    (StandingChoice.ON_PACE, StandingChoice.ON_PACE.label),
    (StandingChoice.BEHIND, StandingChoice.BEHIND.label),
    (MISSED, _("Hết năm, không đạt")),
    (STALE, _("Chưa có số hoặc số liệu cũ")),
    (StandingChoice.UNKNOWN, _("Chưa đến năm")),
    (NONE, _("Chưa có chỉ tiêu")),
]


def standing_condition(value: str) -> Q:
    """Return the condition of the years that carry a mark; the marks share no year."""
    on = today()
    conditions = {
        NONE: Q(target__isnull=True),
        MISSED: missed(on),
        STALE: stale(on) & ~missed(on),
    }
    if value in conditions:
        return conditions[value]
    return Q(standing=value, target__isnull=False) & ~missed(on) & ~stale(on)


def scope_condition(value: str) -> Q:
    """Return the condition of the years of whole targets ("chung"), or of the parts given to units."""
    return Q(share__parent__isnull=value == "chung")


def _years(_actor: Actor) -> Iterable[tuple[str, str]]:
    return [(str(year), str(year)) for year in range(2020, 2051)]


def _fields(_actor: Actor) -> Iterable[tuple[str, str | Promise]]:
    return [(WITHOUT_FIELD, _("Chưa phân lĩnh vực")), *WorkField.objects.values_list("code", "name")]


def _field(value: str) -> Q:
    without = Q(share__indicator__field__isnull=True)
    return without if value == WITHOUT_FIELD else Q(share__indicator__field__code=value)


def _group(value: str) -> Q:
    return group_condition(UnitGroup(value), unit="share__unit")


def _contested(value: str) -> Q:
    return Q(is_contested=value == "co")


def _written(value: Decimal | None) -> str:
    return "" if value is None else written_number(round(value, 2))


def _exported(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _detail(row: YearLine) -> str:
    return reverse("target-detail", args=[row.share_id])


TARGETS = ListPage[YearLine](
    name="target-list",
    title=_("Danh sách chỉ tiêu"),
    rows=visible_lines,
    columns=[
        Column(
            "ma", _("Mã"), value=lambda row: row.share.indicator.code, sort="share__indicator__code", kind=Kind.CODE
        ),
        Column(
            "chi-tieu", _("Chỉ tiêu"), value=lambda row: row.share.indicator.name, link=_detail,
            sort=("share__indicator__sort_key", "year", "share__unit__sort_key"),
        ),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.share.unit.name, sort="share__unit__sort_key"),
        Column("nam-so", _("Năm"), value=lambda row: str(row.year), sort="year", kind=Kind.NUMBER),
        Column("dvt", _("Đơn vị tính"), value=lambda row: row.share.indicator.measure),
        Column(
            "muc", _("Chỉ tiêu năm"), value=lambda row: _written(row.target), sort="target", kind=Kind.NUMBER,
            export=lambda row: _exported(row.target),
        ),
        Column(
            "thuc-hien", _("Thực hiện"), value=lambda row: _written(row.actual), sort="actual", kind=Kind.NUMBER,
            export=lambda row: _exported(row.actual),
        ),
        Column("den-ngay", _("Số đến ngày"), value=lambda row: row.actual_on, sort="actual_on", kind=Kind.DATE),
        Column(
            "tien-do", _("Tiến độ (%)"), value=lambda row: _written(row.progress), sort="progress", kind=Kind.NUMBER,
            export=lambda row: _exported(row.progress),
        ),
        Column("tinh-hinh", _("Tình hình"), value=lambda row: standing_badge(row, today()), kind=Kind.BADGE),
        Column(
            "thong-nhat", _("Chờ thống nhất"),
            value=lambda row: _("Có") if row.is_contested else "",  # type: ignore[attr-defined]  # annotated by visible_lines
            default=False,
        ),
        Column(
            "linh-vuc", _("Lĩnh vực"),
            value=lambda row: row.share.indicator.field.name if row.share.indicator.field else "", default=False,
        ),
        Column("uoc", _("Ước cả năm"), value=lambda row: _written(row.forecast), kind=Kind.NUMBER, default=False,
               export=lambda row: _exported(row.forecast)),
    ],
    default_sort="chi-tieu",
    search="share__indicator__search_key",
    filters=[
        ChoiceFilter("nam", _("Năm"), _years, field="year"),
        ChoiceFilter("th", _("Tình hình"), STANDINGS, condition=standing_condition),
        ChoiceFilter("lv", _("Lĩnh vực"), _fields, condition=_field),
        ChoiceFilter("nhom", _("Nhóm đơn vị"), UnitGroup.choices, condition=_group),
        UnitFilter("dv", _("Đơn vị"), "share__unit"),
        ChoiceFilter(
            "pv", _("Phạm vi"), [("chung", _("Chỉ tiêu chung")), ("phan", _("Phần được phân bổ"))],
            condition=scope_condition,
        ),
        ChoiceFilter("tn", _("Chờ thống nhất"), [("co", _("Có")), ("khong", _("Không"))], condition=_contested),
    ],
    quick_views=[
        QuickView(_("Chậm tiến độ"), f"th={StandingChoice.BEHIND}"),
        QuickView(_("Chờ thống nhất giá trị"), "tn=co"),
        QuickView(_("Chưa có số hoặc số liệu cũ"), f"th={STALE}"),
    ],
    actions=[
        Action(_("Tổng quan"), "target-board", "layout-dashboard", "targets.view"),
        Action(_("Bảng tính"), "target-sheet", "file-spreadsheet", "targets.keep"),
        Action(_("Lập chỉ tiêu"), "target-new", "plus", "targets.keep", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có chỉ tiêu nào. Hãy lập chỉ tiêu, hoặc mở một văn bản rồi đưa các chỉ tiêu tìm thấy vào danh mục."),
        Action(_("Lập chỉ tiêu"), "target-new", "plus", "targets.keep"),
    ),
    is_in_global_search=True,
)  # fmt: skip
