"""Domain events of the register of units."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

REGISTER_SET_UP = register_event("organizations.register.set_up", _("Khởi tạo danh mục đơn vị"))
UNIT_ADDED = register_event("organizations.unit.added", _("Thêm đơn vị"))
UNIT_RENAMED = register_event("organizations.unit.renamed", _("Đổi tên đơn vị"))
ALIAS_ADDED = register_event("organizations.alias.added", _("Thêm tên gọi của đơn vị"))
ALIAS_ENDED = register_event("organizations.alias.ended", _("Thôi dùng tên gọi của đơn vị"))
PERSON_APPOINTED = register_event("organizations.appointment.begun", _("Giao chức danh"))
APPOINTMENT_ENDED = register_event("organizations.appointment.ended", _("Thôi giữ chức danh"))
PARTY_CUT_OVER_MOVED = register_event("organizations.party.cut_over_moved", _("Đổi ngày chuyển mô hình tổ chức đảng"))
