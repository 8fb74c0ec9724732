"""Light or dark: a cookie read by the server, so that a page comes in the right colours at once."""

from __future__ import annotations

from django.http import HttpRequest

COOKIE = "theme"
COOKIE_AGE_SECONDS = 365 * 24 * 3600
LIGHT, DARK = "light", "dark"


def theme_of(request: HttpRequest) -> str:
    """Return the theme chosen on this machine; light unless dark was chosen."""
    return DARK if request.COOKIES.get(COOKIE) == DARK else LIGHT


def other_theme(theme: str) -> str:
    """Return the theme to switch to."""
    return LIGHT if theme == DARK else DARK
