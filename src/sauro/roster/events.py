"""Domain events of imports of people."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

UPLOADED = register_event("roster.import.uploaded", _("Đưa lên bảng hồ sơ"))
MAPPED = register_event("roster.import.mapped", _("Ghép cột của bảng hồ sơ"))
ANSWERED = register_event("roster.import.answered", _("Xác nhận người trùng tên, ngày sinh"))
STARTED = register_event("roster.import.started", _("Bắt đầu ghi bảng hồ sơ"))
APPLIED = register_event("roster.import.applied", _("Ghi xong bảng hồ sơ"))
DROPPED = register_event("roster.import.dropped", _("Bỏ lần nhập bảng hồ sơ"))
DOSSIER_IMPORTED = register_event("roster.dossier.imported", _("Ghi hồ sơ từ bảng"))
EXPORTED = register_event("roster.dossier.exported", _("Xuất hồ sơ ra bảng"))
