"""The bell of the frame: how much its user has not read yet. The area that knows registers itself here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from sauro.access.actor import Actor

Count = Callable[[Actor], int]


@dataclass(frozen=True, slots=True)
class Bell:
    """What the frame shows: where the bell leads, the count, and the same as a short text (``99+``)."""

    url: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class _Source:
    url_name: str
    count: Count
    most: int


_sources: list[_Source] = []


def ring_with(url_name: str, count: Count, *, most: int) -> None:
    """Let the bell lead to a page and show a count, up to ``most``. There is one bell."""
    if _sources:
        raise ValueError("the bell is taken")
    _sources.append(_Source(url_name, count, most))


def bell_of(actor: Actor | None) -> Bell | None:
    """Return the bell of a user, or nothing for somebody not signed in. Takes the queries of the count."""
    if actor is None or actor.user_id is None or not _sources:
        return None
    source = _sources[0]
    count = source.count(actor)
    return Bell(reverse(source.url_name), count, f"{source.most}+" if count > source.most else str(count))
