"""What a rule says of itself: the docstring of its file, read into the fixed sections.

The reference page, ``vanban check --explain`` and the product's pages all show this text.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass

from vanban.check.registry import FAMILIES
from vanban.check.rule import Fix, Rule, Scope, Status
from vanban.results import Severity

HEADINGS = ("Kiểm tra gì", "Vì sao", "Ví dụ", "Nên viết", "Mức an toàn khi sửa", "Căn cứ")
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}):\s*", re.MULTILINE)

SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
STATUSES = {Status.STABLE: "chính thức", Status.PREVIEW: "thử nghiệm"}
FIXES = {Fix.NONE: "không tự sửa", Fix.SAFE: "sửa an toàn", Fix.PROPOSED: "đề xuất cách sửa"}
SCOPES = {
    Scope.ALL: "mọi văn bản",
    Scope.STATE: "văn bản hành chính nhà nước, Mặt trận",
    Scope.PARTY: "văn bản của Đảng",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence on the defect, and a text for each of :data:`HEADINGS`."""

    summary: str
    sections: dict[str, str]


class Unexplained(Exception):
    """A rule whose file does not explain it as it must; says what is missing."""


def explain(rule: Rule) -> Explanation:
    """Read the explanation of ``rule``. Raises :class:`Unexplained` when its docstring lacks a part."""
    text = _docstring(rule)
    first, _, rest = text.partition("\n")
    opening = f"{rule.code} {rule.name}: "
    if not first.startswith(opening):
        raise Unexplained(f"{rule.code}: the docstring must begin with {opening!r}")
    places = list(_HEADING.finditer(rest))
    found = tuple(place.group(1) for place in places)
    if found != HEADINGS:
        raise Unexplained(f"{rule.code}: the headings must be {', '.join(HEADINGS)}; found {', '.join(found)}")
    ends = [place.start() for place in places[1:]] + [len(rest)]
    sections = {
        place.group(1): " ".join(rest[place.end() : end].split()) for place, end in zip(places, ends, strict=True)
    }
    return Explanation(first.removeprefix(opening).strip(), sections)


def _docstring(rule: Rule) -> str:
    """The docstring of the file that is named after the rule."""
    package = FAMILIES[rule.family].package.__name__ if rule.family in FAMILIES else ""
    name = f"{package}.{rule.name.replace('-', '_')}"
    try:
        return importlib.import_module(name).__doc__ or ""
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return importlib.import_module(rule.check.__module__).__doc__ or ""
