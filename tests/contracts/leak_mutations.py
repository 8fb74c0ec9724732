"""Faults put into the product on purpose: the leak test looks again and must notice each.

A test that finds nothing is worth what it would find. Each fault is one that a reviewer might let pass (a list, a file,
a route, a count that forgets whose rows it may show, a step that forgets to ask), and each is looked for only where it
shows, so that all of them together cost seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Q, QuerySet, Value
from tests.contracts.leak_watch import Watch

from sauro.access.actor import Actor
from sauro.access.kept import forget
from sauro.access.policies import EVERYTHING, Policy
from sauro.difficulties.policies import difficulty_policy
from sauro.difficulties.tables import DIFFICULTIES
from sauro.notices.models import Notice
from sauro.notices.policies import notice_policy
from sauro.plans.policies import plan_policy
from sauro.tasks.policies import assignment_policy
from sauro.tasks.tables import ASSIGNMENTS
from sauro.ui.lists.export import export_list
from sauro.ui.lists.page import ListPage

Break = Callable[[pytest.MonkeyPatch, Actor], None]


@dataclass(frozen=True)
class Mutation:
    """A fault: what it is, how it is put in with the help of an insider of a place, how to look, and where it shows."""

    fault: str
    put_in: Break
    look: Callable[[Watch], object]
    shows: Set[str]


def _as_insider(place: str) -> Break:
    """Let a function of the product answer for somebody else. ``place`` is where it is looked up, in full."""

    def put_in(patch: pytest.MonkeyPatch, insider: Actor) -> None:
        module, _dot, name = place.rpartition(".")
        held = getattr(import_module(module), name)

        def swap(value: object) -> object:
            return insider if isinstance(value, Actor) else value

        def answer(*args: Any, **kwargs: Any) -> Any:
            return held(*map(swap, args), **{key: swap(value) for key, value in kwargs.items()})

        patch.setattr(place, answer)

    return put_in


def _rows_of_insider(page: ListPage[Any]) -> Break:
    """Let a list show the rows of somebody else."""

    def put_in(patch: pytest.MonkeyPatch, insider: Actor) -> None:
        held = page.rows
        patch.setitem(vars(page), "rows", lambda _actor: held(insider))

    return put_in


def _export_without_policy(patch: pytest.MonkeyPatch, _insider: Actor) -> None:
    """Let a list as a file begin from all rows there are."""

    def export(**asked: Any) -> Any:
        return export_list(**asked | {"rows": asked["rows"].model._default_manager.all()})

    patch.setattr("sauro.ui.lists.view.export_list", export)


def _bell_of_all(patch: pytest.MonkeyPatch, _insider: Actor) -> None:
    """Let the bell forget whose notices it counts."""

    def unread(_actor: Actor, *, user: UUID) -> QuerySet[Notice, Any]:
        rows = Notice.objects.filter(Q(user=user) | Q(user__isnull=False), read_at__isnull=True)
        return rows.order_by().values_list(Value(1))

    patch.setattr("sauro.notices.selectors.notices._unread", unread)


def _open_to_all(policy: Policy[Any], *actions: str) -> Break:
    """Let the rules of a policy say yes to everybody."""

    def put_in(patch: pytest.MonkeyPatch, _insider: Actor) -> None:
        for action in actions:
            patch.setitem(policy._rules, action, lambda _actor: EVERYTHING)

    return put_in


def _compare_counts(watch: Watch) -> None:
    watch.compare(watch.counted_before, watch.count())


MUTATIONS = (
    Mutation("a list shows rows of others", _rows_of_insider(DIFFICULTIES), Watch.look_around, {"difficulty-list"}),
    Mutation("a file of a list begins from all rows", _export_without_policy, Watch.look_around, {"document-list"}),
    Mutation("a route of the API asks as somebody else", _as_insider("sauro.tasks.api.assignments.find_assignments"),
             Watch.look_around, {"api:list_assignments"}),
    Mutation("the palette finds rows of others", _as_insider("sauro.ui.palette.find_everywhere"),
             Watch.look_for_words, {"palette"}),
    Mutation("a narrowed list finds rows of others", _rows_of_insider(ASSIGNMENTS), Watch.look_for_words,
             {"assignment-list"}),
    Mutation("the page of notices shows those of others", _open_to_all(notice_policy, "view"), Watch.look_around,
             {"notice-list"}),
    Mutation("the bell counts the notices of others", _bell_of_all, _compare_counts, {"home"}),
    Mutation("the page of a difficulty opens to everybody", _open_to_all(difficulty_policy, "view"),
             Watch.look_at_objects, {"difficulty-detail"}),
    Mutation("the plan of a person opens to everybody", _open_to_all(plan_policy, "view"), Watch.look_at_objects,
             {"plan-detail"}),
    Mutation("the tree shows the whole to who has a part", _as_insider("sauro.tasks.web.detail.family_of"),
             Watch.look_as_members, {"assignment-detail"}),
    Mutation("everybody may take a step", _open_to_all(assignment_policy, *assignment_policy.actions),
             Watch.look_at_objects, {"assignment-step"}),
)  # fmt: skip
"""Each is put in alone."""


def unnoticed(watch: Watch) -> list[str]:
    """Put in one fault after the other; return those that the watch does not notice."""
    insider = watch.plots["xa"].world.actor("head")
    missed = []
    for one in MUTATIONS:
        with pytest.MonkeyPatch.context() as patch:
            one.put_in(patch, insider)
            forget()
            if not watch.sees(one.look, one.shows):
                missed.append(one.fault)
        forget()
    return missed
