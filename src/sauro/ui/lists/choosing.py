"""Choosing rows of a list, by mouse or keys, to do one act to all of them.

The area whose acts they are registers a bar for a list; the list shows boxes and the bar, and posts what was chosen to
the bar's address: ``act``, ``list``, ``query``, the identities as ``row``, or ``all`` for everything that matches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sauro.access.actor import Actor

Label = str | Promise


@dataclass(frozen=True, slots=True)
class RowAct:
    """A button of the bar."""

    key: str
    label: Label
    icon: str


@dataclass(frozen=True, slots=True)
class ChoiceBar:
    """What can be done to chosen rows. ``acts`` are those an actor is offered; ``most`` rows are taken at a time."""

    url_name: str
    acts: Callable[[Actor], Sequence[RowAct]]
    most: int


_bars: dict[str, ChoiceBar] = {}


def register_choice_bar(list_name: str, bar: ChoiceBar) -> None:
    """Let rows of a list be chosen. A list has one bar."""
    if list_name in _bars:
        raise ValueError(f"list {list_name!r} has a bar already")
    _bars[list_name] = bar


def choice_bar(list_name: str, actor: Actor, *, total: int, count_text: str) -> dict[str, Any] | None:
    """Return the bar of a list for an actor, or nothing when none of its acts is theirs."""
    bar = _bars.get(list_name)
    acts = bar.acts(actor) if bar else ()
    if bar is None or not acts:
        return None
    all_words = _("Tất cả %(count)s mục khớp") if total <= bar.most else _("%(most)s mục đầu trong %(count)s mục khớp")
    return {
        "url": reverse(bar.url_name),
        "acts": acts,
        "all_words": all_words % {"count": count_text, "most": number_format(bar.most)},
    }
