"""The catalogue of products and their conversion to standard units (NĐ 335/2025/NĐ-CP Điều 13)."""

from __future__ import annotations

import hashlib

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import CatalogueState, ProductState
from sauro.appraisals.rules.catalogue import MOST_GROUPS
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit
from vanban.text.normalize import nfc

_MARK_LENGTH = 12
STEP = 100
"""Units are multiples of this many ten-thousandths, so that shares of whole per cent stay exact."""


@track()
class Catalogue(Record):
    """One version of the catalogue of a managing body, for a year. The latest decided one is in force below it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="catalogues")
    domain = models.CharField(_("khối"), max_length=10)
    year = models.PositiveSmallIntegerField(_("năm"))
    number = models.PositiveSmallIntegerField(_("phiên bản"))
    state = models.CharField(
        _("trạng thái"), max_length=8, choices=CatalogueState.choices, default=CatalogueState.DRAFT
    )
    standard = models.CharField(_("sản phẩm chuẩn"), max_length=300)
    decision = models.CharField(_("số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name = _("danh mục sản phẩm")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "number"], name="appraisals_catalogue_number"),
            models.UniqueConstraint(
                fields=["unit", "year"], condition=models.Q(state=CatalogueState.DRAFT), name="appraisals_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}.{self.number}"

    @property
    def event_text(self) -> str:
        """How events name it."""
        return str(self)

    @property
    def owner_unit_id(self) -> object:
        """The body whose catalogue it is: events belong to it."""
        return self.unit_id


@track(exclude=["search_key", "product_key"])
class Product(Record):
    """A product of a catalogue. ``units`` are ten-thousandths of a standard unit; ``group`` orders by complexity.

    ``product_key`` is the product folded, by which a piece of work finds it. A pending product came after the decision
    and counts as proposed until it is decided (Điều 13 khoản 3).
    """

    catalogue = models.ForeignKey(Catalogue, on_delete=models.PROTECT, related_name="products")
    code = models.CharField(_("mã"), max_length=30)
    field = models.CharField(_("nhiệm vụ"), max_length=300, blank=True)
    work = models.CharField(_("công việc"), max_length=500)
    product = models.CharField(_("sản phẩm"), max_length=500)
    group = models.PositiveSmallIntegerField(_("nhóm"), default=1)
    units = models.PositiveIntegerField(_("hệ số quy đổi"))
    state = models.CharField(_("trạng thái"), max_length=8, choices=ProductState.choices, default=ProductState.PROPOSED)
    proposed_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị đề xuất"))
    times = models.PositiveIntegerField(_("số lần trong năm"), default=0)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    search_key = models.CharField(max_length=1400, editable=False)
    product_key = models.CharField(max_length=600, editable=False)

    class Meta:
        verbose_name = _("sản phẩm trong danh mục")
        ordering = ["group", "code", "id"]
        constraints = [
            models.UniqueConstraint(fields=["catalogue", "code"], name="appraisals_product_code"),
            models.CheckConstraint(condition=models.Q(group__range=(1, MOST_GROUPS)), name="appraisals_product_group"),
            models.CheckConstraint(condition=models.Q(units__gt=0), name="appraisals_product_units"),
        ]
        indexes = [
            models.Index(fields=["catalogue", "product_key"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="appraisals_product_search"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.product}"

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code

    @property
    def mark(self) -> str:
        """A mark of everything people may change in it; another one when anything of that was changed."""
        held = (self.code, self.field, self.work, self.product, self.group, self.units, self.note, str(self.state))
        said = "\x1f".join(" ".join(nfc(str(value)).split()) for value in held)
        return hashlib.sha256(said.encode()).hexdigest()[:_MARK_LENGTH]

    @property
    def domain(self) -> str:
        """The domain of the catalogue."""
        return self.catalogue.domain

    @property
    def owner_unit_id(self) -> object:
        """The body whose catalogue it is in."""
        return self.catalogue.unit_id
