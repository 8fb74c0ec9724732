"""Making notices: each occasion is told to a user once, however often it is told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sauro.common.clock import now
from sauro.difficulties.models import Difficulty
from sauro.notices.enums import NoticeKind
from sauro.notices.models import Notice
from sauro.notices.subjects import Subject
from sauro.tasks.models import Assignment

_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something users are told of. ``key`` names it: a user is told of the same key once."""

    kind: NoticeKind
    key: str
    users: frozenset[UUID]
    assignment: Assignment | None = None
    difficulty: Difficulty | None = None
    subject: Subject | None = None


def make_notices(occasions: Iterable[Occasion]) -> int:
    """Tell each user of each occasion they were not told of yet, and return how many notices were put forward.

    Of two that tell at once one finds the rows of the other and leaves them.
    """
    rows = [_row(one, user) for one in occasions for user in sorted(one.users)]
    Notice.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
    return len(rows)


def last_day_of(assignment: Assignment) -> dt.date | None:
    """Return the last day that counts, held days included."""
    return assignment.due_on + dt.timedelta(days=assignment.held_days) if assignment.due_on else None


def _row(occasion: Occasion, user: UUID) -> Notice:
    about = occasion.subject or occasion.difficulty or occasion.assignment
    if about is None:
        raise ValueError("an occasion is about an assignment, a difficulty or a subject")
    return Notice(
        user_id=user,
        kind=occasion.kind,
        domain=about.domain,
        assignment=occasion.assignment,
        difficulty=occasion.difficulty,
        subject_kind=occasion.subject.kind if occasion.subject else "",
        subject_id=occasion.subject.pk if occasion.subject else None,
        code=about.code,
        due_on=last_day_of(about) if isinstance(about, Assignment) else about.due_on,
        key=occasion.key,
        created_at=now(),
    )
