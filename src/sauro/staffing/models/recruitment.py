"""Recruitment: a plan made from what moves leave vacant, its lines by post, and who applied."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.staffing.enums import CandidateState, PlanState, Way
from sauro.staffing.models.scenarios import Scenario
from sauro.workforce.models import Dossier, Post


@track(exclude=["search_key"])
class RecruitmentPlan(Record):
    """What a body recruits in a year for itself and the units below. ``scenario`` is where its first lines came from.

    Once approved, by the ``decision`` named, its lines stay as they are.
    """

    name = models.CharField(_("tên kế hoạch"), max_length=200)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="recruitment_plans")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    year = models.PositiveSmallIntegerField(_("năm"))
    scenario = models.ForeignKey(Scenario, on_delete=models.SET_NULL, null=True, blank=True, related_name="plans")
    state = models.CharField(_("trạng thái"), max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    decision = models.CharField(_("số quyết định phê duyệt"), max_length=120, blank=True)
    made_at = models.DateTimeField(_("lập lúc"), default=now)
    made_by_name = models.CharField(_("người lập"), max_length=160)
    search_key = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("kế hoạch tuyển dụng")
        ordering = ["-year", "-made_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def owner_unit_id(self) -> object:
        """The body whose plan it is."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its year, never by what was typed."""
        return str(self.year)


@track()
class RecruitmentLine(Record):
    """How many people a unit recruits for a position, and in which way."""

    plan = models.ForeignKey(RecruitmentPlan, on_delete=models.CASCADE, related_name="lines")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("số người"), validators=[MinValueValidator(1), MaxValueValidator(1000)])
    way = models.CharField(_("hình thức"), max_length=10, choices=Way.choices, default=Way.SELECTION)

    class Meta:
        verbose_name = _("chỉ tiêu tuyển dụng")
        ordering = ["post__field", "post__rank", "unit__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "unit", "post", "way"], name="staffing_line_once_a_plan")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.post_id}: {self.number}"


@track(exclude=["search_key", "sort_key"])
class Candidate(Record):
    """Somebody who applied for a line. Only what choosing needs is kept: name, year of birth, degree.

    ``result`` says in words what was measured, ``decision`` names the paper of the result. Who was appointed has a
    ``dossier``; a contract has a number and days instead of a post.
    """

    line = models.ForeignKey(RecruitmentLine, on_delete=models.PROTECT, related_name="candidates")
    full_name = models.CharField(_("họ và tên"), max_length=120)
    birth_year = models.PositiveSmallIntegerField(_("năm sinh"), null=True, blank=True)
    degree = models.CharField(_("trình độ, chuyên ngành"), max_length=300, blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=CandidateState.choices, default=CandidateState.APPLIED
    )
    result = models.CharField(_("kết quả"), max_length=300, blank=True)
    decision = models.CharField(_("số văn bản"), max_length=120, blank=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    contract = models.CharField(_("số hợp đồng"), max_length=120, blank=True)
    contract_since = models.DateField(_("hợp đồng từ ngày"), null=True, blank=True)
    contract_until = models.DateField(_("hợp đồng đến hết ngày"), null=True, blank=True)
    search_key = models.CharField(max_length=160, editable=False)
    sort_key = models.CharField(max_length=360, editable=False)

    class Meta:
        verbose_name = _("người dự tuyển")
        ordering = ["sort_key", "id"]

    def __str__(self) -> str:
        return str(self.pk)
