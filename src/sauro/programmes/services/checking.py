"""Holding all lines against the rules again: the catalogue of competence or the documents have changed."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.services.common import refresh_figures
from sauro.programmes.services.marking import mark_entries
from sauro.programmes.services.reviewing import keep_review


@transaction.atomic
def check_again(*, actor: Actor, programme_id: UUID) -> int:
    """Compute all marks anew and check the composed document; returns how many lines were looked at.

    Derived values only: no event.
    """
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "write", programme)
    entries = marked_entries(programme)
    mark_entries(actor, programme, entries)
    keep_review(programme)
    refresh_figures(programme)
    return len(entries)
