"""One fact for many people: tried for each first, then recorded for all of them or for none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import Conflict, DomainError
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.establishment import Paper
from sauro.workforce.services.facts import Content, record_fact

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What recording would do for one dossier: nothing to say, or the refusal in words."""

    dossier: Dossier
    refusal: str = ""


class _TriedError(Exception):
    """Ends a rehearsal: what was written is undone."""


def rehearse_many(
    *, actor: Actor, dossier_ids: Sequence[UUID], kind: FactKind, content: Content, paper: Paper
) -> list[Outcome]:
    """Return what recording a fact would do for each of some dossiers, by name. Nothing is written.

    Dossiers the actor may not see are left out without a word.
    """
    return list(_tried(actor, dossier_ids, kind, content, paper))


@transaction.atomic
def record_for_many(
    *, actor: Actor, dossier_ids: Sequence[UUID], kind: FactKind, content: Content, paper: Paper
) -> int:
    """Record the same fact for some dossiers, all of them or none. Returns how many.

    Each leaves its own event, as :func:`record_fact` does. Raises ``refused-by-one`` with the code of the dossier.
    """
    dossiers = _dossiers(actor, dossier_ids)
    if not dossiers:
        raise DomainError("nobody-chosen", _("Chưa chọn người nào."))
    for dossier in dossiers:
        try:
            record_fact(actor=actor, dossier_id=dossier.pk, kind=kind, content=content, paper=paper)
        except DomainError as error:
            words = _("%(code)s: %(why)s Chưa ghi cho ai.") % {"code": dossier.code, "why": error.message}
            raise Conflict("refused-by-one", words) from error
    return len(dossiers)


def _tried(
    actor: Actor, dossier_ids: Sequence[UUID], kind: FactKind, content: Content, paper: Paper
) -> Iterator[Outcome]:
    for dossier in _dossiers(actor, dossier_ids):
        try:
            with transaction.atomic():
                record_fact(actor=actor, dossier_id=dossier.pk, kind=kind, content=content, paper=paper)
                raise _TriedError
        except _TriedError:
            yield Outcome(dossier)
        except DomainError as error:
            yield Outcome(dossier, error.message)


def _dossiers(actor: Actor, dossier_ids: Sequence[UUID]) -> list[Dossier]:
    """Return the dossiers in the order in which they are locked, the same for everybody who acts on many."""
    rows = dossier_policy.visible(actor).filter(pk__in=list(dossier_ids)[:MOST_AT_ONCE])
    return list(rows.select_related("person", "unit").order_by("sort_key", "pk"))
