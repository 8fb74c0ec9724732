"""Files of results made for the national database, so that what is due can be told."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import ResultKind
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit


@track()
class ResultsFile(Record):
    """A file of closed results of a unit and everything below it: of a month (its first day), or of a year (1 January).

    ``people`` are the records in it, ``unnamed`` those among them without an identity number.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="results_files")
    domain = models.CharField(_("khối"), max_length=10)
    kind = models.CharField(_("kết quả"), max_length=5, choices=ResultKind.choices)
    period = models.DateField(_("kỳ"))
    people = models.PositiveIntegerField(_("số người"))
    unnamed = models.PositiveIntegerField(_("chưa có số định danh"))
    made_at = models.DateTimeField(_("lập lúc"))
    made_by_name = models.CharField(_("người lập"), max_length=160)

    class Meta:
        verbose_name = _("tệp kết quả gửi cơ sở dữ liệu quốc gia")
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["unit", "kind", "period"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.kind} {self.period}"

    @property
    def owner_unit_id(self) -> object:
        """The unit whose results they are: events belong to it."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its period."""
        return f"{self.period:%m/%Y}" if self.kind == ResultKind.MONTH else str(self.period.year)
