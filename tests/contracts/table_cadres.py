"""Who may do what: what a Party committee says of its cadres. The cadre is the clerk of the committee of the province;
who keeps the records is let to by :meth:`~tests.contracts.objects_cadres.CadresObjects.keep_cadres`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.contracts.entries import Entry, people
from tests.contracts.objects import Objects

KEEPER = people("party_a")
OWN = people("party_clerk")
SEE = KEEPER | OWN


def _list(objects: Objects) -> list[Any]:
    objects.keep_cadres()
    return []


def _at(name: str, *more: str) -> dict[str, Callable[[Objects], list[Any]]]:
    def at(objects: Objects) -> list[Any]:
        objects.keep_cadres()
        return [getattr(objects, name).pk, *more]

    return {"at": at}


ENTRIES = [
    Entry("cadre-period-list", KEEPER, rest=403, at=_list),
    Entry("cadre-review-list", KEEPER, rest=403, at=_list),
    Entry("cadre-period-new", KEEPER, rest=403, at=_list),
    Entry("cadre-period-new", KEEPER, method="post", status=422, rest=403, at=_list, data={"year": "1999"}),
    Entry("cadre-review-new", KEEPER, rest=403, at=_list),
    Entry("cadre-review-new", KEEPER, method="post", status=422, rest=403, at=_list, data={"kind": "x"}),
    Entry("cadre-file", KEEPER, **_at("cadre")),
    Entry("cadre-period-detail", SEE, **_at("cadre_period")),
    Entry("cadre-period-detail", KEEPER, **_at("open_period")),
    Entry("cadre-period-file", SEE, **_at("cadre_period", "docx")),
    Entry("cadre-period-act", KEEPER, **_at("open_period", "can-cu")),
    Entry("cadre-period-act", KEEPER, **_at("open_period", "quyet-dinh")),
    Entry("cadre-period-act", KEEPER, method="post", status=422, **_at("open_period", "y-kien")),
    Entry("cadre-period-act", OWN, KEEPER, **_at("cadre_period", "kien-nghi")),
    Entry("cadre-period-act", OWN, KEEPER, method="post", status=422, **_at("cadre_period", "kien-nghi")),
    Entry("cadre-period-reckon", KEEPER, method="post", status=422, **_at("open_period")),
    Entry("cadre-review-detail", SEE, **_at("cadre_review")),
    Entry("cadre-review-act", KEEPER, OWN, **_at("cadre_review", "ket-thuc")),
    Entry("cadre-review-act", OWN, KEEPER, **_at("cadre_review", "tra-loi")),
    Entry("cadre-review-act", OWN, KEEPER, method="post", status=422, **_at("cadre_review", "tra-loi")),
]
