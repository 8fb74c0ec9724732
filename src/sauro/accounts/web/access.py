"""Guards of pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from sauro.accounts.models import User

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Send whoever has not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if isinstance(request.user, User):
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path(), "sign-in")

    return guarded
