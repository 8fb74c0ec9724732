"""Who may do what: appraisals. The sheet is that of a civil servant of a department."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, Entry, people
from tests.contracts.objects import Objects

HEADS = people("chair snv_head")
OWN = people("snv_servant")
JUDGE = people("snv_head")
SEE = OWN | JUDGE


def _sheet(act: str = "") -> dict[str, Any]:
    return {"at": lambda objects: [objects.sheet.pk, *([act] if act else [])]}


def _line(act: str = "") -> dict[str, Any]:
    return {"at": lambda objects: [objects.own_line.pk, *([act] if act else [])]}


def _claimed(objects: Objects) -> list[Any]:
    return [objects.claim.item_id, "de-nghi"]


ENTRIES = [
    Entry("sheet-list", EVERYBODY),
    Entry("own-sheets", EVERYBODY),
    Entry("month-close", HEADS, rest=403),
    Entry("month-close", HEADS, method="post", status=422, rest=403, data={"month": "32/13/2026"}),
    Entry("sheets-many", HEADS, method="post", status=302, rest=403, data=lambda o: {"row": str(o.sheet.pk)}),
    Entry("sheet-detail", SEE, **_sheet()),
    Entry("sheet-reckon", SEE, method="post", status=302, **_sheet()),
    Entry("sheet-act", OWN, JUDGE, **_sheet("tu-cham")),
    Entry("sheet-act", OWN, JUDGE, method="post", status=422, data={"note": "x"}, **_sheet("tu-cham")),
    Entry("sheet-act", JUDGE, OWN, **_sheet("xac-nhan")),
    Entry("sheet-act", JUDGE, OWN, method="post", status=302, data={"leave": ""}, **_sheet("nghi")),
    Entry("sheet-line-act", JUDGE, OWN, **_line("ket-luan")),
    Entry("sheet-line-act", JUDGE, OWN, method="post", status=302, data={"is_accepted": "co"}, **_line("ket-luan")),
    Entry("sheet-line-act", OWN, JUDGE, at=_claimed),
    Entry("sheet-line-act", OWN, JUDGE, method="post", status=422, data={"text": ""}, at=_claimed),
    Entry("sheet-line-remove", OWN, JUDGE, method="post", status=302, **_line()),
    Entry("claim-answer", JUDGE, OWN, at=lambda o: [o.claim.pk]),
    Entry(
        "claim-answer", JUDGE, OWN, method="post", status=302, data={"is_granted": "co", "answer": "Đúng"},
        at=lambda o: [o.claim.pk],
    ),
    Entry("claim-withdraw", OWN, JUDGE, method="post", status=302, at=lambda o: [o.claim.pk]),
]  # fmt: skip
