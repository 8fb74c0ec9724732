"""Permission group of documents."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

DOCUMENTS = register_group(
    "documents",
    _("Văn bản"),
    {"view": _("Xem"), "register": _("Tiếp nhận, rà soát"), "send": _("Giao việc từ văn bản")},
)
