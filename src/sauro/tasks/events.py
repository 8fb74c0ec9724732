"""Domain events of obligations and assignments."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

OBLIGATION_SENT = register_event("tasks.obligation.sent", _("Giao nhiệm vụ"))
HANDOVER_RELEASED = register_event("tasks.handover.released", _("Chuyển giao sang khối khác"))
HANDOVER_ANSWERED = register_event("tasks.handover.answered", _("Công bố trả lời sang khối giao"))
ASSIGNMENT_ACCEPTED = register_event("tasks.assignment.accepted", _("Nhận nhiệm vụ"))
ASSIGNMENT_QUESTIONED = register_event("tasks.assignment.questioned", _("Đề nghị xem lại nhiệm vụ"))
ASSIGNMENT_INSISTED = register_event("tasks.assignment.insisted", _("Giữ nguyên nhiệm vụ đã giao"))
PERSON_NAMED = register_event("tasks.assignment.person_named", _("Phân công người thực hiện"))
PART_DELEGATED = register_event("tasks.assignment.delegated", _("Giao tiếp cho đơn vị trực thuộc"))
PROGRESS_REPORTED = register_event("tasks.assignment.reported", _("Báo cáo tiến độ"))
PRODUCT_HANDED_IN = register_event("tasks.assignment.handed_in", _("Nộp sản phẩm"))
PRODUCT_CONFIRMED = register_event("tasks.assignment.confirmed", _("Xác nhận hoàn thành"))
PRODUCT_RETURNED = register_event("tasks.assignment.returned", _("Trả lại sản phẩm"))
ASSIGNMENT_STOPPED = register_event("tasks.assignment.stopped", _("Dừng nhiệm vụ"))
EXTENSION_ASKED = register_event("tasks.deadline.asked", _("Đề nghị lùi thời hạn"))
EXTENSION_WITHDRAWN = register_event("tasks.deadline.withdrawn", _("Rút đề nghị lùi thời hạn"))
EXTENSION_GRANTED = register_event("tasks.deadline.granted", _("Đồng ý lùi thời hạn"))
EXTENSION_REFUSED = register_event("tasks.deadline.refused", _("Không đồng ý lùi thời hạn"))
DEADLINE_SET = register_event("tasks.deadline.set", _("Bên giao đặt thời hạn"))
WAIT_BEGUN = register_event("tasks.wait.begun", _("Ghi nhận chờ đơn vị khác"))
WAIT_ENDED = register_event("tasks.wait.ended", _("Hết chờ đơn vị khác"))
SERIES_SET = register_event("tasks.series.set", _("Đặt lịch định kỳ"))
OCCURRENCE_MADE = register_event("tasks.series.occurrence_made", _("Đến kỳ mới"))
PRODUCT_DOWNLOADED = register_event("tasks.product.downloaded", _("Tải sản phẩm"))

# The review on the directive desk.
REVIEW_ACCEPTED = register_event("tasks.review.accepted", _("Chấp nhận nhiệm vụ"))
REVIEW_ACCEPTED_MANY = register_event("tasks.review.accepted_many", _("Chấp nhận các nhiệm vụ có độ tin cậy cao"))
REVIEW_UNACCEPTED = register_event("tasks.review.unaccepted", _("Bỏ chấp nhận nhiệm vụ"))
REVIEW_DISCARDED = register_event("tasks.review.discarded", _("Loại nhiệm vụ"))
REVIEW_RESTORED = register_event("tasks.review.restored", _("Khôi phục nhiệm vụ"))
REVIEW_EDITED = register_event("tasks.review.edited", _("Sửa nhiệm vụ"))
REVIEW_SPLIT = register_event("tasks.review.split", _("Tách nhiệm vụ"))
REVIEW_MERGED = register_event("tasks.review.merged", _("Gộp nhiệm vụ"))
REVIEW_TAKEN_BACK = register_event("tasks.review.taken_back", _("Hoàn lại việc tách, gộp"))
REVIEW_ADDED = register_event("tasks.review.added", _("Thêm nhiệm vụ từ văn bản"))
REVIEW_DIRECTION_SET = register_event("tasks.review.direction_set", _("Đổi chỉ đạo chung, nhiệm vụ"))
NAME_BOUND = register_event("tasks.review.name_bound", _("Gán đơn vị cho tên trong văn bản"))
