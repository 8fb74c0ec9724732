"""The chapter of the demo on careers: a framework of invented competencies and standards of the posts of the demo."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from sauro.careers.enums import CompetencyGroup
from sauro.careers.models import Competency
from sauro.careers.services.measuring import measure_people
from sauro.careers.services.standards import CompetencyFields, StandardFields, save_competency, set_standard
from sauro.demo.cast import demo_actors
from sauro.workforce.demo import KEEPER, SINCE
from sauro.workforce.models import Post
from sauro.workforce.services.establishment import Paper

_PAPER = Paper("21/QĐ-UBND (mẫu)", dt.date(2025, 6, 30))
_GROUPS = CompetencyGroup
_COMPETENCIES = (
    ("NL-SV", "Soạn thảo văn bản", _GROUPS.COMMON), ("NL-PH", "Phối hợp công việc", _GROUPS.COMMON),
    ("NL-TM", "Tham mưu chuyên môn", _GROUPS.PROFESSIONAL), ("NL-QL", "Quản lý đội ngũ", _GROUPS.LEADERSHIP),
)  # fmt: skip
_STANDARDS: dict[str, tuple[str, tuple[str, ...], str, dict[str, int]]] = {
    "PCT": ("university", (), "advanced", {"NL-QL": 4}),
    "PTP": ("university", (), "intermediate", {"NL-QL": 3}),
    "CV": ("university", (), "elementary", {"NL-SV": 3, "NL-TM": 2}),
    "CV-DD": ("university", ("Quản lý đất đai", "Luật"), "elementary", {"NL-TM": 3}),
    "CV-CDS": ("university", ("Công nghệ thông tin",), "", {"NL-TM": 3}),
}
_MONTHS = 24


@transaction.atomic
def play_careers() -> None:
    """Play the chapter, once."""
    if Competency.objects.exists():
        return
    actor = demo_actors()[KEEPER]
    posts = {post.code: post for post in Post.objects.filter(code__in=_STANDARDS)}
    made = {}
    for code, title, group in _COMPETENCIES:
        levels = [f"{title}: mức {number} (mô tả mẫu)" for number in range(1, 6)]
        fields = CompetencyFields(code, title, group, SINCE, levels)
        made[code] = save_competency(actor=actor, fields=fields).pk
    for code, (education, subjects, theory, wanted) in _STANDARDS.items():
        demands = {made[one]: level for one, level in wanted.items()}
        standard = StandardFields(SINCE, education, subjects, theory, True, True, _MONTHS, demands)
        set_standard(actor=actor, post_id=posts[code].pk, fields=standard, paper=_PAPER)
    measure_people()
