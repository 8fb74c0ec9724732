"""How somebody stands themselves: against the standard of their own post, what training follows, moves and terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sauro.careers.enums import MoveState, Outcome
from sauro.careers.models import Move
from sauro.careers.rules.standards import Result, course_of
from sauro.careers.selectors.gaps import PersonCheck, check_of
from sauro.common.clock import today
from sauro.workforce.models import Dossier
from sauro.workforce.rules.terms import TERM_MONTHS
from sauro.workforce.selectors.deadlines import Deadline, deadlines_among


@dataclass(frozen=True, slots=True)
class OwnSide:
    """What a person reads of themselves. ``needs`` are the results from which training follows, one of each course.

    ``moves`` are decided ones: what is only prepared, and planning, is not for the person yet. ``terms`` are those of
    the next five years and those that are past.
    """

    check: PersonCheck
    needs: Sequence[Result]
    moves: Sequence[Move]
    terms: Sequence[Deadline]


def own_side(dossier: Dossier) -> OwnSide:
    """Return the side of a dossier for its own person. The caller has checked that it is theirs. Takes 13 queries."""
    check = check_of(dossier, today())
    open_ = {course_of(one): one for one in check.results if one.outcome != Outcome.MET}
    decided = Move.objects.filter(dossier=dossier, state__in=(MoveState.DECIDED, MoveState.ENDED))
    return OwnSide(
        check=check,
        needs=list(open_.values()),
        moves=list(decided.select_related("from_unit", "to_unit", "to_post")),
        terms=deadlines_among(Dossier.objects.filter(pk=dossier.pk), today(), TERM_MONTHS),
    )
