"""Who may see, write and issue status reports: those of the unit who see all the work it is about."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import Policy, within
from sauro.documents.policies import not_suspected
from sauro.status_reports.enums import Subject
from sauro.status_reports.models import StatusReport

_GIVING = Q(subject__in=(Subject.GIVEN, Subject.DIRECTIVE))


def _view(actor: Actor) -> Q:
    """A reader of the report reads every row, so they must hold the permission that shows them all."""
    received = Q(subject=Subject.RECEIVED) & within(actor, "tasks.view", unit="unit")
    given = _GIVING & within(actor, "giving.view", unit="unit")
    return (received | given) & (Q(document__isnull=True) | not_suspected("document_id"))


def _write(actor: Actor) -> Q:
    """Those who work for the unit; an inspector reads only."""
    sends = within(actor, "documents.send", unit="unit") | within(actor, "giving.decide", unit="unit")
    return _view(actor) & ((_GIVING & sends) | (Q(subject=Subject.RECEIVED) & within(actor, "tasks.lead", unit="unit")))


def _issue(actor: Actor) -> Q:
    """The head: who decides on what was given, or leads the unit that does the work."""
    decides = _GIVING & within(actor, "giving.decide", unit="unit")
    leads = Q(subject=Subject.RECEIVED) & within(actor, "tasks.lead", unit="unit")
    return _view(actor) & (decides | leads)


report_policy = Policy(StatusReport, {"view": _view, "write": _write, "issue": _issue})
