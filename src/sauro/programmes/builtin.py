"""The two templates that come with the product: structure and titles of the provincial guide, wording of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.programmes.enums import ProgrammeKind

_FOLDER = Path(__file__).with_name("outlines")

LABELS: Mapping[str, str | Promise] = {
    "work": _("Nhiệm vụ"),
    "people": _("Chủ trì, người chịu trách nhiệm; phối hợp"),
    "means": _("Biện pháp, nguồn lực"),
    "time": _("Thời gian"),
    "authority": _("Thẩm quyền, trách nhiệm"),
    "product": _("Sản phẩm"),
}
"""The wording of the six clears in the provincial guide, which a template may change."""


@dataclass(frozen=True, slots=True)
class BuiltInTemplate:
    """A template of the product. ``key`` names it in forms."""

    key: str
    kind: ProgrammeKind
    name: str | Promise

    @property
    def outline(self) -> str:
        """The text of its outline."""
        return (_FOLDER / f"{self.key}.txt").read_text(encoding="utf-8")


BUILT_IN: Mapping[str, BuiltInTemplate] = {
    one.key: one
    for one in (
        BuiltInTemplate(
            "chuong-trinh", ProgrammeKind.PROGRAMME, _("Mẫu có sẵn: chương trình hành động của đảng ủy cấp xã")
        ),
        BuiltInTemplate("ke-hoach", ProgrammeKind.PLAN, _("Mẫu có sẵn: kế hoạch của UBND cấp xã")),
    )
}
