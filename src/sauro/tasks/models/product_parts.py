"""What a hand-in consists of beside its main file, link and text: annexes and figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.documents.models import StoredFile
from sauro.tasks.figures import written_number
from sauro.tasks.models.assignments import ProductVersion


@track()
class ProductAnnex(Record):
    """A further file, or a further link, of one hand-in."""

    product = models.ForeignKey(ProductVersion, on_delete=models.PROTECT, related_name="annexes")
    number = models.PositiveSmallIntegerField(_("số thứ tự"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(_("tên tệp"), max_length=255, blank=True)
    link = models.URLField(_("đường dẫn"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("phụ lục của sản phẩm")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["product", "number"], name="tasks_annex_number"),
            models.CheckConstraint(
                condition=models.Q(file__isnull=True) | models.Q(link=""), name="tasks_annex_file_or_link"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} #{self.number}"


@track()
class ProductFigure(Record):
    """A figure handed in. ``name_key`` is its name folded, by which targets find it."""

    product = models.ForeignKey(ProductVersion, on_delete=models.PROTECT, related_name="figures")
    number = models.PositiveSmallIntegerField(_("số thứ tự"))
    name = models.CharField(_("chỉ tiêu"), max_length=200)
    name_key = models.CharField(max_length=300, editable=False)
    unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    value = models.DecimalField(_("giá trị"), max_digits=21, decimal_places=6)

    class Meta:
        verbose_name = _("số liệu nộp")
        ordering = ["number"]
        indexes = [models.Index(fields=["name_key"])]
        constraints = [models.UniqueConstraint(fields=["product", "number"], name="tasks_figure_number")]

    def __str__(self) -> str:
        return f"{self.name}: {self.written} {self.unit}".strip()

    @property
    def written(self) -> str:
        """The number as a person reads it: ``1.234,5``."""
        return written_number(self.value)
