"""Permissions of the workforce: the records, and apart from them the sensitive facts."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

register_group(
    "workforce",
    _("Hồ sơ và biên chế"),
    {
        "view": _("Xem đội ngũ và biên chế"),
        "record": _("Ghi hồ sơ, bố trí vị trí"),
        "manage": _("Ghi quyết định giao biên chế, bố trí ngoài biên chế"),
    },
)
register_group(
    "private_facts",
    _("Thông tin nhạy cảm trong hồ sơ"),
    {"view": _("Mở xem từng thông tin, có ghi lại"), "record": _("Ghi thông tin nhạy cảm")},
)
