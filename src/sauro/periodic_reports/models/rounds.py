"""A round asks every unit for its report of one period; what a unit sent is kept as it was."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.periodic_reports.enums import ReportState
from sauro.periodic_reports.models.definitions import DefinitionVersion, ReportDefinition
from sauro.periods.models import Period


@track(exclude=["search_key"])
class Round(Record):
    """One period of a definition, asked for by ``owner_unit``.

    Name, days and closing moment of the period are copied when the round is opened, and so are the units that owe a
    report: what was announced does not move when the table of periods or the register of units does.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="report_rounds")
    definition = models.ForeignKey(ReportDefinition, on_delete=models.PROTECT, related_name="rounds")
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="rounds")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="report_rounds")
    label = models.CharField(_("kỳ"), max_length=60)
    first = models.DateField(_("từ ngày"))
    last = models.DateField(_("đến ngày"))
    closes_at = models.DateTimeField(_("chốt số liệu lúc"))
    note = models.TextField(_("lời dặn"), blank=True)
    opened_at = models.DateTimeField(_("mở lúc"))
    opened_by_name = models.CharField(_("người mở"), max_length=120)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("đợt báo cáo")
        ordering = ["-last", "-id"]
        indexes = [GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="periodic_round_search")]
        constraints = [models.UniqueConstraint(fields=["definition", "period"], name="periodic_round_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"

    @property
    def event_text(self) -> str:
        """How events name the round."""
        return self.code


@track()
class RoundLevel(Record):
    """The deadline of a level in a round, frozen with it; single reports may have got another one since."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="levels")
    level = models.PositiveSmallIntegerField(_("cấp"))
    name = models.CharField(_("tên cấp"), max_length=120)
    due_on = models.DateField(_("hạn gửi"))
    signer_title = models.CharField(_("người duyệt"), max_length=120)

    class Meta:
        verbose_name = _("cấp của đợt báo cáo")
        ordering = ["level"]
        constraints = [models.UniqueConstraint(fields=["round", "level"], name="periodic_round_level_once")]

    def __str__(self) -> str:
        return self.name


@track(exclude=["search_key"])
class UnitReport(Record):
    """The report one unit owes in a round. The one of the office that opened it is the top: level 0, no parent.

    A joint report (``is_joint``) rolls up those of the units below, its ``children``: the top, and that of every unit
    that was asked together with units below it. Its unit collects them, whatever the depth.
    ``is_kept`` marks a unit without accounts, whose report the unit that collects enters on its behalf.
    ``due_on`` is the inclusive last day for sending, ``due_original`` the one it had when the round was opened.
    ``sent_at`` is that of the latest version, ``first_sent_at`` that of the first. On time or late is derived.
    ``figures_read_at`` is when the system's figures were last taken; of a joint report, ``rolled_from`` lists the
    reports and the numbers of their versions it was then rolled up from.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="periodic_reports")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    level = models.PositiveSmallIntegerField(_("cấp"))
    is_joint = models.BooleanField(_("tổng hợp từ cấp dưới"), default=False, db_default=False)
    is_kept = models.BooleanField(_("nhập thay"), default=False)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ReportState.choices, default=ReportState.OPEN)
    due_on = models.DateField(_("hạn gửi"))
    due_original = models.DateField(_("hạn gửi ban đầu"))
    state_reason = models.TextField(_("lý do"), blank=True)
    figures_read_at = models.DateTimeField(_("lấy số liệu lúc"), null=True)
    rolled_from = models.JSONField(default=list)
    submitted_at = models.DateTimeField(null=True)
    submitted_by_name = models.CharField(max_length=120, blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_name = models.CharField(max_length=120, blank=True)
    first_sent_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("gửi lúc"), null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by_name = models.CharField(max_length=120, blank=True)
    versions_sent = models.PositiveSmallIntegerField(_("số lần gửi"), default=0)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("báo cáo của đơn vị")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"]),
            models.Index(fields=["parent", "state"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="periodic_report_search"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="periodic_report_once"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) ^ models.Q(level__gt=0), name="periodic_report_joint_is_top"
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=False) | models.Q(is_joint=True), name="periodic_report_top_is_joint"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name the report: never by its words."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit whose report it is: events belong to it."""
        return self.unit_id

    @property
    def receiver(self) -> Unit | None:
        """The unit that collects it; none for the top, which goes outside."""
        return self.parent.unit if self.parent else None

    def counts_itself(self, source: str) -> bool:
        """Tell whether the system counts a figure with this source for the unit's own work.

        A joint report below the top counts its own as well, and does not add up the divisions': what was passed on to
        them is the unit's own work already.
        """
        return bool(source) and self.parent_id is not None


class SentVersion(Record):
    """What was sent, as it was: never changed. ``sha256`` is over the canonical form of ``content``.

    A correction is another version; ``reason`` says why the one before was recalled or returned.
    """

    report = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="sent_versions")
    number = models.PositiveSmallIntegerField(_("lần gửi"))
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    official_number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    official_date = models.DateField(_("ngày ban hành"), null=True)
    reason = models.TextField(_("lý do gửi lại"), blank=True)
    sent_at = models.DateTimeField(_("gửi lúc"))
    sent_by_name = models.CharField(max_length=120)
    approved_by_name = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("bản báo cáo đã gửi")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="periodic_sent_number")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.report_id} #{self.number}"
