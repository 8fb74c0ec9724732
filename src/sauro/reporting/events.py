"""Domain events of reports."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

FOLLOW_UP_EXPORTED = register_event("reporting.follow_up.exported", _("Xuất báo cáo theo dõi văn bản"))
BOARD_EXPORTED = register_event("reporting.board.exported", _("Xuất số liệu bảng theo dõi"))
