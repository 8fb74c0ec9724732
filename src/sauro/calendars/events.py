"""Domain events of the working-day calendar."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

DAY_SET = register_event("calendars.day.set", _("Ghi ngày nghỉ, ngày làm bù"))
DAY_REMOVED = register_event("calendars.day.removed", _("Bỏ ngày nghỉ, ngày làm bù"))
SATURDAYS_SET = register_event("calendars.year.saturdays", _("Đặt giờ làm sáng thứ Bảy của năm"))
YEAR_CONFIRMED = register_event("calendars.year.confirmed", _("Xác nhận lịch làm việc của năm đã đủ"))
YEAR_REOPENED = register_event("calendars.year.reopened", _("Mở lại lịch làm việc của năm"))
