"""Pages to keep accounts and roles, and to read the history."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.accounts.forms import GrantForm, NewUserForm, ReasonForm, ResetForm
from sauro.accounts.policies import event_policy, grant_policy, user_policy
from sauro.accounts.roles import Role
from sauro.accounts.services.users import create_user, end_role, give_role, reset_access, set_active
from sauro.accounts.tables import EVENTS, USERS
from sauro.audit.registry import event_label
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.ui.lists.view import list_view

user_list = list_view(USERS)
event_list = list_view(EVENTS)

RECENT_EVENTS = 20


@require_http_methods(["GET", "POST"])
@login_required
def user_create(request: ActorRequest) -> HttpResponse:
    """Create an account."""
    if not request.actor.holds("accounts.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền quản lý tài khoản."))
    form = NewUserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_refusals():
            user = create_user(actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Đã tạo tài khoản. Hãy giao vai trò để người dùng làm việc được."))
            return redirect("user-detail", pk=user.pk)
    return render(request, "accounts/user_create.html", {"form": form})


@require_safe
@login_required
def user_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show an account, its roles and what it did lately."""
    user = user_policy.get_visible(request.actor, pk)
    return _detail(request, pk, may_manage=user_policy.can(request.actor, "manage", user))


@require_POST
@login_required
def user_reset(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give new access."""
    _require_manager_of(request, pk)
    form = ResetForm(request.POST)
    if form.is_valid():
        with form.showing_refusals(only_of_fields=True):
            reset_access(actor=request.actor, user_id=pk, **form.cleaned_data)
            messages.success(request, _("Đã đặt lại. Người dùng phải đổi mật khẩu khi đăng nhập."))
            return redirect("user-detail", pk=pk)
    return _detail(request, pk, may_manage=True, reset_form=form, status=422)


@require_POST
@login_required
def user_state(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open or close an account."""
    active = request.POST.get("active") == "1"
    set_active(actor=request.actor, user_id=pk, active=active, reason=request.POST.get("reason", ""))
    messages.success(request, _("Đã mở tài khoản.") if active else _("Đã ngừng tài khoản."))
    return redirect("user-detail", pk=pk)


@require_POST
@login_required
def grant_create(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a role."""
    _require_manager_of(request, pk)
    form = GrantForm(request.POST)
    if form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals(only_of_fields=True):
            give_role(
                actor=request.actor,
                user_id=pk,
                role=Role(held["role"]),
                unit_id=held["unit"],
                include_subtree=held["include_subtree"],
                domain=Domain(held["domain"]),
                basis=held["basis"],
                valid_to=held["valid_to"],
            )
            messages.success(request, _("Đã giao vai trò."))
            return redirect("user-detail", pk=pk)
    return _detail(request, pk, may_manage=True, grant_form=form, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def grant_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End a role, with a reason."""
    grant = grant_policy.get_visible(request.actor, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        end_role(actor=request.actor, grant_id=pk, reason=form.cleaned_data["reason"])
        messages.success(request, _("Đã thôi vai trò."))
        return redirect("user-detail", pk=grant.user_id)
    return render(request, "accounts/grant_end.html", {"grant": grant, "form": form})


def _require_manager_of(request: ActorRequest, pk: UUID) -> None:
    """Refuse before looking at what was typed: 404 for a hidden account, 403 for one only seen."""
    user_policy.require(request.actor, "manage", user_policy.get_visible(request.actor, pk))


def _detail(
    request: ActorRequest,
    pk: UUID,
    *,
    may_manage: bool,
    reset_form: ResetForm | None = None,
    grant_form: GrantForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user = user_policy.get_visible(request.actor, pk)
    grants = user.grants.select_related("unit").order_by("-valid")
    events = event_policy.visible(request.actor).filter(object_id=user.pk)
    context = {
        "account": user,
        "grants": [(grant, not grant.valid.isempty and today() in grant.valid) for grant in grants],
        "may_manage": may_manage,
        "is_own": user.pk == request.actor.user_id,
        "reset_form": reset_form or ResetForm(),
        "grant_form": grant_form or GrantForm(),
        "events": [(event, event_label(event.code)) for event in events[:RECENT_EVENTS]],
    }
    return render(request, "accounts/user_detail.html", context, status=status)
