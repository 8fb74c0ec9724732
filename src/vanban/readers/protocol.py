"""What a reader of a format is."""

from __future__ import annotations

from typing import Protocol

from vanban.types import Limits, ReadDocument


class Reader(Protocol):
    """Reads one format.

    ``version`` rises whenever the text or the offsets of an unchanged file would differ, since stored spans point into
    the text of one version.
    """

    @property
    def name(self) -> str:
        """A short lower-case name such as ``docx``."""

    @property
    def version(self) -> int:
        """The version of what this reader produces."""

    def recognises(self, data: bytes) -> bool:
        """Whether the content is of this format. Cheap, loads no library, never raises."""

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """Read the document or raise :class:`~vanban.types.UnreadableDocument`."""
