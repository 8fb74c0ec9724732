"""The lists of accounts and of the history."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.accounts.models import User
from sauro.accounts.policies import event_policy, user_policy
from sauro.audit.models import AuditEvent
from sauro.audit.registry import all_events, event_label
from sauro.common.clock import now, today
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage


def _state_of(user: User) -> Badge:
    if not user.is_active:
        return Badge(str(_("Đã ngừng")), Tone.IDLE)
    if user.locked_until and user.locked_until > now():
        return Badge(str(_("Đang khóa tạm")), Tone.LATE)
    return Badge(str(_("Hoạt động")), Tone.DONE)


def _users(actor: Actor) -> QuerySet[User]:
    return user_policy.visible(actor).select_related("person").prefetch_related("grants__unit")


def _roles_of(user: User) -> str:
    day = today()
    held = [grant for grant in user.grants.all() if not grant.valid.isempty and day in grant.valid]
    return "; ".join(f"{grant.get_role_display()} – {grant.unit.name}" for grant in held)


USERS = ListPage[User](
    name="user-list",
    title=_("Tài khoản"),
    rows=_users,
    permission="accounts.view",
    columns=[
        Column("ten", _("Họ và tên"), value=str, link=lambda user: reverse("user-detail", args=[user.pk])),
        Column("dang-nhap", _("Tên đăng nhập"), value=lambda user: user.username, sort="username"),
        Column("vai-tro", _("Vai trò"), value=_roles_of),
        Column("trang-thai", _("Trạng thái"), value=_state_of, kind=Kind.BADGE),
        Column("lop-hai", _("Hai lớp"), value=lambda user: _("Có") if user.uses_second_factor else _("Chưa")),
        Column("vao", _("Đăng nhập gần nhất"), value=lambda user: user.last_login, kind=Kind.INSTANT, default=False),
    ],
    default_sort="dang-nhap",
    search=("person__search_key", "username"),
    filters=[
        ChoiceFilter(
            "hoat-dong",
            _("Trạng thái"),
            [("co", _("Hoạt động")), ("ngung", _("Đã ngừng"))],
            condition=lambda value: Q(is_active=value == "co"),
        )
    ],
    actions=[Action(_("Thêm tài khoản"), "user-create", "plus", permission="accounts.manage", is_primary=True)],
    empty=EmptyState(_("Không có tài khoản nào khớp. Hãy bỏ bớt điều kiện lọc, hoặc thêm tài khoản mới.")),
)

EVENTS = ListPage[AuditEvent](
    name="event-list",
    title=_("Nhật ký"),
    rows=lambda actor: event_policy.visible(actor),
    permission="history.view",
    columns=[
        Column("luc", _("Lúc"), value=lambda event: event.at, sort="sequence", kind=Kind.INSTANT),
        Column("viec", _("Việc"), value=lambda event: event_label(event.code)),
        Column("doi-tuong", _("Đối tượng"), value=lambda event: event.object_text),
        Column("nguoi", _("Người làm"), value=lambda event: event.actor_name),
        Column("don-vi", _("Đơn vị"), value=lambda event: event.actor_unit_name),
        Column("ly-do", _("Lý do"), value=lambda event: event.reason),
        Column("cua", _("Qua"), value=lambda event: event.door, default=False),
        Column("ma", _("Mã sự kiện"), value=lambda event: event.code, default=False),
    ],
    default_sort="-luc",
    filters=[
        ChoiceFilter(
            "loai", _("Việc"), lambda _actor: [(event.code, event.label) for event in all_events()], field="code"
        ),
        DateRangeFilter("ngay", _("Ngày"), "at", is_instant=True),
    ],
    empty=EmptyState(_("Chưa có sự kiện nào trong phạm vi này.")),
)
