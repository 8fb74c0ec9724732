"""Domain events of documents. They name a document by its code and never hold a word of it (docs/domain/secrecy.md)."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

TAKEN_IN = register_event("documents.document.taken_in", _("Tiếp nhận văn bản"))
HEADER_CHANGED = register_event("documents.document.changed", _("Sửa thông tin văn bản"))
SCAN_READ = register_event("documents.scan.read", _("Nhận dạng xong bản quét"))
SCAN_FAILED = register_event("documents.scan.failed", _("Không đọc được bản quét"))
SCAN_STOPPED = register_event("documents.scan.stopped", _("Dừng nhận dạng bản quét"))
FILE_OPENED = register_event("documents.file.opened", _("Mở tệp gốc"))
FILE_DOWNLOADED = register_event("documents.file.downloaded", _("Tải tệp gốc"))
UPLOAD_REFUSED_SECRET = register_event("documents.upload.refused_secret", _("Từ chối tệp có dấu mật"))
PURGE_PROPOSED = register_event("documents.purge.proposed", _("Đề nghị tiêu hủy văn bản mật"))
PURGE_WITHDRAWN = register_event("documents.purge.withdrawn", _("Rút đề nghị tiêu hủy"))
PURGE_CONFIRMED = register_event("documents.purge.confirmed", _("Xác nhận tiêu hủy văn bản mật"))
TWIN_PURGED = register_event("documents.document.twin_purged", _("Văn bản cùng nội dung đã bị tiêu hủy"))
