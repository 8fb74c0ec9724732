"""What lets a need be read against work and not only against the establishment: units of confirmed work per post.

The area that confirms work registers a provider at start-up. Until one has, pages say that the figure is not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from uuid import UUID

Provider = Callable[[Collection[UUID], dt.date], Mapping[UUID, Decimal]]
"""From units and a day to units of confirmed work per approved post; a unit without any is left out."""

_provider: list[Provider] = []


def register_workload(provider: Provider) -> None:
    """Let an area deliver the figure. There is one such area; a second is a mistake."""
    if _provider and _provider[0] is not provider:
        raise ValueError("units of confirmed work have a provider already")
    _provider[:] = [provider]


def workload_of(unit_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, Decimal] | None:
    """Return units of confirmed work per post by unit as of a day; None while nobody delivers them."""
    return _provider[0](unit_ids, day) if _provider else None
