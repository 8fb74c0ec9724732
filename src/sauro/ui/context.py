"""What the frame of every page needs."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sauro.ui.bell import bell_of
from sauro.ui.navigation import Place, menu
from sauro.ui.theme import theme_of


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the actor, the theme, and the menus and the bell, which are computed only where a template shows them."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "is_signed_in": actor is not None and actor.user_id is not None,
        "theme": theme_of(request),
        "main_menu": partial(menu, actor, Place.MAIN, request.path),
        "user_menu": partial(menu, actor, Place.USER, request.path),
        "bell_of": partial(bell_of, actor),
        "screen_lock_minutes": settings.SCREEN_LOCK_MINUTES,
    }
