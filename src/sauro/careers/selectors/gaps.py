"""What people lack against their posts: lists, numbers that open them, needs of training, one person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers.enums import Outcome
from sauro.careers.models import Assessment, Competency, Gap, Standard
from sauro.careers.policies import gap_policy
from sauro.careers.rules.standards import Held, Result, course_of, measure
from sauro.careers.rules.standards import Post as PostHeld
from sauro.careers.selectors.measures import measured, standards_on
from sauro.common.clock import today
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, Post
from sauro.workforce.policies import dossier_policy

NO_FIELD = "-"
"""What stands in the address for posts without a field."""


class Standing(models.TextChoices):
    """How whoever holds a post stands as a whole: everybody is in one of these."""

    LACKING = "chua-dat", _("Chưa đạt ít nhất một yêu cầu")
    UNKNOWN = "chua-ro", _("Không thấy thiếu, còn yêu cầu chưa có dữ liệu")
    MET = "dat", _("Đạt mọi yêu cầu")
    UNMEASURED = "chua-do", _("Vị trí chưa có tiêu chuẩn")


class Along(models.TextChoices):
    """Along what needs of training are counted."""

    COURSE = "lop", _("Nội dung đào tạo, bồi dưỡng")
    UNIT = "don-vi", _("Đơn vị")
    FIELD = "linh-vuc", _("Lĩnh vực")


_COLUMNS = {
    Along.COURSE: ("course",),
    Along.UNIT: ("dossier__unit__code", "dossier__unit__name"),
    Along.FIELD: ("dossier__tenure__post__field",),
}


@dataclass(frozen=True, slots=True)
class NeedLine:
    """How many people need something: ``lacking``, of these ``late``, and of how many nothing is on record."""

    key: str
    label: str
    lacking: int
    late: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PersonCheck:
    """One person against their post. ``standard`` is None where the post has none; ``assessments`` newest first."""

    standard: Standard | None
    results: Sequence[Result]
    titles: dict[str, str]
    assessments: Sequence[Assessment]


def visible_gaps(actor: Actor) -> QuerySet[Gap]:
    """Return what people lack, as far as the actor may see their dossiers, with what lists show."""
    return gap_policy.visible(actor).select_related(
        "dossier__person", "dossier__unit", "dossier__tenure__post", "competency"
    )


def checked_people(actor: Actor) -> QuerySet[Dossier]:
    """Return the people in posts whom the actor may see, each with how many demands are lacking and unknown."""
    rows = dossier_policy.visible(actor).filter(tenure__isnull=False)
    return rows.select_related("person", "unit", "tenure__post").annotate(
        lacking=_count(Outcome.LACKING), unknown=_count(Outcome.UNKNOWN), due=_first_due(), has_standard=_has_standard()
    )


def _gaps(outcome: Outcome) -> QuerySet[Gap]:
    return Gap.objects.filter(dossier=OuterRef("pk"), outcome=outcome)


def _count(outcome: Outcome) -> Subquery:
    rows = _gaps(outcome).order_by().values("dossier").annotate(number=Count("pk"))
    return Subquery(rows.values("number"))


def _first_due() -> Subquery:
    rows = _gaps(Outcome.LACKING).order_by().values("dossier").annotate(first=Min("due_on"))
    return Subquery(rows.values("first"))


def _has_standard() -> Exists:
    return Exists(Standard.objects.as_of(today()).filter(post=OuterRef("tenure__post")))


def standing_condition(value: str) -> Q:
    """Return the condition of the dossiers of people in posts that stand so."""
    lacking, unknown = Q(Exists(_gaps(Outcome.LACKING))), Q(Exists(_gaps(Outcome.UNKNOWN)))
    if value == Standing.LACKING:
        return lacking
    if value == Standing.UNKNOWN:
        return ~lacking & unknown
    measured_ = Q(_has_standard())
    return ~lacking & ~unknown & (measured_ if value == Standing.MET else ~measured_)


def standing_numbers(actor: Actor, below: Unit | None = None) -> list[tuple[Standing, int]]:
    """Return how many people in posts stand how. Takes one query."""
    rows = dossier_policy.visible(actor).filter(tenure__isnull=False)
    if below is not None:
        rows = rows.filter(unit__path__startswith=below.path)
    flagged = rows.order_by().annotate(
        lacks=Exists(_gaps(Outcome.LACKING)), is_open=Exists(_gaps(Outcome.UNKNOWN)), is_measured=_has_standard()
    )
    numbers: Counter[Standing] = Counter()
    for *flags, number in flagged.values_list("lacks", "is_open", "is_measured").annotate(number=Count("pk")):
        numbers[_standing_of(*flags)] += number
    return [(one, numbers[one]) for one in Standing]


def _standing_of(lacks: bool, is_open: bool, is_measured: bool) -> Standing:  # noqa: FBT001 -- flags of a row
    if lacks:
        return Standing.LACKING
    if is_open:
        return Standing.UNKNOWN
    return Standing.MET if is_measured else Standing.UNMEASURED


def training_needs(actor: Actor, along: Along, *, below: Unit | None = None, course: str = "") -> list[NeedLine]:
    """Return how many people need training, by course, unit or field, the most first. Takes one query."""
    rows = gap_policy.visible(actor).filter(dossier__tenure__isnull=False)
    if below is not None:
        rows = rows.filter(dossier__unit__path__startswith=below.path)
    if course:
        rows = rows.filter(course=course)
    lacking = Q(outcome=Outcome.LACKING)
    columns = _COLUMNS[along]
    counted = rows.order_by().values_list(*columns).annotate(
        lacking=Count("dossier", filter=lacking, distinct=True),
        late=Count("dossier", filter=lacking & Q(due_on__lt=today()), distinct=True),
        unknown=Count("dossier", filter=Q(outcome=Outcome.UNKNOWN), distinct=True),
    )  # fmt: skip
    lines = [
        NeedLine(names[0] or NO_FIELD, names[-1], *numbers)
        for *names, (*numbers,) in ((*row[: len(columns)], row[len(columns) :]) for row in counted)
    ]
    return sorted(lines, key=lambda one: (-one.lacking, -one.unknown, one.label))


def titles_of_competencies() -> dict[str, str]:
    """Return the titles of all competencies by code."""
    return dict(Competency.objects.values_list("code", "title"))


def courses_in_use() -> list[str]:
    """Return everything that would close a gap, by the standards and duties of today: the choices of a filter.

    Read from the few standards, not from the many gaps. Takes two queries.
    """
    day = today()
    leader = PostHeld(day, is_leading=True, is_official=True)
    wanted = (None, *standards_on(day).values())
    return sorted({course_of(one) for each in wanted for one in measure(each, Held(), leader, day)})


def fields_in_use() -> list[str]:
    """Return the fields of the posts of the catalogue that are in use. Takes one query."""
    rows = Post.objects.filter(is_closed=False).exclude(field="").order_by("field")
    return list(rows.values_list("field", flat=True).distinct())


def check_of(dossier: Dossier, day: dt.date) -> PersonCheck:
    """Return one person against their post on a day. The caller has checked that the reader may see the dossier."""
    results = next((found for _pk, found in measured([dossier.pk], day, with_met=True)), [])
    post_id = dossier.tenure.post_id if dossier.tenure is not None else None
    standard = Standard.objects.as_of(day).filter(post=post_id).first() if post_id else None
    assessments = Assessment.objects.filter(dossier=dossier).select_related("competency")
    return PersonCheck(standard, results, titles_of_competencies(), list(assessments.order_by("-valid")))


def standards_of(post: Post) -> list[Standard]:
    """Return the standards of a post, newest first, withdrawn ones too, with the competencies they demand."""
    return list(Standard.objects.filter(post=post).prefetch_related("demands__competency").order_by("-valid"))


def competencies_on(day: dt.date) -> QuerySet[Competency]:
    """Return the framework of a day."""
    return Competency.objects.filter(valid__contains=day)


def people_of_post(actor: Actor, post: Post) -> tuple[int, int]:
    """Return how many people the actor sees in a post, and how many of them lack something."""
    rows = dossier_policy.visible(actor).filter(tenure__post=post).order_by()
    sums = rows.aggregate(all=Count("pk"), lacking=Count("pk", filter=standing_condition(Standing.LACKING)))
    return sums["all"], sums["lacking"]


def posts_in_use() -> list[tuple[str, str]]:
    """Return code and title of every position in use, for a filter."""
    return list(Post.objects.filter(is_closed=False).order_by("rank", "sort_key").values_list("code", "title"))
