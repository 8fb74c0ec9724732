"""Gathers what the rules on standards read: standards by post, and what is on record of people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sauro.careers.enums import Outcome
from sauro.careers.models import Assessment, Demand, Standard
from sauro.careers.rules.standards import Held, Post, Result, Training, Wanted, measure
from sauro.workforce.enums import Block, FactKind, PostGroup, TenureKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Fact, Tenure
from vanban.text.normalize import fold

_KINDS = (FactKind.EDUCATION, FactKind.THEORY, FactKind.TRAINING)


@dataclass
class _Record:
    """What is on record of one person, as it is found."""

    degrees: list[tuple[int, str]] = field(default_factory=list)
    theory: int | None = None
    trainings: list[Training] = field(default_factory=list)
    competencies: dict[str, int] = field(default_factory=dict)

    def held(self) -> Held:
        return Held(tuple(self.degrees), self.theory, tuple(self.trainings), self.competencies)


def measured(
    dossier_ids: Collection[UUID], day: dt.date, *, with_met: bool = False
) -> Iterator[tuple[UUID, list[Result]]]:
    """Yield the dossiers of people in a full post, each with its demands that are not met (or all). Five queries."""
    standards = standards_on(day)
    records = _records(dossier_ids, day)
    rows = Tenure.objects.as_of(day).filter(dossier__in=dossier_ids, kind=TenureKind.FULL).order_by("dossier")
    columns = ("dossier", "post", "valid", "post__group", "post__block")
    for dossier_id, post_id, valid, group, block in rows.values_list(*columns):
        post = Post(valid.lower, group == PostGroup.LEADERSHIP, block == Block.OFFICIALS)
        results = measure(standards.get(post_id), records[dossier_id].held(), post, day)
        yield dossier_id, [one for one in results if with_met or one.outcome != Outcome.MET]


def theory_demanded(day: dt.date) -> Mapping[UUID, int]:
    """Return the least level of theory that standards demand on a day, by post. Takes one query."""
    rows = Standard.objects.as_of(day).exclude(theory="").values_list("post", "theory")
    return {post: FACTS[FactKind.THEORY].level_of(theory) for post, theory in rows}


def standards_on(day: dt.date) -> Mapping[UUID, Wanted]:
    """Return the standards that hold on a day by post. Takes two queries."""
    demands: dict[UUID, dict[str, int]] = defaultdict(dict)
    found = list(Standard.objects.as_of(day))
    for standard_id, code, level in Demand.objects.filter(standard__in=found).values_list(
        "standard", "competency__code", "level"
    ):
        demands[standard_id][code] = level
    return {one.post_id: wanted_of(one, demands[one.pk]) for one in found}


def wanted_of(standard: Standard, competencies: Mapping[str, int]) -> Wanted:
    """Return a standard as the rules read it."""
    return Wanted(
        since=standard.valid.lower,
        education=FACTS[FactKind.EDUCATION].level_of(standard.education),
        subjects=tuple(fold(subject) for subject in standard.subjects),
        theory=FACTS[FactKind.THEORY].level_of(standard.theory),
        state_management=standard.state_management,
        digital=standard.digital,
        competencies=competencies,
        grace_months=standard.grace_months,
    )


def _records(dossier_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, _Record]:
    records: dict[UUID, _Record] = defaultdict(_Record)
    facts = Fact.objects.standing().filter(dossier__in=dossier_ids, kind__in=_KINDS, valid__startswith__lte=day)
    columns = ("dossier", "kind", "value", "level", "detail", "amount", "valid")
    for dossier_id, kind, value, level, detail, amount, valid in facts.values_list(*columns):
        record = records[dossier_id]
        if kind == FactKind.EDUCATION:
            record.degrees.append((level, fold(detail)))
        elif kind == FactKind.THEORY:
            record.theory = max(record.theory or 0, level)
        else:
            record.trainings.append(Training(value, valid.lower, amount))
    assessed = Assessment.objects.as_of(day).filter(dossier__in=dossier_ids)
    for dossier_id, code, level in assessed.values_list("dossier", "competency__code", "level"):
        records[dossier_id].competencies[code] = level
    return records
