"""The lists of programmes and of templates, and the province's view of what its communes have issued."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.organizations.enums import CommuneType
from sauro.programmes.enums import PUBLIC, ProgrammeKind, ProgrammeState
from sauro.programmes.models import Programme, ProgrammeTemplate
from sauro.programmes.selectors.following import POINTS, at_point, followed_bodies
from sauro.programmes.selectors.starting import visible_programmes, visible_templates
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_TONES = {
    ProgrammeState.DRAFT: Tone.SOON,
    ProgrammeState.SUBMITTED: Tone.ACTIVE,
    ProgrammeState.APPRAISED: Tone.ACTIVE,
    ProgrammeState.ADOPTED: Tone.ACTIVE,
    ProgrammeState.AT_COUNCIL: Tone.ACTIVE,
    ProgrammeState.ISSUED: Tone.DONE,
    ProgrammeState.REPLACED: Tone.IDLE,
}
_SHOWN = 140
_YES_NO = [("co", _("Có")), ("khong", _("Không"))]


def state_badge(row: Programme) -> Badge:
    """Return the mark of a programme."""
    state = ProgrammeState(row.state)
    return Badge(state.label, _TONES[state])


def coverage_badge(row: Programme) -> Badge:
    """Return how many of the demands are dealt with; red while one is open."""
    total, left = row.figure("demands"), row.figure("open")
    if not total:
        return Badge(_("Chưa lấy yêu cầu"), Tone.IDLE)
    text = f"{total - left}/{total}"
    return Badge(text, Tone.LATE) if left else Badge(text, Tone.DONE)


def _clear(row: Programme) -> str:
    return f"{row.figure('six_clear')}/{row.figure('entries')}"


def _open_condition(value: str) -> Q:
    has = Q(figures__open__gt=0)
    return has if value == "co" else ~has


def _fault_condition(value: str) -> Q:
    has = Q(figures__faults__gt=0)
    return has if value == "co" else ~has


_NEW = Action(_("Lập văn bản"), "programme-new", "plus", "programmes.write", is_primary=True)
_FIGURES: list[Column[Programme]] = [
    Column("phu", _("Yêu cầu đã xử lý"), value=coverage_badge, kind=Kind.BADGE),
    Column("sau-ro", _("Đủ 6 rõ"), value=_clear),
    Column("loi", _("Dòng có lỗi"), value=lambda row: row.figure("faults"), kind=Kind.NUMBER),
]

PROGRAMMES = ListPage[Programme](
    name="programme-list",
    title=_("Chương trình, kế hoạch"),
    rows=visible_programmes,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "trich-yeu",
            _("Trích yếu"),
            value=lambda row: row.subject,
            link=lambda row: reverse("programme-detail", args=[row.pk]),
            most=_SHOWN,
        ),
        Column("loai", _("Loại"), value=lambda row: row.get_kind_display(), sort="kind"),
        Column("co-quan", _("Cơ quan"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        *_FIGURES,
        Column("so", _("Số, ký hiệu"), value=lambda row: row.number),
        Column("ngay", _("Ban hành"), value=lambda row: row.issued_on, sort="issued_on", kind=Kind.DATE),
        Column("lap", _("Lập lúc"), value=lambda row: row.made_at, sort="made_at", kind=Kind.INSTANT, default=False),
    ],
    default_sort="-lap",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), ProgrammeState.choices, field="state"),
        ChoiceFilter("kieu", _("Loại"), ProgrammeKind.choices, field="kind"),
        UnitFilter("dv", _("Cơ quan"), "unit"),
        DateRangeFilter("bh", _("Ban hành"), "issued_on"),
    ],
    quick_views=[QuickView(_("Đang soạn"), "tt=draft"), QuickView(_("Đã ban hành"), "tt=issued")],
    actions=[
        _NEW,
        Action(_("Mẫu"), "programme-template-list", "template", "programmes.write"),
        Action(_("Theo dõi các cơ quan"), "programme-overview", "list-check", "programmes.view"),
    ],
    empty=EmptyState(_("Chưa có chương trình, kế hoạch nào. Hãy lập từ mẫu có sẵn."), _NEW),
    permission="programmes.view",
    is_in_global_search=True,
)


def _point_badge(row: Any) -> Badge:
    """Red words while a body has not begun, green once its document is issued with nothing left open."""
    if row.state is None:
        return Badge(_("Chưa lập"), Tone.LATE)
    state = ProgrammeState(row.state)
    is_red = state == ProgrammeState.ISSUED and _figure(row, "open")
    return Badge(_("Đã ban hành, còn yêu cầu bỏ ngỏ"), Tone.LATE) if is_red else Badge(state.label, _TONES[state])


def _figure(row: Any, name: str) -> int:
    return int((row.figures or {}).get(name) or 0)


def _covered(row: Any) -> Badge | str:
    total, left = _figure(row, "demands"), _figure(row, "open")
    return Badge(f"{total - left}/{total}", Tone.LATE if left else Tone.DONE) if total else ""


def _six_clear(row: Any) -> str:
    return f"{_figure(row, 'six_clear')}/{_figure(row, 'entries')}" if row.state else ""


def _opens(row: Any, query: str = "") -> str:
    """Words of a body's document are open to the level above once they are issued."""
    if row.state not in PUBLIC:
        return ""
    return reverse("programme-detail", args=[row.programme_id]) + query


