"""Why somebody is proposed, why not, and what other weights would change: from what a scenario was calculated from.

Other people appear as counts. Nothing is read of anybody but what the calculation kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.staffing.models import Calculation, ProposedMove, Scenario, Unplaced
from sauro.staffing.policies import unplaced_policy
from sauro.staffing.solver.compare import Comparison, compare
from sauro.staffing.solver.explain import against, why
from sauro.staffing.solver.keeping import unpacked
from sauro.staffing.solver.pairs import Bar
from sauro.staffing.solver.problem import Weights
from sauro.staffing.solver.proposal import Proposal, propose
from sauro.workforce.models import Post
from sauro.workforce.policies import dossier_policy


@dataclass(frozen=True, slots=True)
class Other:
    """A post somebody could take: ``loss`` is what the whole would lose by it at least, None when untold.

    ``candidates``: how many people could take it, this one included.
    """

    unit: Unit
    post: Post
    points: int
    loss: int | None
    candidates: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """What stands against somebody: their own bar, or for how many vacant posts each reason holds, most first."""

    own: Bar | None
    bars: Sequence[tuple[Bar, int]]
    possible: Sequence[Other]


def visible_unplaced(actor: Actor) -> QuerySet[Unplaced]:
    """Return the people whom scenarios of the actor's branches do not propose, with what lists show.

    ``knows_bar``: the actor may know which timed bar holds for the person, as one of them tells of a discipline.
    """
    opened = dossier_policy.visible(actor, "open").filter(pk=OuterRef("dossier"))
    rows = unplaced_policy.visible(actor).select_related("scenario", "dossier__person", "from_unit")
    rows = rows.annotate(knows_bar=Exists(opened))
    return rows.defer("scenario__limits", "scenario__vacant", "scenario__fixed")


def get_unplaced(actor: Actor, unplaced_id: UUID) -> Unplaced:
    """Return one of them. Raises ``NotVisible``."""
    return unplaced_policy.get_visible(actor, unplaced_id, base=visible_unplaced(actor))


def kept_proposal(scenario: Scenario) -> Proposal | None:
    """Return what a scenario was calculated from and came to; None for one that is not ready."""
    row = Calculation.objects.filter(scenario=scenario, content__isnull=False).first()
    return unpacked(bytes(row.content)) if row is not None and row.content is not None else None


def reasons_against(unplaced: Unplaced) -> Reasons | None:
    """Return what stands against somebody, None when the scenario kept nothing to tell it from."""
    proposal = kept_proposal(unplaced.scenario)
    person = str(unplaced.dossier_id)
    if proposal is None or person not in proposal.problem.mover_of:
        return None
    told = against(proposal, person)
    posts = _posts(one.opening for one in told.possible)
    possible = [
        Other(*posts[one.opening], one.terms.points, one.loss, one.candidates)
        for one in told.possible
        if one.opening in posts and one.terms is not None
    ]
    return Reasons(told.own, sorted(told.bars.items(), key=lambda bar: (-bar[1], bar[0])), possible)


def others_of(move: ProposedMove) -> list[Other]:
    """Return the other posts a person who is proposed could take, the least loss first."""
    proposal = kept_proposal(move.scenario)
    told = why(proposal, str(move.dossier_id)) if proposal is not None else None
    if proposal is None or told is None:
        return []
    posts = _posts(one.opening for one in told.alternatives)
    return [
        Other(*posts[one.opening], one.terms.points, one.loss, proposal.candidates[one.opening])
        for one in told.alternatives
        if one.opening in posts
    ]


def with_weights(scenario: Scenario, weights: Weights) -> Comparison | None:
    """Return a scenario beside what other weights would make of the same records; nothing is kept of it."""
    proposal = kept_proposal(scenario)
    if proposal is None:
        return None
    return compare(proposal, propose(replace(proposal.problem, weights=weights)))


def _posts(openings: Iterable[str]) -> dict[str, tuple[Unit, Post]]:
    """Return unit and position of each opening by its key."""
    pairs = {key: key.split(":") for key in openings}
    units = {str(pk): unit for pk, unit in Unit.objects.in_bulk({unit for unit, _post in pairs.values()}).items()}
    posts = {str(pk): post for pk, post in Post.objects.in_bulk({post for _unit, post in pairs.values()}).items()}
    return {key: (units[unit], posts[post]) for key, (unit, post) in pairs.items() if unit in units and post in posts}
