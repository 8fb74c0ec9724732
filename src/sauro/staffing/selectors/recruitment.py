"""Recruitment plans: their lines with how far each is, and the sums by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.staffing.enums import CandidateState
from sauro.staffing.models import Candidate, RecruitmentLine, RecruitmentPlan
from sauro.staffing.policies import plan_policy
from sauro.staffing.selectors.gather import field_of


@dataclass(frozen=True, slots=True)
class FieldSum:
    """What a plan recruits in one field: posts, who applied, passed, was appointed, and posts still without anybody."""

    field: str
    number: int
    applied: int
    passed: int
    appointed: int

    @property
    def left(self) -> int:
        """Posts for which nobody has passed yet."""
        return self.number - self.passed


def visible_plans(actor: Actor) -> QuerySet[RecruitmentPlan]:
    """Return the plans of the branches the actor manages."""
    return plan_policy.visible(actor).select_related("unit")


def get_plan(actor: Actor, plan_id: UUID) -> RecruitmentPlan:
    """Return a plan. Raises ``NotVisible``."""
    return plan_policy.get_visible(actor, plan_id, base=visible_plans(actor).select_related("unit", "scenario"))


def lines_of(plan: RecruitmentPlan) -> list[RecruitmentLine]:
    """Return the lines of a plan with ``applied``, ``passed`` (appointed included) and ``appointed``. One query."""
    return list(_counted(RecruitmentLine.objects.filter(plan=plan)))


def get_line(actor: Actor, line_id: UUID) -> RecruitmentLine:
    """Return a line of a plan the actor may see, with its counts. Raises ``NotVisible``."""
    rows = RecruitmentLine.objects.filter(pk=line_id, plan__in=plan_policy.visible(actor).values("pk"))
    line = _counted(rows).select_related("plan").first()
    if line is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return line


def candidates_of(line: RecruitmentLine) -> list[Candidate]:
    """Return who applied for a line, by name. The caller has checked that the reader may see it."""
    return list(line.candidates.select_related("dossier"))


def sums_by_field(lines: Sequence[RecruitmentLine]) -> list[FieldSum]:
    """Return the lines added up by field, the most posts first."""
    fields: dict[str, FieldSum] = {}
    for line in lines:
        name = field_of(line.post)
        so_far = fields.get(name, FieldSum(name, 0, 0, 0, 0))
        keys = ("number", "applied", "passed", "appointed")
        fields[name] = FieldSum(name, *(getattr(so_far, key) + getattr(line, key) for key in keys))
    return sorted(fields.values(), key=lambda one: (-one.number, one.field))


def _counted(rows: QuerySet[RecruitmentLine]) -> QuerySet[RecruitmentLine]:
    chosen = Q(candidates__state__in=(CandidateState.PASSED, CandidateState.APPOINTED))
    return rows.select_related("unit", "post").annotate(
        applied=Count("candidates"),
        passed=Count("candidates", filter=chosen),
        appointed=Count("candidates", filter=Q(candidates__state=CandidateState.APPOINTED)),
    )
