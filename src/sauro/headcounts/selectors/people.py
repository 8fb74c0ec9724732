"""The people behind a count: the dossiers the reader may see among those counted, with post and unit of that day."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.headcounts.catalogue import APPROVED, GROUPS, TRAITS, VACANT, Condition, condition_of, is_sensitive
from sauro.headcounts.dimensions import DIMENSIONS
from sauro.headcounts.models import Line, Snapshot
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.counting import lines_in
from sauro.headcounts.selectors.places import may_see_births
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, Post
from sauro.workforce.policies import dossier_policy

OF_BIRTHS = frozenset({"age", "decade"})
"""The dimensions that are worked out from birth dates."""


def people_behind(actor: Actor, snapshot: Snapshot, scope: Scope, condition: Condition) -> QuerySet[Dossier]:
    """Return the dossiers counted under a condition, as far as the actor may see them.

    Raises ``NotVisible`` for a condition on a sensitive fact: such facts are opened singly and on record, never listed;
    and for one on age, where the actor sees no birth dates.
    """
    if any(code in DIMENSIONS and DIMENSIONS[code].is_sensitive for code in condition):
        raise NotVisible("not-found", _("Số liệu về thông tin nhạy cảm không mở thành danh sách."))
    if OF_BIRTHS & set(condition) and not may_see_births(actor, scope):
        raise NotVisible("not-found", _("Danh sách theo tuổi chỉ mở cho người được xem ngày sinh."))
    counted = lines_in(snapshot, scope).filter(scope.asked.q(condition))
    own = Line.objects.filter(snapshot=snapshot, dossier_id=OuterRef(OuterRef("pk")))
    return (
        dossier_policy.visible(actor)
        .filter(pk__in=counted.values("dossier_id"))
        .select_related("person", "particulars")
        .annotate(
            unit_then=Subquery(Unit.objects.filter(pk=Subquery(own.values("unit_id")[:1])).values("name")[:1]),
            post_then=Subquery(Post.objects.filter(pk=Subquery(own.values("post_id")[:1])).values("title")[:1]),
        )
    )


def counted_in(snapshot: Snapshot, scope: Scope, condition: Condition) -> int:
    """Return how many people are counted under a condition, seen or not."""
    return lines_in(snapshot, scope).filter(scope.asked.q(condition)).count()


def condition_named(what: str) -> tuple[Condition, str]:
    """Return what an address means by ``officials.female`` or ``sex=female;education=4``, and its words.

    Raises ``NotVisible`` for what is no count of people.
    """
    try:
        if "=" in what:
            return _crossed(what)
        group, _dot, trait = what.partition(".")
        if trait in (APPROVED, VACANT) or is_sensitive(what):
            raise KeyError(what)
        words = str(GROUPS[group].label)
        if trait in TRAITS:
            words = f"{words}: {TRAITS[trait].label}"
        return condition_of(what), words
    except (KeyError, ValueError) as error:
        raise NotVisible("not-found", _("Không tìm thấy số liệu này.")) from error


def _crossed(what: str) -> tuple[Condition, str]:
    condition: dict[str, frozenset[object]] = {"in_post": frozenset({True})}
    words = []
    for one in filter(None, what.split(";")):
        code, _equals, text = one.partition("=")
        values: Mapping[str, object] = {str(value): value for value, _label in DIMENSIONS[code].values}
        value = values[text]
        condition[code] = frozenset({value})
        words.append(f"{DIMENSIONS[code].label}: {DIMENSIONS[code].words_of(value)}")
    return condition, "; ".join(words)
