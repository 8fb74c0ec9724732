"""How many members a committee is to have: laid down by decision, for days."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.headcounts.enums import SizeOf
from sauro.organizations.models import Unit
from sauro.workforce.models.dated import STANDING, Dated


@track()
class CommitteeSize(Dated):
    """The number of members of a Party committee, of its standing committee or of its deputy secretaries."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="committee_sizes")
    domain = models.CharField(_("khối"), max_length=10)
    of = models.CharField(_("số lượng của"), max_length=10, choices=SizeOf.choices)
    number = models.PositiveSmallIntegerField(_("số lượng"))

    class Meta:
        verbose_name = _("số lượng cấp ủy")
        ordering = ["-valid"]
        constraints = [
            ExclusionConstraint(
                name="headcounts_size_one",
                expressions=[
                    ("unit", RangeOperators.EQUAL), ("of", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)
                ],
                condition=STANDING,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.of}: {self.number}"

    @property
    def event_text(self) -> str:
        """How events name it."""
        return f"{self.of}: {self.number}"

    @property
    def owner_unit_id(self) -> object:
        """The committee's unit."""
        return self.unit_id
