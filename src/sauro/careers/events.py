"""Domain events of careers."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

COMPETENCY_SAVED = register_event("careers.competency.saved", _("Ghi năng lực của khung"))
STANDARD_SET = register_event("careers.standard.set", _("Ghi tiêu chuẩn vị trí việc làm"))
ASSESSED = register_event("careers.assessment.recorded", _("Ghi đánh giá năng lực"))
ASSESSMENT_WITHDRAWN = register_event("careers.assessment.withdrawn", _("Rút đánh giá năng lực"))
MOVE_SAVED = register_event("careers.move.saved", _("Ghi hồ sơ điều động, luân chuyển"))
MOVE_DECIDED = register_event("careers.move.decided", _("Ghi quyết định điều động, luân chuyển"))
MOVE_ENDED = register_event("careers.move.ended", _("Ghi kết thúc điều động, luân chuyển"))
MOVE_DROPPED = register_event("careers.move.dropped", _("Ghi không thực hiện điều động, luân chuyển"))
MOVE_COMPOSED = register_event("careers.move.composed", _("Soạn văn bản điều động, luân chuyển"))
CLEARED = register_event("careers.planning_clearance.given", _("Xác nhận quy hoạch không thuộc bí mật nhà nước"))
CLEARANCE_WITHDRAWN = register_event("careers.planning_clearance.withdrawn", _("Rút xác nhận về quy hoạch"))
PLANNING_LIST_MADE = register_event("careers.planning_list.made", _("Lập danh sách quy hoạch"))
NOMINATED = register_event("careers.nomination.made", _("Ghi người vào danh sách quy hoạch"))
NOMINATION_APPROVED = register_event("careers.nomination.approved", _("Ghi phê duyệt quy hoạch"))
NOMINATION_REVIEWED = register_event("careers.nomination.reviewed", _("Soát quy hoạch hằng năm"))
NOMINATION_REMOVED = register_event("careers.nomination.removed", _("Đưa ra khỏi quy hoạch"))
STRUCTURE_COUNTED = register_event("careers.planning_list.counted", _("Mở dân tộc để đếm cơ cấu quy hoạch"))
POST_CLOSED = register_event("careers.closed_post.set", _("Ghi vị trí không bố trí người địa phương"))
POST_OPENED = register_event("careers.closed_post.withdrawn", _("Rút quy định không bố trí người địa phương"))
ACT_RECORDED = register_event("careers.official_act.recorded", _("Ghi quyết định thôi việc, sàng lọc, thay thế"))
ACT_WITHDRAWN = register_event("careers.official_act.withdrawn", _("Rút quyết định ghi nhầm"))
