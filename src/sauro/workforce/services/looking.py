"""Looking into a dossier and opening what is masked: both leave a record that the person reads."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.audit.services import record_event
from sauro.common.clock import start_of_day, today
from sauro.common.errors import DomainError, NotVisible
from sauro.workforce import events, sealing
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS, IDENTITY_NUMBER
from sauro.workforce.models import Dossier, Fact, Identity
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.as_of import opened_as_of

MOST_REVEALED = 20
MOST_DELIVERED = 3_000
MOST_OPENED_AT_ONCE = 300
"""Of so many people at most a form opens a sensitive column."""

_REASON_NEEDED = gettext_lazy("Hãy ghi lý do mở xem; người có hồ sơ đọc được lý do này.")


@transaction.atomic
def note_look(*, actor: Actor, dossier: Dossier) -> None:
    """Record that somebody opened a dossier, once a day for each reader."""
    seen_today = AuditEvent.objects.filter(
        code=events.DOSSIER_LOOKED_AT.code, object_type=dossier._meta.label_lower, object_id=dossier.pk,
        actor_user_id=actor.user_id, at__gte=start_of_day(today()),
    )  # fmt: skip
    if not seen_today.exists():
        record_event(actor=actor, event=events.DOSSIER_LOOKED_AT, obj=dossier)


@transaction.atomic
def reveal_number(*, actor: Actor, dossier_id: UUID, reason: str) -> str:
    """Return the identity number of a person in clear. Raises ``reason-needed``, ``nothing-there``."""
    dossier = dossier_policy.get_visible(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    identity = Identity.objects.filter(person=dossier.person_id).first()
    if identity is None or identity.number_sealed is None:
        raise DomainError("nothing-there", _("Hồ sơ chưa có thông tin này."))
    number: str = sealing.unseal(dossier.person_id, identity.wrapped_key, identity.number_sealed)["number"]
    _record(actor, dossier, IDENTITY_NUMBER.code, reason)
    return number


@transaction.atomic
def reveal_facts(*, actor: Actor, dossier_id: UUID, kind: FactKind, reason: str) -> list[tuple[Fact, dict[str, str]]]:
    """Return the facts of a sensitive kind in clear, newest first. Raises ``reason-needed``, ``nothing-there``."""
    dossier = dossier_policy.get_visible(actor, dossier_id)
    dossier_policy.require(actor, "open", dossier)
    if not FACTS[kind].is_sealed:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    rows = list(Fact.objects.standing().filter(dossier=dossier, kind=kind).order_by("-valid")[:MOST_REVEALED])
    if not rows:
        raise DomainError("nothing-there", _("Hồ sơ chưa có thông tin này."))
    key = Identity.objects.get(person=dossier.person_id).wrapped_key
    opened = [(row, sealing.unseal(dossier.person_id, key, row.sealed)) for row in rows]
    _record(actor, dossier, str(kind), reason)
    return opened


@transaction.atomic
def reveal_for_many(*, actor: Actor, dossier_ids: Collection[UUID], kind: FactKind, reason: str) -> dict[UUID, str]:
    """Return in clear what a sensitive kind says today of some dossiers, as words; each dossier records who opened it.

    Dossiers whose facts the actor may not open, and those that say nothing, are left out. Raises ``reason-needed``,
    ``too-many``.
    """
    if not reason.strip():
        raise DomainError("reason-needed", str(_REASON_NEEDED), field="reason")
    if len(dossier_ids) > MOST_OPENED_AT_ONCE:
        words = _("Chỉ mở cột nhạy cảm cho nhiều nhất %(most)d người một lần. Hãy chọn ít đơn vị hơn.")
        raise DomainError("too-many", words % {"most": MOST_OPENED_AT_ONCE}, field="reason")
    dossiers = list(dossier_policy.visible(actor, "open").filter(pk__in=dossier_ids).order_by("sort_key", "pk"))
    rows = opened_as_of(kind, today(), [one.pk for one in dossiers])
    spec = FACTS[kind]
    for dossier in dossiers:
        if dossier.pk in rows:
            _record(actor, dossier, str(kind), reason)
    return {pk: " – ".join(filter(None, [spec.words_of(held["value"]), held["detail"]])) for pk, held in rows.items()}


@transaction.atomic
def numbers_for_delivery(*, actor: Actor, person_ids: Collection[UUID], reason: str) -> dict[UUID, str]:
    """Return by person the identity numbers of those whose records the actor keeps, for a file the law asks for.

    Each of these people can read that their number was opened, and why. Raises ``too-many``.
    """
    if len(person_ids) > MOST_DELIVERED:
        words = _("Một tệp có nhiều nhất %(most)d người. Hãy lập tệp theo từng đơn vị.")
        raise DomainError("too-many", words % {"most": MOST_DELIVERED}, field="unit")
    dossiers = dossier_policy.visible(actor, "record").filter(person__in=person_ids).order_by("sort_key", "pk")
    keys = {one.person_id: one for one in Identity.objects.filter(person__in=dossiers.values("person"))}
    opened: dict[UUID, str] = {}
    for dossier in dossiers:
        identity = keys.get(dossier.person_id)
        if identity is None or identity.number_sealed is None or dossier.person_id in opened:
            continue
        held = sealing.unseal(dossier.person_id, identity.wrapped_key, identity.number_sealed)
        opened[dossier.person_id] = held["number"]
        _record(actor, dossier, IDENTITY_NUMBER.code, reason)
    return opened


def _record(actor: Actor, dossier: Dossier, field: str, reason: str) -> None:
    if not reason.strip():
        raise DomainError("reason-needed", str(_REASON_NEEDED), field="reason")
    record_event(actor=actor, event=events.REVEALED, obj=dossier, changes={"field": field}, reason=reason.strip())
