"""The public face for figures and planning: everybody in a full post on a day, flat, with the main facts of that day.

What is returned here is not narrowed to a reader: callers publish counts, or narrow it themselves by
``dossier_policy``. One domain at a time; figures of two domains are added up as released figures, never in a query.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from sauro.common.domains import Domain
from sauro.workforce import sealing
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Fact

_PLAIN = (FactKind.EDUCATION, FactKind.THEORY, FactKind.RANK, FactKind.RATING, FactKind.PARTY_POST)
_BATCH = 5_000

_FLAT = """
SELECT held.dossier_id, held.unit_id, unit.path, unit.territory_id, post.id AS post_id, post.code AS post,
       post.block, post."group", post.is_key, post.is_head, seat.is_exceptional, lower(held.valid) AS since,
       upper(held.valid) AS ends, stated.sex, stated.birth_date, facts.highest
FROM workforce_tenure held
JOIN workforce_dossier dossier ON dossier.id = held.dossier_id AND dossier.domain = %(domain)s
JOIN organizations_unit unit ON unit.id = held.unit_id
JOIN workforce_post post ON post.id = held.post_id
JOIN workforce_seat seat ON seat.id = held.seat_id
LEFT JOIN workforce_particulars stated
    ON stated.dossier_id = held.dossier_id AND stated.withdrawn_at IS NULL AND stated.valid @> %(day)s::date
LEFT JOIN (
    SELECT dossier_id, jsonb_object_agg(kind, value) AS highest
    FROM (
        SELECT DISTINCT ON (dossier_id, kind) dossier_id, kind, value FROM workforce_fact
        WHERE withdrawn_at IS NULL AND valid @> %(day)s::date AND kind = ANY(%(kinds)s)
        ORDER BY dossier_id, kind, level DESC
    ) best GROUP BY dossier_id
) facts ON facts.dossier_id = held.dossier_id
WHERE held.withdrawn_at IS NULL AND held.kind = 'full' AND held.valid @> %(day)s::date
"""


@dataclass(frozen=True, slots=True)
class FlatPerson:
    """Somebody in a full post on a day. ``highest`` maps a kind of fact to its highest value then.

    ``ends`` is the first day on which the post is no longer held, when that is known.
    """

    dossier_id: UUID
    unit_id: UUID
    unit_path: str
    territory_id: UUID | None
    post_id: UUID
    post: str
    block: str
    group: str
    is_key: bool
    is_head: bool
    is_exceptional: bool
    since: dt.date
    ends: dt.date | None
    sex: str | None
    birth_date: dt.date | None
    highest: dict[str, str]


def people_as_of(day: dt.date, domain: Domain) -> Iterator[FlatPerson]:
    """Yield everybody of one domain in a full post on a day. Takes one query."""
    with connection.cursor() as cursor:
        cursor.execute(_FLAT, {"day": day, "domain": str(domain), "kinds": [str(kind) for kind in _PLAIN]})
        while rows := cursor.fetchmany(_BATCH):
            for row in rows:
                *columns, highest = row
                yield FlatPerson(*[*columns, _mapping(highest)])


def _mapping(value: Any) -> dict[str, str]:
    """Return a JSON column as it is, whether the driver has read it or left it as text."""
    if isinstance(value, str):
        value = json.loads(value)
    return value or {}


def opened_as_of(kind: FactKind, day: dt.date, dossier_ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Return what a sealed kind says of some dossiers on a day.

    For counting the caller records one event that names the kind, the day and the number of dossiers; before anybody is
    shown what this returns, one for each dossier. Where the key of a person is destroyed the dossier is left out.
    """
    if not FACTS[kind].is_sealed:
        raise ValueError(f"{kind} is not sealed")
    rows = (
        Fact.objects.as_of(day)
        .filter(kind=kind, dossier__in=dossier_ids, dossier__person__identity__wrapped_key__isnull=False)
        .values_list("dossier_id", "dossier__person_id", "dossier__person__identity__wrapped_key", "sealed")
    )
    return {
        dossier_id: sealing.unseal(person_id, key, sealed)
        for dossier_id, person_id, key, sealed in rows.iterator(chunk_size=_BATCH)
    }


def opened_of_domain(
    kind: FactKind, day: dt.date, domain: Domain, *, dossier_ids: Sequence[UUID] | None = None, unless: Q | None = None
) -> dict[UUID, str]:
    """Return the words (``detail``) of a sealed kind in one domain on a day by the fact, of some dossiers or all.

    ``unless`` names facts, as a condition on them, that need not be opened. For counting only, as above: the caller
    records an event that names the kind, the day and the number of facts.
    """
    if not FACTS[kind].is_sealed:
        raise ValueError(f"{kind} is not sealed")
    rows = Fact.objects.as_of(day).filter(
        kind=kind, dossier__domain=domain, dossier__person__identity__wrapped_key__isnull=False
    )
    if dossier_ids is not None:
        rows = rows.filter(dossier__in=dossier_ids)
    if unless is not None:
        rows = rows.exclude(unless)
    columns = rows.order_by().values_list(
        "pk", "dossier__person_id", "dossier__person__identity__wrapped_key", "sealed"
    )
    return {fact: str(sealing.unseal(person, key, sealed)["detail"]) for fact, person, key, sealed in columns}
