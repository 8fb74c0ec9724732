"""Domain events of the register of units."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

REGISTER_SET_UP = register_event("organizations.register.set_up", _("Khởi tạo danh mục đơn vị"))
UNIT_CHANGED = register_event("organizations.unit.changed", _("Sửa thông tin đơn vị"))
ALIAS_ADDED = register_event("organizations.alias.added", _("Thêm tên gọi của đơn vị"))
