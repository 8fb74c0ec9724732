"""The rules of the extractor in words for the people at the desk."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGE_MODEL = "language-model"
"""No rule: a language model proposed it, in words of the document."""

RULE_LABELS: Mapping[str, Promise] = {
    "authority": _("cụm từ chỉ thẩm quyền"),
    "closing-formula": _("câu kết yêu cầu thực hiện"),
    "closing-order": _("lời giao ở cuối văn bản"),
    "condition": _("cụm “trường hợp…, nếu…”"),
    "due-date": _("ngày in trong câu"),
    "due-event": _("hạn theo một sự kiện"),
    "due-haste": _("từ chỉ sự khẩn trương"),
    "due-label": _("dòng hoặc ô ghi thời hạn"),
    "due-part-of-period": _("đầu, giữa hoặc cuối một kỳ"),
    "due-relative": _("số ngày kể từ một mốc"),
    "due-review-period": _("kỳ sơ kết, tổng kết"),
    "due-target-year": _("năm đạt chỉ tiêu"),
    "due-yearly": _("hạn lặp lại hằng năm"),
    "explicit-order": _("câu giao nêu tên cơ quan"),
    "issuing_body": _("cơ quan được nêu là nơi ban hành"),
    "item": _("mục, gạch đầu dòng trong phần giao việc"),
    "item-of-body": _("mục đứng dưới tên một cơ quan"),
    "label-order": _("lời giao sau một nhãn"),
    "labelled-lines": _("các dòng có nhãn"),
    LANGUAGE_MODEL: _("mô hình ngôn ngữ đề xuất, không theo quy tắc"),
    "lead-in-clauses": _("các vế của câu dẫn"),
    "lead-in-obliges": _("câu dẫn tự nó đã giao việc"),
    "lead-in-order": _("lời giao ngay trong câu dẫn"),
    "measures": _("cụm từ chỉ biện pháp"),
    "opening-order": _("lời giao ở phần mở đầu"),
    "product-act": _("văn bản phải ban hành"),
    "product-amended": _("văn bản phải sửa đổi, thay thế"),
    "product-label": _("dòng hoặc ô ghi sản phẩm"),
    "product-named": _("văn bản có tên riêng"),
    "product-noun": _("danh từ chỉ sản phẩm"),
    "product-report-first": _("báo cáo được nêu đầu tiên"),
    "product-reporting-verb": _("động từ báo cáo"),
    "product-result-sent": _("kết quả phải gửi đi"),
    "product-soft-noun": _("danh từ có thể chỉ sản phẩm"),
    "recurrence": _("cụm từ chỉ định kỳ"),
    "resources": _("cụm từ chỉ kinh phí, nguồn lực"),
    "resources-label": _("dòng hoặc ô ghi nguồn lực"),
    "responsibility": _("cụm “chịu trách nhiệm”"),
    "split-conditional-report": _("câu báo cáo có điều kiện, tách riêng"),
    "split-listed": _("ý đánh số trong một đoạn, tách riêng"),
    "split-other-lead": _("câu có cơ quan chủ trì khác, tách riêng"),
    "split-own-delivery": _("câu có sản phẩm và hạn riêng, tách riêng"),
    "split-restated-lead": _("câu nêu lại cơ quan chủ trì, tách riêng"),
    "split-restated-partners": _("câu nêu lại cơ quan phối hợp, tách riêng"),
    "submit-advised": _("cụm “tham mưu cho …”"),
    "submit-label": _("dòng hoặc ô ghi nơi nhận"),
    "submit-reported": _("cụm “báo cáo, trình …”"),
    "table-row": _("dòng của bảng"),
}


def rule_label(code: str) -> str:
    """Return a rule in words; its code when there are none yet."""
    return str(RULE_LABELS.get(code, code))
