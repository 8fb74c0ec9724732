"""Who may do what: careers. The dossier meant is kept by commune A; standards and the framework are the site's."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

KEEPERS = people("snv_servant")
VIEWERS = people("head chair snv_head snv_servant office_a office_b party_a inspector")
SEE_ONLY = people("office_a")
_TODAY = f"{today():%d/%m/%Y}"
_COMPETENCY = {"code": "NL-KH", "title": "Lập kế hoạch", "group": "common", "since": _TODAY}
_STANDARD = {"since": _TODAY, "education": "university", "decision": "5/QĐ-UBND"}


def _post(objects: Objects) -> list[Any]:
    return [objects.job_position.pk]


def _assessed(objects: Objects) -> dict[str, Any]:
    return {"competency": str(objects.competency.pk), "level": "3", "since": _TODAY}


def _draft(objects: Objects) -> list[Any]:
    return [objects.career_move.pk]


def _decided(objects: Objects) -> list[Any]:
    return [objects.decided_move.pk]


def _of_tenure(objects: Objects) -> list[Any]:
    return [objects.tenure.dossier_id]


def _move(objects: Objects) -> dict[str, Any]:
    unit, post = str(objects.world.units["pkt_a"].pk), str(objects.job_position.pk)
    return {"kind": "secondment", "to_unit": unit, "to_post": post, "first_day": _TODAY}


_CLEARED = {"decision": "9/VB", "decided_on": _TODAY, "is_sure": "on"}


def _closed(objects: Objects) -> dict[str, Any]:
    return {"post": str(objects.job_position.pk), "level": "must", "since": _TODAY, "decision": "45-CT/TW"}


def _of_list(objects: Objects) -> list[Any]:
    return [objects.planning_list.pk]


def _named(objects: Objects) -> list[Any]:
    return [objects.nomination.pk]


def _list(objects: Objects) -> dict[str, Any]:
    unit, post = str(objects.world.units["ubnd_a"].pk), str(objects.job_position.pk)
    return {
        "unit": unit, "post": post, "term": objects.planning_clearance.decided_on.year, "reference": "01/07/2030",
        "seats": "1",
    }  # fmt: skip


def _name(objects: Objects) -> dict[str, Any]:
    return {"dossier": str(objects.tenure.dossier_id), "group": "due", "despite": "Nguồn tại chỗ còn ít"}


ENTRIES = [
    Entry("standards", VIEWERS, rest=403),
    Entry("standards", VIEWERS, rest=403, query="?theo=don-vi"),
    Entry("standard-check", VIEWERS, rest=403),
    Entry("gap-list", VIEWERS, rest=403),
    Entry("competency-list", VIEWERS, rest=403),
    Entry("competency-new", KEEPERS, rest=403),
    Entry("competency-new", KEEPERS, method="post", status=302, rest=403, data=_COMPETENCY),
    Entry("competency-detail", VIEWERS, at=lambda o: [o.competency.pk]),
    Entry(
        "competency-detail", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, at=lambda o: [o.competency.pk],
        data=_COMPETENCY,
    ),
    Entry("standard-new", KEEPERS, VIEWERS - KEEPERS, at=_post),
    Entry("standard-new", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, at=_post, data=_STANDARD),
    Entry("assessment-new", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk]),
    Entry(
        "assessment-new", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.dossier.pk], data=_assessed
    ),
    Entry("assessment-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.assessment.pk]),
    Entry(
        "assessment-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.assessment.pk],
        data={"reason": "Ghi nhầm mức"},
    ),
    Entry("career-move-list", VIEWERS, rest=403),
    Entry("career-move-new", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk]),
    Entry("career-move-new", KEEPERS, SEE_ONLY, method="post", status=302, at=_of_tenure, data=_move),
    # What is prepared is seen by those alone who keep the dossier; what is decided also by viewers at both ends.
    Entry("career-move", KEEPERS, at=_draft),
    Entry("career-move", KEEPERS | SEE_ONLY, at=_decided),
    Entry("career-move-change", KEEPERS, at=_draft),
    Entry("career-move-change", KEEPERS, method="post", status=302, at=_draft, data=_move),
    Entry("career-move-decide", KEEPERS, at=_draft),
    Entry(
        "career-move-decide", KEEPERS, method="post", status=302, at=_draft,
        data={"decision": "45/QĐ-UBND", "decided_on": _TODAY},
    ),
    Entry("career-move-end", KEEPERS, SEE_ONLY, at=_decided),
    Entry(
        "career-move-end", KEEPERS, SEE_ONLY, method="post", status=302, at=_decided,
        data={"ended_on": _TODAY, "decision": "46/QĐ-UBND"},
    ),
    Entry("career-move-drop", KEEPERS, at=_draft),
    Entry("career-move-drop", KEEPERS, method="post", status=302, at=_draft, data={"reason": "Đổi nhiệm vụ"}),
    Entry("career-move-paper", KEEPERS, at=lambda o: [o.career_move.pk, "quyet-dinh"]),
    Entry("career-move-paper", KEEPERS, SEE_ONLY, at=lambda o: [o.decided_move.pk, "to-trinh"]),
    # Names in planning are for those alone who have the right of that name.
    Entry("planning", KEEPERS, rest=403),
    Entry("planning-confirm", KEEPERS, rest=403, at=lambda _o: ["state"]),
    Entry("planning-confirm", KEEPERS, method="post", status=302, rest=403, at=lambda _o: ["state"], data=_CLEARED),
    Entry("planning-confirm", frozenset(), rest=404, at=lambda _o: ["la-gi"]),
    Entry("planning-withdraw", KEEPERS, rest=403, at=lambda _o: ["state"]),
    Entry(
        "planning-withdraw", KEEPERS, method="post", status=302, rest=403, data={"reason": "Có quy định mới"},
        at=lambda o: [o.planning_clearance.domain],
    ),
    Entry("planning-list-list", KEEPERS, rest=403),
    Entry("nomination-list", KEEPERS, rest=403),
    Entry("planning-list-new", KEEPERS, rest=403),
    Entry("planning-list-new", KEEPERS, method="post", status=302, rest=403, data=_list),
    Entry("planning-list", KEEPERS, at=_of_list),
    Entry("planning-minorities", KEEPERS, method="post", status=302, at=_of_list),
    Entry("nomination-new", KEEPERS, at=_of_list),
    Entry("nomination-new", KEEPERS, method="post", status=302, at=_of_list, data=_name),
    Entry("nomination-approve", KEEPERS, at=_named),
    Entry(
        "nomination-approve", KEEPERS, method="post", status=302, at=_named,
        data={"decision": "7/QĐ", "decided_on": _TODAY},
    ),
    Entry("nomination-review", KEEPERS, at=_named),
    Entry(
        "nomination-review", KEEPERS, method="post", status=302, at=_named,
        data={"outcome": "kept", "decision": "8/BC"},
    ),
    Entry("nomination-remove", KEEPERS, at=_named),
    Entry(
        "nomination-remove", KEEPERS, method="post", status=302, at=_named,
        data={"removed_on": _TODAY, "decision": "9/QĐ", "reason": "Chuyển công tác"},
    ),
    Entry("local-progress", VIEWERS, rest=403),
    Entry("local-holder-list", VIEWERS, rest=403),
    Entry("closed-post-new", KEEPERS, rest=403),
    Entry("closed-post-new", KEEPERS, method="post", status=302, rest=403, data=_closed),
    Entry("closed-post-withdraw", KEEPERS, VIEWERS - KEEPERS, at=lambda o: [o.closed_post.pk]),
    Entry(
        "closed-post-withdraw", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, at=lambda o: [o.closed_post.pk],
        data={"reason": "Ghi nhầm"},
    ),
    Entry("act-list", VIEWERS, rest=403),
    Entry("act-new", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk]),
    Entry(
        "act-new", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.dossier.pk],
        data={
            "kind": "left", "decision": "78/QĐ", "decided_on": _TODAY, "since": _TODAY, "issuer": "UBND xã A Thử",
            "basis": "Luật Cán bộ, công chức",
        },
    ),
    Entry("act-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.official_act.pk]),
    Entry(
        "act-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.official_act.pk],
        data={"reason": "Ghi nhầm"},
    ),
]  # fmt: skip
