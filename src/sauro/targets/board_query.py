"""What the overview of targets is asked for, read from its address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from sauro.common.clock import today
from sauro.targets.services.lines import FIRST_YEAR, LAST_YEAR

SCOPES = ("chung", "phan")


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """A year, all targets or the common or divided ones, and the indicator shown unit by unit."""

    year: int
    scope: str = ""
    share_id: UUID | None = None

    def list_address(self, **more: str) -> str:
        """Return the address of the list behind a number."""
        held = {"nam": str(self.year), **({"pv": self.scope} if self.scope else {}), **more}
        return f"{reverse('target-list')}?{urlencode(held)}"


def read_query(data: QueryDict) -> BoardQuery:
    """Return what an address asks for; what makes no sense is as good as absent."""
    typed, scope = data.get("nam", ""), data.get("pv", "")
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else today().year
    try:
        share_id = UUID(data.get("ct", ""))
    except ValueError:
        share_id = None
    in_range = FIRST_YEAR <= year <= LAST_YEAR
    return BoardQuery(year if in_range else today().year, scope if scope in SCOPES else "", share_id)
