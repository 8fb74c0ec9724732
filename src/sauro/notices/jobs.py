"""The daily round of reminders; digests and the outbox."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.notices.services.digests import make_digests
from sauro.notices.services.reminding import remind
from sauro.notices.services.sending import send_due_mail


@periodic(cron="30 6 * * *", name="notices.remind")
def remind_today(timestamp: int) -> int:
    """Make today's reminders before office hours. Bears to run twice. Returns how many were put forward."""
    return remind()


@periodic(cron="5 * * * *", name="notices.make_digests")
def make_due_digests(timestamp: int) -> int:
    """Put the digests that are due into the outbox. Bears to run twice. Returns how many."""
    return make_digests()


@periodic(cron="* * * * *", name="notices.send_mail")
def send_mail(timestamp: int) -> int:
    """Send what is due in the outbox. Returns how many mails the server took."""
    return send_due_mail()
