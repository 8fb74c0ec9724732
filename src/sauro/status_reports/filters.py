"""The filter that narrows rows to one report: where its figures lead."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model, Q
from django.http import QueryDict

from sauro.access.actor import Actor
from sauro.status_reports.models import StatusReport
from sauro.status_reports.policies import report_policy
from sauro.ui.lists.filters import BoundFilter, Filter, Label


@dataclass(frozen=True)
class ReportFilter(Filter):
    """The rows of one report. Not offered for choosing."""

    key: str
    label: Label
    template = "tasks/filters/obligation.html"

    def bind(self, data: QueryDict, actor: Actor, model: type[Model]) -> BoundFilter:
        """Read the identity of the report; one that the actor may not see filters to nothing."""
        try:
            pk = UUID(data.get(self.key, ""))
        except ValueError:
            return BoundFilter(self, {"value": ""}, Q(), "")
        found: StatusReport | None = report_policy.visible(actor).filter(pk=pk).first()
        condition = Q(report_id=pk) if found else Q(pk__in=())
        words = f"{found.code}, {found.period_label}" if found else str(pk)
        return BoundFilter(self, {"value": str(pk)}, condition, words)
