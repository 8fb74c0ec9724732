"""A period is data of the office that made it: whoever counts by periods reads this table and computes none."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.periods.enums import PeriodKind

_DAYS = Func(F("first"), F("last"), Value("[]"), function="daterange", output_field=DateRangeField())


@track()
class Period(Record):
    """From ``first`` to ``last``, both included. ``closes_at`` is the moment at which its figures are taken.

    ``year`` is the year whose name it carries, which its first day may precede. Periods of one kind and office never
    overlap.
    """

    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="periods")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    kind = models.CharField(_("loại kỳ"), max_length=20, choices=PeriodKind.choices)
    year = models.PositiveSmallIntegerField(_("năm"))
    first = models.DateField(_("từ ngày"))
    last = models.DateField(_("đến ngày"))
    closes_at = models.DateTimeField(_("chốt số liệu lúc"))
    label = models.CharField(_("tên kỳ"), max_length=60)

    class Meta:
        verbose_name = _("kỳ")
        ordering = ["first", "last", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(first__lte=F("last")), name="periods_period_days_in_order"),
            ExclusionConstraint(
                name="periods_period_no_overlap",
                expressions=[
                    ("owner_unit", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (_DAYS, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.label
