"""The table of rules: the tables of the families, sorted by code."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules import (
    citations,
    clarity,
    copying,
    dates,
    figures,
    layout,
    party_layout,
    spelling,
    structure,
)

FAMILIES = {
    "6R": ("Sáu rõ", clarity.RULES),
    "CH": ("Chính tả, gõ phím", spelling.RULES),
    "CT": ("Cấu trúc", structure.RULES),
    "SC": ("Sao chép", copying.RULES),
    "SL": ("Số liệu", figures.RULES),
    "TD": ("Thể thức văn bản hành chính", layout.RULES),
    "TG": ("Thời gian, thời hạn", dates.RULES),
    "TL": ("Thể thức văn bản của Đảng", party_layout.RULES),
    "VD": ("Viện dẫn", citations.RULES),
}
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for _, rules in FAMILIES.values() for rule in rules), key=lambda rule: rule.code)
)
