"""The words the permission table is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from tests.contracts.objects import Objects

SIGN_IN = "sign-in"
"""What somebody who has not signed in gets: the sign-in page."""

Personas = frozenset[str]


def people(names: str) -> Personas:
    """Return the personas named in a line of words."""
    return frozenset(names.split())


NOBODY: Personas = frozenset()
GRANTED = people(
    "clerk head chair snv_head snv_servant party_clerk office_a servant_a office_b servant_b party_a inspector admin"
)
EVERYBODY = GRANTED | people("outsider")

# The neighbour, the other domain, who may only look, and who has no grant at all.
ALWAYS_TRIED = people("office_b party_a inspector outsider")

Expected = int | str


@dataclass(frozen=True)
class Entry:
    """One line of the table: who may do what at an address.

    ``ok`` get ``status``; ``refused`` see the object but may not do this (403); everybody else gets ``rest``: 404,
    because for them the object is not there, or 403 for pages that lead to no object. Somebody not signed in gets
    ``anonymous``. ``is_json`` sends ``data`` as JSON.
    """

    name: str
    ok: Personas
    refused: Personas = NOBODY
    method: str = "get"
    status: int = 200
    rest: int = 404
    anonymous: Expected = SIGN_IN
    at: Callable[[Objects], list[Any]] = field(default=lambda _objects: [])
    data: Mapping[str, Any] | Callable[[Objects], Mapping[str, Any]] = field(default_factory=dict)
    query: str = ""
    is_json: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.name}{self.query}"

    def expected(self, persona: str) -> Expected:
        """Return the status for a persona, or for nobody (an empty name)."""
        if not persona:
            return self.anonymous
        if persona in self.ok:
            return self.status
        return 403 if persona in self.refused else self.rest

    @property
    def visitors(self) -> list[str]:
        """The personas to try, the empty name for nobody. Where nobody may enter freely, one persona more will do."""
        is_public = self.anonymous == self.status and self.ok == EVERYBODY
        return ["", "outsider"] if is_public else ["", *sorted(EVERYBODY)]

    @property
    def sampled_visitors(self) -> list[str]:
        """The same, without most of those who get the same answer for the same reason; all of them are for the
        long run. Who could be confused with somebody who gets in always comes, the others in turn from entry to entry.
        """
        turn = crc32(str(self).encode())
        drawn = set(self._some(self.ok, turn, 2)) if self.method == "get" else set(self.ok)
        drawn |= {"", *ALWAYS_TRIED, *self._some(self.refused, turn, 1), *self._some(EVERYBODY - self.ok, turn, 1)}
        return [persona for persona in self.visitors if persona in drawn]

    @staticmethod
    def _some(personas: Personas, turn: int, count: int) -> list[str]:
        ordered = sorted(personas)
        return [ordered[(turn + step) % len(ordered)] for step in range(min(count, len(ordered)))]

    def encoding(self) -> dict[str, str]:
        """Return how the test client sends the data."""
        return {"content_type": "application/json"} if self.is_json else {}

    def form_data(self, objects: Objects) -> dict[str, Any]:
        """Return what is posted."""
        return dict(self.data(objects) if callable(self.data) else self.data)
