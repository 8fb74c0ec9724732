"""What the parts of an obligation are called where somebody is told which of them changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.tasks.six_clears import ELEMENT_LABELS

_LABELS: Mapping[str, Promise] = {
    "span": _("Nội dung"),
    "leads": _("Chủ trì"),
    "coordinators": _("Phối hợp"),
    "due_on": _("Thời hạn"),
    "due_origin": _("Thời hạn"),
    "no_product_needed": _("Sản phẩm"),
    "field": _("Lĩnh vực"),
    "is_general_direction": _("Chỉ đạo chung"),
    **ELEMENT_LABELS,
}


def changed_parts(names: Collection[str]) -> list[str]:
    """Return the labels of changed fields, each once, in the order of the form."""
    return list(dict.fromkeys(str(label) for name, label in _LABELS.items() if name in names))
