"""What people say of a proposed move, one by one."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.staffing import events
from sauro.staffing.enums import MoveState
from sauro.staffing.models import Consent, ProposedMove
from sauro.staffing.policies import move_policy
from sauro.workforce.models import Dossier
from vanban.text.normalize import nfc


@transaction.atomic
def decide_move(*, actor: Actor, move_id: UUID, seen: MoveState, outcome: MoveState, reason: str = "") -> ProposedMove:
    """Confirm a proposed move as a draft of a decision, or refuse it with a reason. Nobody is appointed by it.

    ``seen`` is the state the officer had before them. Raises ``changed-meanwhile``, ``reason-needed``,
    ``outcome-wrong``, ``consent-withdrawn``, ``person-moved`` and ``person-drafted``.
    """
    move = move_policy.get_locked(actor, move_id)
    if move.state != seen:
        words = _("Đề xuất này vừa được %(who)s ghi là “%(state)s”. Hãy xem lại.")
        raise Conflict("changed-meanwhile", words % {"who": move.decided_by_name, "state": MoveState(move.state).label})
    if outcome in (seen, MoveState.PROPOSED):
        raise DomainError("outcome-wrong", _("Hãy chọn một kết luận khác với hiện tại."), field="outcome")
    written = nfc(reason).strip()
    if outcome == MoveState.REFUSED and not written:
        raise DomainError("reason-needed", _("Hãy ghi lý do không chọn."), field="reason")
    if outcome == MoveState.CONFIRMED:
        _check_person(move)
    move.state, move.reason = outcome, written
    move.decided_by_name, move.decided_at = actor.name, now()
    move.save(update_fields=["state", "reason", "decided_by_name", "decided_at"])
    event = events.MOVE_CONFIRMED if outcome == MoveState.CONFIRMED else events.MOVE_REFUSED
    record_event(actor=actor, event=event, obj=move, changes={"state": [str(seen), str(outcome)]})
    return move


def _check_person(move: ProposedMove) -> None:
    """The dossier is locked, so that two scenarios cannot draft two moves of one person at once."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("tenure").get(pk=move.dossier_id)
    if dossier.tenure is None or dossier.tenure.unit_id != move.from_unit_id:
        raise Conflict("person-moved", _("Người này không còn ở đơn vị nêu trong đề xuất. Hãy lập phương án mới."))
    consents = Consent.objects.filter(dossier=dossier, withdrawn_at__isnull=True)
    if move.scenario.consent_needed and not consents.exists():
        raise Conflict("consent-withdrawn", _("Người này đã rút đồng ý điều động."))
    drafts = ProposedMove.objects.filter(
        dossier=dossier, state=MoveState.CONFIRMED, dossier__tenure__unit=F("from_unit")
    )
    if drafts.exclude(pk=move.pk).exists():
        raise Conflict("person-drafted", _("Người này đã có một dự thảo điều động ở phương án khác."))
