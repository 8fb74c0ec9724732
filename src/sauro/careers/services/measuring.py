"""Writes what people lack against their posts, from the records of the workforce."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from sauro.careers.models import Competency, Gap
from sauro.careers.rules.standards import Result, course_of
from sauro.careers.selectors.measures import measured
from sauro.common.clock import today
from sauro.workforce.models import Dossier

MEASURE_JOB, MEASURE_ALL_JOB = "careers.measure_post", "careers.measure_everybody"
_BATCH = 2_000
_ORDER = ("sort_key", "pk")


def holders_of(post_id: UUID) -> list[UUID]:
    """Return the dossiers of those who hold a full post of this position now."""
    return list(Dossier.objects.filter(tenure__post=post_id).order_by("pk").values_list("pk", flat=True))


def measure_people(dossier_ids: Collection[UUID] | None = None, *, day: dt.date | None = None) -> int:
    """Write the gaps of some dossiers, or of all (None), as of ``day`` (None: today). Returns how many changed."""
    rows = Dossier.objects.order_by(*_ORDER).values_list("pk", flat=True)
    ids = list(rows if dossier_ids is None else rows.filter(pk__in=list(dossier_ids)))
    known = dict(Competency.objects.values_list("code", "pk"))
    batches = (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
    return sum(_measure_batch(batch, day or today(), known) for batch in batches)


@transaction.atomic
def _measure_batch(ids: Collection[UUID], day: dt.date, competencies: dict[str, UUID]) -> int:
    """Measure some dossiers, locked in the order of everybody: two that write at once wait for each other."""
    locked = Dossier.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=ids).order_by(*_ORDER)
    people = list(locked.values_list("pk", flat=True))
    wanted = {person: [_row(person, one, competencies) for one in open_] for person, open_ in measured(people, day)}
    present: dict[UUID, set[tuple[object, ...]]] = defaultdict(set)
    for row in Gap.objects.filter(dossier__in=people):
        present[row.dossier_id].add(_content(row))
    changed = [pk for pk in people if present[pk] != {_content(row) for row in wanted.get(pk, ())}]
    Gap.objects.filter(dossier__in=changed).delete()
    Gap.objects.bulk_create(row for pk in changed for row in wanted.get(pk, ()))
    return len(changed)


def _row(dossier_id: UUID, one: Result, competencies: dict[str, UUID]) -> Gap:
    return Gap(
        dossier_id=dossier_id, need=one.need, outcome=one.outcome, wanted=one.wanted, held=one.held, due_on=one.due,
        competency_id=competencies[one.competency] if one.competency else None, course=course_of(one),
    )  # fmt: skip


def _content(row: Gap) -> tuple[object, ...]:
    return (row.need, row.outcome, row.competency_id, row.wanted, row.held, row.course, row.due_on)
