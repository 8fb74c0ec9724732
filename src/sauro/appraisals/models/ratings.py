"""The yearly rating: a round of one body for one year, and what it comes to for each person."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import LevelChoice, RoundState
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit


@track()
class RatingRound(Record):
    """The rating of the people of one body for a year (NĐ 335/2025/NĐ-CP Điều 19 to 22).

    ``unit`` is the body whose head decides; its people are those of the unit and of everything below it that has no
    round of its own. ``share`` is the share of the highest level in per cent, over 20 only with ``merit`` in words.
    ``unit_level`` is the level the body itself was recognised with, which bounds its head.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rating_rounds")
    domain = models.CharField(_("khối"), max_length=10)
    year = models.PositiveSmallIntegerField(_("năm"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=RoundState.choices, default=RoundState.PREPARED)
    share = models.PositiveSmallIntegerField(_("tỷ lệ xuất sắc (%)"), default=20)
    merit = models.CharField(_("thành tích của đơn vị"), max_length=500, blank=True)
    unit_level = models.CharField(_("mức của đơn vị"), max_length=3, choices=LevelChoice.choices, blank=True)
    minutes = models.TextField(_("biên bản họp"), blank=True)
    opinion = models.TextField(_("ý kiến của cấp ủy"), blank=True)
    decision = models.CharField(_("số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=160, blank=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("đợt xếp loại năm")
        ordering = ["-year", "unit"]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="appraisals_one_round")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"

    @property
    def event_text(self) -> str:
        """How events name it: by its year."""
        return str(self.year)

    @property
    def owner_unit_id(self) -> object:
        """The body that rates: events belong to it."""
        return self.unit_id


@track()
class Rating(Record):
    """What a round comes to for one appointment.

    ``findings`` are what authorities concluded and disciplinary decisions, as the rules take them (codes, years); the
    words stay in the dossier. ``by_score``, ``highest``, ``proposed`` and ``reasons`` are what the rules said,
    ``level`` what was decided, with ``reason`` where it departs.
    """

    round = models.ForeignKey(RatingRound, on_delete=models.PROTECT, related_name="ratings")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="ratings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    like_group = models.CharField(_("nhóm nhiệm vụ tương đồng"), max_length=120, blank=True)
    is_leader = models.BooleanField(default=False)
    is_head = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)
    months = models.PositiveSmallIntegerField(_("số tháng làm việc"), default=0)
    leave = models.CharField(_("nghỉ"), max_length=10, blank=True)
    score_exact = models.CharField(max_length=160, blank=True)
    score = models.DecimalField(_("điểm năm"), max_digits=5, decimal_places=2, null=True)
    is_provisional = models.BooleanField(_("điểm tạm"), default=False)
    findings = models.JSONField(default=dict, blank=True)
    by_score = models.CharField(_("theo điểm"), max_length=3, choices=LevelChoice.choices, blank=True)
    highest = models.CharField(_("mức cao nhất"), max_length=3, choices=LevelChoice.choices, blank=True)
    proposed = models.CharField(_("mức đề xuất"), max_length=3, choices=LevelChoice.choices, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    is_tied = models.BooleanField(default=False)
    level = models.CharField(_("mức xếp loại"), max_length=3, choices=LevelChoice.choices, blank=True)
    reason = models.CharField(_("lý do khác đề xuất"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("xếp loại năm của một người")
        ordering = ["round", "id"]
        constraints = [models.UniqueConstraint(fields=["round", "appointment"], name="appraisals_rated_once")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.appointment_id}"

    @property
    def domain(self) -> str:
        """The domain of the round."""
        return self.round.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit of the person: events belong to it."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its year."""
        return str(self.round.year)


@track()
class OwnLevel(Record):
    """The level somebody gives themselves for a year, before the meeting (Mẫu số 02, part II)."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="own_levels")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(_("khối"), max_length=10)
    year = models.PositiveSmallIntegerField(_("năm"))
    level = models.CharField(_("tự xếp loại"), max_length=3, choices=LevelChoice.choices)
    note = models.TextField(_("tự nhận xét năm"), blank=True)
    stated_at = models.DateTimeField(_("tự xếp loại lúc"))

    class Meta:
        verbose_name = _("tự xếp loại năm")
        ordering = ["-year", "id"]
        constraints = [models.UniqueConstraint(fields=["appointment", "year"], name="appraisals_own_level_once")]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.year}"

    @property
    def owner_unit_id(self) -> object:
        """The unit of the person: events belong to it."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its year."""
        return str(self.year)
