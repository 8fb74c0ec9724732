"""Domain events of programmes and plans."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

CREATED = register_event("programmes.programme.created", _("Lập chương trình, kế hoạch"))
DETAILS_CHANGED = register_event("programmes.programme.details_changed", _("Sửa thông tin chương trình, kế hoạch"))
STEPPED = register_event("programmes.programme.stepped", _("Chuyển bước chương trình, kế hoạch"))
TAKEN_OUT = register_event("programmes.programme.taken_out", _("Tải chương trình, kế hoạch"))
VERSION_KEPT = register_event("programmes.programme.version_kept", _("Lưu phiên bản chương trình, kế hoạch"))
RELEASED = register_event("programmes.programme.released", _("Chuyển nội dung chương trình sang khối khác"))
SECTION_CHANGED = register_event("programmes.section.changed", _("Sửa mục của chương trình, kế hoạch"))
SECTION_ADDED = register_event("programmes.section.added", _("Thêm mục vào chương trình, kế hoạch"))
SECTION_REMOVED = register_event("programmes.section.removed", _("Bỏ mục của chương trình, kế hoạch"))
SECTION_MOVED = register_event("programmes.section.moved", _("Chuyển chỗ mục của chương trình, kế hoạch"))
SECTION_TAKEN_OVER = register_event("programmes.section.taken_over", _("Nhận soạn tiếp mục người khác đang giữ"))
ENTRY_CHANGED = register_event("programmes.entry.changed", _("Sửa dòng của chương trình, kế hoạch"))
ENTRY_ADDED = register_event("programmes.entry.added", _("Thêm dòng vào chương trình, kế hoạch"))
ENTRY_REMOVED = register_event("programmes.entry.removed", _("Bỏ dòng của chương trình, kế hoạch"))
ENTRY_MOVED = register_event("programmes.entry.moved", _("Chuyển chỗ dòng của chương trình, kế hoạch"))
ENTRY_GIVEN = register_event("programmes.entry.given", _("Giao nhiệm vụ từ dòng của chương trình, kế hoạch"))
ENTRY_AMENDED = register_event("programmes.entry.amended", _("Điều chỉnh dòng sau khi ban hành"))
GATHERED = register_event("programmes.programme.gathered", _("Lấy yêu cầu của cấp trên vào chương trình, kế hoạch"))
DEMAND_ADDED = register_event("programmes.demand.added", _("Nhập yêu cầu của cấp trên"))
DEMAND_TAKEN_UP = register_event("programmes.demand.taken_up", _("Nêu dòng đáp ứng yêu cầu của cấp trên"))
DEMAND_EXCLUDED = register_event("programmes.demand.excluded", _("Loại yêu cầu của cấp trên, có lý do"))
DEMAND_REOPENED = register_event("programmes.demand.reopened", _("Mở lại yêu cầu của cấp trên"))
ANSWER_CONFIRMED = register_event("programmes.demand.confirmed", _("Xác nhận lại dòng đáp ứng yêu cầu"))
REFERENCE_JUDGED = register_event("programmes.reference.judged", _("Xác định văn bản tham khảo"))
REFERENCE_ADDED = register_event("programmes.reference.added", _("Thêm văn bản tham khảo"))
REMARKED = register_event("programmes.section.remarked", _("Góp ý vào dự thảo"))
REMARK_CLOSED = register_event("programmes.section.remark_closed", _("Tiếp thu góp ý"))
TEMPLATE_SAVED = register_event("programmes.template.saved", _("Sửa mẫu chương trình, kế hoạch"))
