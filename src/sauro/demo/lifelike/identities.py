"""Identities that are the same for the same seed, and still ordered by time."""

from __future__ import annotations

import datetime as dt
from random import Random
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_VERSION_4 = 0x4 << 76


class Identities:
    """Makes UUIDs from a source of chance."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def at(self, moment: dt.datetime) -> UUID:
        """Return a UUIDv7 of the moment."""
        bits = self._random.getrandbits(74)
        milliseconds = int(moment.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | _VERSION_7 | bits >> 62 << 64 | _VARIANT | bits & ((1 << 62) - 1))

    def any(self) -> UUID:
        """Return a UUIDv4."""
        bits = self._random.getrandbits(122)
        return UUID(int=bits >> 74 << 80 | _VERSION_4 | (bits >> 62 & 0xFFF) << 64 | _VARIANT | bits & ((1 << 62) - 1))
