"""By what the giver judges a product: criteria of an assignment, what was said to each, and templates of criteria."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.tasks.enums import Verdict
from sauro.tasks.models.assignments import Assignment, ProductVersion

LONGEST_CRITERION = 500


@track()
class Criterion(Record):
    """One criterion of acceptance, set by the giver. One that no longer holds is dropped, with who and when."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    text = models.CharField(_("tiêu chí"), max_length=LONGEST_CRITERION)
    set_at = models.DateTimeField(_("đặt lúc"))
    set_by_name = models.CharField(_("người đặt"), max_length=120)
    dropped_at = models.DateTimeField(_("bỏ lúc"), null=True)
    dropped_by_name = models.CharField(_("người bỏ"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("tiêu chí nghiệm thu")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "text"],
                condition=models.Q(dropped_at__isnull=True),
                name="tasks_criterion_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} #{self.position}"


@track()
class CriterionAnswer(Record):
    """What a hand-in claims of a criterion, and what the giver found."""

    product = models.ForeignKey(ProductVersion, on_delete=models.PROTECT, related_name="criterion_answers")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="answers")
    is_claimed = models.BooleanField(_("người nộp cho là đạt"), default=False)
    claim_note = models.CharField(_("ghi chú của người nộp"), max_length=500, blank=True)
    verdict = models.CharField(_("kết luận"), max_length=8, choices=Verdict.choices, default=Verdict.PENDING)
    verdict_note = models.CharField(_("ghi chú của bên giao"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("kết quả theo tiêu chí")
        ordering = ["criterion__position", "id"]
        constraints = [models.UniqueConstraint(fields=["product", "criterion"], name="tasks_criterion_answer_once")]

    def __str__(self) -> str:
        return f"{self.product_id} {self.criterion_id}: {self.verdict}"


@track()
class ChecklistTemplate(Record):
    """Criteria that come back for a kind of product ("báo cáo"), kept by a unit for itself and all below it."""

    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="checklist_templates")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    product_kind = models.CharField(_("loại sản phẩm"), max_length=120)
    lines = ArrayField(models.CharField(max_length=LONGEST_CRITERION), verbose_name=_("tiêu chí"))
    changed_at = models.DateTimeField(_("sửa lúc"))
    changed_by_name = models.CharField(_("người sửa"), max_length=120)
    retired_at = models.DateTimeField(_("thôi dùng lúc"), null=True)
    search_key = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=400, editable=False, default="")

    class Meta:
        verbose_name = _("mẫu tiêu chí")
        ordering = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.product_kind
