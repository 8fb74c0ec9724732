"""Who may do what: the workforce. The dossier meant is kept by commune A, and so are the posts."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, NOBODY, Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

KEEPERS = people("snv_servant")
VIEWERS = people("head chair snv_head snv_servant office_a office_b party_a inspector")
SEE = people("snv_servant office_a")
SEE_ONLY = SEE - KEEPERS
_TODAY = f"{today():%d/%m/%Y}"
_STATED = {"sex": "female", "birth_date": "15/03/1988", "home_town": "Lạc Giang"}
_POST = {
    "code": "KT", "title": "Kế toán", "block": "officials", "group": "professional", "rank": "90", "level": "0",
}  # fmt: skip


def _dossier(objects: Objects) -> list[Any]:
    return [objects.dossier.pk]


def _unit(objects: Objects) -> list[Any]:
    return [objects.tenure.seat.allotment.unit_id]


def _new(objects: Objects) -> dict[str, Any]:
    return {**_STATED, "full_name": "Đinh Thị Giả Định", "unit": str(objects.world.units["ubnd_a"].pk)}


def _decision(objects: Objects) -> dict[str, Any]:
    unit = str(objects.world.units["ubnd_b"].pk)
    return {"unit": unit, "block": "officials", "posts": "3", "since": _TODAY, "decision": "12/QĐ-UBND"}


def _placed(objects: Objects) -> dict[str, Any]:
    return {
        "unit": str(objects.world.units["ubnd_a"].pk), "post": str(objects.tenure.post_id), "kind": "concurrent",
        "since": _TODAY, "decision": "13/QĐ-UBND",
    }  # fmt: skip


_RUN: dict[str, Any] = {"at": lambda o: [o.people_run.pk]}

ENTRIES = [
    Entry("person-list", VIEWERS, rest=403),
    Entry("person-list-then", VIEWERS, rest=403, status=302),
    Entry("person-list-on", VIEWERS, rest=403, at=lambda _o: [f"{today():%d-%m-%Y}"]),
    Entry(
        "unit-seats", KEEPERS, SEE_ONLY, method="post", at=_unit,
        data=lambda o: {"cho": str(o.tenure.seat_id), "post": str(o.tenure.post_id)},
    ),
    Entry("establishment", VIEWERS, rest=403),
    Entry("establishment-unit", SEE, at=_unit),
    Entry("allotment-new", KEEPERS, rest=403),
    Entry("allotment-new", KEEPERS, method="post", status=302, rest=403, data=_decision),
    Entry("data-quality", VIEWERS, rest=403),
    Entry("workforce-deadlines", VIEWERS, rest=403),
    Entry("workforce-forecast", VIEWERS, rest=403),
    Entry("forecast-export", VIEWERS, rest=403),
    Entry("forecast-list", VIEWERS, rest=403),
    Entry(
        "person-many", KEEPERS, method="post", rest=403, status=302,
        data=lambda o: {
            "act": "rating", "row": str(o.dossier.pk),
        },
    ),
    Entry("people-run", KEEPERS, **_RUN),
    Entry("people-run-progress", KEEPERS, **_RUN),
    Entry(
        "people-run-step", KEEPERS, method="post", status=302, at=lambda o: [o.people_run.pk, "noi-dung"],
        data={"value": "well", "since": _TODAY},
    ),
    Entry("post-list", VIEWERS, rest=403),
    Entry("post-new", KEEPERS, rest=403),
    Entry("post-new", KEEPERS, method="post", status=302, rest=403, data=_POST),
    Entry("post-detail", VIEWERS, at=lambda o: [o.tenure.post_id]),
    Entry(
        "post-detail", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, data={**_POST, "code": "CV"},
        at=lambda o: [o.tenure.post_id],
    ),
    Entry("person-new", KEEPERS, rest=403),
    Entry("person-new", KEEPERS, method="post", status=302, rest=403, data=_new),
    Entry("person-detail", SEE, at=_dossier),
    Entry("person-particulars", KEEPERS, SEE_ONLY, at=_dossier),
    Entry(
        "person-particulars", KEEPERS, SEE_ONLY, method="post", status=302, at=_dossier,
        data={**_STATED, "residence": "Xã A Thử", "since": _TODAY},
    ),
    Entry("person-fact", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk, "education"]),
    Entry(
        "person-fact", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.dossier.pk, "health"],
        data={"since": _TODAY, "detail": "Đủ sức khỏe"},
    ),
    Entry("person-reveal", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk, "ethnicity"]),
    Entry(
        "person-reveal", KEEPERS, SEE_ONLY, method="post", data={"reason": "Lập báo cáo cơ cấu"},
        at=lambda o: [o.sealed_fact.dossier_id, "ethnicity"],
    ),
    Entry("fact-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.fact.pk]),
    Entry(
        "fact-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, data={"reason": "Ghi nhầm"},
        at=lambda o: [o.fact.pk],
    ),
    Entry("person-appoint", KEEPERS, SEE_ONLY, at=_dossier),
    Entry("person-appoint", KEEPERS, SEE_ONLY, method="post", status=302, at=_dossier, data=_placed),
    Entry("tenure-end", KEEPERS, SEE_ONLY, at=lambda o: [o.tenure.pk]),
    Entry(
        "tenure-end", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.tenure.pk],
        data={"last_day": _TODAY, "reason": "retired", "decision": "14/QĐ-UBND"},
    ),
    Entry("tenure-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.tenure.pk]),
    Entry(
        "tenure-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.tenure.pk],
        data={"reason": "Ghi nhầm người"},
    ),
    Entry("person-number", KEEPERS, SEE_ONLY, at=_dossier),
    Entry(
        "person-number", KEEPERS, SEE_ONLY, method="post", status=302, at=_dossier,
        data={"identity_number": "000000000099", "reason": "Ghi thiếu"},
    ),
    Entry("person-erasure", KEEPERS, SEE_ONLY, at=_dossier),
    Entry(
        "person-erasure", KEEPERS, SEE_ONLY, method="post", status=302, at=_dossier,
        data={"basis": "Điều 14 Luật 91/2025/QH15"},
    ),
    Entry(
        "person-erasure-settle", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.erasure.dossier_id],
        data={"act": "xac-nhan"},
    ),
    Entry("paper-add", KEEPERS, SEE_ONLY, at=_dossier),
    Entry("paper-add", KEEPERS, SEE_ONLY, method="post", status=422, at=_dossier, data={"kind": "degree"}),
    Entry("paper-open", KEEPERS, SEE_ONLY, at=lambda o: [o.paper.pk]),
    Entry("paper-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.paper.pk]),
    Entry(
        "paper-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.paper.pk],
        data={"reason": "Gắn nhầm"},
    ),
    Entry("own-dossier", EVERYBODY),
    Entry("person-completion", EVERYBODY, query="?q=mau"),
    # Nobody but the person of the dossier, who has no account among these, says anything about it.
    Entry("own-dossier-clear", NOBODY, at=_dossier),
    Entry("own-dossier-confirm", NOBODY, method="post", data={"is_right": "dung"}, at=_dossier),
]  # fmt: skip
