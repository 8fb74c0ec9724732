"""People: the list of dossiers, one dossier as of a day, and its history."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.common.errors import NotVisible
from sauro.workforce.enums import ErasureState, FactKind, TenureKind
from sauro.workforce.fields import FACTS, FactSpec, specs_of
from sauro.workforce.models import (
    Dossier,
    DossierPaper,
    Erasure,
    Fact,
    Identity,
    OwnCheck,
    Particulars,
    Tenure,
)
from sauro.workforce.models.dated import Dated
from sauro.workforce.policies import dossier_policy, tenure_policy
from vanban.text.normalize import fold

MASK = "••••••"
"""What stands for a value that is not shown."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """All facts of a kind. ``now`` are those that hold on the day, ``others`` earlier, later and withdrawn ones.

    Of a sealed kind nothing but their days is shown.
    """

    spec: FactSpec
    now: Sequence[Fact]
    others: Sequence[Fact]
    may_record: bool = False
    may_open: bool = False


@dataclass(frozen=True, slots=True)
class DossierPage:
    """A dossier as of a day, as far as the reader may see it. ``may`` names what the reader may do."""

    dossier: Dossier
    day: dt.date
    particulars: Particulars | None
    earlier: Sequence[Particulars]
    tenures: Sequence[Tenure]
    other_tenures: Sequence[Tenure]
    groups: Sequence[FactGroup]
    has_number: bool
    last_check: OwnCheck | None
    papers: Sequence[DossierPaper]
    erased_at: dt.datetime | None
    may: set[str] = field(default_factory=set)


def visible_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """Return the dossiers the actor may see with what lists show of the present: post, particulars, main facts."""
    day = today()
    rows = dossier_policy.visible(actor).select_related(
        "person", "unit", "particulars", "tenure__post", "tenure__unit", "tenure__seat"
    )
    return rows.annotate(
        education=highest(FactKind.EDUCATION, day),
        theory=highest(FactKind.THEORY, day),
        rank=highest(FactKind.RANK, day),
    )


def suggest_people(actor: Actor, text: str, limit: int) -> list[Dossier]:
    """Return dossiers the actor may see by what was typed: beginnings of words of the name, or of the code.

    In the order of names. Takes one query, none when nothing was typed.
    """
    words = fold(text).split()
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(search_key__regex=rf"\m{re.escape(word)}")
    rows = dossier_policy.visible(actor).filter(named | Q(code__istartswith=text.strip()))
    return list(rows.select_related("person", "unit", "tenure__post").order_by("sort_key", "pk")[:limit])


def holders_on(actor: Actor, day: dt.date) -> QuerySet[Tenure]:
    """Return the full posts held on a day by people whose dossier the actor may see, with the facts of that day."""
    stated = Particulars.objects.as_of(day).filter(dossier=OuterRef("dossier"))
    rows: QuerySet[Tenure] = Tenure.objects.as_of(day).filter(
        kind=TenureKind.FULL, dossier__in=dossier_policy.visible(actor).values("pk")
    )
    return rows.select_related("dossier__person", "post", "unit").annotate(
        born=Subquery(stated.values("birth_date")[:1]),
        sex=Subquery(stated.values("sex")[:1]),
        education=highest(FactKind.EDUCATION, day, of="dossier"),
        theory=highest(FactKind.THEORY, day, of="dossier"),
        rank=highest(FactKind.RANK, day, of="dossier"),
    )


def highest(kind: FactKind, day: dt.date, *, of: str = "pk") -> Subquery:
    """Return, as an expression over dossiers or rows ``of`` one, the highest value of a kind that holds on a day."""
    rows = Fact.objects.as_of(day).filter(dossier=OuterRef(of), kind=kind).order_by("-level")
    return Subquery(rows.values("value")[:1])


def with_highest(kind: FactKind, value: str, day: dt.date) -> Q:
    """Return the condition of the dossiers whose highest value of a kind on a day is this one."""
    level = FACTS[kind].level_of(value)
    rows = Fact.objects.as_of(day).filter(kind=kind)
    above = rows.filter(level__gt=level).values("dossier")
    return Q(pk__in=rows.filter(level=level).values("dossier")) & ~Q(pk__in=above)


def get_dossier(actor: Actor, dossier_id: UUID) -> Dossier:
    """Return a dossier the actor may see. Raises ``NotVisible``."""
    base = Dossier.objects.select_related("person", "unit", "particulars", "tenure__post", "tenure__unit")
    return dossier_policy.get_visible(actor, dossier_id, base=base)


def get_page(actor: Actor, dossier_id: UUID, day: dt.date) -> DossierPage:
    """Return a dossier as of a day for somebody who may see it. Raises ``NotVisible``."""
    dossier = get_dossier(actor, dossier_id)
    may = dossier_policy.allowed(actor, ("record", "open", "seal"), dossier)
    return page_of(dossier, day, may)


def page_of(dossier: Dossier, day: dt.date, may: set[str]) -> DossierPage:
    """Return what the page of a dossier shows. The caller has checked that the reader may see it."""
    versions = list(Particulars.objects.filter(dossier=dossier).order_by("-valid", "-recorded_at"))
    tenures = list(Tenure.objects.filter(dossier=dossier).select_related("post", "unit", "seat").order_by("-valid"))
    facts = list(Fact.objects.filter(dossier=dossier).order_by("-valid", "-recorded_at"))
    in_force = [one for one in versions if holds(one, day)]
    held = [one for one in tenures if holds(one, day)]
    return DossierPage(
        dossier=dossier,
        day=day,
        particulars=in_force[0] if in_force else None,
        earlier=[one for one in versions if one not in in_force],
        tenures=held,
        other_tenures=[one for one in tenures if one not in held],
        groups=[_group(spec, facts, day, may) for spec in specs_of(dossier.domain)],
        has_number=Identity.objects.filter(person=dossier.person_id, number_sealed__isnull=False).exists(),
        last_check=OwnCheck.objects.filter(dossier=dossier).first(),
        papers=list(DossierPaper.objects.filter(dossier=dossier).select_related("fact", "tenure__post")),
        erased_at=erased_at(dossier),
        may=may,
    )


def erased_at(dossier: Dossier) -> dt.datetime | None:
    """Return when the person's key was destroyed, in whichever domain it was asked for; None while it stands."""
    done = Erasure.objects.filter(dossier__person=dossier.person_id, state=ErasureState.DONE)
    return done.values_list("settled_at", flat=True).first()


