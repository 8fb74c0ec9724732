"""An indicator is a definition; a unit's share of it has a line for each year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.targets.enums import AddUpChoice, DirectionChoice, Per, StandingChoice
from sauro.tasks.models import WorkField


def _number(label: Any = "") -> models.DecimalField[Decimal | None, Decimal | None]:
    return models.DecimalField(label, max_digits=21, decimal_places=6, null=True, blank=True)


@track(exclude=["search_key", "sort_key"])
class Indicator(Record):
    """What is measured, in which unit, which way is better and how it adds up.

    ``owner_unit`` keeps the definition in its register. ``name_key`` is the folded name, by which the same indicator is
    recognised in another document. A share is counted of ``per``; its two labels say what is divided by what.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField(_("chỉ tiêu"), max_length=300)
    name_key = models.CharField(max_length=320, editable=False)
    measure = models.CharField(_("đơn vị tính"), max_length=60)
    direction = models.CharField(_("chiều"), max_length=5, choices=DirectionChoice.choices, default=DirectionChoice.UP)
    rule = models.CharField(_("cách cộng"), max_length=10, choices=AddUpChoice.choices, default=AddUpChoice.SUM)
    numerator_label = models.CharField(_("tử số"), max_length=200, blank=True)
    denominator_label = models.CharField(_("mẫu số"), max_length=200, blank=True)
    per = models.PositiveIntegerField(_("tính trên"), choices=Per.choices, default=Per.HUNDRED)
    responsible_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators_answered_for"
    )
    field = models.ForeignKey(WorkField, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_closed = models.BooleanField(_("không còn dùng"), default=False)
    search_key = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=960, editable=False, default="")

    class Meta:
        verbose_name = _("chỉ tiêu")
        ordering = ["sort_key", "id"]
        indexes = [
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="targets_indicator_search"),
            GinIndex(OpClass("name_key", name="gin_trgm_ops"), name="targets_indicator_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code


@track()
class Share(Record):
    """The part of an indicator that one unit has to reach. The keeper of the indicator holds the whole (no parent).

    ``baseline`` is the figure of ``baseline_year``, where the path sets out.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="target_shares")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    baseline_year = models.PositiveSmallIntegerField(_("năm gốc"), null=True, blank=True)
    baseline = _number(_("số năm gốc"))

    class Meta:
        verbose_name = _("phần của đơn vị")
        ordering = ["unit__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "unit"], name="targets_share_unique"),
            models.UniqueConstraint(
                fields=["indicator"], condition=models.Q(parent__isnull=True), name="targets_share_one_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.unit_id}"

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the indicator."""
        return self.indicator.code

    @property
    def domain(self) -> str:
        """The domain of the indicator."""
        return self.indicator.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit that has to reach it: events belong to it."""
        return self.unit_id


@track(exclude=["actual", "actual_numerator", "actual_denominator", "actual_on", "actual_since", "counted", "parts",
                "is_summed", "progress", "standing"])  # fmt: skip
class YearLine(Record):
    """A year of a share: what it has to reach, what is expected, and how it stands.

    ``target_from`` is the value asked for that the target follows; None for one that the unit set itself. ``forecast``
    is what the unit expects for the end of the year. The figures below are derived and worked out anew at each change
    (:mod:`sauro.targets.services.standings`): the newest figure of the year or the sum of the parts (``is_summed``, of
    which ``counted`` out of ``parts`` gave one), taken between ``actual_since`` and ``actual_on``. ``standing`` is as
    of that day.
    """

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="lines")
    year = models.PositiveSmallIntegerField(_("năm"))
    target = _number(_("chỉ tiêu"))
    target_numerator = _number(_("tử số"))
    target_denominator = _number(_("mẫu số"))
    target_from = models.ForeignKey("Ask", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    forecast = _number(_("ước cả năm"))
    forecast_numerator = _number()
    forecast_denominator = _number()
    actual = _number(_("thực hiện"))
    actual_numerator = _number()
    actual_denominator = _number()
    actual_on = models.DateField(null=True, blank=True)
    actual_since = models.DateField(null=True, blank=True)
    is_summed = models.BooleanField(default=False)
    counted = models.PositiveIntegerField(default=0)
    parts = models.PositiveIntegerField(default=0)
    progress = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    standing = models.CharField(
        _("tình hình"), max_length=10, choices=StandingChoice.choices, default=StandingChoice.UNKNOWN
    )

    class Meta:
        verbose_name = _("chỉ tiêu năm")
        ordering = ["year", "id"]
        constraints = [models.UniqueConstraint(fields=["share", "year"], name="targets_line_unique")]
        indexes = [models.Index(fields=["year", "standing"])]

    def __str__(self) -> str:
        return f"{self.share_id} {self.year}"
