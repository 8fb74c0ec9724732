"""Mail: what somebody wants to get, and the outbox from which nothing is lost."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.notices.enums import DigestRhythm


@track(exclude=["last_digest_on"])
class MailPreference(Record):
    """How a user is written to.

    A digest is put into the outbox from ``hour`` on (in Vietnam), every day or on ``weekday`` (0 is Monday). Nothing is
    sent from ``quiet_from`` until ``quiet_until``, which may lie on the next day. ``last_digest_on`` is the last day
    whose digest was made.
    """

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="mail_preference")
    address = models.EmailField(_("địa chỉ thư"), blank=True)
    rhythm = models.CharField(_("gửi"), max_length=10, choices=DigestRhythm.choices, default=DigestRhythm.OFF)
    weekday = models.PositiveSmallIntegerField(_("thứ"), default=0, validators=[MaxValueValidator(6)])
    hour = models.PositiveSmallIntegerField(_("giờ gửi"), default=7, validators=[MaxValueValidator(23)])
    quiet_from = models.TimeField(_("không gửi từ"), null=True)
    quiet_until = models.TimeField(_("gửi lại từ"), null=True)
    last_digest_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("cách nhận thư")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.rhythm}"


class OutgoingMail(Record):
    """A mail until it was taken by the mail server, and afterwards. It holds codes, a count, days and links only.

    ``key`` names the occasion: one mail per user and occasion. ``fault`` says why the last try failed.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mail")
    key = models.CharField(max_length=60)
    address = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("thư đi")
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(sent_at__isnull=True), name="notices_outbox"),
        ]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notices_mail_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"
