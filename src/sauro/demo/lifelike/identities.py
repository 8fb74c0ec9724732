"""Identities that are the same for the same seed, and still ordered by time."""

from __future__ import annotations

import datetime as dt
from random import Random
from uuid import UUID

from sauro.demo.lifelike.echoes import MARK

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_VERSION_4 = 0x4 << 76


class EchoedId(UUID):
    """An identity whose last digit each echo sets for itself: it is written with the mark there."""

    __slots__ = ()

    def __str__(self) -> str:
        return super().__str__()[:-1] + MARK


class Identities:
    """Makes UUIDs from a source of chance, those of echoes once ``is_echoed``."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.is_echoed = False

    def at(self, moment: dt.datetime) -> UUID:
        """Return a UUIDv7 of the moment."""
        bits = self._random.getrandbits(74)
        milliseconds = int(moment.timestamp() * 1000)
        return self._made(milliseconds << 80 | _VERSION_7 | bits >> 62 << 64 | _VARIANT | bits & ((1 << 62) - 1))

    def any(self) -> UUID:
        """Return a UUIDv4."""
        bits = self._random.getrandbits(122)
        return self._made(
            bits >> 74 << 80 | _VERSION_4 | (bits >> 62 & 0xFFF) << 64 | _VARIANT | bits & ((1 << 62) - 1)
        )

    def _made(self, number: int) -> UUID:
        return EchoedId(int=number) if self.is_echoed else UUID(int=number)
