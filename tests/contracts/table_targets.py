"""Who may do what: targets. The share meant is commune A's, given by the province; the document is the province's."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, Entry, people
from tests.contracts.objects import FOUND_TARGET, Objects

from sauro.common.clock import today

OWN = people("office_a")
RECORD = people("office_a servant_a")
ABOVE = people("clerk head chair inspector")
SEE = RECORD | ABOVE
KEEP = people("clerk head chair")
DECIDE = people("head chair")
KEEPERS = people("clerk head chair snv_head office_a office_b party_clerk party_a")
VIEWERS = KEEPERS | people("snv_servant servant_a servant_b inspector")
OPENERS = people("clerk head chair inspector")
_PLACE = [FOUND_TARGET["start"], FOUND_TARGET["end"]]
_NEW = {
    "year": "2026", "operator": ">=", "value": "45", "measure": "căn", "name": "Số nhà", "rule": "sum",
    "direction": "up",
}  # fmt: skip


def _share(objects: Objects) -> list[Any]:
    return [objects.target.pk]


def _whole(objects: Objects) -> list[Any]:
    return [objects.target_whole.pk]


def _found(objects: Objects) -> list[Any]:
    return [objects.document_with_targets.pk, *_PLACE]


def _given(objects: Objects) -> dict[str, Any]:
    return {"unit": str(objects.world.units["ubnd_b"].pk), f"target_{today().year}": "9"}


ENTRIES = [
    Entry("target-list", EVERYBODY),
    Entry("target-board", VIEWERS, rest=403),
    Entry("target-matrix", VIEWERS, rest=403),
    Entry("target-sheet", KEEPERS, rest=403),
    Entry("target-sheet-file", KEEPERS, rest=403),
    # Without the rows of a preview of one's own there is nothing to write or to give back.
    Entry("target-sheet-apply", people(""), EVERYBODY - KEEPERS, method="post", rest=422),
    Entry("target-sheet-faults", people(""), EVERYBODY - KEEPERS, method="post", rest=422),
    Entry("target-new", KEEPERS, rest=403),
    Entry("target-detail", SEE, at=_share),
    Entry("target-detail", ABOVE, at=_whole),
    Entry("target-edit", KEEP, ABOVE - KEEP, at=_whole),
    Entry("target-edit", KEEP, SEE - KEEP, at=_share),
    Entry("target-path", OWN, SEE - OWN, at=_share),
    Entry("target-path", KEEP, ABOVE - KEEP, method="post", status=302, data={"target_2030": "12"}, at=_whole),
    Entry("target-give", DECIDE, ABOVE - DECIDE, at=_whole),
    Entry("target-give", DECIDE, ABOVE - DECIDE, method="post", status=302, data=_given, at=_whole),
    Entry("target-record", RECORD, ABOVE, at=_share),
    Entry(
        "target-record", RECORD, ABOVE, method="post", status=302,
        data={"as_of": f"{today():%d/%m/%Y}", "value": "3", "basis": "Báo cáo số 12/BC-UBND"}, at=_share,
    ),
    Entry(
        "target-actual-cancel", RECORD, ABOVE, method="post", status=302, data={"reason": "Nhập nhầm"},
        at=lambda o: [o.target_actual.pk],
    ),
    Entry("target-actual-file", SEE, at=lambda o: [o.target_actual.pk]),
    Entry("target-settle", OWN, SEE - OWN, at=lambda o: [o.target_line.pk]),
    Entry(
        "target-settle", OWN, SEE - OWN, method="post", status=302, at=lambda o: [o.target_line.pk],
        data=lambda o: {"chosen": str(o.target_ask.pk), "reason": "Văn bản mới hơn"},
    ),
    Entry(
        "target-ask-withdraw", OWN, SEE - OWN, method="post", status=302, data={"reason": "Văn bản đã thay thế"},
        at=lambda o: [o.target_ask.pk],
    ),
    Entry("document-targets", OPENERS, at=lambda o: [o.document_with_targets.pk]),
    Entry("target-take", KEEP, OPENERS - KEEP, at=_found),
    Entry("target-take", KEEP, OPENERS - KEEP, method="post", status=302, data=_NEW, at=_found),
    Entry("target-leave", KEEP, OPENERS - KEEP, method="post", status=302, data={"reason": "Không phải"}, at=_found),
]  # fmt: skip
