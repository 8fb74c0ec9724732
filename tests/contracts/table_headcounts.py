"""Who may do what: figures of the workforce. Everybody who sees any of the workforce has figures of just that part."""

from __future__ import annotations

from tests.contracts.entries import NOBODY, Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

VIEWERS = people("head chair snv_head snv_servant office_a office_b party_a inspector")
KEEPERS = people("snv_servant")
STATE_VIEWERS = VIEWERS - people("party_a")


def _counted(_objects: Objects) -> list[object]:
    return ["state", f"{today():%Y-%m-%d}", "tat-ca", 42, "-", "officials.female"]


def _release(objects: Objects) -> dict[str, object]:
    assert objects.tenure.post_id
    return {"domain": "state", "day": f"{today():%d/%m/%Y}", "readers": ["state", "party"]}


ENTRIES = [
    Entry("headcount-report", VIEWERS, rest=403),
    Entry("headcount-table", VIEWERS, rest=403),
    Entry("headcount-file", VIEWERS, rest=403, at=lambda _objects: ["xlsx"]),
    # Nobody among these keeps records of the Party's side.
    Entry("headcount-sizes", NOBODY, rest=403),
    Entry("headcount-sizes", NOBODY, method="post", rest=403),
    Entry("headcount-release", KEEPERS, rest=403),
    Entry("headcount-release", KEEPERS, method="post", status=302, rest=403, data=_release),
    Entry("official-forms", VIEWERS, rest=403),
    Entry("official-form", VIEWERS, rest=403, at=lambda _objects: ["03"]),
    Entry("official-file", VIEWERS, rest=403, at=lambda _objects: ["01", "xlsx"]),
    # Opening sensitive columns asks for a reason; who may open none gets the form with its columns masked.
    Entry(
        "official-file",
        VIEWERS,
        method="post",
        rest=403,
        at=lambda _objects: ["03", "xlsx"],
        data={"reason": "Lập biểu theo yêu cầu"},
    ),
    Entry("headcount-people", STATE_VIEWERS, rest=403, at=_counted),
]
