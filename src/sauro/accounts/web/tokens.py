"""The page of one's own keys for the API."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.accounts.selectors.tokens import own_tokens
from sauro.accounts.services.tokens import LIFETIMES_DAYS, create_token, revoke_token
from sauro.ui.forms import PageForm

_DEFAULT_DAYS = 90


class TokenForm(PageForm):
    """What the key is for, how long it holds, and the password once more."""

    name = forms.CharField(
        label=gettext_lazy("Dùng cho"),
        max_length=80,
        help_text=gettext_lazy("Tên chương trình dùng khóa này, để sau này nhận ra, ví dụ “Đồng bộ sổ văn bản”."),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Thời hạn"),
        choices=lambda: [(days, _("%(days)s ngày") % {"days": days}) for days in LIFETIMES_DAYS],
        coerce=int,
        initial=_DEFAULT_DAYS,
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu của bạn"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@login_required
def token_list(request: ActorRequest) -> HttpResponse:
    """Show one's keys; make a new one, whose secret is shown in this answer and never again."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    secret = ""
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            _token, secret = create_token(actor=request.actor, **form.cleaned_data)
            form = TokenForm()
    context = {"form": form, "secret": secret, "tokens": own_tokens(request.actor)}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def token_revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Revoke one of one's own keys."""
    revoke_token(actor=request.actor, token_id=pk)
    messages.success(request, _("Đã thu hồi khóa."))
    return redirect("token-list")
