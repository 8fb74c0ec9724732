"""Cells count assignments by what time alone does not change; changes are what has not been added to them yet."""

from __future__ import annotations

from django.db import models

from sauro.organizations.models import Unit
from sauro.reporting.enums import CellKind
from sauro.tasks.models import WorkField

KEY = ("domain", "giver_unit_id", "unit_id", "field_id", "kind", "slot", "last_day", "waiting_since")
"""The columns that make a cell, in the order in which the trigger writes them."""


class CellBase(models.Model):
    """A number of assignments that agree in everything the board asks for.

    ``slot`` is the half-month of the deadline in force (its first day, the 1st or the 15th), so that calendar months
    and the reporting periods from the 15th to the 14th are sums of whole slots. ``last_day`` (the last day that counts)
    and ``waiting_since`` are kept for open work with a deadline only: what becomes of it as days pass is worked out
    from them when the board is read.
    """

    domain = models.CharField(max_length=10)
    giver_unit = models.ForeignKey(Unit, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    field = models.ForeignKey(
        WorkField, models.DO_NOTHING, db_constraint=False, db_index=False, null=True, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=CellKind.choices)
    slot = models.DateField(null=True)
    last_day = models.DateField(null=True)
    waiting_since = models.DateField(null=True)
    number = models.IntegerField()

    class Meta:
        abstract = True


class BoardChange(CellBase):
    """What one statement did to a cell: written by the trigger on assignments, folded into cells by a job.

    Changes are only ever appended, so writers never wait for each other or for the board.
    """

    id = models.BigAutoField(primary_key=True)


class BoardCell(CellBase):
    """A cell as of the last fold. The figures of the board are cells plus the changes not yet folded."""

    id = models.BigAutoField(primary_key=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "giver_unit", "domain", "field", "kind", "slot", "last_day", "waiting_since"],
                nulls_distinct=False,
                name="reporting_cell_key",
            )
        ]
        indexes = [
            # Holds all that the coming days ask for: they lie scattered over the table.
            models.Index(
                fields=["last_day"],
                include=["unit", "giver_unit", "domain", "field", "slot", "waiting_since", "number"],
                condition=models.Q(kind=CellKind.OPEN),
                name="reporting_cell_open_day",
            )
        ]
