"""The lists of assignments."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.organizations.comparison import UnitGroup, group_condition
from sauro.tasks.badges import light_badge, row_tone, state_badge, timeliness_badge
from sauro.tasks.enums import WITHOUT_FIELD, AssignmentState, ChangeAnswer, DueOrigin
from sauro.tasks.filters import AliveFilter, DocumentFilter, ObligationFilter, PersonFilter
from sauro.tasks.lights import Light
from sauro.tasks.models import WorkField
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import given_by, my_work, visible_assignments
from sauro.tasks.timeliness import DOING, Timeliness, timeliness_condition
from sauro.tasks.transitions import OPEN_STATES
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_SHOWN_WORDING = 160
JUDGED = (Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.OVERDUE)
TOGETHER = {
    "phai-lam": (_("Đang phải làm"), DOING),
    "con-han": (_("Còn hạn (trong hạn, sắp đến hạn)"), (Timeliness.IN_TIME, Timeliness.DUE_SOON)),
    "dang-cho": (_("Đang chờ (xác nhận, đơn vị khác)"), (Timeliness.WAITING, Timeliness.WAITING_OTHERS)),
    "khong-han": (_("Không hạn, định kỳ"), (Timeliness.NO_DEADLINE, Timeliness.RECURRING)),
}
"""Kinds of timeliness that are counted and listed together: the word of the address, the label, the kinds."""
_TIMELINESS = [*Timeliness.choices, *((value, label) for value, (label, _kinds) in TOGETHER.items())]
_JUDGED_CHOICES = [("co", _("Việc được xét")), ("dung", _("Đúng hạn"))]


def _link(row: TimedAssignment) -> str:
    return reverse("assignment-detail", args=[row.pk])


def _due(row: TimedAssignment) -> object:
    return row.due_on or _("không nêu")


def _open_or_closed(value: str) -> Q:
    is_open = Q(state__in=sorted(OPEN_STATES))
    return is_open if value == "mo" else ~is_open


def _timeliness(value: str) -> Q:
    together = TOGETHER.get(value)
    return timeliness_condition(together[1] if together else [value], today=today())


def _judged(value: str) -> Q:
    """Work that counts in the share on time: it had a deadline and is finished or overdue."""
    kinds = JUDGED if value == "co" else (Timeliness.DONE_ON_TIME,)
    return timeliness_condition(kinds, today=today()) & Q(due_on__isnull=False)


def _fields(_actor: Actor) -> list[tuple[str, str | Promise]]:
    return [(WITHOUT_FIELD, _("Chưa phân lĩnh vực")), *WorkField.objects.values_list("code", "name")]


def _field(value: str) -> Q:
    return Q(field__isnull=True) if value == WITHOUT_FIELD else Q(field__code=value)


def _group(value: str) -> Q:
    return group_condition(UnitGroup(value), unit="unit")


def _extension_asked(_value: str) -> Q:
    """At most one request of an assignment is open, so the join makes no row double."""
    return Q(deadline_changes__answer=ChangeAnswer.PENDING)


COLUMNS: list[Column[TimedAssignment]] = [
    Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
    Column("viec", _("Việc"), value=lambda row: row.wording, link=_link, most=_SHOWN_WORDING),
    Column("don-vi", _("Đơn vị thực hiện"), value=lambda row: row.unit.name, sort="unit__sort_key"),
    Column("nguoi", _("Người thực hiện"), value=lambda row: row.person.person.full_name if row.person else ""),
    Column("han", _("Thời hạn"), value=_due, sort="due_on", kind=Kind.DATE),
    Column("tinh-hinh", _("Tình hình"), value=timeliness_badge, kind=Kind.BADGE),
    Column("den", _("Đèn"), value=light_badge, kind=Kind.BADGE, default=False),
    Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
    Column("tien-do", _("%"), value=lambda row: row.progress, sort="progress", kind=Kind.NUMBER),
    Column("linh-vuc", _("Lĩnh vực"), value=lambda row: row.field.name if row.field else "", default=False),
    Column("ben-giao", _("Bên giao"), value=lambda row: row.giver_name, default=False),
    Column("vai-tro", _("Vai trò"), value=lambda row: row.get_role_display(), default=False),
    Column("nguon", _("Văn bản"), value=lambda row: row.source_text, default=False),
    Column("san-pham", _("Sản phẩm"), value=lambda row: row.product or _("không nêu"), default=False),
    Column("goc-han", _("Gốc thời hạn"), value=lambda row: DueOrigin(row.due_origin).label, default=False),
    Column(
        "giao-luc", _("Giao lúc"), value=lambda row: row.given_at, sort="given_at", kind=Kind.INSTANT, default=False
    ),
]

FILTERS = (
    ObligationFilter("nv", _("Từ nhiệm vụ")),
    DocumentFilter("vb", _("Từ văn bản")),
    PersonFilter("ng", _("Người thực hiện")),
    AliveFilter("kg", _("Trong khoảng"), "given_at"),
    ChoiceFilter("mo", _("Còn mở"), [("mo", _("Đang mở")), ("dong", _("Đã kết thúc"))], condition=_open_or_closed),
    ChoiceFilter("hinh", _("Tình hình"), _TIMELINESS, condition=_timeliness),
    ChoiceFilter("xet", _("Tỷ lệ đúng hạn"), _JUDGED_CHOICES, condition=_judged),
    ChoiceFilter("lui", _("Lùi thời hạn"), [("cho", _("Đề nghị chờ trả lời"))], condition=_extension_asked),
    ChoiceFilter("mau", _("Đèn"), Light.choices, field="light"),
    ChoiceFilter("tt", _("Trạng thái"), AssignmentState.choices, field="state"),
    ChoiceFilter("lv", _("Lĩnh vực"), _fields, condition=_field),
    UnitFilter("dv", _("Đơn vị thực hiện"), "unit"),
    ChoiceFilter("nhom", _("Nhóm đơn vị"), UnitGroup.choices, condition=_group),
    UnitFilter("bg", _("Bên giao"), "giver_unit"),
    DateRangeFilter("h", _("Thời hạn"), "due_on"),
    DateRangeFilter("cuoi", _("Ngày cuối được tính"), "last_day"),
)

QUICK_VIEWS = (
    QuickView(_("Đang mở"), "mo=mo"),
    QuickView(_("Quá hạn"), "hinh=overdue"),
    QuickView(_("Sắp đến hạn"), "hinh=due_soon"),
    QuickView(_("Chờ xác nhận"), "hinh=waiting"),
    QuickView(_("Lâu không cập nhật"), "mau=grey"),
    QuickView(_("Không hạn"), "hinh=no_deadline"),
)

ASSIGNMENTS = ListPage[TimedAssignment](
    name="assignment-list",
    title=_("Nhiệm vụ"),
    rows=visible_assignments,
    columns=COLUMNS,
    filters=FILTERS,
    quick_views=QUICK_VIEWS,
    default_sort="han",
    search="search_key",
    row_tone=row_tone,
    is_in_global_search=True,
    is_constant=True,
    empty=EmptyState(
        _("Không có nhiệm vụ nào khớp. Nhiệm vụ xuất hiện ở đây khi cơ quan của bạn giao hoặc được giao việc.")
    ),
)

GIVEN = replace(
    ASSIGNMENTS,
    name="given-list",
    title=_("Việc đã giao"),
    rows=given_by,
    columns=[replace(column, default=column.default or column.key == "linh-vuc") for column in COLUMNS],
    permission="giving.view",
    is_in_global_search=False,
    actions=[Action(_("Mẫu tiêu chí nghiệm thu"), "checklist-template-list", "list-check", "giving.view")],
    empty=EmptyState(_("Chưa giao việc nào. Hãy tiếp nhận một văn bản, rà soát rồi bấm “Giao việc”.")),
)

MY_WORK = replace(
    ASSIGNMENTS,
    name="my-work",
    title=_("Việc của tôi"),
    rows=my_work,
    is_in_global_search=False,
    empty=EmptyState(_("Bạn không còn việc nào phải làm. Việc mới được phân công sẽ hiện ở đây."), icon="circle-check"),
)
