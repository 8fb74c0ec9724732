"""Reading rounds and ratings: those one prepares or decides, one's own, and the levels published inside a body."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals.enums import LevelChoice, RoundState
from sauro.appraisals.models import Rating, RatingRound
from sauro.appraisals.policies import rating_policy, round_policy
from sauro.appraisals.rules.proposals import REASONS
from sauro.organizations.models import Unit
from sauro.organizations.paths import with_those_above

_WITHOUT_SCORE = "no_score"


def visible_rounds(actor: Actor) -> QuerySet[RatingRound]:
    """Return the rounds an actor prepares or decides, with how many people each has."""
    return round_policy.visible(actor).select_related("unit").annotate(people=Count("ratings"))


def get_round(actor: Actor, pk: UUID) -> RatingRound:
    """Return one of them. Raises ``NotVisible``."""
    return round_policy.get_visible(actor, pk, base=RatingRound.objects.select_related("unit"))


def ratings_of(found: RatingRound) -> list[Rating]:
    """Return the people of a round, by unit and name."""
    rows = found.ratings.select_related("appointment__person", "appointment__position", "unit")
    return list(rows.order_by("unit__path", "appointment__person__sort_key", "pk"))


def get_rating(actor: Actor, pk: UUID) -> Rating:
    """Return one rating with its round. Raises ``NotVisible``."""
    base = Rating.objects.select_related("round__unit", "appointment__person", "appointment__position", "unit")
    return rating_policy.get_visible(actor, pk, base=base)


def reasons_of(rating: Rating) -> list[str]:
    """Return why the rules propose what they do, in words."""
    if _WITHOUT_SCORE in rating.reasons:
        return ["Năm này chưa có tháng nào có điểm."]
    found = [REASONS[code] for code in rating.reasons if code in REASONS]
    if rating.by_score == rating.highest == LevelChoice.XS and rating.proposed == LevelChoice.TOT:
        words = _("Đủ mức xuất sắc, nhưng số người xuất sắc của đợt hoặc của nhóm tương đồng đã đủ tỷ lệ %(share)d %%.")
        found.append(words % {"share": rating.round.share})
    return found


def own_ratings(actor: Actor) -> list[Rating]:
    """Return the actor's own decided ratings, newest first."""
    rows = rating_policy.visible(actor, "own").select_related("round__unit", "appointment__position")
    return list(rows.order_by("-round__year", "pk"))


def published_levels(actor: Actor) -> QuerySet[Rating]:
    """Return the decided ratings of the bodies an actor belongs to: name and level are public inside them, and nothing
    else (NĐ 335 Điều 21). Deferred columns keep the rest from being shown by mistake."""
    held = Unit.objects.filter(appointments__in=actor.appointment_ids).values_list("path", flat=True)
    paths = [path for one in held for path in with_those_above(one)]
    rows = Rating.objects.filter(round__state=RoundState.DECIDED, round__unit__path__in=paths).exclude(level="")
    return rows.select_related("round__unit", "appointment__person", "unit").defer(
        "score", "score_exact", "findings", "reasons", "reason", "by_score", "highest", "proposed"
    )
