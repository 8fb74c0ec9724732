"""From the tree to units: the items and paragraphs that may oblige somebody, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vanban.structure import marks
from vanban.structure.document import PartKind, PartTree
from vanban.structure.lines import Line
from vanban.structure.markers import Family
from vanban.structure.tree import Node
from vanban.tasks.labels import is_label
from vanban.tasks.zones import Zone, zone_of


class Role(StrEnum):
    """What a unit is to its neighbours."""

    ITEM = "item"
    LEAD_IN = "lead-in"
    OPENING = "opening"
    CLOSING = "closing"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Unit:
    """A line that may oblige somebody: its node, zone and role, and the text offsets without the marker."""

    node: Node
    zone: Zone
    role: Role
    start: int
    end: int
    section: str


_SILENT_KINDS = frozenset({"bao_cao", "to_trinh", "giay_moi", "bien_ban"})
"""Kinds of documents that report, ask or invite; they assign nothing, nor does a draft that comes with them yet."""

_TEMPLATE_SECTION = re.compile(r"(?:[IVX]+\W+)?TỔ\s+CHỨC\s+THỰC\s+HIỆN", re.I)
_TEMPLATE_PREFIX = {"chuong_trinh": "CTr", "ke_hoach": "KH"}


def units_of(part: PartTree, *, document_kind: str | None) -> Iterator[Unit]:
    """Yield the units of a part in reading order."""
    kind = part.head.kind or document_kind
    if document_kind in _SILENT_KINDS:
        return
    if kind not in _SILENT_KINDS and not _is_regulation(part):
        yield from _units(part, kind)


def _units(part: PartTree, kind: str | None) -> Iterator[Unit]:
    formula_only = _is_normative(part) or (kind == "cong_van" and _explains_law(part))
    closing = _closing_nodes(part.root)
    for node in part.root.walk():
        if part.part.kind is PartKind.TEMPLATE and not _in_execution(node):
            continue
        unit = _unit(node, closing, part)
        if unit is None or (part.part.kind is PartKind.ANNEX and not _counts_in_annex(unit)):
            continue
        if not formula_only or _EXECUTION.search(node.text) or _ASSIGNS.match(node.text):
            yield unit


def _counts_in_annex(unit: Unit) -> bool:
    """Annexes are lists to look things up in, unless a table or a heading assigns work."""
    return unit.role is Role.TABLE or unit.zone is Zone.DIRECTIVE


_EXECUTION = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện)|(?:yêu\s+cầu|đề\s+nghị|thông\s+báo)[^.;]*(?:triển\s+khai|thực\s+hiện|được\s+biết)[^.;]*\.?/?\.?\s*$",
    re.I,
)
_ASSIGNS = re.compile(r"(?:\W*)(?:giao|yêu\s+cầu)\s+(?=[^\W\d_])(?!\w+\s+(?:dịch|đất|nhận)\b)", re.I)
"""An order in a letter on law that begins with the verb that hands the work over."""
_NORMATIVE_SYMBOL = re.compile(r"\d{4}/")
_ARTICLES_OF_A_REGULATION = 4
_ARTICLES_OF_A_DECISION = 9
_ARTICLE_CITED = re.compile(r"\bĐiều\s+\d")
_CITED_PER_CHARACTER = 1 / 1000
"""Letters that answer questions of law cite an article every thousand characters or more often."""


def _is_normative(part: PartTree) -> bool:
    """Legal acts ("48/2025/QĐ-TTg") lay down rules; only their last article hands work out."""
    return bool(_NORMATIVE_SYMBOL.match(part.head.symbol or ""))


def _is_regulation(part: PartTree) -> bool:
    """A part of many articles is a regulation or rules of procedure."""
    articles = sum(node.family is Family.ARTICLE for node in part.root.walk())
    most = _ARTICLES_OF_A_DECISION if part.head.kind == "quyet_dinh" else _ARTICLES_OF_A_REGULATION
    return articles > most and part.head.kind in (None, "quy_che", "quy_dinh", "quyet_dinh")


def _explains_law(part: PartTree) -> bool:
    length = sum(len(line.text) for line in part.part.body)
    cited = sum(len(_ARTICLE_CITED.findall(line.text)) for line in part.part.body)
    return length > 0 and cited / length >= _CITED_PER_CHARACTER


def _unit(node: Node, closing: set[int], part: PartTree) -> Unit | None:
    line = node.line
    if line is None or node.is_title or line.body >= line.end:
        return None
    if line.table is not None:
        return Unit(node, zone_of(node), Role.TABLE, line.start, line.end, node.section)
    if is_label(node) or node.is_name or marks.is_capitals(line.body_text) or _says_nothing(line):
        return None
    role = _role(node, closing)
    if role is None:
        return None
    section = {Role.CLOSING: "Kết", Role.OPENING: "Mở đầu"}.get(role, node.section)
    return Unit(node, _zone(node, part), role, line.body, line.end, _prefixed(section, part))


def _says_nothing(line: Line) -> bool:
    """A footnote, or a line with fewer words than an order has."""
    return _NOTE.match(line.text) is not None or len(line.body_text.split()) < _FEWEST_WORDS


_FEWEST_WORDS = 3
_GUIDING_KINDS = frozenset({"cong_van", "huong_dan"})


def _zone(node: Node, part: PartTree) -> Zone:
    """Requirements ("Yêu cầu") of a letter or guide are addressed to its readers; those of a plan bind its own text."""
    zone = zone_of(node)
    return Zone.DIRECTIVE if zone in (Zone.GOALS, Zone.NAMED_ONLY) and part.head.kind in _GUIDING_KINDS else zone


def _prefixed(section: str, part: PartTree) -> str:
    if part.part.kind is not PartKind.TEMPLATE:
        return section
    prefix = _TEMPLATE_PREFIX.get(part.head.kind or "", "Mẫu")
    return f"{prefix}/TỔ CHỨC THỰC HIỆN.{section.rpartition('.')[2]}"


def _role(node: Node, closing: set[int]) -> Role | None:
    if id(node) in closing:
        return Role.CLOSING
    line = node.line
    text = line.text if line else ""
    below = [child for child in node.children if not is_label(child)]
    if (
        line is not None
        and line.marker is None
        and node.parent is not None
        and node.parent.line is None
        and _before_items(node)
    ):
        return Role.OPENING
    if line is not None and line.marker is None and text.endswith(":"):
        return Role.LEAD_IN
    if not below:
        return None if _is_bare_heading(node) else Role.ITEM
    if text.endswith(":"):
        return Role.LEAD_IN
    if all(child.line is not None and child.line.marker is None for child in below) and _ends_sentence(text):
        return Role.ITEM
    return Role.LEAD_IN if _ends_sentence(text) else None


def _before_items(node: Node) -> bool:
    """True for a paragraph at the top, before the first numbered item or title."""
    siblings = node.parent.children if node.parent else []
    for sibling in siblings:
        if sibling is node:
            return any(one.line is not None and (one.line.marker is not None or one.is_title) for one in siblings)
        if sibling.line is not None and (sibling.line.marker is not None or sibling.is_title):
            return False
    return False


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ";", "./", "…", ")"))


_BARE_HEADING_LENGTH = 130


def _is_bare_heading(node: Node) -> bool:
    """A short numbered line without a full stop and without anything below is a heading that lost its text."""
    line = node.line
    if line is None or line.marker is None or node.is_bullet:
        return False
    has_labels = any(is_label(child) for child in node.children)
    return (
        not has_labels
        and bool(node.children)
        and len(line.text) < _BARE_HEADING_LENGTH
        and not _ends_sentence(line.text)
    )


_CLOSING = re.compile(
    r"\W*(?:trên\s+đây|nay\s*,?\s+thông|thừa\s+lệnh|trong\s+quá\s+trình|yêu\s+cầu|đề\s+nghị|nhận\s+được|căn\s+cứ|định\s+kỳ|giao\s|"
    r"(?:kế\s+hoạch|chỉ\s+thị|chương\s+trình|nghị\s+quyết|công\s+điện|kết\s+luận|hướng\s+dẫn|quy\s+định|quyết\s+định)\s+này|nếu\s|"
    r"[^.;:]{4,160}?\s(?:yêu\s+cầu|đề\s+nghị|giao|thông\s+báo|xin\s+thông\s+báo|trân\s+trọng)\b)",
    re.I,
)


_NOTE = re.compile(
    r"\W*\(?\d{1,2}\)?\W\s*(?:Nghị\s+quyết|Quyết\s+định|Thông\s+báo|Công\s+văn|Văn\s+bản|Kế\s+hoạch|Kết\s+luận|Chỉ\s+thị|Báo\s+cáo|"
    r"Tờ\s+trình|Theo|Tại)\b[^:]*$"
)
"""A footnote that was printed among the last lines."""


def _closing_nodes(root: Node) -> set[int]:
    """Ids of the last paragraphs, after the last numbered item, that close the document."""
    nodes = list(root.walk())
    tail: list[Node] = []
    for node in reversed(nodes):
        line = node.line
        if line is not None and not tail and _NOTE.match(line.text):
            continue
        if line is None or line.marker is not None or node.is_title or line.table is not None:
            break
        tail.append(node)
    if len(tail) == len(nodes):
        tail = tail[: max(0, len(tail) - 1)]
    found: set[int] = set()
    for node in tail:
        if node.line is None or not _CLOSING.match(node.line.text):
            break
        found.add(id(node))
    return found


def _in_execution(node: Node) -> bool:
    return any(_TEMPLATE_SECTION.match(ancestor.line.text) for ancestor in node.ancestors() if ancestor.line)
