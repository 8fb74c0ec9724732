"""Writes a plan: what gives way first, then the new rows by COPY into their tables.

The history's triggers see one statement with many rows. Constraints hold as for everybody: one seat one person, one
full post, one value at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_events
from sauro.common.clock import now
from sauro.roster import events
from sauro.roster.services.loading import Loader
from sauro.roster.services.making import TARGETS, Maker
from sauro.roster.services.plan import Plan, PlannedRow
from sauro.workforce.enums import EndReason
from sauro.workforce.models import Dossier
from sauro.workforce.services.settling import settle_dossiers

_ROWS_AT_ONCE = 4_000
"""New dossiers made while those before are loaded."""
_END = """
UPDATE {table} one SET valid = daterange(lower(one.valid), ended.day)
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day) ended
WHERE one.id = ended.id
"""
_WITHDRAW = """
UPDATE workforce_particulars SET withdrawn_at = %s, withdrawn_by_name = %s, withdrawn_reason = %s WHERE id = ANY(%s)
"""
_END_TENURES = """
UPDATE workforce_tenure one
SET valid = daterange(lower(one.valid), ended.day), end_reason = %s, end_decision = ended.paper
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day, unnest(%s::text[]) AS paper) ended
WHERE one.id = ended.id
"""
_END_APPOINTMENTS = """
UPDATE organizations_appointment one SET valid = daterange(lower(one.valid), ended.day)
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day) ended
WHERE one.id = ended.id AND (upper(one.valid) IS NULL OR upper(one.valid) > ended.day) AND lower(one.valid) < ended.day
"""
_SET_NUMBERS = """
UPDATE workforce_identity one SET number_sealed = given.sealed, number_index = given.number
FROM (SELECT unnest(%s::uuid[]) AS person, unnest(%s::bytea[]) AS sealed, unnest(%s::bytea[]) AS number) given
WHERE one.person_id = given.person
"""


def write_plan(actor: Actor, plan: Plan, domain: str, code: str) -> int:
    """Write what a plan promises, in the present transaction. Returns how many dossiers that were.

    ``code`` is that of the import: events and withdrawn rows name it. Raises ``key-destroyed`` for a person whose
    sensitive facts can no longer be sealed.
    """
    rows = plan.writable()
    maker = Maker(actor, rows, domain, code)
    known = maker.make([row for row in rows if row.held is not None])
    # Only known dossiers have anything that gives way, and it does before what takes its place is there: the
    # constraints of days are asked at once.
    _end_what_ends(actor, maker, code)
    with Loader(TARGETS) as loader:
        loader.put(known)
        for piece in _pieces([row for row in rows if row.held is None]):
            loader.put(maker.make(piece))
    settle_dossiers(maker.changed)
    record_events(
        actor=actor, event=events.DOSSIER_IMPORTED, object_type=Dossier._meta.label_lower, subjects=maker.subjects
    )
    return len(rows)


def _pieces(rows: Sequence[PlannedRow]) -> Iterator[Sequence[PlannedRow]]:
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        yield rows[start : start + _ROWS_AT_ONCE]


def _end_what_ends(actor: Actor, made: Maker, code: str) -> None:
    """End and withdraw what gives way."""
    with connection.cursor() as cursor:
        for table, ended in (("workforce_fact", made.ended_facts), ("workforce_particulars", made.ended_particulars)):
            if ended:
                cursor.execute(_END.format(table=table), _lists(ended))
        if made.withdrawn:
            reason = _("Sửa theo bảng %(code)s") % {"code": code}
            cursor.execute(_WITHDRAW, [now(), actor.name, reason, made.withdrawn])
        if made.ended_tenures:
            cursor.execute(_END_TENURES, [str(EndReason.MOVED), *_lists(made.ended_tenures)])
        if made.ended_appointments:
            cursor.execute(_END_APPOINTMENTS, _lists(made.ended_appointments))
        if made.numbers:
            cursor.execute(_SET_NUMBERS, _lists(made.numbers))


def _lists(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
