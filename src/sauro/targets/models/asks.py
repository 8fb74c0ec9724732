"""A value that somebody asks a unit to reach, and what a person decided where several differ."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.documents.models import Document, Reading
from sauro.organizations.models import Unit
from sauro.targets.enums import AskKind, AskState, Operator
from sauro.targets.models.indicators import Share, YearLine


@track()
class Ask(Record):
    """A value for one year of a share: printed in a document, or given by the unit above.

    ``value`` is in the measure of the indicator; ``printed`` is the value with its measure as the document has it.
    ``sentence`` is a copy, so that the unit reads it without opening the record of another office; ``start`` and
    ``end`` are its place in the text of ``reading``.
    """

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="asks")
    year = models.PositiveSmallIntegerField(_("năm"))
    kind = models.CharField(_("nguồn"), max_length=10, choices=AskKind.choices)
    state = models.CharField(_("trạng thái"), max_length=12, choices=AskState.choices, default=AskState.OPEN)
    operator = models.CharField(max_length=2, choices=Operator.choices, default=Operator.EXACTLY)
    value = models.DecimalField(_("giá trị"), max_digits=21, decimal_places=6)
    numerator = models.DecimalField(_("tử số"), max_digits=21, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(_("mẫu số"), max_digits=21, decimal_places=6, null=True, blank=True)
    giver_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="target_asks")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    source_text = models.CharField(_("văn bản"), max_length=400, blank=True)
    sentence = models.TextField(_("câu trong văn bản"), blank=True)
    printed = models.CharField(_("giá trị trong văn bản"), max_length=120, blank=True)
    taken_at = models.DateTimeField()
    taken_by_name = models.CharField(max_length=120)
    reason = models.TextField(_("lý do"), blank=True)

    class Meta:
        verbose_name = _("giá trị được giao")
        ordering = ["year", "taken_at", "id"]
        indexes = [models.Index(fields=["share", "year", "state"]), models.Index(fields=["document", "start"])]
        constraints = [
            models.UniqueConstraint(
                fields=["share", "year"], condition=models.Q(kind=AskKind.GIVEN), name="targets_ask_one_given"
            )
        ]

    def __str__(self) -> str:
        return f"{self.share_id} {self.year}: {self.value}"


@track()
class Settlement(Record):
    """The decision of a person between values that differ, or for less than is asked.

    ``chosen`` is None when the unit's own value stays or a value is set that nobody asks for; ``allowed_by`` then says
    who allowed less, by which document.
    """

    line = models.ForeignKey(YearLine, on_delete=models.PROTECT, related_name="settlements")
    chosen = models.ForeignKey(Ask, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    before = models.DecimalField(max_digits=21, decimal_places=6, null=True)
    after = models.DecimalField(max_digits=21, decimal_places=6, null=True)
    is_weaker = models.BooleanField(_("thấp hơn mức được giao"), default=False)
    reason = models.TextField(_("lý do"))
    allowed_by = models.CharField(_("ai cho phép"), max_length=300, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lần thống nhất")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.line_id}: {self.after}"


@track()
class LeftOut(Record):
    """A target found in a document that a person does not take into the register of a unit, and why."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="targets_left_out")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.TextField(_("lý do"))
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("chỉ tiêu không đưa vào danh mục")
        constraints = [models.UniqueConstraint(fields=["document", "start", "end"], name="targets_left_out_unique")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.start}"
