"""The general criteria of Mẫu số 01 in words (NĐ 335/2025/NĐ-CP Phụ lục I)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CRITERIA: Mapping[str, Promise] = {
    "I.1": _("Phẩm chất chính trị, đạo đức, văn hóa công vụ"),
    "I.2": _("Kỷ luật, kỷ cương"),
    "II.1": _("Năng lực chuyên môn theo vị trí việc làm"),
    "II.2": _("Đáp ứng nhiệm vụ thường xuyên, đột xuất"),
    "II.3": _("Tinh thần trách nhiệm"),
    "II.4": _("Thái độ phục vụ, phối hợp"),
    "III.1": _("Sản phẩm, giải pháp đột phá"),
    "III.2": _("Sẵn sàng nhận việc quan trọng, khó, đột xuất"),
    "III.3": _("Chịu trách nhiệm, nhận lỗi và khắc phục"),
    "III.4": _("Chủ động quyết định trong thẩm quyền"),
    "G": _("Tiêu chí chung"),
}


def words_of(code: str) -> str:
    """Return a criterion in words. A finer division of a body has the words of the one it lies in."""
    known = next((one for one in CRITERIA if code == one or code.startswith(f"{one}.")), "")
    return f"{code} {CRITERIA[known]}" if known else code
