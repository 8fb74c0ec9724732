"""Whether dossiers are right, complete, clean and alive ("đúng, đủ, sạch, sống"): what is to be mended, unit by unit.

Each finding is a condition on dossiers as of a day, so that a number and the list it opens are the same question. Only
people in a full post are asked about; what is sealed is known to be there or not, and not opened.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier, Fact, OwnCheck
from sauro.workforce.policies import dossier_policy
from sauro.workforce.rules.retirement import latest_birth_retired

_BATCH = 5_000
FRESH_DAYS = 365
"""How long a person's own word on the dossier counts."""

RATED_BY_MONTH = 2
"""From this month on last year's rating is missed."""


class Aspect(models.TextChoices):
    """The four demands on the data."""

    RIGHT = "right", _("Đúng")
    COMPLETE = "complete", _("Đủ")
    CLEAN = "clean", _("Sạch")
    ALIVE = "alive", _("Sống")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: its word in the address, the demand it fails, and which dossiers fail it on a day."""

    code: str
    aspect: Aspect
    label: str | Promise
    condition: Callable[[dt.date], Q]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with the number of dossiers."""

    finding: Finding
    number: int


@dataclass(frozen=True, slots=True)
class UnitQuality:
    """A unit: people in posts, how many dossiers have nothing to mend, and the numbers by finding."""

    unit: Unit
    people: int
    clean: int
    numbers: Mapping[str, int]


def _without_fact(kind: FactKind) -> Callable[[dt.date], Q]:
    return lambda _day: ~Q(Exists(Fact.objects.standing().filter(dossier=OuterRef("pk"), kind=kind)))


def _rated(day: dt.date) -> Q:
    """Whoever was in a post at the end of last year has no rating of that year."""
    year = day.year - (1 if day.month >= RATED_BY_MONTH else 2)
    ratings = Fact.objects.standing().filter(
        dossier=OuterRef("pk"), kind=FactKind.RATING, valid__startswith__year__in=(year, year + 1)
    )
    return ~Q(Exists(ratings)) & Q(tenure__valid__startswith__lte=dt.date(year, 12, 1))


def _unconfirmed(day: dt.date) -> Q:
    fresh = OwnCheck.objects.filter(dossier=OuterRef("pk"), at__date__gt=day - dt.timedelta(days=FRESH_DAYS))
    return ~Q(Exists(fresh))


def _disputed(_day: dt.date) -> Q:
    """The last word of the person says that something is not right, and nothing was recorded since."""
    last = OwnCheck.objects.filter(dossier=OuterRef("pk"), is_right=False)
    later = OwnCheck.objects.filter(dossier=OuterRef("dossier"), at__gt=OuterRef("at"))
    return Q(Exists(last.exclude(Exists(later))))


