"""The link of an indicator to a measure of the workforce."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.measuring.enums import Measure
from sauro.targets.models import Indicator


@track()
class MeasureLink(Record):
    """That figures of an indicator may be taken over from the records. A person takes each one over."""

    indicator = models.OneToOneField(Indicator, on_delete=models.PROTECT, related_name="measure_link")
    measure = models.CharField(_("số đo"), max_length=24, choices=Measure.choices)
    linked_at = models.DateTimeField(default=now, editable=False)
    linked_by_name = models.CharField(max_length=160, editable=False)

    class Meta:
        verbose_name = _("liên kết với số đo")

    def __str__(self) -> str:
        return self.measure

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
        """The keeper of the indicator."""
        return self.indicator.owner_unit_id
