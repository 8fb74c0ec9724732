"""Finding work of one body that other documents may have asked for already.

Never all pairs: for one assignment the newest works of its unit in the same months are taken, a trigram comparison in
the database leaves the few nearest, and only those are compared word by word.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.tasks.enums import AssignmentState, PairState
from sauro.tasks.holdings import holds
from sauro.tasks.likeness import Ask, Likeness, Yardstick
from sauro.tasks.models import Assignment, LikelyPair
from sauro.tasks.policies import pair_policy

MONTHS_APART = dt.timedelta(days=120)
"""Works given further apart than this do not overlap in time."""
LOOKED_AT = 1_000
COMPARED = 40
MOST_PROPOSED = 5


@dataclass(frozen=True, slots=True)
class LikelySame:
    """Two assignments that may be the same work, seen from one of them, and why."""

    pair: LikelyPair
    other: Assignment
    likeness: Likeness | None


def find_likely(assignment: Assignment) -> list[tuple[Assignment, Likeness]]:
    """Return the assignments of the same unit that may ask for the same as this one, the likeliest first.

    Two queries, whatever the unit has. Needs the obligation read along.
    """
    near = [row for row in _nearest(assignment) if _may_be_same(assignment, row)]
    yardstick = Yardstick([assignment.wording, *(row.wording for row in near)])
    found = [(row, yardstick.compare(_ask(assignment), _ask(row))) for row in near]
    least = settings.LIKELY_SCORE
    likely = [(row, likeness) for row, likeness in found if likeness is not None and likeness.score >= least]
    return sorted(likely, key=lambda one: (-one[1].score, one[0].code))[:MOST_PROPOSED]


def likely_pairs(actor: Actor) -> QuerySet[LikelyPair]:
    """Return the pairs the actor may see, with what lists show of them."""
    return pair_policy.visible(actor).select_related("first__giver_unit", "second__giver_unit", "unit")


def get_pair(actor: Actor, pair_id: UUID) -> LikelySame:
    """Return a pair, seen from the first of its two assignments. Raises ``NotVisible``."""
    base = LikelyPair.objects.select_related("first__giver_unit", "second__giver_unit", "unit")
    pair = pair_policy.get_visible(actor, pair_id, base=base)
    return seen_from(pair, pair.first)


def likely_of(actor: Actor, assignment: Assignment) -> list[LikelySame]:
    """Return what may be the same as an assignment and nobody has said anything about, with why. One query at most."""
    if not (holds(assignment, "likely-first") or holds(assignment, "likely-second")):
        return []
    return [
        seen_from(pair, assignment)
        for pair in ask(_proposed, actor, assignment=assignment.pk)
        if AssignmentState.STOPPED not in (pair.first.state, pair.second.state)
    ]


def _proposed(actor: Actor, *, assignment: UUID) -> QuerySet[LikelyPair]:
    rows = pair_policy.visible(actor).filter(Q(first=assignment) | Q(second=assignment), state=PairState.PROPOSED)
    return rows.select_related("first__giver_unit", "second__giver_unit").order_by("-score", "id")


def seen_from(pair: LikelyPair, assignment: Assignment) -> LikelySame:
    """Return a pair as one of its two assignments sees it."""
    other = pair.second if pair.first_id == assignment.pk else pair.first
    return LikelySame(pair, other, why_likely(pair))


def why_likely(pair: LikelyPair) -> Likeness | None:
    """Return what the two works of a pair have in common, from their wordings as they are."""
    one, other = pair.first, pair.second
    return Yardstick([one.wording, other.wording]).compare(_ask(one), _ask(other))


def _nearest(assignment: Assignment) -> QuerySet[Assignment]:
    same_months = (assignment.given_at - MONTHS_APART, assignment.given_at + MONTHS_APART)
    newest = (
        Assignment.objects.filter(unit=assignment.unit_id, domain=assignment.domain, period_first__isnull=True)
        .filter(given_at__range=same_months)
        .exclude(state=AssignmentState.STOPPED)
        .order_by("-given_at")
        .values("pk")[:LOOKED_AT]
    )
    rows = Assignment.objects.filter(pk__in=newest).exclude(pk=assignment.pk).select_related("obligation")
    nearness = TrigramSimilarity("search_key", assignment.search_key)
    return rows.annotate(nearness=nearness).order_by("-nearness", "pk")[:COMPARED]


def _may_be_same(one: Assignment, other: Assignment) -> bool:
    """Tell whether one thing could have been asked twice: by two documents, outside one tree of delegation."""
    related = {one.pk, one.parent_id} & {other.pk, other.parent_id} - {None}
    return not related and _document(one) != _document(other)


def _document(assignment: Assignment) -> object:
    """The document an assignment comes from. Parts and what crossed name it in their source only."""
    if assignment.obligation is not None:
        return assignment.obligation.document_id
    return assignment.source_text.rpartition(", mục ")[0] or assignment.source_text


def _ask(assignment: Assignment) -> Ask:
    return Ask(assignment.wording, assignment.product)
