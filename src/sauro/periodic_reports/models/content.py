"""What people and the system fill into a report.

Each figure and each section is a row with a counter of its own, so two people who fill one report at once are told of
each other and nobody's text is lost.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.periodic_reports.enums import FigureOrigin
from sauro.periodic_reports.models.definitions import FigureField, SectionField
from sauro.periodic_reports.models.rounds import UnitReport


@track(exclude=["basis"])
class FigureValue(Record):
    """The value of a figure in a report, with where it comes from.

    ``system_value`` is what the system or the roll-up gives; ``value`` is what the report says: the same until somebody
    changes it, with ``reason``. ``basis`` is what the system's value was counted from: codes of rows, or of a joint
    report one entry per unit. A ratio is worked out from ``numerator`` and ``denominator`` whenever they change.
    """

    report = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="figures")
    field = models.ForeignKey(FigureField, on_delete=models.PROTECT, related_name="values")
    value = models.DecimalField(_("giá trị"), max_digits=20, decimal_places=4, null=True)
    system_value = models.DecimalField(_("số của hệ thống"), max_digits=20, decimal_places=4, null=True)
    numerator = models.DecimalField(_("tử số"), max_digits=20, decimal_places=4, null=True)
    denominator = models.DecimalField(_("mẫu số"), max_digits=20, decimal_places=4, null=True)
    counted = models.PositiveSmallIntegerField(_("số đơn vị có số liệu"), default=0)
    origin = models.CharField(_("nguồn"), max_length=10, choices=FigureOrigin.choices)
    reason = models.TextField(_("vì sao sửa số của hệ thống"), blank=True)
    basis = models.JSONField(default=list)
    edits = models.PositiveIntegerField(default=0)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("số liệu báo cáo")
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["report", "field"], name="periodic_value_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.field_id}"


@track(exclude=["text"])
class SectionText(Record):
    """The text of a section in a report as it stands. Its words through time are in :class:`TextVersion`."""

    report = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="texts")
    field = models.ForeignKey(SectionField, on_delete=models.PROTECT, related_name="texts")
    text = models.TextField(_("nội dung"), blank=True)
    edits = models.PositiveIntegerField(default=0)
    by_name = models.CharField(max_length=120, blank=True)
    by_user = models.UUIDField(null=True)
    at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("nội dung báo cáo")
        ordering = ["field__position"]
        constraints = [models.UniqueConstraint(fields=["report", "field"], name="periodic_text_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.field_id}"


class TextVersion(Record):
    """What somebody wrote into a section. It is the history of the section, so it has none of its own.

    While one person goes on typing, their latest version is written over; anybody else starts the next one.
    ``is_aside`` marks a text that was saved upon an older one than somebody else had meanwhile written: it did not
    replace theirs, and it is kept until a person has settled the two (``settled_at``).
    """

    section = models.ForeignKey(SectionText, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("lần ghi"))
    text = models.TextField(_("nội dung"), blank=True)
    by_name = models.CharField(max_length=120)
    by_user = models.UUIDField(null=True)
    at = models.DateTimeField()
    is_aside = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần ghi nội dung")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="periodic_text_version_number")]

    def __str__(self) -> str:
        return f"{self.section_id} #{self.number}"


@track()
class TakenSource(Record):
    """The text of a unit was taken into a section of the joint report: from which of its sent versions, by whom."""

    section = models.ForeignKey(SectionText, on_delete=models.PROTECT, related_name="taken")
    source = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="+")
    sent_number = models.PositiveSmallIntegerField(_("lần gửi"))
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("nội dung đã đưa vào báo cáo chung")
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["section", "source"], name="periodic_source_taken_once")]

    def __str__(self) -> str:
        return f"{self.section_id} ← {self.source_id}"
