"""Digests: what a person was told and has not read, put into the outbox as codes, days and links."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotVisible
from sauro.common.ids import new_id
from sauro.notices import events
from sauro.notices.digest_days import latest_digest_day
from sauro.notices.enums import DigestRhythm
from sauro.notices.models import MailPreference, Notice, OutgoingMail
from sauro.notices.policies import notice_policy
from sauro.notices.selectors.notices import address_of

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to be written to; see :class:`~sauro.notices.models.MailPreference`."""

    address: str
    rhythm: DigestRhythm
    weekday: int = 0
    hour: int = 7
    quiet_from: dt.time | None = None
    quiet_until: dt.time | None = None


@transaction.atomic
def set_mail_preference(*, actor: Actor, wish: Wish) -> MailPreference:
    """Set how the actor is written to. The first digest is the next one due."""
    if wish.rhythm != DigestRhythm.OFF and not wish.address:
        raise DomainError("address-needed", _("Hãy ghi địa chỉ thư."), field="address")
    if (wish.quiet_from is None) != (wish.quiet_until is None):
        raise DomainError("quiet-half", _("Hãy ghi cả giờ bắt đầu và giờ kết thúc."), field="quiet_until")
    if actor.user_id is None:
        raise NotVisible("not-found", _("Hãy đăng nhập."))
    user = User.objects.get(pk=actor.user_id)
    preference, _created = MailPreference.objects.select_for_update().get_or_create(user=user)
    for name in ("address", "rhythm", "weekday", "hour", "quiet_from", "quiet_until"):
        setattr(preference, name, getattr(wish, name))
    preference.last_digest_on = latest_digest_day(preference, now())
    preference.save()
    record_event(
        actor=actor, event=events.MAIL_SET, obj=preference, object_text=actor.name, unit_id=actor.unit_id,
        changes={"rhythm": [None, str(wish.rhythm)]},
    )  # fmt: skip
    return preference


def make_digests() -> int:
    """Put every digest that is due into the outbox, and return how many. Bears to run twice, and at once."""
    if not settings.SMTP_HOST:
        return 0
    moment, made = now(), 0
    wanted = MailPreference.objects.exclude(rhythm=DigestRhythm.OFF).filter(user__is_active=True)
    for pk in list(wanted.values_list("pk", flat=True)):
        with transaction.atomic():
            locked = MailPreference.objects.select_for_update(of=("self",), skip_locked=True)
            preference = locked.select_related("user__person").filter(pk=pk).first()
            made += preference is not None and _make(preference, moment)
    return made


def _make(preference: MailPreference, moment: dt.datetime) -> bool:
    day = latest_digest_day(preference, moment)
    if day is None or (preference.last_digest_on and day <= preference.last_digest_on):
        return False
    preference.last_digest_on = day
    preference.save(update_fields=["last_digest_on"])
    notices = _to_tell(preference)
    if not notices:
        return False
    Notice.objects.filter(pk__in=[row.pk for row in notices]).update(mailed_at=moment)
    OutgoingMail.objects.create(
        user=preference.user,
        key=f"digest:{day}",
        address=preference.address,
        subject=_("Sáu Rõ: %(count)s thông báo chưa đọc") % {"count": len(notices)},
        body=_body(notices),
        created_at=moment,
        next_try_at=moment,
    )
    return True


def _to_tell(preference: MailPreference) -> list[Notice]:
    """What is unread, was in no digest yet, is visible today, and is not of the Party's domain: that stays inside."""
    actor = load_actor(user=preference.user, door=Door.JOB, request_id=str(new_id()))
    rows = notice_policy.visible(actor).filter(read_at__isnull=True, mailed_at__isnull=True)
    return list(rows.exclude(domain=Domain.PARTY).order_by("due_on", "created_at", "id"))


def _body(notices: list[Notice]) -> str:
    root = settings.PUBLIC_URL.rstrip("/")
    about = {row.code: row for row in notices}
    lines = [_line(row, root) for row in list(about.values())[:MOST_LINES]]
    more = len(about) - len(lines)
    head = _("Bạn có %(count)s thông báo chưa đọc về %(works)s việc. Nội dung xem sau khi đăng nhập.") % {
        "count": len(notices),
        "works": len(about),
    }
    tail = [_("và %(count)s việc khác") % {"count": more}] if more > 0 else []
    return "\n".join([head, "", *lines, *tail, "", root + reverse("notice-list"), ""])


def _line(notice: Notice, root: str) -> str:
    due = _("hạn %(day)s") % {"day": f"{notice.due_on:%d/%m/%Y}"} if notice.due_on else _("không hạn")
    return f"{notice.code}  {due}  {root}{address_of(notice)}"
