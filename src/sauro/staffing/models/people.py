"""Whether somebody could move: what an officer set down, and what the person says."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.organizations.models import Unit
from sauro.staffing.enums import Grade
from sauro.workforce.models import Dossier


class _OfDossier(Record):
    """A row about one dossier, named in events by its code."""

    class Meta:
        abstract = True

    dossier: models.ForeignKey[Dossier, Dossier]

    @property
    def domain(self) -> str:
        """The domain of the dossier."""
        return self.dossier.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit that keeps the dossier."""
        return self.dossier.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the dossier."""
        return self.dossier.code


@track()
class Standing(_OfDossier):
    """What an officer set down about moving somebody. No reason is kept: only the grade and the day.

    ``could_move``: beyond what the place needs. ``circumstances``: 0 free to move to 3 should stay near.
    ``not_before``: a legal bar without its reason. ``home``: the commune the person comes from, where it is known.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="standing")
    could_move = models.BooleanField(_("có thể điều động"), default=False)
    circumstances = models.PositiveSmallIntegerField(_("mức hoàn cảnh"), choices=Grade.choices, default=Grade.NONE)
    not_before = models.DateField(_("không trước ngày"), null=True, blank=True)
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("khả năng điều động")

    def __str__(self) -> str:
        return str(self.dossier_id)


@track()
class Consent(_OfDossier):
    """The person's own statement that they may be proposed for a move. Only they give and withdraw it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="consents")
    given_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("đồng ý điều động")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(withdrawn_at__isnull=True), name="staffing_consent_one"
            )
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)