OVERVIEW = ListPage[Any](
    name="programme-overview",
    title=_("Các xã ban hành chương trình, kế hoạch"),
    rows=followed_bodies,
    columns=[
        Column("co-quan", _("Cơ quan"), value=lambda row: row.name, sort="sort_key", link=_opens),
        Column("trang-thai", _("Trạng thái"), value=_point_badge, kind=Kind.BADGE),
        Column("so", _("Số, ký hiệu"), value=lambda row: row.number or "", link=_opens),
        Column("ngay", _("Ban hành"), value=lambda row: row.issued_on, kind=Kind.DATE),
        Column("phu", _("Yêu cầu đã xử lý"), value=_covered, kind=Kind.BADGE, link=_opens),
        Column("sau-ro", _("Đủ 6 rõ"), value=_six_clear, link=lambda row: _opens(row, "?xem=thieu")),
        Column("loi", _("Dòng có lỗi"), value=lambda row: _figure(row, "faults") if row.state else None,
               kind=Kind.NUMBER, link=lambda row: _opens(row, "?xem=loi")),
        Column("soat", _("Phát hiện khi soát"), value=lambda row: _figure(row, "findings") if row.checked_at else None,
               kind=Kind.NUMBER, link=lambda row: _opens(row, "?xem=soat")),
        Column("yeu-cau", _("Yêu cầu"), value=lambda row: _figure(row, "demands"), kind=Kind.NUMBER, default=False),
        Column("loai-bo", _("Loại có lý do"), value=lambda row: _figure(row, "excluded"), default=False),
        Column("xem-lai", _("Cần xem lại"), value=lambda row: _figure(row, "doubtful"), kind=Kind.NUMBER,
               default=False),
        Column("loai-xa", _("Loại xã"), value=lambda row: row.get_commune_type_display(), default=False),
        Column("ma", _("Mã"), value=lambda row: row.programme_code or "", kind=Kind.CODE, default=False),
    ],
    default_sort="co-quan",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), POINTS, condition=at_point),
        ChoiceFilter("xa", _("Loại xã"), CommuneType.choices, field="commune_type"),
        ChoiceFilter("con", _("Còn yêu cầu chưa xử lý"), _YES_NO, condition=_open_condition),
        ChoiceFilter("co-loi", _("Có dòng lỗi"), _YES_NO, condition=_fault_condition),
        DateRangeFilter("bh", _("Ban hành"), "issued_on"),
    ],
    quick_views=[
        QuickView(_("Đã ban hành"), "tt=issued"),
        QuickView(_("Đang làm"), "tt=doing"),
        QuickView(_("Chưa lập"), "tt=none"),
        QuickView(_("Còn yêu cầu chưa xử lý"), "con=co"),
        QuickView(_("Có dòng lỗi"), "co-loi=co"),
    ],
    row_tone=lambda row: "late" if row.state is None or _figure(row, "open") else "",
    empty=EmptyState(_("Không có xã nào thuộc phạm vi theo dõi của bạn.")),
    permission="programmes.view",
    template="programmes/overview.html",
)  # fmt: skip

TEMPLATES = ListPage[ProgrammeTemplate](
    name="programme-template-list",
    title=_("Mẫu chương trình, kế hoạch"),
    rows=visible_templates,
    columns=[
        Column(
            "ten", _("Tên mẫu"), value=lambda row: row.name, sort="sort_key",
            link=lambda row: reverse("programme-template", args=[row.pk]),
        ),
        Column("loai", _("Loại"), value=lambda row: row.get_kind_display(), sort="kind"),
        Column("co-quan", _("Của cơ quan"), value=lambda row: row.owner_unit.name, sort="owner_unit__sort_key"),
        Column("sua", _("Sửa lúc"), value=lambda row: row.changed_at, sort="changed_at", kind=Kind.INSTANT),
        Column("nguoi", _("Người sửa"), value=lambda row: row.changed_by_name),
    ],
    default_sort="ten",
    search="search_key",
    filters=[ChoiceFilter("kieu", _("Loại"), ProgrammeKind.choices, field="kind")],
    actions=[
        Action(_("Mẫu chương trình mới"), "programme-template-new-programme", "plus", "programmes.write"),
        Action(_("Mẫu kế hoạch mới"), "programme-template-new-plan", "plus", "programmes.write"),
    ],
    empty=EmptyState(_("Cơ quan chưa có mẫu riêng. Hai mẫu có sẵn luôn dùng được; lập mẫu mới từ mẫu có sẵn để sửa.")),
    permission="programmes.view",
)  # fmt: skip
