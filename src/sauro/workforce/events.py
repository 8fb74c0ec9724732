"""Domain events of the workforce."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

ALLOTTED = register_event("workforce.allotment.decided", _("Ghi quyết định giao biên chế"))
SEAT_EXCEPTED = register_event("workforce.seat.excepted", _("Bố trí ngoài biên chế"))
SEATS_LAID_DOWN = register_event("workforce.seat.laid_down", _("Định chỗ biên chế cho vị trí việc làm"))
POST_SAVED = register_event("workforce.post.saved", _("Ghi vị trí việc làm"))
DOSSIER_OPENED = register_event("workforce.dossier.made", _("Lập hồ sơ"))
DOSSIER_LOOKED_AT = register_event("workforce.dossier.looked_at", _("Mở xem hồ sơ"))
REVEALED = register_event("workforce.dossier.revealed", _("Mở xem thông tin được che"))
CONFIRMED = register_event("workforce.dossier.confirmed", _("Xác nhận thông tin của mình"))
PARTICULARS_RECORDED = register_event("workforce.particulars.recorded", _("Ghi thông tin cơ bản"))
FACT_RECORDED = register_event("workforce.fact.recorded", _("Ghi thông tin hồ sơ"))
FACT_WITHDRAWN = register_event("workforce.fact.withdrawn", _("Rút thông tin hồ sơ"))
NUMBER_SET = register_event("workforce.dossier.numbered", _("Ghi, sửa số định danh"))
PAPER_ADDED = register_event("workforce.paper.added", _("Gắn giấy tờ vào hồ sơ"))
PAPER_OPENED = register_event("workforce.paper.opened", _("Mở xem giấy tờ hồ sơ"))
PAPER_WITHDRAWN = register_event("workforce.paper.withdrawn", _("Rút giấy tờ hồ sơ"))
ERASURE_ASKED = register_event("workforce.erasure.asked", _("Đề nghị xóa thông tin niêm phong"))
ERASURE_TAKEN_BACK = register_event("workforce.erasure.taken_back", _("Rút đề nghị xóa thông tin niêm phong"))
ERASED = register_event("workforce.erasure.done", _("Xóa thông tin niêm phong"))
APPOINTED = register_event("workforce.tenure.begun", _("Bố trí vào vị trí việc làm"))
TENURE_WITHDRAWN = register_event("workforce.tenure.withdrawn", _("Rút lần bố trí ghi nhầm"))
TENURE_ENDED = register_event("workforce.tenure.ended", _("Thôi vị trí việc làm"))
RUN_STARTED = register_event("workforce.run.started", _("Ghi cho nhiều người"))
PROVINCE_LOADED = register_event("workforce.province.loaded", _("Nạp đội ngũ mẫu"))
FORECAST_EXPORTED = register_event("workforce.forecast.exported", _("Xuất dự báo đội ngũ"))
