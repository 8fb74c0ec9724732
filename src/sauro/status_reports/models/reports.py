"""A report on how work stands, with the rows its figures are counted from."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models import Document
from sauro.organizations.models import Unit
from sauro.status_reports.enums import Group, PeriodKind, ReasonOrigin, ReportState, Subject
from sauro.tasks.models import Assignment


@track(exclude=["search_key"])
class StatusReport(Record):
    """A report of ``unit`` on the work it gave, has to do, or has done for one directive.

    ``first_day`` (empty: since ever) and ``last_day`` bound the period; the rows tell how work stood at the end of
    ``as_of``, the last day or the day of counting when the period is not over. ``row_digest`` is the SHA-256 over the
    rows, written when the report is issued; from then on neither changes.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="status_reports")
    subject = models.CharField(_("về"), max_length=12, choices=Subject.choices)
    document = models.ForeignKey(
        Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="status_reports"
    )
    document_text = models.CharField(_("văn bản"), max_length=400, blank=True)
    period_kind = models.CharField(_("kỳ"), max_length=16, choices=PeriodKind.choices)
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến ngày"))
    period_label = models.CharField(_("kỳ báo cáo"), max_length=80)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    as_of = models.DateField(_("số liệu đến hết ngày"))
    counted_at = models.DateTimeField(_("lấy số liệu lúc"))
    given_in_period = models.PositiveIntegerField(_("giao trong kỳ"), default=0)
    remarks = models.TextField(_("nhận xét, đánh giá"), blank=True)
    proposals = models.TextField(_("kiến nghị, đề xuất"), blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    made_by_name = models.CharField(_("người lập"), max_length=120)
    issued_at = models.DateTimeField(_("phát hành lúc"), null=True)
    issued_by_name = models.CharField(_("người phát hành"), max_length=120, blank=True)
    issued_by_position = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=120, blank=True)
    withdrawal_reason = models.TextField(_("lý do thu hồi"), blank=True)
    row_digest = models.CharField(_("mã băm số liệu"), max_length=64, blank=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("báo cáo tình hình")
        ordering = ["-last_day", "-id"]
        indexes = [
            models.Index(fields=["unit", "last_day"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="status_reports_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True) | models.Q(first_day__lte=models.F("last_day")),
                name="status_reports_days_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ReportState.DRAFT, issued_at__isnull=True)
                | (~models.Q(state=ReportState.DRAFT) & models.Q(issued_at__isnull=False) & ~models.Q(row_digest="")),
                name="status_reports_issued_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name the report."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit whose report it is: events belong to it."""
        return self.unit_id

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still change."""
        return self.state == ReportState.DRAFT

    @property
    def period_end(self) -> dt.date:
        """The last day the figures speak of."""
        return min(self.as_of, self.last_day)


class ReportRow(Record):
    """One assignment as the report counts it: copies of what was true, so later changes do not reach it.

    ``giver_days`` and ``other_days`` are the days in which the giver and other units had the work in hand.
    ``unit`` does the work and ``giver_unit`` gave it; ``position`` keeps the order of the report. A row is written
    when the report is counted and never changed (a purge of its document blanks its words).
    """

    report = models.ForeignKey(StatusReport, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(_("tình hình"), max_length=16, choices=Group.choices)
    code = models.CharField(_("mã"), max_length=20)
    wording = models.TextField(_("nhiệm vụ"))
    source_text = models.CharField(_("văn bản"), max_length=400)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit_name = models.CharField(_("đơn vị thực hiện"), max_length=300)
    giver_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    giver_name = models.CharField(_("bên giao"), max_length=300)
    role = models.CharField(_("vai trò"), max_length=12)
    point = models.CharField(_("điểm của văn bản"), max_length=80, blank=True)
    given_on = models.DateField(_("giao ngày"))
    due_on = models.DateField(_("thời hạn"), null=True)
    due_original = models.DateField(_("thời hạn ban đầu"), null=True)
    handed_in_on = models.DateField(_("nộp ngày"), null=True)
    closed_on = models.DateField(_("kết thúc ngày"), null=True)
    days_late = models.PositiveIntegerField(_("số ngày quá hạn"), default=0)
    giver_days = models.PositiveIntegerField(_("bên giao giữ (ngày)"), default=0, db_default=0)
    other_days = models.PositiveIntegerField(_("đơn vị khác giữ (ngày)"), default=0, db_default=0)
    progress = models.PositiveSmallIntegerField(_("tiến độ (%)"), default=0)
    reason = models.TextField(_("lý do"), blank=True)
    reason_origin = models.CharField(max_length=12, choices=ReasonOrigin.choices, default=ReasonOrigin.NONE)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("dòng báo cáo")
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "assignment"], name="status_reports_row_once"),
        ]
        indexes = [models.Index(fields=["report", "group"])]

    def __str__(self) -> str:
        return f"{self.report_id} {self.position}"
