"""The competency framework, standards of posts with their days, assessed competencies, and what people lack."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.careers.enums import CompetencyGroup, Need, Outcome
from sauro.common.base import Record
from sauro.workforce.fields import EDUCATIONS, THEORIES
from sauro.workforce.models import Dossier, Post
from sauro.workforce.models.dated import STANDING, Dated

LEVELS = 5
"""A competency has so many levels, 1 the least."""

_LEVEL = (MinValueValidator(1), MaxValueValidator(LEVELS))


@track(exclude=["search_key", "sort_key"])
class Competency(Record):
    """A competency of the framework of the site. ``levels`` describe the levels from 1 on; ``valid`` are its days."""

    code = models.CharField(_("mã"), max_length=20, unique=True)
    title = models.CharField(_("năng lực"), max_length=200)
    group = models.CharField(_("nhóm năng lực"), max_length=12, choices=CompetencyGroup.choices)
    levels = ArrayField(models.TextField(blank=True), verbose_name=_("mô tả các mức"), size=LEVELS)
    valid = DateRangeField(_("hiệu lực"))
    search_key = models.CharField(max_length=260, editable=False, default="")
    sort_key = models.CharField(max_length=640, editable=False, default="")

    class Meta:
        verbose_name = _("năng lực")
        ordering = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code


@track()
class Standard(Dated):
    """What a post demands for a range of days; ``decision`` is the paper that lays it down.

    ``education`` and ``theory`` are least levels (empty: none demanded); of ``subjects`` one is enough, compared
    without accents as words within the subject of a degree. ``grace_months``: how long whoever holds the post has to
    meet it.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="standards")
    education = models.CharField(_("trình độ chuyên môn từ"), max_length=16, choices=EDUCATIONS, blank=True)
    subjects = ArrayField(models.CharField(max_length=120), verbose_name=_("chuyên ngành"), default=list, blank=True)
    theory = models.CharField(_("lý luận chính trị từ"), max_length=16, choices=THEORIES, blank=True)
    state_management = models.BooleanField(_("bồi dưỡng quản lý nhà nước"), default=False)
    digital = models.BooleanField(_("bồi dưỡng kỹ năng số"), default=False)
    grace_months = models.PositiveSmallIntegerField(_("thời gian hoàn thiện (tháng)"), null=True, blank=True)

    class Meta:
        verbose_name = _("tiêu chuẩn vị trí việc làm")
        ordering = ["-valid"]
        constraints = [
            ExclusionConstraint(
                name="careers_standard_one",
                expressions=[("post", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING,
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the post."""
        return self.post.code


@track()
class Demand(Record):
    """A competency that a standard demands, with its level."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="demands")
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="demands")
    level = models.PositiveSmallIntegerField(_("mức"), validators=_LEVEL)

    class Meta:
        verbose_name = _("năng lực của tiêu chuẩn")
        ordering = ["competency__sort_key"]
        constraints = [models.UniqueConstraint(fields=["standard", "competency"], name="careers_demand_unique")]

    def __str__(self) -> str:
        return f"{self.competency_id} {self.level}"


@track()
class Assessment(Dated):
    """The level at which an officer recorded somebody's competency, from a day on. A new one ends the one before."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="assessments")
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="assessments")
    level = models.PositiveSmallIntegerField(_("mức"), validators=_LEVEL)

    class Meta:
        verbose_name = _("đánh giá năng lực")
        ordering = ["competency__sort_key", "-valid"]
        constraints = [
            ExclusionConstraint(
                name="careers_assessment_one",
                expressions=[
                    ("dossier", RangeOperators.EQUAL), ("competency", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=STANDING,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)


class Gap(Record):
    """A demand that whoever holds a post today does not meet, or of which nothing is on record.

    Derived: :mod:`sauro.careers.services.measuring` writes these rows anew from the records. ``wanted`` and ``held``
    are those of :class:`sauro.careers.rules.standards.Result`. ``course`` names what would close the gap, so that needs
    of training can be counted.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="gaps")
    need = models.CharField(_("yêu cầu"), max_length=16, choices=Need.choices)
    outcome = models.CharField(_("tình trạng"), max_length=8, choices=Outcome.choices)
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, null=True, related_name="gaps")
    wanted = models.CharField(max_length=20, blank=True)
    held = models.CharField(max_length=20, blank=True)
    course = models.CharField(max_length=60)
    due_on = models.DateField(_("hạn hoàn thiện"), null=True)

    class Meta:
        verbose_name = _("điểm chưa đạt chuẩn")
        ordering = ["dossier__sort_key", "need"]
        indexes = [models.Index(fields=["dossier", "outcome"]), models.Index(fields=["course", "outcome"])]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "need", "competency"], name="careers_gap_unique", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.need}"