def holds(row: Dated, day: dt.date) -> bool:
    """Tell whether a row that was not withdrawn holds on a day."""
    return row.withdrawn_at is None and not row.valid.isempty and day in row.valid


def _group(spec: FactSpec, facts: Iterable[Fact], day: dt.date, may: set[str]) -> FactGroup:
    own = [fact for fact in facts if fact.kind == spec.kind]
    now = [fact for fact in own if holds(fact, day)]
    return FactGroup(
        spec,
        now,
        [fact for fact in own if fact not in now],
        may_record=("seal" if spec.is_sealed else "record") in may,
        may_open=spec.is_sealed and "open" in may and any(fact.withdrawn_at is None for fact in own),
    )


def get_tenure(actor: Actor, tenure_id: UUID) -> Tenure:
    """Return a tenure the actor may see, with dossier, post and unit. Raises ``NotVisible``."""
    base = Tenure.objects.select_related("dossier__person", "post", "unit")
    return tenure_policy.get_visible(actor, tenure_id, base=base)


def get_fact(actor: Actor, fact_id: UUID) -> Fact:
    """Return a fact of a dossier the actor may see. Raises ``NotVisible``."""
    fact: Fact | None = (
        Fact.objects.filter(pk=fact_id, dossier__in=dossier_policy.visible(actor).values("pk"))
        .select_related("dossier__person")
        .first()
    )
    if fact is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return fact
