"""Who may do what: targets measured from the records. The share meant is the whole of an indicator of the province."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

SEE = people("clerk head chair inspector")
KEEP = people("clerk head chair")
OWN = people("office_a servant_a")


def _whole(objects: Objects) -> list[Any]:
    return [objects.target_whole.pk]


def _part(objects: Objects) -> list[Any]:
    return [objects.target.pk]


def _waiting(objects: Objects) -> list[Any]:
    return [objects.measure_proposal.pk]


ENTRIES = [
    Entry("measure-proposals", EVERYBODY),
    Entry("measure-proposal-aside", OWN, method="post", status=302, at=_waiting, data={"reason": "Số chưa đủ"}),
    Entry("target-measure", SEE, at=_whole),
    Entry("target-measure", SEE | OWN, at=_part),
    Entry(
        "target-measure-link", KEEP, SEE - KEEP, method="post", status=302, at=_whole, data={"measure": ""},
    ),
    # Nothing is linked to the indicator, so there is nothing to take over.
    Entry(
        "target-measure-take", OWN, SEE, method="post", status=422, at=_part, data={"day": f"{today():%d/%m/%Y}"},
    ),
]  # fmt: skip
