"""Complaints about a decided level: of a person, of a unit, of a cadre."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import ComplaintState, Rated
from sauro.appraisals.models.cadres import PeriodReview
from sauro.appraisals.models.ratings import Rating
from sauro.appraisals.models.unit_ratings import UnitRating
from sauro.audit.history import track
from sauro.common.base import Record


def _about(one: str) -> Q:
    """Return the condition that a complaint is about this one and no other."""
    return Q(**{f"{other}__isnull": other != one for other in Rated.values})


@track()
class Complaint(Record):
    """A complaint about one decided level, answered within seven working days (NĐ 335 Điều 22).

    ``decision`` is the number of the decision that replaced the level, where the answer did.
    """

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, null=True, related_name="complaints")
    unit_rating = models.ForeignKey(UnitRating, on_delete=models.PROTECT, null=True, related_name="complaints")
    period = models.ForeignKey(PeriodReview, on_delete=models.PROTECT, null=True, related_name="complaints")
    text = models.TextField(_("nội dung kiến nghị"))
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=160)
    due_on = models.DateField(_("hạn giải quyết"))
    state = models.CharField(_("kết quả"), max_length=10, choices=ComplaintState.choices, default=ComplaintState.OPEN)
    answer = models.TextField(_("trả lời"), blank=True)
    decision = models.CharField(_("số quyết định thay thế"), max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name = _("kiến nghị về xếp loại")
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(
                condition=_about(Rated.PERSON) | _about(Rated.UNIT) | _about(Rated.CADRE),
                name="appraisals_complaint_about_one",
            ),
            models.UniqueConstraint(
                fields=["rating"], condition=Q(state=ComplaintState.OPEN), name="appraisals_complaint_one_open"
            ),
            models.UniqueConstraint(
                fields=["unit_rating"], condition=Q(state=ComplaintState.OPEN), name="appraisals_complaint_one_of_unit"
            ),
            models.UniqueConstraint(
                fields=["period"], condition=Q(state=ComplaintState.OPEN), name="appraisals_complaint_one_of_cadre"
            ),
        ]

    def __str__(self) -> str:
        return str(self.about.pk)

    @property
    def rated(self) -> Rated:
        """What kind of rating it is about."""
        return next(kind for kind in Rated if getattr(self, f"{kind}_id") is not None)

    @property
    def about(self) -> Rating | UnitRating | PeriodReview:
        """The rating it is about."""
        found: Rating | UnitRating | PeriodReview = getattr(self, self.rated)
        return found

    @property
    def domain(self) -> str:
        """The domain of the rating."""
        return self.about.domain

    @property
    def owner_unit_id(self) -> object:
        """To whom events of the rating belong."""
        return self.about.owner_unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its year or period."""
        return self.about.event_text
