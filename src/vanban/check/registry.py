"""The table of rules: the tables of the families, sorted by code."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

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


@dataclass(frozen=True, slots=True)
class Family:
    """Rules of one kind: the letters of their codes, a Vietnamese title, and the package their files are in."""

    code: str
    title: str
    package: ModuleType
    rules: tuple[Rule, ...]


FAMILIES: dict[str, Family] = {
    code: Family(code, title, package, package.RULES)
    for code, title, package in (
        ("6R", "Sáu rõ", clarity),
        ("CH", "Chính tả, gõ phím", spelling),
        ("CT", "Cấu trúc", structure),
        ("SC", "Sao chép", copying),
        ("SL", "Số liệu", figures),
        ("TD", "Thể thức văn bản hành chính", layout),
        ("TG", "Thời gian, thời hạn", dates),
        ("TL", "Thể thức văn bản của Đảng", party_layout),
        ("VD", "Viện dẫn", citations),
    )
}
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in FAMILIES.values() for rule in family.rules), key=lambda rule: rule.code)
)
