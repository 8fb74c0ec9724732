"""A calendar that a program subscribes to by a secret address."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit


@track(exclude=["secret_hash"])
class CalendarFeed(Record):
    """Deadlines of what ``user`` is in charge of, or of ``unit`` as far as they may see it on the day of reading.

    Only the SHA-256 of the secret is kept: the secret holds 256 random bits, so no slow hash is needed.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_feeds")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    secret_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("tạo lúc"))
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True)

    class Meta:
        verbose_name = _("lịch đăng ký")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.unit_id or ''}"

    @property
    def event_text(self) -> str:
        """How events name the feed: never by its address."""
        return str(self.pk)
