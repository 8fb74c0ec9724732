"""Reading rounds and ratings of units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals.models import UnitRating, UnitRound
from sauro.appraisals.policies import unit_rating_policy, unit_round_policy
from sauro.appraisals.rules.proposals import REASONS
from sauro.appraisals.selectors.proposing_units import DEFECTS_UNKNOWN, NO_SCORE, NO_TASKS
from sauro.appraisals.selectors.unit_facts import WorkKind, target_lines, works_behind
from sauro.targets.models import YearLine
from sauro.targets.policies import line_policy
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy

MOST_WORKS = 500


@dataclass(frozen=True, slots=True)
class WorksBehind:
    """The works a number counts, as far as the reader may open them, and how many it counts."""

    rows: Sequence[Assignment]
    counted: int

    @property
    def hidden(self) -> int:
        """How many are not listed: not for the reader, or beyond the five hundredth."""
        return self.counted - len(self.rows)


def visible_unit_rounds(actor: Actor) -> QuerySet[UnitRound]:
    """Return the rounds an actor prepares or decides, with how many units each has."""
    return unit_round_policy.visible(actor).select_related("unit").annotate(units=Count("ratings"))


def get_unit_round(actor: Actor, pk: UUID) -> UnitRound:
    """Return one of them. Raises ``NotVisible``."""
    return unit_round_policy.get_visible(actor, pk, base=UnitRound.objects.select_related("unit__parent"))


def unit_ratings_of(found: UnitRound) -> list[UnitRating]:
    """Return the units of a round, in the order of the offices."""
    return list(found.ratings.select_related("unit", "round").order_by("unit__position", "unit__sort_key", "pk"))


def get_unit_rating(actor: Actor, pk: UUID) -> UnitRating:
    """Return one rating with its round. Raises ``NotVisible``."""
    return unit_rating_policy.get_visible(actor, pk, base=UnitRating.objects.select_related("round__unit", "unit"))


def unit_reasons_of(rating: UnitRating) -> list[str]:
    """Return why the rules propose what they do, in words."""
    own = {
        NO_SCORE: _("Đơn vị chưa có điểm của năm."),
        NO_TASKS: _("Chưa có nhiệm vụ nào của năm trên hệ thống nên không tính được tỷ lệ."),
        DEFECTS_UNKNOWN: _("Chưa ghi việc khắc phục hạn chế, khuyết điểm đã chỉ ra."),
    }
    words = own | REASONS
    return [words[code] for code in rating.reasons if code in words]


def works_of(actor: Actor, rating: UnitRating, kind: WorkKind) -> WorksBehind:
    """Return the works behind a number of a rating, as they stand now."""
    held = works_behind(rating, kind)
    rows = assignment_policy.visible(actor).filter(pk__in=held).select_related("unit").order_by("due_on", "code")
    return WorksBehind(list(rows[:MOST_WORKS]), len(held))


def targets_of(actor: Actor, rating: UnitRating) -> list[YearLine]:
    """Return the targets behind a rating that the reader may open."""
    held = target_lines([rating.unit_id], rating.round.year).values("pk")
    rows = line_policy.visible(actor).filter(pk__in=held).select_related("share__indicator")
    return list(rows.order_by("share__indicator__sort_key", "pk"))


def openable(actor: Actor, ratings: Sequence[UUID]) -> set[UUID]:
    """Return which of some ratings of units the actor may open; others are told as a level alone."""
    return (
        set(unit_rating_policy.visible(actor).filter(pk__in=ratings).values_list("pk", flat=True)) if ratings else set()
    )
