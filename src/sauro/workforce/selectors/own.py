"""A person's own dossier, for whoever signed in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.errors import NotVisible
from sauro.workforce import events, sealing
from sauro.workforce.fields import FACTS, IDENTITY_NUMBER
from sauro.workforce.models import Dossier, Fact, Identity

MOST_LOOKS = 100


def own_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """Return the dossiers of the person who signed in, one of each domain. No permission is needed for one's own."""
    if actor.user_id is None:
        return Dossier.objects.none()
    rows = Dossier.objects.filter(person__user__pk=actor.user_id)
    return rows.select_related("person", "unit", "particulars", "tenure__post", "tenure__unit").order_by("domain")


def own_dossier(actor: Actor, dossier_id: UUID) -> Dossier:
    """Return one of them. Raises ``NotVisible`` for anybody else's."""
    found = own_dossiers(actor).filter(pk=dossier_id).first()
    if found is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return found


@dataclass(frozen=True, slots=True)
class Opened:
    """A covered value in clear, under its name. ``fact`` is none for the identity number."""

    label: str
    words: str
    fact: Fact | None = None


def own_in_clear(actor: Actor, dossier_id: UUID) -> list[Opened]:
    """Return what is covered in one's own dossier, in clear: the identity number and the sealed facts that stand.

    Nobody is told: it is the person's own. Raises ``NotVisible`` for anybody else's, ``key-destroyed``.
    """
    dossier = own_dossier(actor, dossier_id)
    identity = Identity.objects.filter(person=dossier.person_id).first()
    if identity is None:
        return []
    found = []
    if identity.number_sealed is not None:
        number = sealing.unseal(dossier.person_id, identity.wrapped_key, identity.number_sealed)["number"]
        found.append(Opened(str(IDENTITY_NUMBER.label), number))
    for fact in Fact.objects.standing().filter(dossier=dossier, sealed__isnull=False).order_by("kind", "-valid"):
        spec = FACTS[fact.kind]
        held = sealing.unseal(dossier.person_id, identity.wrapped_key, fact.sealed)
        words = " – ".join(filter(None, [spec.words_of(held["value"]), held["detail"], held["place"]]))
        found.append(Opened(str(spec.label), words, fact))
    return found


def number_changes(dossier: Dossier) -> list[AuditEvent]:
    """Return when the identity number was entered or corrected, by whom and why, newest first; never the numbers."""
    rows = AuditEvent.objects.filter(object_type=dossier._meta.label_lower, object_id=dossier.pk)
    return list(rows.filter(code=events.NUMBER_SET.code).order_by("-sequence")[:MOST_LOOKS])


def looks_at(dossier: Dossier) -> list[AuditEvent]:
    """Return who opened a dossier or something masked in it, and what was done to it, newest first."""
    rows = AuditEvent.objects.filter(object_type=dossier._meta.label_lower, object_id=dossier.pk)
    codes = [events.DOSSIER_LOOKED_AT.code, events.REVEALED.code, events.PAPER_OPENED.code]
    return list(rows.filter(code__in=codes).order_by("-sequence")[:MOST_LOOKS])
