"""Makes records of careers for tests."""

from __future__ import annotations

import datetime as dt

from sauro.careers.enums import CompetencyGroup, MoveKind, Need, Outcome, PlanningGroup
from sauro.careers.models import (
    Assessment,
    ClosedPost,
    Competency,
    Demand,
    Gap,
    Move,
    Nomination,
    OfficialAct,
    PlanningClearance,
    PlanningList,
    PlanningReview,
    Standard,
)
from sauro.common.clock import today
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, Post, Tenure
from tests.factories.workforce import SINCE
from vanban.text.normalize import fold, sort_key


def make_competency(code: str = "NL-SV", title: str = "Soạn thảo văn bản", *, since: dt.date = SINCE) -> Competency:
    """Store a competency of the framework, or return the one with this code."""
    columns = {
        "title": title, "group": CompetencyGroup.COMMON, "levels": [f"Mức {one}" for one in range(1, 6)],
        "valid": (since, None), "search_key": fold(f"{code} {title}"), "sort_key": sort_key(title),
    }  # fmt: skip
    row, _made = Competency.objects.get_or_create(code=code, defaults=columns)
    row.refresh_from_db()
    return row


def make_standard(post: Post, **columns: object) -> Standard:
    """Store the standard of a post, or return the one it has; it demands a degree, theory and a competency."""
    held = {
        "valid": (SINCE, None), "decision": "21/QĐ-UBND", "recorded_by_name": "Đỗ Văn Mẫu", "education": "university",
        "theory": "intermediate", "subjects": ["Luật"], **columns,
    }  # fmt: skip
    row, made = Standard.objects.get_or_create(post=post, withdrawn_at=None, defaults=held)
    if made:
        Demand.objects.create(standard=row, competency=make_competency(), level=3)
    row.refresh_from_db()
    return row


def assessed(dossier: Dossier, level: int = 2) -> Assessment:
    """Store the level of somebody's competency."""
    row: Assessment = Assessment.objects.create(
        dossier=dossier, competency=make_competency(), level=level, valid=(SINCE, None), decision="3/PĐG",
        recorded_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip
    row.refresh_from_db()
    return row


def lacking(dossier: Dossier) -> Gap:
    """Store what somebody lacks."""
    return Gap.objects.create(
        dossier=dossier, need=Need.THEORY, outcome=Outcome.LACKING, wanted="3", held="2", course="theory:3",
        due_on=SINCE,
    )  # fmt: skip


def moving(tenure: Tenure, to_unit: Unit, **columns: object) -> Move:
    """Store a move that is prepared: away from a post held, on secondment to a unit, for a year from today."""
    held = {
        "kind": MoveKind.SECONDMENT, "first_day": today(), "last_day": today() + dt.timedelta(days=365),
        "to_post": tenure.post, **columns,
    }  # fmt: skip
    return Move.objects.create(
        code=next_code(prefix="DC", year=2026), dossier=tenure.dossier, from_unit=tenure.unit, from_post=tenure.post,
        to_unit=to_unit, made_by_name="Đỗ Văn Mẫu", note="Tăng cường cho xã", **held,
    )  # fmt: skip


def cleared(domain: str = "state") -> PlanningClearance:
    """Store the site's word that names of a domain may be kept, or return the one that stands."""
    held = {"decision": "9/VB", "decided_on": SINCE, "confirmed_by_name": "Đỗ Văn Mẫu"}
    return PlanningClearance.objects.get_or_create(domain=domain, withdrawn_at=None, defaults=held)[0]


def planned_for(unit: Unit, post: Post, term: str = "2030–2035", **columns: object) -> PlanningList:
    """Store a planning list of a unit, in a domain that is cleared."""
    cleared(unit.domain)
    held = {"reference": dt.date(2030, 7, 1), "made_by_name": "Đỗ Văn Mẫu", **columns}
    return PlanningList.objects.create(
        code=next_code(prefix="QH", year=2026), domain=unit.domain, unit=unit, post=post, term=term,
        search_key=fold(f"{post.title} {unit.name}"), **held,
    )  # fmt: skip


def named(planning_list: PlanningList, dossier: Dossier, **columns: object) -> Nomination:
    """Store a name in a planning list."""
    held = {"group": PlanningGroup.DUE, "nominated_by_name": "Đỗ Văn Mẫu", **columns}
    return Nomination.objects.create(planning_list=planning_list, dossier=dossier, **held)


def closed_to_locals(post: Post) -> ClosedPost:
    """Store that a post is closed to local people, or return the rule that stands."""
    held = {
        "rule": "must", "due_on": dt.date(2026, 12, 31), "valid": (SINCE, None), "decision": "45-CT/TW",
        "recorded_by_name": "Đỗ Văn Mẫu",
    }  # fmt: skip
    row, _made = ClosedPost.objects.get_or_create(post=post, withdrawn_at=None, defaults=held)
    row.refresh_from_db()
    return row


def acted_on(dossier: Dossier) -> OfficialAct:
    """Store an official decision by which somebody left."""
    row: OfficialAct = OfficialAct.objects.create(
        dossier=dossier, kind="left", issuer="UBND tỉnh", basis="Luật Cán bộ, công chức", note="Theo nguyện vọng",
        valid=(SINCE, None), decision="77/QĐ-UBND", decided_on=SINCE, recorded_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip
    row.refresh_from_db()
    return row


def reviewed(nomination: Nomination) -> PlanningReview:
    """Store what last year's review said of a name."""
    return PlanningReview.objects.create(
        nomination=nomination, year=today().year - 1, outcome="kept", remark="Giữ nguyên", decision="2/BC",
        reviewed_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip
