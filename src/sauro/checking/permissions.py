"""Permission group of the rules that check documents."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

CHECKING = register_group("checking", _("Quy tắc kiểm tra văn bản"), {"configure": _("Bật, tắt quy tắc")})
