"""Proposing pairs of assignments that may be the same work, and remembering what people said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict
from sauro.jobs.queue import defer
from sauro.tasks import events
from sauro.tasks.enums import PairState
from sauro.tasks.models import Assignment, LikelyPair
from sauro.tasks.policies import pair_policy
from sauro.tasks.selectors.likely import find_likely

FIND_JOB = "tasks.find_likely"
AT_ONCE = 100


def look_for_likely(assignments: Sequence[Assignment]) -> None:
    """Have new assignments compared with what their bodies do already, in the background. Needs a transaction."""
    for start in range(0, len(assignments), AT_ONCE):
        ids = ",".join(str(one.pk) for one in assignments[start : start + AT_ONCE])
        defer(FIND_JOB, assignments=ids)


def propose_likely(assignment_ids: Iterable[UUID]) -> int:
    """Write down the likely pairs of some assignments, and return how many are new. Bears to run twice, and at once."""
    rows = Assignment.objects.filter(pk__in=list(assignment_ids)).select_related("obligation")
    return sum(_propose(assignment) for assignment in rows)


@transaction.atomic
def dismiss_pair(*, actor: Actor, pair_id: UUID) -> LikelyPair:
    """Say that two assignments are not the same work. The pair is never proposed again."""
    pair = pair_policy.get_locked(actor, pair_id)
    pair_policy.require(actor, "decide", pair)
    if pair.state != PairState.PROPOSED:
        raise Conflict("pair-decided", _("Cặp việc này đã có người xem. Hãy tải lại trang để xem mới nhất."))
    before = pair.state
    settle_pair(pair, actor, PairState.DISMISSED)
    record_event(
        actor=actor, event=events.PAIR_DISMISSED, obj=pair, changes={"state": [before, str(PairState.DISMISSED)]}
    )
    return pair


def settle_pair(pair: LikelyPair, actor: Actor, state: PairState) -> None:
    """Write what somebody said about a locked pair."""
    pair.state = state
    pair.decided_at, pair.decided_by_name, pair.decided_by_id = now(), actor.name, actor.user_id
    pair.save()


def _propose(assignment: Assignment) -> int:
    found = [_pair(assignment, other, likeness.score) for other, likeness in find_likely(assignment)]
    known = set(
        LikelyPair.objects.filter(
            first__in=[pair.first_id for pair in found], second__in=[pair.second_id for pair in found]
        ).values_list("first", "second")
    )
    fresh = [pair for pair in found if (pair.first_id, pair.second_id) not in known]
    # Of two who find the same pair at once, one writes it down.
    LikelyPair.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _pair(one: Assignment, other: Assignment, score: int) -> LikelyPair:
    first, second = sorted((one, other), key=lambda assignment: assignment.pk)
    return LikelyPair(first=first, second=second, unit_id=one.unit_id, domain=one.domain, score=score, found_at=now())
