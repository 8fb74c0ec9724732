"""The fields of a task that are compared, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELD_LABELS: Mapping[str, Promise] = {
    "text": _("Câu giao việc"),
    "leads": _("Chủ trì"),
    "coordinators": _("Phối hợp"),
    "due": _("Thời hạn"),
    "recurrence": _("Định kỳ"),
    "product": _("Sản phẩm"),
    "submit_to": _("Nơi nhận"),
    "resources": _("Nguồn lực"),
    "standing": _("Chỉ đạo chung"),
}
