"""Planning: whether it is open, lists with their numbers, names with the rules, who is in planning."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sauro.access.actor import Actor
from sauro.careers.enums import NominationState, PlanningGroup
from sauro.careers.models import Nomination, PlanningClearance, PlanningList, PlanningReview
from sauro.careers.policies import (
    PLANNING_CONFIRM,
    PLANNING_RECORD,
    PLANNING_VIEW,
    nomination_policy,
    planning_list_policy,
)
from sauro.careers.rules.planning import Candidate, PlanningFinding, examine, is_young, names_wanted
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.models import Dossier, Fact, Post
from sauro.workforce.rules.retirement import retirement_day

STANDING = ~Q(state=NominationState.REMOVED)
_ROOT_PARTS = 1


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether planning is open in a domain: the clearance that stands, and whether the reader may give one."""

    domain: Domain
    clearance: PlanningClearance | None
    may_confirm: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a list, how it stands against the rules of today, and whether it was reviewed this year."""

    nomination: Nomination
    findings: Sequence[PlanningFinding]
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """How many names there are and of whom: women, the young at the month of reference, those without particulars."""

    names: int
    women: int
    young: int
    unknown: int


@dataclass(frozen=True, slots=True)
class ListPageOfNames:
    """A planning list: its names, their structure, and for a committee the least and most names."""

    row: PlanningList
    names: Sequence[Name]
    removed: Sequence[Nomination]
    structure: Structure
    wanted: tuple[int, int] | None
    may_record: bool


def is_switched_on() -> bool:
    """Tell whether the site has switched planning on."""
    return bool(settings.SUCCESSION_PLANNING)


def may_confirm(actor: Actor, domain: str) -> bool:
    """Tell whether the actor speaks for the site in a domain: with the right over the whole province."""
    return any(
        scope.include_subtree and scope.domain == domain and len(scope.path.rstrip("/").split("/")) == _ROOT_PARTS
        for scope in actor.scopes(PLANNING_CONFIRM)
    )


def gates(actor: Actor) -> list[Gate]:
    """Return whether planning is open, for the domains in which the actor has to do with it."""
    domains = {scope.domain for scope in actor.scopes(PLANNING_VIEW)}
    standing = {one.domain: one for one in PlanningClearance.objects.filter(withdrawn_at__isnull=True)}
    return [Gate(one, standing.get(one), may_confirm(actor, one)) for one in Domain if one in domains]


def is_open(domain: str) -> bool:
    """Tell whether names of a domain may be kept: switched on, and cleared by the site."""
    return is_switched_on() and PlanningClearance.objects.filter(domain=domain, withdrawn_at__isnull=True).exists()


def visible_lists(actor: Actor) -> QuerySet[PlanningList]:
    """Return the lists the actor may see, with the number of names that stand and that are approved."""
    standing = ~Q(nominations__state=NominationState.REMOVED)
    return (
        planning_list_policy.visible(actor)
        .select_related("unit", "post")
        .annotate(
            names=Count("nominations", filter=standing & Q(nominations__isnull=False)),
            approved=Count("nominations", filter=Q(nominations__state=NominationState.APPROVED)),
        )
    )


def visible_nominations(actor: Actor) -> QuerySet[Nomination]:
    """Return the names the actor may see, with whether they were reviewed this year."""
    reviewed = PlanningReview.objects.filter(nomination=OuterRef("pk"), year=today().year)
    rows = nomination_policy.visible(actor).select_related(
        "dossier__person", "dossier__unit", "planning_list__unit", "planning_list__post"
    )
    return rows.annotate(is_reviewed=Exists(reviewed))


def get_list(actor: Actor, list_id: UUID) -> ListPageOfNames:
    """Return a list the actor may see, with its names and how each stands. Raises ``NotVisible``."""
    base = PlanningList.objects.select_related("unit", "post")
    row = planning_list_policy.get_visible(actor, list_id, base=base)
    rows = list(
        visible_nominations(actor)
        .filter(planning_list=row)
        .select_related("dossier__person", "dossier__unit", "dossier__tenure__post", "dossier__particulars")
    )
    standing = [one for one in rows if one.state != NominationState.REMOVED]
    held = candidates(row, [(one.dossier, PlanningGroup(one.group)) for one in standing])
    names = [Name(one, examine(held[one.dossier_id], today()), bool(one.__dict__["is_reviewed"])) for one in standing]
    return ListPageOfNames(
        row, names, [one for one in rows if one not in standing], structure_of(row, [one.dossier for one in standing]),
        names_wanted(row.seats, today()) if row.is_collective else None, planning_list_policy.can(actor, "record", row),
    )  # fmt: skip


def candidates(
    row: PlanningList, people: Sequence[tuple[Dossier, PlanningGroup]], *, more: int = 0
) -> Mapping[UUID, Candidate]:
    """Return what the rules read of some people in a list. ``more``: names on top of those that stand. Two queries.

    Dossiers come with tenure, post and particulars.
    """
    ids = [dossier.pk for dossier, _group in people]
    names = Nomination.objects.filter(STANDING, planning_list=row).count() + more
    posts = _posts_of(ids, row)
    disciplined = set(
        Fact.objects.as_of(today()).filter(dossier__in=ids, kind=FactKind.DISCIPLINE).values_list("dossier", flat=True)
    )
    return {
        dossier.pk: Candidate(
            group=group, reference=row.reference, level_held=_level(dossier), level_wanted=row.post.level,
            retires_on=_retires(dossier), names_for_post=names, posts_of_person=posts[dossier.pk] + more,
            is_collective=row.is_collective, is_disciplined=dossier.pk in disciplined,
        )
        for dossier, group in people
    }  # fmt: skip


def _posts_of(dossier_ids: Collection[UUID], row: PlanningList) -> Counter[UUID]:
    """In how many lists of posts of the same step, in the whole province, each person stands."""
    rows = Nomination.objects.filter(
        STANDING, dossier__in=dossier_ids, planning_list__post__level=row.post.level,
        planning_list__domain=row.domain,
    )  # fmt: skip
    return Counter(rows.values_list("dossier", flat=True))


def _level(dossier: Dossier) -> int:
    return dossier.tenure.post.level if dossier.tenure is not None else 0


def _retires(dossier: Dossier) -> dt.date | None:
    stated = dossier.particulars
    return retirement_day(stated.birth_date, is_female=stated.sex == Sex.FEMALE) if stated is not None else None


def structure_of(row: PlanningList, people: Sequence[Dossier]) -> Structure:
    """Return the structure of some names. Who has no particulars is counted as unknown, not as anything else."""
    stated = [dossier.particulars for dossier in people if dossier.particulars is not None]
    return Structure(
        len(people), sum(one.sex == Sex.FEMALE for one in stated),
        sum(is_young(one.birth_date, row.reference) for one in stated), len(people) - len(stated),
    )  # fmt: skip


def is_planned(dossier: Dossier, post: Post) -> bool | None:
    """Tell whether somebody is in approved planning for a post, or one of its step; None while planning is not open.

    Planning holds across the communes of the province: the unit of the list does not matter.
    """
    if not is_open(dossier.domain):
        return None
    same = Q(planning_list__post=post)
    if post.level:
        same |= Q(planning_list__post__level=post.level)
    return Nomination.objects.filter(same, dossier=dossier, state=NominationState.APPROVED).exists()


def may_record_anywhere(actor: Actor) -> bool:
    """Tell whether the actor keeps planning anywhere: for menus and buttons."""
    return is_switched_on() and actor.holds(PLANNING_RECORD)
