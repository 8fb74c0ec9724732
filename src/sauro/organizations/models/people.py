"""Person, position and appointment are three things; work goes to an appointment."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models.units import Unit


@track(exclude=["search_key", "sort_key"])
class Person(Record):
    """A human being, known here by name only."""

    full_name = models.CharField(_("họ và tên"), max_length=120)
    search_key = models.CharField(max_length=160, editable=False)
    sort_key = models.CharField(max_length=360, editable=False)

    class Meta:
        verbose_name = _("người")
        ordering = ["sort_key"]
        indexes = [GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="organizations_person_search")]

    def __str__(self) -> str:
        return self.full_name


@track()
class Position(Record):
    """A post that can be held in units, such as head of a division."""

    code = models.CharField(_("mã"), max_length=40, unique=True)
    title = models.CharField(_("chức danh"), max_length=160)
    is_head = models.BooleanField(_("là người đứng đầu"), default=False)
    rank = models.PositiveSmallIntegerField(_("thứ bậc"), default=100)

    class Meta:
        verbose_name = _("chức danh")
        ordering = ["rank", "title"]

    def __str__(self) -> str:
        return self.title


@track()
class Appointment(Record):
    """A person in a position of a unit during a range of dates."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="appointments")
    # Looked up by the index over unit and person.
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    valid = DateRangeField(_("hiệu lực"))

    class Meta:
        verbose_name = _("giữ chức danh")
        indexes = [models.Index(fields=["unit", "person"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.position}"
