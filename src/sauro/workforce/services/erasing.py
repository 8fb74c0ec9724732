"""Erasing what is sealed of a person by destroying the key: one person asks with the basis, another confirms.

The identity number, the sensitive facts and the papers of the person, in every domain and in all history, can then be
opened by nobody. What stays readable is said by :func:`sauro.workforce.selectors.erasing.remains`.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.models import Person
from sauro.workforce import events
from sauro.workforce.enums import ErasureState
from sauro.workforce.models import Dossier, Erasure, Identity
from sauro.workforce.policies import dossier_policy
from vanban.text.normalize import nfc


@transaction.atomic
def ask_erasure(*, actor: Actor, dossier_id: UUID, basis: str) -> Erasure:
    """Ask for the key of a person to be destroyed. Nothing changes until somebody else confirms.

    Raises ``basis-needed``, ``asked-already``, ``erased-already``; 403 for who may not seal, and for a machine.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "seal", dossier)
    if actor.user_id is None:
        raise NotAllowed("not-a-person", _("Việc xóa phải do người có tên đề nghị."))
    if not basis.strip():
        raise DomainError("basis-needed", _("Hãy ghi căn cứ pháp lý: số văn bản, điều khoản."), field="basis")
    if not Identity.objects.filter(person=dossier.person_id, wrapped_key__isnull=False).exists():
        raise Conflict("erased-already", _("Hồ sơ này không còn thông tin niêm phong nào đọc được."))
    if Erasure.objects.filter(dossier=dossier, state=ErasureState.ASKED).exists():
        raise Conflict("asked-already", _("Đã có đề nghị xóa đang chờ xác nhận."))
    erasure = Erasure.objects.create(
        dossier=dossier, basis=nfc(basis).strip(), asked_by_id=actor.user_id, asked_by_name=actor.name
    )
    record_event(actor=actor, event=events.ERASURE_ASKED, obj=dossier, reason=erasure.basis)
    return erasure


@transaction.atomic
def take_back_erasure(*, actor: Actor, dossier_id: UUID) -> Erasure:
    """Take the request back, by whoever may ask. Raises ``not-open``."""
    dossier, erasure = _open_request(actor, dossier_id)
    _settle(actor, erasure, ErasureState.TAKEN_BACK)
    record_event(actor=actor, event=events.ERASURE_TAKEN_BACK, obj=dossier)
    return erasure


@transaction.atomic
def confirm_erasure(*, actor: Actor, dossier_id: UUID) -> Erasure:
    """Destroy the key. Only somebody else than who asked may do so; it cannot be undone.

    Every dossier of the person, in whatever domain, hears of it by an event of its own. Raises ``not-open``;
    403 ``second-person-needed``.
    """
    dossier, erasure = _open_request(actor, dossier_id)
    if actor.user_id is None or actor.user_id == erasure.asked_by_id:
        raise NotAllowed("second-person-needed", _("Người xác nhận phải khác người đề nghị."))
    Person.objects.select_for_update(no_key=True).get(pk=dossier.person_id)
    identity = Identity.objects.select_for_update(of=("self",)).get(person=dossier.person_id)
    identity.wrapped_key = identity.number_sealed = identity.number_index = None
    identity.save(update_fields=["wrapped_key", "number_sealed", "number_index"])
    _settle(actor, erasure, ErasureState.DONE)
    for one in Dossier.objects.filter(person=dossier.person_id).order_by("domain"):
        record_event(actor=actor, event=events.ERASED, obj=one, reason=erasure.basis)
    return erasure


def _open_request(actor: Actor, dossier_id: UUID) -> tuple[Dossier, Erasure]:
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "seal", dossier)
    erasure = Erasure.objects.filter(dossier=dossier, state=ErasureState.ASKED).first()
    if erasure is None:
        raise Conflict("not-open", _("Không còn đề nghị xóa nào đang chờ; hãy xem lại."))
    return dossier, erasure


def _settle(actor: Actor, erasure: Erasure, state: ErasureState) -> None:
    erasure.state = state
    erasure.settled_by_id, erasure.settled_by_name, erasure.settled_at = actor.user_id, actor.name, now()
    erasure.save(update_fields=["state", "settled_by_id", "settled_by_name", "settled_at"])
