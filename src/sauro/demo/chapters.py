"""Chapters that areas add to the story of the demo, so that it need not know them. Each may be played again."""

from __future__ import annotations

from collections.abc import Callable

_CHAPTERS: dict[str, Callable[[], None]] = {}


def add_chapter(name: str, play: Callable[[], None]) -> None:
    """Add a chapter; the same name twice is a programming error. ``play`` leaves alone what exists already."""
    if name in _CHAPTERS:
        raise ValueError(f"chapter {name!r} of the demo is added twice")
    _CHAPTERS[name] = play


def play_chapters() -> None:
    """Play every chapter, in the order in which they were added."""
    for play in _CHAPTERS.values():
        play()
