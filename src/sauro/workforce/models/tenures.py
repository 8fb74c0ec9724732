"""A person in a post for a range of days."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.organizations.models import Appointment, Person, Unit
from sauro.workforce.enums import EndReason, TenureKind
from sauro.workforce.models.dated import STANDING, Dated
from sauro.workforce.models.dossiers import Dossier
from sauro.workforce.models.establishment import Post, Seat


@track()
class Tenure(Dated):
    """A post held. A full post takes a seat; a concurrent one and one held on secondment do not.

    ``person`` repeats that of the dossier: one full post at a time holds for the human being, in all domains together.
    ``appointment`` is what work is given to.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # Looked up by the index over unit and post.
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tenures", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    kind = models.CharField(_("hình thức"), max_length=10, choices=TenureKind.choices, default=TenureKind.FULL)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="tenures")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(_("lý do thôi"), max_length=12, choices=EndReason.choices, blank=True)
    end_decision = models.CharField(_("quyết định thôi"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("quá trình giữ vị trí")
        ordering = ["-valid", "id"]
        indexes = [models.Index(fields=["unit", "post"])]
        constraints = [
            ExclusionConstraint(
                name="workforce_tenure_one_full_post",
                expressions=[("person", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING & models.Q(kind=TenureKind.FULL),
            ),
            ExclusionConstraint(
                name="workforce_tenure_one_in_a_seat",
                expressions=[("seat", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING & models.Q(seat__isnull=False),
            ),
            models.CheckConstraint(
                name="workforce_tenure_full_has_seat",
                condition=(models.Q(kind=TenureKind.FULL) & models.Q(seat__isnull=False))
                | (~models.Q(kind=TenureKind.FULL) & models.Q(seat__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the dossier."""
        return self.dossier.code

    @property
    def domain(self) -> str:
        """The domain of the dossier."""
        return self.dossier.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit in which the post is held."""
        return self.unit_id
