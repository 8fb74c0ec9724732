"""Small requests of the frame."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from sauro.ui.theme import COOKIE, COOKIE_AGE_SECONDS, other_theme, theme_of


@require_POST
def switch_theme(request: HttpRequest) -> HttpResponse:
    """Switch between light and dark and go back to the page the request came from."""
    back = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "/")
    response.set_cookie(COOKIE, other_theme(theme_of(request)), max_age=COOKIE_AGE_SECONDS, samesite="Lax")
    return response


@require_safe
def presence(request: HttpRequest) -> HttpResponse:
    """Hear from a page on which somebody works without sending anything, so that the session does not lock."""
    return HttpResponse(status=204)
