"""Domain events of appraisals."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

SHEETS_OPENED = register_event("appraisals.sheet.opened", _("Lập phiếu đánh giá tháng"))
SHEET_SUBMITTED = register_event("appraisals.sheet.submitted", _("Tự chấm phiếu đánh giá tháng"))
SHEET_SENT_BACK = register_event("appraisals.sheet.sent_back", _("Trả phiếu đánh giá để tự chấm lại"))
SHEET_CONFIRMED = register_event("appraisals.sheet.confirmed", _("Xác nhận phiếu đánh giá tháng"))
MONTH_CLOSED = register_event("appraisals.month.closed", _("Chốt phiếu đánh giá của tháng"))
SHEET_REOPENED = register_event("appraisals.sheet.reopened", _("Mở lại phiếu đã chốt"))
LEAVE_SET = register_event("appraisals.sheet.leave_set", _("Ghi nghỉ cả tháng"))
LINE_ADDED = register_event("appraisals.line.added", _("Tự khai việc vào phiếu đánh giá"))
LINE_REMOVED = register_event("appraisals.line.removed", _("Bỏ việc tự khai"))
LINE_JUDGED = register_event("appraisals.line.judged", _("Xác nhận việc tự khai"))
PRODUCT_CHOSEN = register_event("appraisals.line.product_chosen", _("Chọn sản phẩm quy đổi"))
CLAIM_MADE = register_event("appraisals.claim.made", _("Đề nghị xem lại việc trong phiếu đánh giá"))
CLAIM_WITHDRAWN = register_event("appraisals.claim.withdrawn", _("Rút đề nghị xem lại"))
CLAIM_DECIDED = register_event("appraisals.claim.decided", _("Trả lời đề nghị xem lại"))
SHEET_LOOKED_AT = register_event("appraisals.sheet.looked_at", _("Xem phiếu đánh giá"))
REGULATION_SET = register_event("appraisals.regulation.set", _("Đặt quy chế đánh giá"))
APPRAISEE_SET = register_event("appraisals.appraisee.set", _("Xác định đối tượng đánh giá"))
CATALOGUE_BEGUN = register_event("appraisals.catalogue.begun", _("Lập danh mục sản phẩm"))
PRODUCT_SAVED = register_event("appraisals.product.saved", _("Ghi sản phẩm vào danh mục"))
PRODUCTS_GATHERED = register_event("appraisals.product.gathered", _("Đề xuất sản phẩm từ nhiệm vụ đã xong"))
PRODUCTS_MERGED = register_event("appraisals.product.merged", _("Gộp sản phẩm trong danh mục"))
CATALOGUE_DECIDED = register_event("appraisals.catalogue.decided", _("Ban hành danh mục sản phẩm"))
