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


MANAGERS = people("snv_servant")
# Who decides rules of the province may lay them down as well.
RULERS = MANAGERS | people("chair")
# Rules reach downwards: whoever holds a grant in the department or below it, and the keeper of the province.
READ_RULES = people("snv_head snv_servant")


def _catalogue(act: str = "") -> dict[str, Any]:
    return {"at": lambda objects: [objects.catalogue_product.catalogue_id, *([act] if act else [])]}


def _regulation_data(objects: Objects) -> dict[str, Any]:
    return {
        "unit": str(objects.world.units["ubnd"].pk), "subject": "public_employee", "since": "01/01/2027",
        "decision": "46/QĐ-SNV", "plan_day": "5", "self_day": "3", "confirm_day": "5", "close_day": "8",
    }  # fmt: skip


KEEPERS = people("chair snv_head snv_servant")
# Who sees sheets, or keeps or decides ratings.
RESULTS = people("chair snv_head snv_servant")
ROUND = people("snv_head snv_servant")


def _round(act: str = "") -> dict[str, Any]:
    return {"at": lambda objects: [objects.rating.round_id, *([act] if act else [])]}


def _rating(act: str = "") -> dict[str, Any]:
    return {"at": lambda objects: [objects.rating.pk, *([act] if act else [])]}


# The committee of the province rates; the department sees its own once it is decided.
UNIT_KEEPERS = people("chair snv_servant")
UNIT_DECIDER = people("chair")
UNIT_KEEPER_ONLY = people("snv_servant")


def _unit_round(*act: str) -> dict[str, Any]:
    return {"at": lambda objects: [objects.open_unit_rating.round_id, *act]}


def _unit_rating(*act: str) -> dict[str, Any]:
    return {"at": lambda objects: [objects.unit_rating.pk, *act]}


def _open_unit_rating(act: str) -> dict[str, Any]:
    return {"at": lambda objects: [objects.open_unit_rating.pk, act]}


