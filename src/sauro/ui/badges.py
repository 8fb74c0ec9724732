"""A short mark on a row or a page: always a word, with a shape and a tone beside it, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class Tone(StrEnum):
    """What a mark says about the work. Red (late) is for late and wrong things only."""

    LATE = "late"
    SOON = "soon"
    ACTIVE = "active"
    DONE = "done"
    IDLE = "idle"


_ICONS = {
    Tone.LATE: "alert-triangle",
    Tone.SOON: "clock",
    Tone.ACTIVE: "progress",
    Tone.DONE: "circle-check",
    Tone.IDLE: "circle-dashed",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark. ``icon`` is the name of a Tabler icon; each tone has its own when it is left out."""

    text: str | Promise
    tone: Tone = Tone.IDLE
    icon: str = ""

    @property
    def shape(self) -> str:
        """The icon shown."""
        return self.icon or _ICONS[self.tone]

    def __str__(self) -> str:
        return str(self.text)
