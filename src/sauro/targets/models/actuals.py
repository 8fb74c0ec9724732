"""Figures of what was reached, each with its evidence."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.documents.models import StoredFile
from sauro.targets.models.indicators import Share
from sauro.tasks.models import ProductVersion


@track()
class Actual(Record):
    """What a unit has reached by the end of a day. Never changed: a wrong one is cancelled with a reason.

    Of what is counted through the year ``value`` is the count since 1 January. The evidence is one or several of a
    file, a link, a confirmed product of a task, and the number of a report.
    """

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="actuals")
    as_of = models.DateField(_("số đến ngày"))
    value = models.DecimalField(_("thực hiện"), max_digits=21, decimal_places=6)
    numerator = models.DecimalField(_("tử số"), max_digits=21, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(_("mẫu số"), max_digits=21, decimal_places=6, null=True, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(_("tên tệp"), max_length=255, blank=True)
    link = models.URLField(_("đường dẫn"), max_length=600, blank=True)
    product = models.ForeignKey(ProductVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    basis = models.CharField(_("văn bản báo cáo"), max_length=300, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=120)
    is_cancelled = models.BooleanField(default=False)
    cancel_reason = models.TextField(_("lý do hủy"), blank=True)
    cancelled_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("số thực hiện")
        ordering = ["-as_of", "-recorded_at", "-id"]
        indexes = [models.Index(fields=["share", "-as_of"])]

    def __str__(self) -> str:
        return f"{self.share_id} {self.as_of}: {self.value}"
