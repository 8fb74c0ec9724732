"""What facts of a dossier have in common: the days for which they hold, who recorded them, who took them back."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.common.clock import now

M = TypeVar("M", bound=models.Model)


class DatedRows(models.QuerySet[M]):
    """Rows with days of their own (``valid``) and times at which they were known."""

    def standing(self, known_at: dt.datetime | None = None) -> DatedRows[M]:
        """Return what is not withdrawn, or was not at ``known_at`` and was known by then."""
        if known_at is None:
            return self.filter(withdrawn_at__isnull=True)
        kept = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=known_at)
        return self.filter(kept, recorded_at__lte=known_at)

    def as_of(self, day: dt.date, known_at: dt.datetime | None = None) -> DatedRows[M]:
        """Return what held on a day, as it is known now, or as it was known at ``known_at``."""
        return self.standing(known_at).filter(valid__contains=day)


class Dated(Record):
    """A row that holds for a range of days. It is never overwritten: a wrong one is withdrawn, with who and why.

    ``valid`` is half open: its upper end is the first day on which the row no longer holds. ``decision`` is the number
    of the paper that says so, ``decided_on`` its date.
    """

    valid = DateRangeField(_("hiệu lực"))
    decision = models.CharField(_("số quyết định, văn bản"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now, editable=False)
    recorded_by_name = models.CharField(max_length=160, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by_name = models.CharField(max_length=160, blank=True, editable=False)
    withdrawn_reason = models.CharField(_("lý do rút"), max_length=500, blank=True)

    objects: Any = DatedRows.as_manager()

    class Meta:
        abstract = True

    @property
    def first_day(self) -> dt.date | None:
        """The first day for which the row holds."""
        day: dt.date | None = self.valid.lower
        return day

    @property
    def last_day(self) -> dt.date | None:
        """The last day for which the row holds; None while no end is known."""
        upper: dt.date | None = self.valid.upper
        return upper - dt.timedelta(days=1) if upper is not None else None


STANDING = Q(withdrawn_at__isnull=True)
