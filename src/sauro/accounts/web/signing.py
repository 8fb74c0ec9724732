"""Pages to sign in, lock, unlock and sign out."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.accounts import events
from sauro.accounts.forms import CodeForm, SignInForm
from sauro.accounts.models import User
from sauro.accounts.screen_lock import LOCKED_KEY, LOCKED_STATUS, mark_active
from sauro.accounts.services.signing_in import (
    check_password,
    check_screen_password,
    check_second_factor,
    complete_sign_in,
)
from sauro.audit.services import record_event

PENDING_KEY = "second_factor_of"
NEXT_KEY = "after_sign_in"
NO_USER = UUID(int=0)


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: ActorRequest) -> HttpResponse:
    """Ask for name and password; go on to the second factor when the user has one."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_refusals():
            checked = check_password(request_id=request.actor.request_id, **form.cleaned_data)
            request.session[NEXT_KEY] = _safe_next(request)
            if checked.needs_second_factor:
                request.session[PENDING_KEY] = str(checked.user.pk)
                return redirect("sign-in-code")
            return _finish(request, checked.user)
    return render(request, "accounts/sign_in.html", {"form": form, "next": _safe_next(request)})


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in_code(request: ActorRequest) -> HttpResponse:
    """Ask for the code of the second factor."""
    user = User.objects.filter(pk=request.session.get(PENDING_KEY) or NO_USER, is_active=True).first()
    if user is None:
        return redirect("sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_refusals():
            check_second_factor(user=user, code=form.cleaned_data["code"], request_id=request.actor.request_id)
            return _finish(request, user)
    return render(request, "accounts/sign_in_code.html", {"form": form})


@require_POST
def sign_out(request: ActorRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        record_event(actor=request.actor, event=events.SIGNED_OUT, obj=request.user, object_text=request.user.username)
    logout(request)
    return redirect("sign-in")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock the session at once, at the user's wish or because the page noticed that nobody is there."""
    if isinstance(request.user, User):
        request.session[LOCKED_KEY] = True
    return HttpResponse(status=204)


@sensitive_post_parameters("password")
@require_POST
def unlock(request: ActorRequest) -> HttpResponse:
    """Open a locked session with the password: 204 for a page that covers itself, a redirect for the plain page."""
    if not isinstance(request.user, User):
        return HttpResponse(status=403)
    password = request.POST.get("password", "")
    right = check_screen_password(user=request.user, password=password, request_id=request.actor.request_id)
    if right:
        mark_active(request)
    if "next" not in request.POST:
        return HttpResponse(status=204 if right else 403)
    if right:
        return redirect(_safe_next(request))
    context = {"next": _safe_next(request), "fault": _("Mật khẩu chưa đúng. Hãy nhập lại.")}
    return render(request, "accounts/locked.html", context, status=LOCKED_STATUS)


def _finish(request: ActorRequest, user: User) -> HttpResponse:
    target = request.session.get(NEXT_KEY) or settings.LOGIN_REDIRECT_URL
    login(request, user)
    request.session.pop(PENDING_KEY, None)
    request.session.pop(NEXT_KEY, None)
    mark_active(request)
    complete_sign_in(user=user, request_id=request.actor.request_id)
    return redirect(target)


def _safe_next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else "/"
