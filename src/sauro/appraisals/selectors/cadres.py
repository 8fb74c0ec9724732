"""Reading what committees say of cadres: those one keeps records of, and one's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sauro.access.actor import Actor
from sauro.appraisals.cadre_policies import cadre_policy, committee_policy, period_review_policy, review_policy
from sauro.appraisals.enums import Appraised
from sauro.appraisals.models import PeriodReview, Review, Sheet
from sauro.appraisals.rules.proposals import REASONS
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.models import Appointment, Unit

_ABOUT = ("appointment__person", "appointment__position", "appointment__unit", "committee")


@dataclass(frozen=True, slots=True)
class CadreFile:
    """Everything of one cadre that its reader may see, what is no longer in force too; newest first."""

    reviews: Sequence[Review]
    periods: Sequence[PeriodReview]
    today: dt.date


def reviews_in_force(actor: Actor) -> QuerySet[Review]:
    """Return the reviews in force of cadres an actor keeps records of. What was said is left out of what is read."""
    rows = review_policy.visible(actor, "keep").filter(ends_on__gte=today())
    return rows.select_related(*_ABOUT).defer("fact", "reply", "ended_early")


def kept_periods(actor: Actor) -> QuerySet[PeriodReview]:
    """Return the ratings of cadres an actor keeps records of."""
    return period_review_policy.visible(actor, "keep").select_related(*_ABOUT)


def get_review(actor: Actor, pk: UUID) -> Review:
    """Return one review. Raises ``NotVisible``."""
    return review_policy.get_visible(actor, pk, base=Review.objects.select_related(*_ABOUT))


def get_period(actor: Actor, pk: UUID) -> PeriodReview:
    """Return one rating of a period. Raises ``NotVisible``."""
    return period_review_policy.get_visible(actor, pk, base=PeriodReview.objects.select_related(*_ABOUT))


def get_cadre(actor: Actor, pk: UUID) -> Appointment:
    """Return a cadre whose records an actor keeps. Raises ``NotVisible``."""
    return cadre_policy.get_visible(actor, pk, base=Appointment.objects.select_related("person", "position", "unit"))


def file_of(actor: Actor, appointment: Appointment) -> CadreFile:
    """Return the file of a cadre."""
    reviews = review_policy.visible(actor).filter(appointment=appointment).select_related(*_ABOUT)
    periods = period_review_policy.visible(actor).filter(appointment=appointment).select_related(*_ABOUT)
    return CadreFile(list(reviews), list(periods), today())


def own_file(actor: Actor) -> CadreFile:
    """Return the actor's own file: all reviews, and the ratings decided."""
    reviews = review_policy.visible(actor, "own").select_related(*_ABOUT)
    periods = period_review_policy.visible(actor, "own").select_related(*_ABOUT)
    return CadreFile(list(reviews), list(periods), today())


def cadres_of(actor: Actor) -> list[Appointment]:
    """Return the cadres an actor keeps records of: who has a sheet of the Party's side as a cadre."""
    sheets = Sheet.objects.filter(appointment=OuterRef("pk"), domain=Domain.PARTY, subject=Appraised.CADRE)
    rows = cadre_policy.visible(actor).filter(Exists(sheets)).select_related("person", "position", "unit")
    return list(rows.order_by("person__sort_key", "pk"))


def committees_of(actor: Actor) -> list[Unit]:
    """Return the committees whose records an actor keeps, those above first."""
    return sorted(committee_policy.visible(actor), key=lambda unit: (len(unit.path), unit.name))


def sentences_of(one: PeriodReview) -> list[str]:
    """Return why the rules propose what they do, in words."""
    return [REASONS[code] for code in one.reasons if code in REASONS]
