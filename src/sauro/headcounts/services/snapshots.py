"""Makes the flat snapshot of a day and keeps it equal to the records. See docs/adr/0036.

Triggers mark what changed, in the transaction of the change. Before a snapshot is read, all marks become *pending* for
the snapshots whose day they touch, and what is pending for the one read is made anew. Building, and turning marks into
what is pending, exclude each other by a lock: a change that a build does not see leaves a mark for later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from sauro.access.actor import system_actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError
from sauro.common.ids import new_id
from sauro.headcounts import events
from sauro.headcounts.enums import Meets, Office
from sauro.headcounts.ethnicity import ethnic_code
from sauro.headcounts.models import Line, Pending, Places, Snapshot
from sauro.headcounts.standards import theory_levels
from sauro.organizations.enums import UnitKind
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.selectors.as_of import opened_of_domain

LOCK = 3_601
"""The advisory lock under which snapshots are built and marks are handed out."""

MOST_REPAIRED = 2_000
"""With more lines to mend than this the whole snapshot is built again."""

MOST_ASKED = 24
"""How many snapshots of days other than ends of months are kept in a domain."""

_KINDS = (FactKind.EDUCATION, FactKind.THEORY, FactKind.RANK, FactKind.RATING, FactKind.TRAINING, FactKind.PARTY_POST)

_HAND_OUT = """
WITH gone AS (DELETE FROM headcounts_mark RETURNING dossier_id, first, "end", is_of_places)
INSERT INTO headcounts_pending (snapshot_id, dossier_id, is_of_places)
SELECT DISTINCT kept.id, gone.dossier_id, gone.is_of_places
FROM gone JOIN headcounts_snapshot kept
    ON (gone.first IS NULL OR gone.first <= kept.day) AND (gone."end" IS NULL OR kept.day < gone."end")
"""

# Who is in a full post, in a key post held besides another one, or in a committee. An office is told by the kind of the
# unit and the post; on the Party's side by the highest place in a committee.
_LINES = """
INSERT INTO headcounts_line (
    snapshot_id, dossier_id, unit_id, path, territory_id, level, post_id, in_post, is_within, block, "group", is_key,
    office, committee, sex, birth_date, education, theory, rank, rating, is_digital, ethnicity, opened_from, standard)
WITH stated AS (
    SELECT dossier_id,
        coalesce(max(level) FILTER (WHERE kind = 'education'), 0) AS education,
        coalesce(max(level) FILTER (WHERE kind = 'theory'), 0) AS theory,
        coalesce(max(level) FILTER (WHERE kind = 'rank'), 0) AS rank,
        coalesce(max(level) FILTER (WHERE kind = 'rating'), 0) AS rating,
        coalesce(max(level) FILTER (WHERE kind = 'party_post'), 0) AS committee,
        coalesce(bool_or(kind = 'training' AND value = 'digital'), false) AS is_digital
    FROM workforce_fact
    WHERE withdrawn_at IS NULL AND valid @> %(day)s::date AND kind = ANY(%(kinds)s)
        AND (%(ids)s::uuid[] IS NULL OR dossier_id = ANY(%(ids)s))
    GROUP BY dossier_id
), held AS (
    SELECT tenure.dossier_id, tenure.unit_id, tenure.post_id, NOT seat.is_exceptional AS is_within
    FROM workforce_tenure tenure JOIN workforce_seat seat ON seat.id = tenure.seat_id
    WHERE tenure.withdrawn_at IS NULL AND tenure.kind = 'full' AND tenure.valid @> %(day)s::date
        AND (%(ids)s::uuid[] IS NULL OR tenure.dossier_id = ANY(%(ids)s))
), leads AS (
    SELECT DISTINCT ON (tenure.dossier_id) tenure.dossier_id, tenure.unit_id,
        CASE unit.kind WHEN %(people)s THEN %(chair)s WHEN %(council)s THEN %(council_chair)s
            ELSE %(org_head)s END AS office
    FROM workforce_tenure tenure
    JOIN workforce_post post ON post.id = tenure.post_id AND post.is_head
    JOIN organizations_unit unit ON unit.id = tenure.unit_id
    WHERE tenure.withdrawn_at IS NULL AND tenure.valid @> %(day)s::date
        AND (%(ids)s::uuid[] IS NULL OR tenure.dossier_id = ANY(%(ids)s))
        AND (unit.kind = %(mass)s OR (unit.kind IN (%(people)s, %(council)s) AND post.is_key))
    ORDER BY tenure.dossier_id, unit.kind, tenure.id
), opened AS (
    SELECT fact.dossier_id, fact.id AS fact_id, coalesce(one.code, seen.ethnicity, '') AS code
    FROM workforce_fact fact
    LEFT JOIN unnest(string_to_array(%(opened)s, ',')::uuid[], string_to_array(%(codes)s, ',')) AS one(fact_id, code)
        ON one.fact_id = fact.id
    LEFT JOIN headcounts_line seen ON seen.snapshot_id = %(like)s::uuid AND seen.dossier_id = fact.dossier_id
        AND seen.opened_from = fact.id
    WHERE fact.withdrawn_at IS NULL AND fact.valid @> %(day)s::date AND fact.kind = 'ethnicity'
        AND (%(ids)s::uuid[] IS NULL OR fact.dossier_id = ANY(%(ids)s))
)
SELECT %(snapshot)s, dossier.id, unit.id, unit.path, unit.territory_id, unit.level, post.id,
    held.dossier_id IS NOT NULL, coalesce(held.is_within, false), coalesce(post.block, ''), coalesce(post."group", ''),
    coalesce(post.is_key, false) OR coalesce(leads.office, '') NOT IN ('', %(org_head)s)
        OR coalesce(stated.committee, 0) >= %(deputy_level)s,
    CASE WHEN stated.committee = %(secretary_level)s THEN %(secretary)s
        WHEN stated.committee = %(deputy_level)s THEN %(deputy)s ELSE coalesce(leads.office, '') END,
    coalesce(stated.committee, 0), coalesce(known.sex, ''), known.birth_date, coalesce(stated.education, 0),
    coalesce(stated.theory, 0), coalesce(stated.rank, 0), coalesce(stated.rating, 0),
    coalesce(stated.is_digital, false), coalesce(opened.code, ''), opened.fact_id,
    CASE WHEN wanted.post_id IS NULL THEN '' WHEN coalesce(stated.theory, 0) >= wanted.level THEN %(met)s
        ELSE %(lacking)s END
