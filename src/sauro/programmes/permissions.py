"""Permission group of programmes and plans."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

PROGRAMMES = register_group(
    "programmes",
    _("Chương trình, kế hoạch"),
    {"view": _("Xem"), "write": _("Soạn thảo"), "appraise": _("Thẩm định"), "decide": _("Thông qua, ban hành")},
)
