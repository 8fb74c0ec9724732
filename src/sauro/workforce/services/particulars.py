"""The basic particulars of a dossier: a version from a day on, or the correction of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.workforce import events
from sauro.workforce.enums import Sex
from sauro.workforce.models import Dossier, Particulars
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.settling import settle_dossiers
from vanban.text.normalize import nfc

_YOUNGEST, _OLDEST = 15, 100


@dataclass(frozen=True, slots=True)
class Stated:
    """The particulars of one version."""

    sex: Sex
    birth_date: dt.date
    home_town: str = ""
    residence: str = ""
    phone: str = ""
    recruited_on: dt.date | None = None
    schooling: str = ""


@transaction.atomic
def record_particulars(
    *, actor: Actor, dossier_id: UUID, stated: Stated, since: dt.date, reason: str = "", decision: str = ""
) -> Particulars:
    """State the particulars anew from ``since`` on; the version before ends there.

    ``since`` on the first day of the version in force corrects it: the wrong one is withdrawn with ``reason``. Raises
    ``birth-in-future``, ``birth-odd``, ``recruited-odd``, ``later-version`` and ``reason-needed``.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    check_stated(stated)
    made, changed = _replace(actor, dossier, stated, since, reason.strip(), decision.strip())
    settle_dossiers([dossier.pk])
    record_event(
        actor=actor, event=events.PARTICULARS_RECORDED, obj=dossier,
        changes={"fields": changed, "since": since.isoformat()}, reason=reason.strip(),
    )  # fmt: skip
    return made


def check_stated(stated: Stated) -> None:
    """Refuse particulars that cannot be."""
    if stated.birth_date > today():
        raise DomainError("birth-in-future", _("Ngày sinh ở tương lai. Hãy kiểm tra lại năm sinh."), field="birth_date")
    age = today().year - stated.birth_date.year
    if not _YOUNGEST <= age <= _OLDEST:
        words = _("Ngày sinh cho tuổi %(age)d, ngoài khoảng %(least)d–%(most)d. Hãy kiểm tra lại năm sinh.")
        held = {"age": age, "least": _YOUNGEST, "most": _OLDEST}
        raise DomainError("birth-odd", words % held, field="birth_date")
    recruited = stated.recruited_on
    if recruited is not None and not stated.birth_date.year + _YOUNGEST <= recruited.year <= today().year + 1:
        words = _("Ngày tuyển dụng không khớp ngày sinh, hoặc ở tương lai.")
        raise DomainError("recruited-odd", words, field="recruited_on")


def write_particulars(
    actor: Actor, dossier: Dossier, stated: Stated, *, since: dt.date, decision: str = ""
) -> Particulars:
    """Write a version that holds from a day on. What is before it must have been ended."""
    columns = {name: nfc(value).strip() if isinstance(value, str) else value for name, value in asdict(stated).items()}
    made: Particulars = Particulars.objects.create(
        dossier=dossier, valid=DateRange(since, None), recorded_by_name=actor.name, decision=decision, **columns
    )
    return made


def _replace(
    actor: Actor, dossier: Dossier, stated: Stated, since: dt.date, reason: str, decision: str
) -> tuple[Particulars, list[str]]:
    last = Particulars.objects.standing().filter(dossier=dossier).order_by("-valid").first()
    if last is None:
        return write_particulars(actor, dossier, stated, since=since, decision=decision), sorted(asdict(stated))
    changed = [name for name, value in asdict(stated).items() if getattr(last, name) != value]
    if not changed:
        raise DomainError("nothing-changed", _("Không có thông tin nào thay đổi."))
    if since < last.valid.lower:
        words = _("Đã có thông tin từ ngày %(day)s. Hãy chọn ngày đó (để sửa sai) hoặc ngày sau đó.")
        raise Conflict("later-version", words % {"day": f"{last.valid.lower:%d/%m/%Y}"}, field="since")
    if since > last.valid.lower:
        last.valid = DateRange(last.valid.lower, since)
        last.save(update_fields=["valid"])
    else:
        if not reason:
            raise DomainError("reason-needed", _("Sửa thông tin đã ghi thì phải ghi lý do."), field="reason")
        last.withdrawn_at, last.withdrawn_by_name, last.withdrawn_reason = now(), actor.name, reason
        last.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    return write_particulars(actor, dossier, stated, since=since, decision=decision), changed
