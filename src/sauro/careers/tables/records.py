"""Lists of holders of closed posts, and of official decisions on leaving."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers.badges import locality_badge
from sauro.careers.enums import ActKind, Locality
from sauro.careers.models import OfficialAct
from sauro.careers.policies import VIEW, act_policy
from sauro.careers.selectors.locals import posts_closed, visible_holders
from sauro.careers.tables.shared import person_address
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage
from sauro.workforce.models import Dossier


def _of_locality(value: str) -> Q:
    return Q(locality=value)


LOCAL_HOLDERS = ListPage[Dossier](
    name="local-holder-list",
    title=_("Người giữ vị trí không bố trí người địa phương"),
    rows=visible_holders,
    columns=[
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=person_address, sort="sort_key"),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: row.tenure.post.title if row.tenure else ""),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.tenure.unit.name if row.tenure else ""),
        Column(
            "tu", _("Giữ vị trí từ"), value=lambda row: row.tenure.first_day if row.tenure else None, kind=Kind.DATE
        ),
        Column("que-quan", _("Quê quán so với địa bàn"), value=locality_badge, kind=Kind.BADGE),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("vt", _("Vị trí việc làm"), lambda _actor: posts_closed(), field="tenure__post__code"),
        ChoiceFilter("que", _("Quê quán so với địa bàn"), Locality.choices, condition=_of_locality),
    ],
    actions=[Action(_("Tiến độ"), "local-progress", "chart-bar", VIEW)],
    empty=EmptyState(_("Không có ai giữ vị trí như vậy trong phạm vi của bạn.")),
    permission=VIEW,
)  # fmt: skip


def visible_acts(actor: Actor) -> QuerySet[OfficialAct]:
    """Return the official decisions on leaving, screening and replacement of people the actor may see."""
    return act_policy.visible(actor).select_related("dossier__person", "dossier__unit")


ACTS = ListPage[OfficialAct](
    name="act-list",
    title=_("Quyết định thôi việc, sàng lọc, thay thế"),
    rows=visible_acts,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: person_address(row.dossier),
        ),
        Column("don-vi", _("Đơn vị quản lý hồ sơ"), value=lambda row: row.dossier.unit.name),
        Column("noi-dung", _("Nội dung"), value=lambda row: row.get_kind_display()),
        Column("so-qd", _("Số quyết định"), value=lambda row: row.decision),
        Column("ngay-qd", _("Ngày quyết định"), value=lambda row: row.decided_on, kind=Kind.DATE, sort="decided_on"),
        Column("tu", _("Có hiệu lực từ"), value=lambda row: row.first_day, kind=Kind.DATE),
        Column("co-quan", _("Cơ quan ban hành"), value=lambda row: row.issuer),
        Column("can-cu", _("Căn cứ"), value=lambda row: row.basis, most=120),
        Column("rut", _("Đã rút"), value=lambda row: row.withdrawn_reason, default=False),
    ],
    default_sort="-ngay-qd",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("nd", _("Nội dung"), ActKind.choices, field="kind"),
        UnitFilter("dv", _("Đơn vị"), "dossier__unit"),
        DateRangeFilter("ngay", _("Ngày quyết định"), "decided_on"),
        ChoiceFilter(
            "hl", _("Bản ghi"), [("co", _("Còn giá trị")), ("rut", _("Đã rút"))],
            condition=lambda value: Q(withdrawn_at__isnull=value == "co"),
        ),
    ],
    empty=EmptyState(_("Chưa có quyết định nào. Ghi từ trang của một người.")),
    permission=VIEW,
)  # fmt: skip
