"""Makes people with the facts that figures count, without the services: quick, and of any day."""

from __future__ import annotations

import datetime as dt
from itertools import count

from sauro.common.clock import now
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact, Post
from tests.factories.workforce import SINCE, allotted, known, sealed, taken

_numbers = count(1)


def stated(
    dossier: Dossier, kind: FactKind, value: str, *, since: dt.date = SINCE, until: dt.date | None = None
) -> Fact:
    """Store a fact with a choice; ``until`` is the first day on which it no longer holds."""
    spec = FACTS[kind]
    fact: Fact = Fact.objects.create(
        dossier=dossier, kind=kind, is_single=spec.is_single, value=value, level=spec.level_of(value),
        valid=(since, until), recorded_by_name="Đỗ Văn Mẫu", recorded_at=now(),
    )  # fmt: skip
    return fact


def counted(
    unit: Unit, post: Post, *, sex: Sex = Sex.FEMALE, born: dt.date = dt.date(1988, 3, 15), ethnicity: str = "Kinh",
    education: str = "university", theory: str = "intermediate",
) -> Dossier:  # fmt: skip
    """Store somebody in a full post of a unit, with what the figures count."""
    dossier = known(unit, f"Người Thử {next(_numbers)}")
    stated_now = dossier.particulars
    assert stated_now is not None
    stated_now.sex, stated_now.birth_date = sex, born
    stated_now.save()
    taken(dossier, post, allotted(unit))
    if ethnicity:
        sealed(dossier, FactKind.ETHNICITY, ethnicity)
    for kind, value in ((FactKind.EDUCATION, education), (FactKind.THEORY, theory)):
        if value:
            stated(dossier, kind, value)
    return dossier
