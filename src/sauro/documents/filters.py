"""Filters of lists of documents that the kit does not bring: where figures lead. None is offered for choosing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Model, Q
from django.http import QueryDict

from sauro.access.actor import Actor
from sauro.ui.lists.filters import BoundFilter, Filter, Label


@dataclass(frozen=True)
class FindingFilter(Filter):
    """Documents in whose present reading a rule found something; the address holds the rule's code."""

    key: str
    label: Label
    template = "documents/filters/hidden.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the code."""
        code = data.get(self.key, "")[:12]
        found = Q(readings__is_current=True, readings__extraction__findings__contains=[{"code": code}])
        return BoundFilter(self, {"value": code}, found if code else Q(), code)


@dataclass(frozen=True)
class IssuerFilter(Filter):
    """Documents of one issuing body, by its name as printed."""

    key: str
    label: Label
    template = "documents/filters/hidden.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the name."""
        name = data.get(self.key, "")[:400]
        return BoundFilter(self, {"value": name}, Q(issuer_name=name) if name else Q(), name)