ENTRIES = [
    Entry("unit-round-list", KEEPERS, rest=403),
    Entry("unit-round-new", KEEPERS, rest=403),
    Entry("unit-round-new", KEEPERS, method="post", status=422, rest=403, data={"year": "1999"}),
    Entry("unit-round-detail", UNIT_KEEPERS, **_unit_round()),
    Entry("unit-round-reckon", UNIT_KEEPERS, method="post", status=302, **_unit_round()),
    Entry("unit-round-act", UNIT_KEEPERS, **_unit_round("cach-tinh")),
    Entry("unit-round-act", UNIT_KEEPERS, method="post", status=422, data={"share": "90"}, **_unit_round("cach-tinh")),
    Entry("unit-round-act", UNIT_DECIDER, UNIT_KEEPER_ONLY, **_unit_round("quyet-dinh")),
    Entry("unit-round-act", UNIT_DECIDER, UNIT_KEEPER_ONLY, method="post", status=422, **_unit_round("quyet-dinh")),
    Entry("unit-round-file", UNIT_KEEPERS, **_unit_round("bien-ban", "docx")),
    Entry("unit-rating-detail", KEEPERS, **_unit_rating()),
    Entry("unit-notice-file", KEEPERS, **_unit_rating("docx")),
    Entry("unit-rating-works", KEEPERS, **_unit_rating("tasks")),
    Entry("unit-rating-act", UNIT_KEEPERS, **_open_unit_rating("can-cu")),
    Entry(
        "unit-rating-act", UNIT_KEEPERS, method="post", status=302, data={"defects": "fixed"},
        **_open_unit_rating("can-cu"),
    ),
    Entry("unit-rating-act", UNIT_DECIDER, UNIT_KEEPER_ONLY, **_open_unit_rating("muc")),
    Entry("unit-rating-act", UNIT_DECIDER, UNIT_KEEPER_ONLY, method="post", status=422, **_open_unit_rating("muc")),
    Entry("sheet-list", EVERYBODY),
    Entry("own-sheets", EVERYBODY),
    Entry("appraisal-results", RESULTS, rest=403),
    Entry("appraisal-results", RESULTS, status=422, rest=403, query="?thang=2026-13"),
    Entry("month-close", HEADS, rest=403),
    Entry("month-close", HEADS, method="post", status=422, rest=403, data={"month": "32/13/2026"}),
    Entry("sheets-many", HEADS, method="post", status=302, rest=403, data=lambda o: {"row": str(o.sheet.pk)}),
    Entry("sheet-detail", SEE, **_sheet()),
    Entry("sheet-file", SEE, **_sheet("docx")),
    Entry("own-level-state", EVERYBODY, at=lambda o: [2026]),
    Entry("own-level-state", EVERYBODY, method="post", status=422, at=lambda o: [2026]),
    Entry("own-appraisal-data", OWN, rest=422, at=lambda o: [o.sheet.month.year]),
    Entry("own-year-file", OWN, rest=422, at=lambda o: [o.sheet.month.year, "docx"]),
    Entry("results-delivery", RESULTS, rest=403),
    Entry(
        "results-delivery", RESULTS, method="post", status=422, rest=403, data={"unit": "x", "period": "2026-13"}
    ),
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
    Entry("sign-answer", OWN, JUDGE, at=lambda o: [o.sign.pk]),
    Entry("sign-answer", OWN, JUDGE, method="post", status=422, data={"text": ""}, at=lambda o: [o.sign.pk]),
    Entry("sheet-appraisee", MANAGERS, JUDGE, **_sheet()),
    Entry("sheet-appraisee", MANAGERS, JUDGE, method="post", status=422, **_sheet()),
    Entry("catalogue-list", EVERYBODY),
    Entry("product-list", EVERYBODY),
    Entry("regulation-list", EVERYBODY),
    Entry("catalogue-new", RULERS, rest=403),
    Entry(
        "catalogue-new", RULERS, method="post", status=302, rest=403,
        data=lambda o: {"unit": str(o.world.units["ubnd"].pk), "year": "2027", "standard": "Công văn"},
    ),
    Entry("catalogue-detail", READ_RULES, **_catalogue()),
    Entry("catalogue-file", READ_RULES, **_catalogue()),
    Entry("catalogue-act", READ_RULES, **_catalogue("de-xuat")),
    Entry("catalogue-act", READ_RULES, method="post", status=422, **_catalogue("de-xuat")),
    Entry("catalogue-act", MANAGERS, JUDGE, **_catalogue("nhap")),
    Entry("product-edit", READ_RULES, at=lambda o: [o.catalogue_product.pk]),
    Entry("product-edit", MANAGERS, JUDGE, method="post", status=422, at=lambda o: [o.catalogue_product.pk]),
    Entry("product-merge", MANAGERS, JUDGE, at=lambda o: [o.catalogue_product.pk]),
    Entry("regulation-new", RULERS, rest=403),
    Entry("regulation-new", RULERS, method="post", status=302, rest=403, data=_regulation_data),
    Entry("regulation-detail", READ_RULES, at=lambda o: [o.regulation.pk]),
    Entry("claim-withdraw", OWN, JUDGE, method="post", status=302, at=lambda o: [o.claim.pk]),
    Entry("rating-round-list", KEEPERS, rest=403),
    Entry("level-list", EVERYBODY),
    Entry("rating-round-new", KEEPERS, rest=403),
    Entry("rating-round-new", KEEPERS, method="post", status=422, rest=403, data={"year": "1999"}),
    Entry("rating-round-detail", ROUND, **_round()),
    Entry("rating-round-reckon", ROUND, method="post", status=302, at=lambda o: [o.open_round.pk]),
    Entry("rating-round-act", ROUND, at=lambda o: [o.open_round.pk, "hop"]),
    Entry("rating-round-act", ROUND, method="post", status=422, at=lambda o: [o.open_round.pk, "hop"]),
    Entry("rating-round-act", JUDGE, OWN, at=lambda o: [o.open_round.pk, "quyet-dinh"]),
    Entry("rating-detail", ROUND, **_rating()),
    Entry("rating-file", ROUND, at=lambda o: [o.rating.pk, "phieu", "docx"]),
    Entry("rating-round-file", ROUND, at=lambda o: [o.rating.round_id, "bien-ban", "docx"]),
    Entry("rating-act", OWN, JUDGE, **_rating("kien-nghi")),
    Entry("rating-act", JUDGE, OWN, **_rating("quyet-dinh-lai")),
    Entry("rating-act", JUDGE, OWN, method="post", status=422, **_rating("quyet-dinh-lai")),
    Entry("complaint-answer", JUDGE, OWN, at=lambda o: [o.complaint.pk]),
    Entry(
        "complaint-answer", JUDGE, OWN, method="post", status=302, data={"level": "", "text": "Đã xem"},
        at=lambda o: [o.complaint.pk],
    ),
]  # fmt: skip
