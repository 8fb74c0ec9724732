"""Cadres managed by Party committees: what was said of them as recorded decisions, and their rating by period."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import CadrePeriod, CommitteeBody, Duty, LevelChoice, ReviewKind, TermState
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit


@track()
class Review(Record):
    """A praise, reminder or warning that a committee decided of a cadre (QĐ 366-QĐ/TW).

    ``committee`` and ``body`` are its author, ``basis`` the paper or conclusion it rests on. After ``ends_on`` it
    stands in the person's file alone. ``ended_early`` is why it was ended before the day first decided.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="cadre_reviews")
    committee = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="cadre_reviews")
    domain = models.CharField(_("khối"), max_length=10)
    kind = models.CharField(_("hình thức"), max_length=10, choices=ReviewKind.choices)
    body = models.CharField(_("cấp quyết định"), max_length=10, choices=CommitteeBody.choices)
    fact = models.TextField(_("sự việc"))
    basis = models.CharField(_("căn cứ"), max_length=300)
    decided_on = models.DateField(_("ngày quyết định"))
    ends_on = models.DateField(_("hiệu lực đến hết"))
    ended_early = models.CharField(_("lý do kết thúc sớm"), max_length=500, blank=True)
    reply = models.TextField(_("ý kiến của người được nhận xét"), blank=True)
    replied_at = models.DateTimeField(_("ý kiến lúc"), null=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("biểu dương, nhắc nhở, cảnh báo")
        ordering = ["-decided_on", "-id"]
        indexes = [models.Index(fields=["committee", "ends_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("decided_on")), name="appraisals_review_ends_after")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def event_text(self) -> str:
        """How events name it: by its month, so that no list of events tells what was said of whom."""
        return f"{self.decided_on:%m/%Y}"

    @property
    def owner_unit_id(self) -> object:
        """The committee: events belong to it."""
        return self.committee_id

    def is_in_force(self, day: dt.date) -> bool:
        """Whether it still stands on a day."""
        return self.ends_on >= day


@track()
class PeriodReview(Record):
    """What a committee says of a cadre for a quarter, a half-year or a year (QĐ 366-QĐ/TW Điều 11, Điều 15).

    A quarter is the mean of its months' sheets, a half-year and a year are the mean of their decided quarters.
    ``parts`` counts those with a score. ``facts`` are codes of :class:`~sauro.appraisals.enums.CadreFact`: the words
    stay in the file of the committee. ``done``, ``on_time`` and ``late`` are shares of the work in the sheets, in
    hundredths of a per cent. ``by_score``, ``highest``, ``proposed`` and ``reasons`` are what the rules said,
    ``level`` what was decided, with ``reason`` where it departs. ``merit`` is why more than a fifth stand highest.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="period_reviews")
    committee = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="period_reviews")
    domain = models.CharField(_("khối"), max_length=10)
    year = models.PositiveSmallIntegerField(_("năm"))
    period = models.CharField(_("kỳ"), max_length=4, choices=CadrePeriod.choices)
    state = models.CharField(_("trạng thái"), max_length=10, choices=TermState.choices, default=TermState.PREPARED)
    duty = models.CharField(_("chức trách"), max_length=8, choices=Duty.choices)
    like_group = models.CharField(_("nhóm nhiệm vụ tương đồng"), max_length=120, blank=True)
    settings = models.JSONField(default=dict)
    parts = models.PositiveSmallIntegerField(_("số tháng, số quý có điểm"), default=0)
    score_exact = models.CharField(max_length=160, blank=True)
    score = models.DecimalField(_("điểm"), max_digits=5, decimal_places=2, null=True)
    is_provisional = models.BooleanField(_("điểm tạm"), default=False)
    done = models.PositiveIntegerField(_("hoàn thành"), default=0)
    on_time = models.PositiveIntegerField(_("đúng hạn"), default=0)
    late = models.PositiveIntegerField(_("chậm"), default=0)
    facts = models.JSONField(default=list, blank=True)
    by_score = models.CharField(_("theo điểm"), max_length=3, choices=LevelChoice.choices, blank=True)
    highest = models.CharField(_("mức cao nhất"), max_length=3, choices=LevelChoice.choices, blank=True)
    proposed = models.CharField(_("mức đề xuất"), max_length=3, choices=LevelChoice.choices, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    opinion = models.TextField(_("ý kiến tham gia"), blank=True)
    body = models.CharField(_("cấp quyết định"), max_length=10, choices=CommitteeBody.choices, blank=True)
    level = models.CharField(_("mức xếp loại"), max_length=3, choices=LevelChoice.choices, blank=True)
    reason = models.CharField(_("lý do khác đề xuất"), max_length=1000, blank=True)
    merit = models.CharField(_("căn cứ cho tỷ lệ xuất sắc trên 20 %"), max_length=500, blank=True)
    decision = models.CharField(_("số kết luận, quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=160, blank=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("xếp loại cán bộ theo kỳ")
        ordering = ["-year", "period", "id"]
        indexes = [models.Index(fields=["committee", "year", "period"])]
        constraints = [
            models.UniqueConstraint(fields=["appointment", "year", "period"], name="appraisals_period_reviewed_once")
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.year} {self.period}"

    @property
    def event_text(self) -> str:
        """How events name it: by its period."""
        return f"{self.year}-{self.period}"

    @property
    def owner_unit_id(self) -> object:
        """The committee: events belong to it."""
        return self.committee_id
