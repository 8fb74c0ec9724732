"""Chapters that areas add to the story of the demo, so that it need not know them. Each may be played again."""

from __future__ import annotations

from collections.abc import Callable

from sauro.access.actor import Actor

Tell = Callable[[str], None]
"""Takes a line for whoever loads the demo."""

_CHAPTERS: dict[str, Callable[[], None]] = {}
_PRELUDES: dict[str, Callable[[Actor, Tell], None]] = {}


def add_chapter(name: str, play: Callable[[], None]) -> None:
    """Add a chapter; the same name twice is a programming error. ``play`` leaves alone what exists already."""
    if name in _CHAPTERS:
        raise ValueError(f"chapter {name!r} of the demo is added twice")
    _CHAPTERS[name] = play


def play_chapters() -> None:
    """Play every chapter, in the order in which they were added."""
    for play in _CHAPTERS.values():
        play()


def add_prelude(name: str, play: Callable[[Actor, Tell], None]) -> None:
    """Add what a whole province of people needs: loaded before the chapters, and only when it is asked for."""
    if name in _PRELUDES:
        raise ValueError(f"prelude {name!r} of the demo is added twice")
    _PRELUDES[name] = play


def play_preludes(actor: Actor, tell: Tell) -> None:
    """Load them all, in the order in which they were added."""
    for play in _PRELUDES.values():
        play(actor, tell)
