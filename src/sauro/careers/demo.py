"""The chapter of the demo on careers: invented competencies, standards, a post closed to locals, a secondment."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from sauro.access.actor import Actor
from sauro.careers.enums import CompetencyGroup, LocalRule, MoveKind
from sauro.careers.models import Competency
from sauro.careers.services.measuring import measure_people
from sauro.careers.services.moves import MoveFields, prepare_move
from sauro.careers.services.records import close_post
from sauro.careers.services.standards import CompetencyFields, StandardFields, save_competency, set_standard
from sauro.common.clock import today
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.workforce.demo import KEEPER, SINCE
from sauro.workforce.models import Post, Tenure
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
    "DU-BT": ("university", (), "advanced", {"NL-QL": 4}),
    "DU-PBT": ("university", (), "advanced", {"NL-QL": 4}),
    "MT-CT": ("university", (), "intermediate", {"NL-QL": 3}),
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
    paper = Paper("45-CT/TW", dt.date(2025, 4, 14))
    due = dt.date(2026, 12, 31)
    close_post(
        actor=actor, post_id=Post.objects.get(code="CT").pk, rule=LocalRule.SHOULD, since=SINCE, due_on=due, paper=paper
    )
    _prepare(actor)


def _prepare(actor: Actor) -> None:
    """Prepare a secondment between two communes, which waits for its decision."""
    units = demo_units()
    held = Tenure.objects.as_of(today()).filter(unit=units["xa1.VP"], post__code="CV").order_by("dossier__code").first()
    if held is None:
        return
    fields = MoveFields(
        MoveKind.SECONDMENT, units["xa2.VP"].pk, held.post_id, today() + dt.timedelta(days=30),
        today() + dt.timedelta(days=395), issuer_id=units["xa1.UBND"].pk, signer_capacity="Chủ tịch",
    )  # fmt: skip
    prepare_move(actor=actor, dossier_id=held.dossier_id, fields=fields)
