"""The rules of the extractor in words for the people at the desk."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RULE_LABELS: Mapping[str, Promise] = {
    "closing-formula": _("câu kết yêu cầu thực hiện"),
    "closing-order": _("lời giao ở cuối văn bản"),
    "due-date": _("ngày in trong câu"),
    "due-event": _("hạn theo một sự kiện"),
    "due-haste": _("từ chỉ sự khẩn trương"),
    "due-label": _("dòng hoặc ô ghi thời hạn"),
    "due-part-of-period": _("đầu, giữa hoặc cuối một kỳ"),
    "due-relative": _("số ngày kể từ một mốc"),
    "due-review-period": _("kỳ sơ kết, tổng kết"),
    "due-target-year": _("năm đạt chỉ tiêu"),
    "due-yearly": _("hạn lặp lại hằng năm"),
    "labelled-lines": _("các dòng có nhãn"),
    "product-act": _("văn bản phải ban hành"),
    "product-label": _("dòng hoặc ô ghi sản phẩm"),
    "product-named": _("văn bản có tên riêng"),
    "product-noun": _("danh từ chỉ sản phẩm"),
    "product-report-first": _("báo cáo được nêu đầu tiên"),
    "product-reporting-verb": _("động từ báo cáo"),
    "product-result-sent": _("kết quả phải gửi đi"),
    "product-soft-noun": _("danh từ có thể chỉ sản phẩm"),
    "resources-label": _("dòng hoặc ô ghi nguồn lực"),
    "submit-advised": _("cụm “tham mưu cho …”"),
    "submit-label": _("dòng hoặc ô ghi nơi nhận"),
    "submit-reported": _("cụm “báo cáo, trình …”"),
    "table-row": _("dòng của bảng"),
}


def rule_label(code: str) -> str:
    """Return a rule in words; its code when there are none yet."""
    return str(RULE_LABELS.get(code, code))
