"""The second factor: time-based one-time codes (RFC 6238) and recovery codes."""

from __future__ import annotations

import secrets
import time

import pyotp
from cryptography.fernet import InvalidToken
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.accounts import events
from sauro.accounts.actors import load_actor
from sauro.accounts.models import RecoveryCode, User
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.crypto import decrypt, encrypt
from sauro.common.errors import DomainError

ISSUER = "Sáu Rõ"
RECOVERY_CODES = 8
_STEP_SECONDS = 30
# A phone's clock may be off by one step either way.
_TOLERATED_STEPS = (-1, 0, 1)


def new_secret() -> str:
    """Return a fresh secret for an authenticator app, in base 32."""
    return pyotp.random_base32()


def provisioning_uri(*, user: User, secret: str) -> str:
    """Return the address that an authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.username, issuer_name=ISSUER)


@transaction.atomic
def confirm_second_factor(*, actor: Actor, user: User, secret: str, code: str) -> list[str]:
    """Switch the second factor on after a first right code. Returns the recovery codes, shown this once."""
    step = _matching_step(secret, code, after=0)
    if step is None:
        raise DomainError(
            "code-wrong",
            _("Mã chưa đúng. Hãy nhập 6 số đang hiện trên ứng dụng và kiểm tra giờ điện thoại."),
            field="code",
        )
    user.totp_secret = encrypt(secret)
    user.totp_confirmed_at = now()
    user.totp_last_step = step
    user.save(update_fields=["totp_secret", "totp_confirmed_at", "totp_last_step"])
    record_event(actor=actor, event=events.SECOND_FACTOR_ON, obj=user, object_text=user.username)
    return _renew_recovery_codes(user)


def verify_code(*, user: User, code: str, request_id: str) -> bool:
    """Check a code of a user whose row is locked. A code works once; a recovery code is used up.

    Raises :class:`DomainError` ``field-key`` when the secret was encrypted with the key of another installation; a
    recovery code works even then, because it is hashed and not encrypted.
    """
    code = code.replace(" ", "").replace("-", "").lower()
    if user.totp_secret is None:
        return False
    try:
        secret = decrypt(bytes(user.totp_secret))
    except InvalidToken as error:
        if _use_recovery_code(user, code, request_id):
            return True
        raise _other_key() from error
    step = _matching_step(secret, code, after=user.totp_last_step)
    if step is not None:
        user.totp_last_step = step
        user.save(update_fields=["totp_last_step"])
        return True
    return _use_recovery_code(user, code, request_id)


def _other_key() -> DomainError:
    return DomainError(
        "field-key",
        _(
            "Không kiểm tra được mã: khóa của bản cài này khác khóa đã dùng để mã hóa dữ liệu. "
            "Quản trị hệ thống cần chép lại tệp secrets/field-key (xem docs/admin/backup.md) rồi khởi động lại; "
            "trong lúc chờ có thể đăng nhập bằng mã khôi phục."
        ),
        field="code",
    )


def _matching_step(secret: str, code: str, *, after: int) -> int | None:
    current = int(time.time()) // _STEP_SECONDS
    totp = pyotp.TOTP(secret)
    for offset in _TOLERATED_STEPS:
        step = current + offset
        if step > after and secrets.compare_digest(totp.at(step * _STEP_SECONDS), code):
            return step
    return None


def _use_recovery_code(user: User, code: str, request_id: str) -> bool:
    for held in user.recovery_codes.filter(used_at__isnull=True):
        if check_password(code, held.code_hash):
            held.used_at = now()
            held.save(update_fields=["used_at"])
            actor = load_actor(user=user, door=Door.WEB, request_id=request_id)
            record_event(actor=actor, event=events.RECOVERY_CODE_USED, obj=user, object_text=user.username)
            return True
    return False


def _renew_recovery_codes(user: User) -> list[str]:
    user.recovery_codes.all().delete()
    codes = [secrets.token_hex(5) for _index in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, code_hash=make_password(code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]
