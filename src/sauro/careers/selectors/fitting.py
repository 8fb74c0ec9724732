"""Which posts people could hold by what their degrees show; for proposals of moves.

Only degrees count here: theory, courses and competencies can be made up within the time that a standard leaves.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from sauro.careers.models import Standard
from sauro.careers.rules.standards import Held, Wanted, has_degree_for
from sauro.careers.selectors.measures import wanted_of
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Fact
from vanban.text.normalize import fold

Degrees = tuple[tuple[int, str], ...]


def degree_demands(post_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, Wanted]:
    """Return, of these posts, those whose standard on a day demands a degree. Takes one query."""
    rows = Standard.objects.as_of(day).filter(post__in=post_ids)
    found = {one.post_id: wanted_of(one, {}) for one in rows}
    return {post_id: wanted for post_id, wanted in found.items() if wanted.education or wanted.subjects}


def posts_by_degrees(
    dossier_ids: Collection[UUID], demands: Mapping[UUID, Wanted], day: dt.date
) -> Mapping[UUID, frozenset[UUID]]:
    """Return the posts whose demand each person's degrees meet on a day; who shows none is left out. One query."""
    if not demands:
        return {}
    degrees: dict[UUID, set[tuple[int, str]]] = defaultdict(set)
    rows = Fact.objects.as_of(day).filter(dossier__in=dossier_ids, kind=FactKind.EDUCATION)
    for dossier_id, level, subject in rows.values_list("dossier", "level", "detail"):
        degrees[dossier_id].add((level, fold(subject)))
    known: dict[Degrees, frozenset[UUID]] = {}
    found = {}
    for dossier_id, shown in degrees.items():
        key = tuple(sorted(shown))
        if key not in known:
            fits = (post_id for post_id, wanted in demands.items() if has_degree_for(wanted, Held(key)))
            known[key] = frozenset(fits)
        found[dossier_id] = known[key]
    return found
