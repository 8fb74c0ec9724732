"""Keys with which a program uses the API in the name of a user."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models.users import User
from sauro.audit.history import track
from sauro.common.base import Record


@track(exclude=["secret_hash", "last_used_at"])
class ApiToken(Record):
    """A key for the API. It carries no rights itself: whoever shows it acts with the grants of its user on that day.

    Only the SHA-256 of the secret is kept: the secret holds 256 random bits, so no slow hash is needed.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(_("dùng cho"), max_length=80)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("tạo lúc"))
    expires_at = models.DateTimeField(_("hết hạn"))
    last_used_at = models.DateTimeField(_("dùng gần nhất"), null=True)
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True)

    class Meta:
        verbose_name = _("khóa API")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name

    def is_usable(self, at: dt.datetime) -> bool:
        """Tell whether the key opens anything at this moment."""
        return self.revoked_at is None and at < self.expires_at
