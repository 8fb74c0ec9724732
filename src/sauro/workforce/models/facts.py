"""Facts of a dossier that have a history: what each kind means is declared in :mod:`sauro.workforce.fields`."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.workforce.enums import FactKind
from sauro.workforce.models.dated import STANDING, Dated
from sauro.workforce.models.dossiers import Dossier


@track()
class Fact(Dated):
    """Something a dossier states for a range of days.

    ``value`` is a choice of the kind, ``level`` its place among them, for "the highest". ``detail`` and ``place`` are
    words (subject and school, form and body); ``amount`` counts what the kind counts, such as hours. Of a sensitive
    kind all of these stand in ``sealed`` (:mod:`sauro.workforce.sealing`) and the columns are empty. ``is_single`` says
    that one value of the kind holds at a time, which the constraint keeps.
    """

    # Looked up by the index over dossier and kind.
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="facts", db_index=False)
    kind = models.CharField(_("loại thông tin"), max_length=16, choices=FactKind.choices)
    value = models.CharField(_("giá trị"), max_length=40, blank=True)
    level = models.SmallIntegerField(default=0)
    detail = models.CharField(_("nội dung"), max_length=500, blank=True)
    place = models.CharField(_("nơi cấp, nơi đến"), max_length=300, blank=True)
    amount = models.PositiveIntegerField(_("số lượng"), null=True, blank=True)
    sealed = models.BinaryField(null=True, blank=True)
    is_single = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("thông tin hồ sơ")
        ordering = ["kind", "-valid", "id"]
        indexes = [models.Index(fields=["dossier", "kind"]), models.Index(fields=["kind", "value"])]
        constraints = [
            ExclusionConstraint(
                name="workforce_fact_one_at_a_time",
                expressions=[
                    ("dossier", RangeOperators.EQUAL), ("kind", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=STANDING & models.Q(is_single=True),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
