"""Sending what lies in the outbox. A mail server that is down delays a mail; it never loses one."""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime

from django.conf import settings
from django.db import transaction

from sauro.common.clock import VIETNAM, now
from sauro.notices.digest_days import quiet_until
from sauro.notices.models import MailPreference, OutgoingMail

MOST_AT_ONCE = 200
_SECONDS = 20
_FIRST_WAIT = dt.timedelta(minutes=1)
_LONGEST_WAIT = dt.timedelta(hours=6)

_log = logging.getLogger(__name__)


def send_due_mail() -> int:
    """Send the mails that are due, and return how many the server took. Two that send at once take different mails.

    A mail may arrive twice when the machine stops between the server's answer and the note of it; both have the same
    Message-ID. When the server cannot be reached the round ends: the other mails would fare no better.
    """
    sent = 0
    if not settings.SMTP_HOST:
        return sent
    for _number in range(MOST_AT_ONCE):
        outcome = _send_next()
        if outcome is None:
            break
        sent += outcome
    return sent


def wait_before(attempt: int) -> dt.timedelta:
    """Return how long to wait after so many failed tries: a minute, doubled each time, six hours at most."""
    doublings: int = 2 ** min(attempt - 1, 12)
    return min(_FIRST_WAIT * doublings, _LONGEST_WAIT)


@transaction.atomic
def _send_next() -> bool | None:
    """Send one mail. Tells whether it was taken; nothing when there is no other, or the server cannot be reached."""
    moment = now()
    due = OutgoingMail.objects.filter(sent_at__isnull=True, next_try_at__lte=moment, user__is_active=True)
    mail = due.select_for_update(of=("self",), skip_locked=True).order_by("next_try_at", "id").first()
    if mail is None:
        return None
    ends = quiet_until(MailPreference.objects.filter(user=mail.user_id).first(), moment)
    if ends is not None:
        mail.next_try_at = ends
        mail.save(update_fields=["next_try_at"])
        return False
    try:
        _deliver(mail)
    except smtplib.SMTPResponseException as error:
        _postpone(mail, moment, f"{type(error).__name__} {error.smtp_code}")
        return False
    except smtplib.SMTPRecipientsRefused as error:
        codes = " ".join(str(code) for code, _text in error.recipients.values())
        _postpone(mail, moment, f"{type(error).__name__} {codes}")
        return False
    except (OSError, smtplib.SMTPException) as error:
        _postpone(mail, moment, type(error).__name__)
        return None
    mail.sent_at = moment
    mail.fault = ""
    mail.save(update_fields=["sent_at", "fault"])
    return True


def _postpone(mail: OutgoingMail, moment: dt.datetime, fault: str) -> None:
    mail.attempts += 1
    mail.fault = fault
    mail.next_try_at = moment + wait_before(mail.attempts)
    mail.save(update_fields=["attempts", "fault", "next_try_at"])
    _log.warning("mail %s not sent (%s), next try at %s", mail.pk, fault, mail.next_try_at.isoformat())


def _deliver(mail: OutgoingMail) -> None:
    with _connection() as server:
        if settings.SMTP_USER:
            server.login(settings.SMTP_USER, settings.SMTP_PASSWORD)
        server.send_message(_message(mail))


def _connection() -> smtplib.SMTP:
    host, port = settings.SMTP_HOST, settings.SMTP_PORT
    if settings.SMTP_SECURITY == "ssl":
        return smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(host, port, timeout=_SECONDS)
    if settings.SMTP_SECURITY == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def _message(mail: OutgoingMail) -> EmailMessage:
    message = EmailMessage()
    message["From"] = settings.SMTP_FROM
    message["To"] = mail.address
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at.astimezone(VIETNAM))
    message["Message-ID"] = f"<{mail.pk}@sauro.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message
