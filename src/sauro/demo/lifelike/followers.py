"""What other areas make of the deeds on tasks, so that the generator need not know them: plans, notices, comments.

An area registers a follower, as it listens to events and to changes of work when the product runs. What a follower
writes equals what those listeners write; the same test compares both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db.models import Model

from sauro.audit.registry import EventType
from sauro.demo.lifelike.ledger import Deed
from sauro.organizations.models import Unit

if TYPE_CHECKING:
    from sauro.demo.lifelike.stage import Stage, Story
    from sauro.demo.lifelike.works import Work


class Follower:
    """Hears what is done. ``models`` are those it writes, parents first; those in ``single`` have no echoes."""

    models: ClassVar[Sequence[type[Model]]] = ()
    single: ClassVar[Sequence[type[Model]]] = ()

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def heard(
        self, deed: Deed, event: EventType, event_id: UUID, work: Work, changes: Mapping[str, Any] | None
    ) -> None:
        """An event on a piece of work was recorded."""

    def given(self, deed: Deed, work: Work) -> None:
        """A piece of work was given: sent, passed on as a part, or made for a period. Its event was recorded."""

    def changed(self, deed: Deed, work: Work, person_before: UUID | None) -> None:
        """Somebody else is in charge, or a deadline moved."""

    def said(self, deed: Deed, work: Work, text: str, named: Unit | None) -> None:
        """Somebody said something to both sides; ``named`` is the unit that the words name after an @."""

    def mentioned(self, deed: Deed, work: Work, comment_id: UUID, named: Unit) -> None:
        """A comment that names a unit was written."""

    def stories(self) -> Iterator[Story]:
        """What the follower does by itself, begun with the history."""
        yield from ()


_FOLLOWERS: dict[str, type[Follower]] = {}


def register_follower(name: str, follower: type[Follower]) -> None:
    """Add a kind of follower; the same name twice is a programming error."""
    if name in _FOLLOWERS:
        raise ValueError(f"follower {name!r} of the generated history is registered twice")
    _FOLLOWERS[name] = follower


def follower_kinds() -> list[type[Follower]]:
    """Return every kind, in the order in which they were added."""
    return list(_FOLLOWERS.values())
