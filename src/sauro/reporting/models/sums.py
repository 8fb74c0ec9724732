"""Sums of cells for one day, in the few shapes that the board asks for, so that it adds up thousands of rows and not
hundreds of thousands."""

from __future__ import annotations

from django.db import models

from sauro.organizations.models import Unit
from sauro.tasks.models import WorkField


class BoardDay(models.Model):
    """The day for which the sums were made. One row; on another day they say nothing and the cells are read."""

    day = models.DateField()


class Sums(models.Model):
    """How assignments stand on the board's day, a column per figure.

    The first ten are the kinds of :class:`~sauro.tasks.timeliness.Timeliness`. ``judged_on_time`` leaves out of
    ``done_on_time`` what had no deadline. ``late_N`` is overdue work by the days since its last day (1 to 7, 8 to 30,
    31 to 90, more).
    """

    id = models.BigAutoField(primary_key=True)
    domain = models.CharField(max_length=10)
    giver_unit = models.ForeignKey(Unit, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    overdue = models.IntegerField()
    due_soon = models.IntegerField()
    in_time = models.IntegerField()
    waiting = models.IntegerField()
    waiting_others = models.IntegerField()
    no_deadline = models.IntegerField()
    recurring = models.IntegerField()
    done_on_time = models.IntegerField()
    done_late = models.IntegerField()
    stopped = models.IntegerField()
    judged_on_time = models.IntegerField()
    late_1 = models.IntegerField()
    late_8 = models.IntegerField()
    late_31 = models.IntegerField()
    late_91 = models.IntegerField()

    class Meta:
        abstract = True


def _unique(name: str, *more: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=[*more, "unit", "giver_unit", "domain"], nulls_distinct=False, name=name)


class UnitSum(Sums):
    """By giver and unit."""

    class Meta:
        constraints = [_unique("reporting_unit_sum_key")]


class FieldSum(Sums):
    """By giver, unit and field."""

    field = models.ForeignKey(
        WorkField, models.DO_NOTHING, db_constraint=False, db_index=False, null=True, related_name="+"
    )

    class Meta:
        constraints = [_unique("reporting_field_sum_key", "field")]


class SlotSum(Sums):
    """By giver, unit and half-month of the deadline."""

    slot = models.DateField(null=True)

    class Meta:
        constraints = [_unique("reporting_slot_sum_key", "slot")]


class FieldSlotSum(Sums):
    """By giver, unit, field and half-month of the deadline."""

    field = models.ForeignKey(
        WorkField, models.DO_NOTHING, db_constraint=False, db_index=False, null=True, related_name="+"
    )
    slot = models.DateField(null=True)

    class Meta:
        constraints = [_unique("reporting_field_slot_sum_key", "field", "slot")]
        indexes = [models.Index(fields=["slot"], name="reporting_field_slot_sum_slot")]
