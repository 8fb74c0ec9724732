"""Keeps what dossiers repeat of the present: the unit that keeps them, the post held, the particulars in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import connection

from sauro.common.clock import today

# A dossier follows its full post; who holds none stays with the unit that kept it last. One statement for all: the
# history writes one copy of each row that changes.
_SETTLE = """
WITH held AS (
    SELECT DISTINCT ON (dossier_id) dossier_id, id, unit_id FROM workforce_tenure
    WHERE withdrawn_at IS NULL AND kind = 'full' AND valid @> %(day)s::date
      AND (%(ids)s::uuid[] IS NULL OR dossier_id = ANY(%(ids)s))
    ORDER BY dossier_id, lower(valid) DESC
), stated AS (
    SELECT dossier_id, id FROM workforce_particulars
    WHERE withdrawn_at IS NULL AND valid @> %(day)s::date
      AND (%(ids)s::uuid[] IS NULL OR dossier_id = ANY(%(ids)s))
), wanted AS (
    SELECT one.id, coalesce(held.unit_id, one.unit_id) AS unit_id, held.id AS tenure_id, stated.id AS particulars_id
    FROM workforce_dossier one
    LEFT JOIN held ON held.dossier_id = one.id
    LEFT JOIN stated ON stated.dossier_id = one.id
    WHERE %(ids)s::uuid[] IS NULL OR one.id = ANY(%(ids)s)
)
UPDATE workforce_dossier one
SET unit_id = wanted.unit_id, tenure_id = wanted.tenure_id, particulars_id = wanted.particulars_id
FROM wanted
WHERE one.id = wanted.id
  AND (one.unit_id, one.tenure_id, one.particulars_id)
      IS DISTINCT FROM (wanted.unit_id, wanted.tenure_id, wanted.particulars_id)
"""


def settle_dossiers(dossier_ids: Collection[UUID] | None = None, *, day: dt.date | None = None) -> int:
    """Write the present into some dossiers, or all (None), as of ``day`` (None: today). Returns how many changed."""
    ids = list(dossier_ids) if dossier_ids is not None else None
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, {"day": day or today(), "ids": ids})
        return int(cursor.rowcount)
