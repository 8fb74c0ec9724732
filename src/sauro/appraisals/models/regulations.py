"""How a body reads what the law leaves open, and what is known of a post before a sheet is made for it."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import Appraised, Duty
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit

_DAY = [MinValueValidator(1), MaxValueValidator(28)]


@track()
class Regulation(Record):
    """The settings of a body for one kind of people, from a month on, for itself and everything below it.

    ``settings`` are those of :class:`sauro.appraisals.rules.options.Settings`, as text; what is left out has the
    default argued in docs/domain/appraisal-rules.md. ``plan_day`` is the last day of a month on which work can still be
    added to its plan; ``self_day``, ``confirm_day`` and ``close_day`` are days of the following month.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appraisal_regulations")
    domain = models.CharField(_("khối"), max_length=10)
    subject = models.CharField(_("đối tượng"), max_length=16, choices=Appraised.choices)
    since = models.DateField(_("áp dụng từ tháng"))
    settings = models.JSONField(_("nội dung"), default=dict, blank=True)
    plan_day = models.PositiveSmallIntegerField(_("hạn thêm việc vào kế hoạch"), default=5, validators=_DAY)
    self_day = models.PositiveSmallIntegerField(_("hạn tự chấm"), default=3, validators=_DAY)
    confirm_day = models.PositiveSmallIntegerField(_("hạn xác nhận"), default=5, validators=_DAY)
    close_day = models.PositiveSmallIntegerField(_("ngày chốt"), default=8, validators=_DAY)
    decision = models.CharField(_("số quyết định"), max_length=120)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)

    class Meta:
        verbose_name = _("quy chế đánh giá")
        ordering = ["unit", "subject", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "subject", "since"], name="appraisals_regulation_once"),
        ]

    def __str__(self) -> str:
        return self.decision

    @property
    def owner_unit_id(self) -> object:
        """The body whose regulation it is: events belong to it."""
        return self.unit_id


@track()
class Appraisee(Record):
    """What is laid down for an appointment where the usual guess from its position is wrong.

    ``like_group`` names a group of like duties, inside which the highest level is limited as well. ``fields`` are the
    units below a deputy answers for; without any it is the whole unit.
    """

    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="appraisee")
    subject = models.CharField(_("đối tượng"), max_length=16, choices=Appraised.choices)
    duty = models.CharField(_("chức trách"), max_length=8, choices=Duty.choices, default=Duty.STAFF)
    like_group = models.CharField(_("nhóm nhiệm vụ tương đồng"), max_length=120, blank=True)
    fields = models.ManyToManyField(Unit, verbose_name=_("đơn vị phụ trách"), blank=True, related_name="+")
    is_left_out = models.BooleanField(_("không lập phiếu ở chức danh này"), default=False)

    class Meta:
        verbose_name = _("đối tượng đánh giá")

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.duty}"