FROM workforce_dossier dossier
LEFT JOIN held ON held.dossier_id = dossier.id
LEFT JOIN leads ON leads.dossier_id = dossier.id
LEFT JOIN stated ON stated.dossier_id = dossier.id
LEFT JOIN opened ON opened.dossier_id = dossier.id
LEFT JOIN workforce_post post ON post.id = held.post_id
LEFT JOIN unnest(%(demanding)s::uuid[], %(levels)s::int[]) AS wanted(post_id, level) ON wanted.post_id = held.post_id
LEFT JOIN workforce_particulars known
    ON known.dossier_id = dossier.id AND known.withdrawn_at IS NULL AND known.valid @> %(day)s::date
JOIN organizations_unit unit ON unit.id = coalesce(held.unit_id, leads.unit_id, dossier.unit_id)
WHERE dossier.domain = %(domain)s AND (%(ids)s::uuid[] IS NULL OR dossier.id = ANY(%(ids)s))
    AND (held.dossier_id IS NOT NULL OR leads.office IS NOT NULL OR stated.committee > 0)
"""

# Approved posts by block, members laid down by decision, and offices of which each body must have one.
_PLACES = """
INSERT INTO headcounts_places (snapshot_id, "group", unit_id, path, territory_id, level, number)
SELECT %(snapshot)s, found."group", unit.id, unit.path, unit.territory_id, unit.level, found.number
FROM (
    SELECT allotment.block AS "group", allotment.unit_id, count(*) AS number
    FROM workforce_seat seat JOIN workforce_allotment allotment ON allotment.id = seat.allotment_id
    WHERE seat.valid @> %(day)s::date AND NOT seat.is_exceptional AND allotment.domain = %(domain)s
    GROUP BY 1, 2
    UNION ALL
    SELECT size."of", size.unit_id, size.number FROM headcounts_committeesize size
    WHERE size.withdrawn_at IS NULL AND size.valid @> %(day)s::date AND size.domain = %(domain)s
    UNION ALL
    SELECT CASE body.kind WHEN %(people)s THEN %(chair)s WHEN %(council)s THEN %(council_chair)s
        ELSE %(secretary)s END, body.id, 1
    FROM organizations_unit body JOIN organizations_unit above ON above.id = body.parent_id
    WHERE body.valid @> %(day)s::date AND body.domain = %(domain)s AND above.kind = %(territory)s
        AND body.kind IN (%(people)s, %(council)s, %(party)s)
) found
JOIN organizations_unit unit ON unit.id = found.unit_id
"""


@transaction.atomic
def snapshot_of(domain: Domain, day: dt.date) -> Snapshot:
    """Return the snapshot of a day, made or mended first if need be. Raises ``day-in-future``."""
    if day > today():
        raise DomainError("day-in-future", _("Ngày ở tương lai: chưa có số liệu. Hãy chọn ngày đến hôm nay."))
    _lock()
    _hand_out()
    kept = Snapshot.objects.filter(domain=domain, day=day).first()
    if kept is None:
        return _build(domain, day)
    pending = set(Pending.objects.filter(snapshot=kept).values_list("dossier_id", "is_of_places"))
    if pending:
        _mend(kept, pending)
    Snapshot.objects.filter(pk=kept.pk).update(asked_at=now())
    return kept


@transaction.atomic
def drop_old(*, keep: int = MOST_ASKED) -> int:
    """Drop the snapshots of days asked for longest ago; ends of months stay. Returns how many went."""
    _lock()
    gone = 0
    for domain in Domain:
        rows = Snapshot.objects.filter(domain=domain).order_by("-asked_at")
        spare = [one.pk for one in rows if not is_month_end(one.day)][keep:]
        _clear(spare)
        Pending.objects.filter(snapshot__in=spare).delete()
        gone += Snapshot.objects.filter(pk__in=spare).delete()[0]
    return gone


def is_month_end(day: dt.date) -> bool:
    """Tell whether a day is the last of its month."""
    return (day + dt.timedelta(days=1)).day == 1


def last_month_end(day: dt.date) -> dt.date:
    """Return the last day of the month before that of a day."""
    return day.replace(day=1) - dt.timedelta(days=1)


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _hand_out() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_HAND_OUT)


def _build(domain: Domain, day: dt.date) -> Snapshot:
    made: Snapshot = Snapshot.objects.create(id=new_id(), domain=domain, day=day, built_at=now(), asked_at=now())
    _write_lines(made, None)
    _write_places(made)
    _count(made)
    return made


def _mend(kept: Snapshot, pending: Collection[tuple[UUID | None, bool]]) -> None:
    dossiers = [dossier for dossier, of_places in pending if dossier is not None and not of_places]
    is_whole = len(dossiers) > MOST_REPAIRED or any(one is None and not of_places for one, of_places in pending)
    if is_whole:
        Line.objects.filter(snapshot=kept).delete()
        _write_lines(kept, None)
    elif dossiers:
        Line.objects.filter(snapshot=kept, dossier_id__in=dossiers).delete()
        _write_lines(kept, dossiers)
    Places.objects.filter(snapshot=kept).delete()
    _write_places(kept)
    Pending.objects.filter(snapshot=kept).delete()
    kept.built_at = now()
    kept.save(update_fields=["built_at"])
    _count(kept)


def _clear(ids: Collection[UUID]) -> None:
    Line.objects.filter(snapshot__in=ids).delete()
    Places.objects.filter(snapshot__in=ids).delete()


def _count(kept: Snapshot) -> None:
    kept.people = Line.objects.filter(snapshot=kept).count()
    kept.save(update_fields=["people"])


def _write_lines(made: Snapshot, dossier_ids: list[UUID] | None) -> None:
    """Write the lines of some dossiers, or all. What no snapshot near by has read yet is opened, on record."""
    like = _nearest(made)
    seen = Exists(Line.objects.filter(snapshot=like, dossier_id=OuterRef("dossier"), opened_from=OuterRef("pk")))
    opened = opened_of_domain(
        FactKind.ETHNICITY, made.day, Domain(made.domain), dossier_ids=dossier_ids, unless=Q(seen) if like else None
    )
    if opened:
        record_event(
            actor=system_actor("headcounts"), event=events.OPENED, object_text=str(made),
            changes={"kind": str(FactKind.ETHNICITY), "day": made.day.isoformat(), "facts": len(opened)},
        )  # fmt: skip
    codes = {name: ethnic_code(name) for name in set(opened.values())}
    level_of = FACTS[FactKind.PARTY_POST].level_of
    wanted = theory_levels(made.day)
    _run(
        _LINES,
        {
            **_words(made), "ids": dossier_ids, "kinds": [str(kind) for kind in _KINDS],
            # As text: as arrays, 44.000 of them took half a second more of two.
            "opened": ",".join(fact.hex for fact in opened), "codes": ",".join(codes[name] for name in opened.values()),
            "like": like.pk if like else None,
            "mass": UnitKind.MASS_ORGANISATION.value, "org_head": Office.ORGANISATION_HEAD.value,
            "deputy": Office.DEPUTY.value, "deputy_level": level_of("deputy"),
            "secretary_level": level_of("secretary"), "demanding": list(wanted), "levels": list(wanted.values()),
            "met": Meets.MET.value, "lacking": Meets.LACKING.value,
        },
        is_whole=dossier_ids is None,
    )  # fmt: skip


def _nearest(made: Snapshot) -> Snapshot | None:
    """Return the snapshot of the same domain whose day is nearest: most facts of the day are read in it already."""
    others = Snapshot.objects.filter(domain=made.domain, people__gt=0).exclude(pk=made.pk)
    return min(others, key=lambda one: abs(one.day - made.day), default=None)


def _write_places(made: Snapshot) -> None:
    _run(_PLACES, _words(made), is_whole=True)


def _run(statement: str, values: dict[str, Any], *, is_whole: bool) -> None:
    """Run a statement; over whole tables without loops within loops.

    What is filled in this very transaction may look empty to the planner, for whom every order of loops then costs the
    same: over three such tables the wrong one takes hours.
    """
    with connection.cursor() as cursor:
        if is_whole:
            cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(statement, values)
        if is_whole:
            cursor.execute("SET LOCAL enable_nestloop = on")


def _words(made: Snapshot) -> dict[str, Any]:
    return {
        "snapshot": made.pk, "day": made.day, "domain": made.domain, "people": UnitKind.PEOPLES_COMMITTEE.value,
        "council": UnitKind.PEOPLES_COUNCIL.value, "party": UnitKind.PARTY_COMMITTEE.value,
        "territory": UnitKind.TERRITORY.value, "chair": Office.CHAIR.value,
        "council_chair": Office.COUNCIL_CHAIR.value, "secretary": Office.SECRETARY.value,
    }  # fmt: skip