def _namesake(_day: dt.date) -> Q:
    """Same name and birth date as another dossier of the domain: perhaps the same person twice."""
    other = Dossier.objects.filter(
        sort_key=OuterRef("sort_key"), domain=OuterRef("domain"),
        particulars__birth_date=OuterRef("particulars__birth_date"),
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    return Q(Exists(other))


_FINDINGS = (
    Finding(
        "qua-tuoi", Aspect.RIGHT, _("Quá tuổi nghỉ hưu vẫn ghi đang giữ vị trí"),
        lambda day: (
            Q(particulars__sex="male", particulars__birth_date__lt=latest_birth_retired(day, is_female=False))
            | Q(particulars__sex="female", particulars__birth_date__lt=latest_birth_retired(day, is_female=True))
        ),
    ),
    Finding(
        "tuyen-som", Aspect.RIGHT, _("Tuyển dụng khi chưa đủ 18 tuổi"),
        lambda _day: Q(particulars__recruited_on__year__lt=F("particulars__birth_date__year") + 18),
    ),
    Finding(
        "sau-ngay-vao", Aspect.RIGHT, _("Giữ vị trí trước ngày tuyển dụng"),
        lambda _day: Q(particulars__recruited_on__gt=F("tenure__valid__startswith")),
    ),
    Finding("bao-sai", Aspect.RIGHT, _("Chính người đó báo chưa đúng"), _disputed),
    Finding(
        "thieu-dinh-danh", Aspect.COMPLETE, _("Chưa có số định danh"),
        lambda _day: Q(person__identity__number_sealed__isnull=True),
    ),
    Finding(
        "thieu-que", Aspect.COMPLETE, _("Chưa có quê quán hoặc nơi ở"),
        lambda _day: Q(particulars__home_town="") | Q(particulars__residence=""),
    ),
    Finding(
        "thieu-tuyen-dung", Aspect.COMPLETE, _("Chưa có ngày tuyển dụng"),
        lambda _day: Q(particulars__recruited_on__isnull=True),
    ),
    Finding("thieu-cm", Aspect.COMPLETE, _("Chưa có trình độ chuyên môn"), _without_fact(FactKind.EDUCATION)),
    Finding("thieu-ll", Aspect.COMPLETE, _("Chưa có lý luận chính trị"), _without_fact(FactKind.THEORY)),
    Finding("thieu-ngach", Aspect.COMPLETE, _("Chưa có ngạch, hạng"), _without_fact(FactKind.RANK)),
    Finding("thieu-dt", Aspect.COMPLETE, _("Chưa có dân tộc"), _without_fact(FactKind.ETHNICITY)),
    Finding("nghi-trung", Aspect.CLEAN, _("Trùng họ tên và ngày sinh với hồ sơ khác"), _namesake),
    Finding("chua-xep-loai", Aspect.ALIVE, _("Chưa có xếp loại năm trước"), _rated),
    Finding("chua-xac-nhan", Aspect.ALIVE, _("Chưa tự xác nhận trong 12 tháng"), _unconfirmed),
)  # fmt: skip
FINDINGS: Mapping[str, Finding] = MappingProxyType({one.code: one for one in _FINDINGS})
"""Everything that is looked for, by its word in the address."""


def failing(code: str, day: dt.date) -> Q:
    """Return the condition of the dossiers of people in posts that fail one finding on a day."""
    return Q(tenure__isnull=False) & FINDINGS[code].condition(day)


def quality_by_unit(actor: Actor, day: dt.date, *, below: Unit | None = None) -> list[UnitQuality]:
    """Return the quality of the dossiers the actor may see, by the unit that keeps them, in the order of the register.

    Takes two queries: every dossier with what it fails, which is cheaper to add up here than to ask twice, and the
    units.
    """
    rows: QuerySet[Dossier] = dossier_policy.visible(actor).filter(tenure__isnull=False)
    if below is not None:
        rows = rows.filter(unit__path__startswith=below.path)
    asked: dict[str, Any] = {
        f"found_{number}": Case(When(one.condition(day), then=True), default=False, output_field=models.BooleanField())
        for number, one in enumerate(_FINDINGS)
    }
    people: Counter[UUID] = Counter()
    clean: Counter[UUID] = Counter()
    numbers: dict[UUID, Counter[str]] = defaultdict(Counter)
    found = rows.order_by().annotate(**asked).values_list("unit", *asked)
    for unit_id, *failed in found.iterator(chunk_size=_BATCH):
        people[unit_id] += 1
        clean[unit_id] += not any(failed)
        numbers[unit_id].update(code for code, fails in zip(FINDINGS, failed, strict=True) if fails)
    units = Unit.objects.filter(pk__in=people)
    lines = [UnitQuality(unit, people[unit.pk], clean[unit.pk], numbers[unit.pk]) for unit in units]
    return sorted(lines, key=lambda one: (one.unit.level, one.unit.position, one.unit.sort_key))


def findings_of(lines: Sequence[UnitQuality]) -> list[FindingLine]:
    """Return every finding with its number over some units."""
    return [FindingLine(one, sum(line.numbers[one.code] for line in lines)) for one in _FINDINGS]
