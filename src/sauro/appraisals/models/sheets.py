"""The sheet of one appointment for one month (Mẫu số 01), and the work in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import Appraised, Duty, ItemKind, Leave, OwnLine, SheetState
from sauro.appraisals.models.catalogues import Product
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit
from sauro.plans.models import PlanItem


@track()
class Sheet(Record):
    """What one appointment did in a calendar month, and what was said of it. ``month`` is its first day.

    ``unit`` and ``duty`` are those of the appointment when the sheet was made, ``settings`` those in force for it;
    ``failure_deduction``, ``late_deduction`` and ``leaves_pending_out`` repeat the three that sums need. ``days`` are
    the days of the month in which the post was held: somebody who moved has two sheets.

    ``own_note`` and ``own_shortcomings`` are what the person says of strengths and of shortcomings (points 4 and 5 of
    the form).
    ``own_points`` and ``points`` map criteria to points as text: the person's own, and those of the head. Of a leader
    the head says ``initiative``, ``prolonged`` and ``conflict`` in words; an empty one is not found. The five sums are
    those of :class:`sauro.appraisals.rules.tasks.Sums`. ``score_exact`` is the score as a fraction ("2750/30"), empty
    while there is none, ``score`` the same rounded for lists.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="sheets", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sheets", db_index=False)
    domain = models.CharField(_("khối"), max_length=10)
    month = models.DateField(_("tháng"))
    subject = models.CharField(_("đối tượng"), max_length=16, choices=Appraised.choices)
    duty = models.CharField(_("chức trách"), max_length=8, choices=Duty.choices)
    like_group = models.CharField(max_length=120, blank=True)
    settings = models.JSONField(default=dict)
    failure_deduction = models.PositiveSmallIntegerField(default=25)
    late_deduction = models.PositiveSmallIntegerField(default=25)
    leaves_pending_out = models.BooleanField(default=False)
    days = models.PositiveSmallIntegerField(_("số ngày giữ vị trí"))
    leave = models.CharField(_("nghỉ cả tháng"), max_length=10, choices=Leave.choices, blank=True, default=Leave.NONE)
    state = models.CharField(_("trạng thái"), max_length=10, choices=SheetState.choices, default=SheetState.OPEN)
    own_points = models.JSONField(default=dict)
    own_note = models.TextField(_("tự nhận xét ưu điểm"), blank=True)
    own_shortcomings = models.TextField(_("tự nhận xét hạn chế, khuyết điểm"), blank=True)
    points = models.JSONField(default=dict)
    comment = models.TextField(_("nhận xét của người đánh giá"), blank=True)
    initiative = models.CharField(_("sáng kiến, cách làm hiệu quả"), max_length=1000, blank=True)
    prolonged = models.CharField(_("chậm trễ, hạn chế kéo dài"), max_length=1000, blank=True)
    conflict = models.CharField(_("mâu thuẫn nội bộ kéo dài"), max_length=1000, blank=True)
    submitted_at = models.DateTimeField(_("tự chấm lúc"), null=True)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True)
    confirmed_by_id = models.UUIDField(null=True)
    confirmed_by_name = models.CharField(_("người xác nhận"), max_length=160, blank=True)
    closed_at = models.DateTimeField(_("chốt lúc"), null=True)
    reopened_reason = models.CharField(_("lý do mở lại"), max_length=500, blank=True)
    assigned = models.BigIntegerField(default=0)
    added = models.BigIntegerField(default=0)
    done = models.BigIntegerField(default=0)
    quality = models.BigIntegerField(default=0)
    progress = models.BigIntegerField(default=0)
    is_provisional = models.BooleanField(_("điểm tạm"), default=False)
    unconverted = models.PositiveSmallIntegerField(_("việc chưa quy đổi"), default=0)
    score_exact = models.CharField(max_length=120, blank=True)
    score = models.DecimalField(_("điểm"), max_digits=5, decimal_places=2, null=True)

    class Meta:
        verbose_name = _("phiếu đánh giá tháng")
        ordering = ["-month", "id"]
        constraints = [models.UniqueConstraint(fields=["appointment", "month"], name="appraisals_one_sheet")]
        # None holds what changes while a sheet lives, so that its many small changes touch no index.
        indexes = [
            models.Index(fields=["month", "unit"]),
            models.Index(fields=["unit", "month"]),
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.month:%m/%Y}"

    @property
    def event_text(self) -> str:
        """How events name it: by its month."""
        return f"{self.month:%m/%Y}"

    @property
    def owner_unit_id(self) -> object:
        """The unit of the person: events belong to it."""
        return self.unit_id

    @property
    def path(self) -> str:
        """The path of the unit."""
        return self.unit.path

    @property
    def is_leader(self) -> bool:
        """Whether three more terms are asked."""
        return self.duty != Duty.STAFF


@track()
class SheetItem(Record):
    """One product in a sheet: of the monthly plan, or added by the person.

    ``units`` are ten-thousandths of a standard unit for the whole line (of ``quantity`` products, of a monthly part by
    its share); 0 while no product of the catalogue was chosen. What is read from the work itself (``is_done``,
    ``is_waiting``, ``given_back``, ``failures``, ``late``, ``is_counted``) is written by
    :mod:`sauro.appraisals.services.filling` until the sheet is closed. ``is_counted`` is false for work that was
    stopped, or done in an earlier month. ``is_excused`` takes it out of the sheet by a granted claim.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="items")
    plan_item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, null=True, related_name="sheet_items")
    wording = models.CharField(_("nội dung tự khai"), max_length=1000, blank=True)
    result = models.CharField(_("kết quả, nơi lưu"), max_length=1000, blank=True)
    own = models.CharField(max_length=10, choices=OwnLine.choices, blank=True, default=OwnLine.NOT_OWN)
    own_reason = models.CharField(max_length=500, blank=True)
    kind = models.CharField(_("loại"), max_length=12, choices=ItemKind.choices)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, related_name="+")
    is_pending = models.BooleanField(default=False)
    quantity = models.PositiveIntegerField(_("số lượng"), default=1)
    units = models.BigIntegerField(_("đơn vị chuẩn"), default=0)
    is_done = models.BooleanField(_("hoàn thành"), default=False)
    is_waiting = models.BooleanField(_("chờ bên giao xác nhận"), default=False)
    given_back = models.BooleanField(_("đã bàn giao"), default=False)
    is_counted = models.BooleanField(default=True)
    is_excused = models.BooleanField(default=False)
    failures = models.PositiveSmallIntegerField(_("lần chưa đạt"), default=0)
    late = models.PositiveSmallIntegerField(_("lần chậm"), default=0)
    exempt_failures = models.PositiveSmallIntegerField(default=0)
    exempt_late = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("việc trong phiếu")
        ordering = ["kind", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "plan_item"], condition=Q(plan_item__isnull=False), name="appraisals_item_once"
            ),
            models.CheckConstraint(
                condition=Q(plan_item__isnull=True) ^ Q(own=OwnLine.NOT_OWN), name="appraisals_item_own_or_plan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.pk}"

    @property
    def words(self) -> str:
        """What the work is."""
        return self.plan_item.wording if self.plan_item else self.wording


class Renewal(Record):
    """An appointment whose work changed since its sheets were reckoned. Ephemeral: gone with the reckoning."""

    appointment = models.OneToOneField(Appointment, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("phiếu chờ tính lại")

    def __str__(self) -> str:
        return str(self.appointment_id)
