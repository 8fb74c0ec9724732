"""Counts the published figures over what the database holds, to tell whether the records give them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from sauro.common.domains import Domain
from sauro.workforce.enums import Block, FactKind
from sauro.workforce.models import Seat
from sauro.workforce.selectors.as_of import opened_as_of, people_as_of
from sauro.workforce.synthetic.counting import Counted, count

_MEMBERS = """
SELECT dossier.id, stated.sex, stated.birth_date, post.value, education.value, theory.value
FROM workforce_dossier dossier
JOIN workforce_fact post ON post.dossier_id = dossier.id AND post.kind = 'party_post'
    AND post.withdrawn_at IS NULL AND post.valid @> %(day)s::date
JOIN workforce_particulars stated ON stated.dossier_id = dossier.id
    AND stated.withdrawn_at IS NULL AND stated.valid @> %(day)s::date
LEFT JOIN workforce_fact education ON education.dossier_id = dossier.id AND education.kind = 'education'
    AND education.withdrawn_at IS NULL AND education.valid @> %(day)s::date
LEFT JOIN workforce_fact theory ON theory.dossier_id = dossier.id AND theory.kind = 'theory'
    AND theory.withdrawn_at IS NULL AND theory.valid @> %(day)s::date
WHERE dossier.domain = 'party'
"""


def recount(day: dt.date) -> dict[str, int]:
    """Return every published figure that records give on a day, by its code. Opens the seals of all dossiers."""
    people = [one for domain in Domain for one in _holders(day, domain)]
    found = count(people, list(_members(day)), day)
    for block in Block.values:
        seats = Seat.objects.filter(valid__contains=day, allotment__block=block, is_exceptional=False)
        found[f"{block}.approved"] = seats.count()
    found["everyone.approved"] = sum(found[f"{block}.approved"] for block in Block.values)
    found["deputy.approved"] = Seat.objects.filter(valid__contains=day, post__code="DU-PBT").count()
    found["communes"] = Seat.objects.values("allotment__unit__territory").distinct().count()
    return found


def _holders(day: dt.date, domain: Domain) -> Iterator[Counted]:
    people = list(people_as_of(day, domain))
    ethnic = opened_as_of(FactKind.ETHNICITY, day, [one.dossier_id for one in people])
    for one in people:
        if one.birth_date is not None:
            yield Counted(
                one.block, one.post, one.sex or "", one.birth_date, _said(ethnic, one.dossier_id),
                one.highest.get("education", ""), one.highest.get("theory", ""),
            )  # fmt: skip


def _members(day: dt.date) -> Iterator[Counted]:
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERS, {"day": day})
        rows = cursor.fetchall()
    ethnic = opened_as_of(FactKind.ETHNICITY, day, [row[0] for row in rows])
    for dossier_id, sex, born, party_post, education, theory in rows:
        yield Counted("", "", sex, born, _said(ethnic, dossier_id), education or "", theory or "", party_post)


def _said(ethnic: dict[UUID, dict[str, str]], dossier_id: UUID) -> str:
    return ethnic.get(dossier_id, {}).get("detail", "")
