"""Makes records of careers for tests."""

from __future__ import annotations

import datetime as dt

from sauro.careers.enums import CompetencyGroup, Need, Outcome
from sauro.careers.models import Assessment, Competency, Demand, Gap, Standard
from sauro.workforce.models import Dossier, Post
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
