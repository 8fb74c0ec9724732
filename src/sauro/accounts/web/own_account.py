"""Pages for one's own account: password, second factor, the unit acted for."""

from __future__ import annotations

from uuid import UUID

import segno
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.accounts.forms import CodeForm, PasswordForm
from sauro.accounts.middleware import ACTING_UNIT_KEY
from sauro.accounts.models import User
from sauro.accounts.services.second_factor import confirm_second_factor, new_secret, provisioning_uri
from sauro.accounts.services.users import change_own_password

SECRET_KEY = "second_factor_secret"  # noqa: S105 - the name of a session entry, not a secret


@sensitive_post_parameters("old", "new", "again")
@require_http_methods(["GET", "POST"])
@login_required
def password_change(request: ActorRequest) -> HttpResponse:
    """Change one's own password."""
    form = PasswordForm(request.POST or None)
    user = request.user
    if request.method == "POST" and form.is_valid() and isinstance(user, User):
        with form.showing_refusals():
            change_own_password(
                actor=request.actor, user=user, old=form.cleaned_data["old"], new=form.cleaned_data["new"]
            )
            update_session_auth_hash(request, user)
            messages.success(request, _("Đã đổi mật khẩu."))
            return redirect("home")
    return render(request, "accounts/password_change.html", {"form": form})


@require_http_methods(["GET", "POST"])
@login_required
def second_factor(request: ActorRequest) -> HttpResponse:
    """Set the second factor up: show the secret, ask for a first code, show the recovery codes once."""
    user = request.user
    if not isinstance(user, User) or user.uses_second_factor:
        return render(request, "accounts/second_factor_on.html")
    secret = request.session.setdefault(SECRET_KEY, new_secret())
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_refusals():
            codes = confirm_second_factor(
                actor=request.actor, user=user, secret=secret, code=form.cleaned_data["code"].replace(" ", "")
            )
            del request.session[SECRET_KEY]
            return render(request, "accounts/recovery_codes.html", {"codes": codes})
    picture = segno.make(provisioning_uri(user=user, secret=secret)).svg_data_uri(scale=5, border=2, light="#fff")
    return render(request, "accounts/second_factor.html", {"form": form, "secret": secret, "picture": picture})


@require_POST
@login_required
def acting_unit(request: ActorRequest) -> HttpResponse:
    """Choose the unit one acts for, among those one has a post or a role in."""
    try:
        request.session[ACTING_UNIT_KEY] = str(UUID(request.POST.get("unit", "")))
    except ValueError:
        messages.error(request, _("Đơn vị không hợp lệ."))
    return redirect("home")
