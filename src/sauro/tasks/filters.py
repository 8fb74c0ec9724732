"""Filters of lists of assignments that the kit does not bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Model, Q
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.tasks.models import Obligation
from sauro.tasks.policies import assignment_policy, obligation_policy
from sauro.tasks.querysets import alive_between
from sauro.ui.lists.filters import BoundFilter, DateRangeFilter, Filter, Label

NOBODY_IN_CHARGE = "0"
_SHOWN = 60


@dataclass(frozen=True)
class ObligationFilter(Filter):
    """The assignments that one obligation became: where a link "54 cơ quan quá hạn" leads. Not offered for choosing."""

    key: str
    label: Label
    template = "tasks/filters/obligation.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the identity of the obligation; one that the actor may not see filters to nothing it would show."""
        try:
            pk = UUID(data.get(self.key, ""))
        except ValueError:
            return BoundFilter(self, {"value": ""}, Q(), "")
        found: Obligation | None = obligation_policy.visible(actor).filter(pk=pk).first()
        words = Truncator(found.text).chars(_SHOWN) if found else str(pk)
        return BoundFilter(self, {"value": str(pk)}, Q(obligation_id=pk), words)


@dataclass(frozen=True)
class DocumentFilter(Filter):
    """The assignments that one document gave: where the figures of the board lead. Not offered for choosing."""

    key: str
    label: Label
    template = "tasks/filters/obligation.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the identity of the document; one that the actor may not open filters to nothing."""
        try:
            pk = UUID(data.get(self.key, ""))
        except ValueError:
            return BoundFilter(self, {"value": ""}, Q(), "")
        found: Document | None = document_policy.visible(actor).filter(pk=pk).first()
        condition = Q(obligation__document_id=pk) if found else Q(pk__in=())
        words = Truncator(found.title).chars(_SHOWN) if found else str(pk)
        return BoundFilter(self, {"value": str(pk)}, condition, words)


@dataclass(frozen=True)
class PersonFilter(Filter):
    """The assignments one post is in charge of, or with ``0`` those nobody is: where the rows of a timeline lead.

    Not offered for choosing. The name is told to those who see work of that post.
    """

    key: str
    label: Label
    template = "tasks/filters/obligation.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the identity of the post."""
        value = data.get(self.key, "")
        if value == NOBODY_IN_CHARGE:
            return BoundFilter(self, {"value": value}, Q(person__isnull=True), _("chưa phân công"))
        try:
            pk = UUID(value)
        except ValueError:
            return BoundFilter(self, {"value": ""}, Q(), "")
        row = assignment_policy.visible(actor).filter(person_id=pk).select_related("person__person").first()
        words = row.person.person.full_name if row is not None and row.person is not None else str(pk)
        return BoundFilter(self, {"value": str(pk)}, Q(person_id=pk), words)


@dataclass(frozen=True)
class AliveFilter(DateRangeFilter):
    """The assignments somebody had on one of the days. Not offered for choosing; both ends are needed."""

    template = "tasks/filters/days.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read both ends."""
        bound = super().bind(data, actor, model)
        first, last = bound.values["first"], bound.values["last"]
        if first is None or last is None:
            return replace(bound, condition=Q(), description="")
        return replace(bound, condition=alive_between(first, last, today=today()))
