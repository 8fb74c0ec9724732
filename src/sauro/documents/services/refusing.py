"""Refuses uploads: what must not come in leaves nothing behind but the fact that it was refused."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.documents import events
from sauro.documents.enums import PurgeState
from sauro.documents.models import Purge
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.secrecy import find_in_file_name
from sauro.documents.services.reading import Unreadable
from sauro.organizations.models import Unit


class SecretRefused(DomainError):
    """A file with a secrecy mark: destroyed, nothing of it kept."""


def refuse_by_name_or_hash(actor: Actor, unit: Unit | None, upload: QuarantinedUpload) -> None:
    """Refuse before the first byte is looked at: by the name, or because this very content was purged as secret or is
    waiting to be."""
    suspected = Purge.objects.filter(file_sha256=upload.sha256).exclude(state=PurgeState.WITHDRAWN).exists()
    if suspected or find_in_file_name(upload.name) is not None:
        raise refuse_secret(actor, unit, upload)


def refuse_empty(upload: QuarantinedUpload) -> None:
    """Refuse a file without a byte."""
    if upload.size == 0:
        raise Unreadable(
            "empty",
            _("Tệp không có nội dung (0 byte). Hãy kiểm tra lại tệp trên máy và chọn đúng tệp văn bản."),
            field="files",
        )


def refuse_secret(actor: Actor, unit: Unit | None, upload: QuarantinedUpload) -> SecretRefused:
    """Destroy the bytes, then record who, when and which hash, and nothing else.

    ``unit`` is that for which the file came in; a draft that is only checked may come from somebody without one.
    """
    upload.destroy()
    with transaction.atomic():
        record_event(
            actor=actor,
            event=events.UPLOAD_REFUSED_SECRET,
            domain=unit.domain if unit else "",
            unit_id=unit.pk if unit else None,
            changes={"sha256": [None, upload.sha256]},
        )
    return SecretRefused(
        "secret",
        _(
            "Tệp mang dấu mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa vào hệ thống này; bản tạm đã bị hủy. "
            "Hãy xử lý văn bản trên mạng độc lập dành cho bí mật nhà nước, hoặc vào sổ văn bản mật bằng giấy."
        ),
        field="files",
    )
