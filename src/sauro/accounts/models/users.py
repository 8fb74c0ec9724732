"""A user is a way to sign in; the human being behind it is a person with appointments."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Person

_SECRET = ["password", "totp_secret", "last_login", "last_seen_at", "totp_last_step"]


class UserManager(BaseUserManager["User"]):
    """Finds users by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the user of a sign-in name, whatever its case."""
        return self.get(username=(username or "").strip().lower())


@track(exclude=_SECRET)
class User(AbstractBaseUser, Record):
    """Somebody who may sign in. Carries no permissions itself: those are grants."""

    username = models.CharField(_("tên đăng nhập"), max_length=60, unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user")
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu"), default=False)
    failed_logins = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    totp_required = models.BooleanField(_("bắt buộc xác thực hai lớp"), default=False)
    totp_secret = models.BinaryField(null=True, blank=True)
    totp_confirmed_at = models.DateTimeField(null=True, blank=True)
    totp_last_step = models.BigIntegerField(default=0)
    last_seen_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.person.full_name if self.person else self.username

    @property
    def uses_second_factor(self) -> bool:
        """Tell whether signing in asks for a code."""
        return self.totp_confirmed_at is not None


class RecoveryCode(Record):
    """A one-time code for a user who lost the device of the second factor; only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=160)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mã khôi phục")

    def __str__(self) -> str:
        return str(self.pk)
