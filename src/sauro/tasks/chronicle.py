"""What happened to an assignment, told as sentences in one time line. Areas on the right add what they know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.tasks.models import Assignment


@dataclass(frozen=True, slots=True)
class Link:
    """Something that can be opened from an entry: its words, its address, and whether it is a file."""

    text: str
    url: str
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    ``who`` and ``sentence`` make one sentence ("Ngô Văn Thử" "nhận nhiệm vụ."); ``unit`` stands in brackets behind the
    name. ``why`` is the reason given, ``words`` what was said or handed in, ``points`` a list below it. A decision is
    what somebody with the say in it settled; ``order`` keeps apart what happened in the same moment.
    """

    at: dt.datetime
    who: str
    sentence: str
    unit: str = ""
    why: str = ""
    words: str = ""
    points: Sequence[str] = ()
    links: Sequence[Link] = ()
    icon: str = "point"
    is_decision: bool = False
    is_private: bool = False
    order: int = 0


Source = Callable[[Actor, Assignment], Iterable[Entry]]
"""Returns what one area knows of an assignment, as far as the actor may see it, at a constant number of queries."""

_SOURCES: dict[str, Source] = {}
_TOLD: set[str] = set()


def register_source(name: str, source: Source, *, tells: Iterable[EventType] = ()) -> None:
    """Add a source; the same name twice is a programming error.

    ``tells`` are the events of assignments that it tells from its own rows, so that they are not told twice.
    """
    if name in _SOURCES:
        raise ValueError(f"source of the chronicle {name!r} is registered twice")
    _SOURCES[name] = source
    _TOLD.update(kind.code for kind in tells)


def is_told_from_rows(code: str) -> bool:
    """Tell whether some source tells this kind of event from rows of its own."""
    return code in _TOLD


def every_entry(actor: Actor, assignment: Assignment) -> list[Entry]:
    """Return what every area knows, oldest first."""
    found = [entry for name in sorted(_SOURCES) for entry in _SOURCES[name](actor, assignment)]
    return sorted(found, key=lambda entry: (entry.at, entry.order))
