"""What the frame of every page needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the actor for the frame of the page."""
    return {"actor": getattr(request, "actor", None)}
