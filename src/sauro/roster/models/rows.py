"""What a check found: a fault at a cell, and what writing each row would do. Made anew by each check."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.roster.enums import FaultSeverity, Outcome
from sauro.roster.models.imports import PeopleImport
from sauro.workforce.models import Dossier


class ImportFault(Record):
    """Something wrong at a row and column of the sheet, both from 0; column -1 means the row as a whole.

    ``field`` is what the column means. ``shown`` is the value, masked where it is sensitive.
    """

    run = models.ForeignKey(PeopleImport, on_delete=models.CASCADE, related_name="faults", db_index=False)
    row = models.PositiveIntegerField(_("dòng"))
    column = models.SmallIntegerField(_("cột"))
    field = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=40)
    severity = models.CharField(_("mức độ"), max_length=8, choices=FaultSeverity.choices)
    message = models.CharField(_("lỗi và cách sửa"), max_length=600)
    shown = models.CharField(_("giá trị"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("lỗi trong bảng")
        ordering = ["row", "column", "id"]
        indexes = [models.Index(fields=["run", "row", "column"])]

    def __str__(self) -> str:
        return f"{self.row} {self.column} {self.code}"


class ImportRow(Record):
    """What writing one row would do to which dossier.

    ``changes`` are lines of field, value now and value then, sensitive ones masked. ``likely`` are the dossiers of
    people of the same name and birth date about whom somebody has to say whether they are the same person.
    """

    run = models.ForeignKey(PeopleImport, on_delete=models.CASCADE, related_name="rows", db_index=False)
    row = models.PositiveIntegerField(_("dòng"))
    name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    outcome = models.CharField(_("sẽ làm"), max_length=8, choices=Outcome.choices)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True, related_name="+")
    changes = models.JSONField(default=list)
    likely = models.JSONField(default=list)
    search_key = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name = _("dòng của bảng")
        ordering = ["row"]
        constraints = [models.UniqueConstraint(fields=["run", "row"], name="roster_row_once")]
        indexes = [models.Index(fields=["run", "outcome", "row"])]

    def __str__(self) -> str:
        return f"{self.run_id} {self.row}"
