"""Domain events of discussions. They carry no word of what was said."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

WRITTEN = register_event("discussions.comment.written", _("Trao đổi"))
EDITED = register_event("discussions.comment.edited", _("Sửa trao đổi"))
WITHDRAWN = register_event("discussions.comment.withdrawn", _("Rút trao đổi"))
FILE_OPENED = register_event("discussions.comment.file_opened", _("Tải tệp của trao đổi"))
