"""Filters of lists of assignments that the kit does not bring."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model, Q
from django.http import QueryDict
from django.utils.text import Truncator

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.tasks.models import Obligation
from sauro.tasks.policies import obligation_policy
from sauro.ui.lists.filters import BoundFilter, Filter, Label

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
