"""Domain events of proposals of moves."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

SCENARIO_ASKED = register_event("staffing.scenario.asked", _("Lập phương án điều động"))
RECRUITMENT_EXPORTED = register_event("staffing.scenario.exported", _("Xuất danh sách cần tuyển ra tệp"))
MOVE_CONFIRMED = register_event("staffing.move.confirmed", _("Chọn đề xuất điều động làm dự thảo"))
MOVE_REFUSED = register_event("staffing.move.refused", _("Không chọn đề xuất điều động"))
PLACE_SAVED = register_event("staffing.place.saved", _("Ghi dữ liệu địa bàn"))
ROADS_SAVED = register_event("staffing.road.saved", _("Nhập đường đi đã đo"))
NEED_SAVED = register_event("staffing.need.saved", _("Ghi nhu cầu bố trí"))
STANDING_SAVED = register_event("staffing.standing.saved", _("Ghi khả năng điều động"))
PLAN_MADE = register_event("staffing.recruitment.made", _("Lập kế hoạch tuyển dụng"))
PLAN_MOVED = register_event("staffing.recruitment.moved", _("Duyệt, kết thúc kế hoạch tuyển dụng"))
LINE_SAVED = register_event("staffing.recruitment.line_saved", _("Ghi chỉ tiêu tuyển dụng"))
CANDIDATE_ADDED = register_event("staffing.candidate.added", _("Ghi người dự tuyển"))
CANDIDATE_SETTLED = register_event("staffing.candidate.settled", _("Ghi kết quả tuyển dụng"))
CONSENT_GIVEN = register_event("staffing.consent.given", _("Đồng ý để được đề xuất điều động"))
CONSENT_WITHDRAWN = register_event("staffing.consent.withdrawn", _("Rút đồng ý điều động"))
