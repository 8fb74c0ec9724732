"""Labelled lines under a task: "- Cơ quan chủ trì: …", "- Thời gian thực hiện: …", "- Sản phẩm: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.structure.tree import Node
from vanban.types import Span

_BODY = r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|cấp|phòng|sở|ngành|bộ\s+phận)(?:\s*[,/]\s*(?:cơ\s+quan|đơn\s+vị))?"
LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("coordinators", re.compile(rf"(?:{_BODY}\s+)?(?:tham\s+gia\s+)?phối\s+hợp(?:\s+thực\s+hiện)?\s*[:：]\s*", re.I)),
    (
        "leads",
        re.compile(
            rf"(?:(?:{_BODY}\s+)?(?:được\s+giao\s+)?(?:chủ\s+trì|thực\s+hiện|đầu\s+mối|phụ\s+trách|tham\s+mưu|chịu\s+trách\s+nhiệm)(?:\s+(?:thực\s+hiện|tham\s+mưu|chính|triển\s+khai))*|phân\s+công(?:\s+thực\s+hiện|\s+nhiệm\s+vụ)?|trách\s+nhiệm\s+thực\s+hiện)\s*[:：]\s*",
            re.I,
        ),
    ),
    ("issuer", re.compile(rf"{_BODY}\s+ban\s+hành\s*[:：]\s*", re.I)),
    ("approver", re.compile(rf"(?:{_BODY}\s+)?(?:cấp\s+trình|trình|phê\s+duyệt|quyết\s+định)\s*[:：]\s*", re.I)),
    (
        "due",
        re.compile(
            r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hoàn\s+thành)(?:\s+(?:thực\s+hiện|hoàn\s+thành|ban\s+hành|trình|báo\s+cáo|triển\s+khai|bắt\s+đầu))*\s*[:：]?\s+(?=\S)",
            re.I,
        ),
    ),
    (
        "product",
        re.compile(
            r"(?:sản\s+phẩm|kết\s+quả|dự\s+kiến\s+(?:sản\s+phẩm|kết\s+quả))(?:\s+(?:dự\s+kiến|đầu\s+ra|đạt\s+được|hoàn\s+thành|cần\s+đạt|thực\s+hiện|chủ\s+yếu))*\s*[:：]\s*",
            re.I,
        ),
    ),
    (
        "resources",
        re.compile(r"(?:kinh\s+phí|nguồn\s+lực|nguồn\s+kinh\s+phí)(?:\s+(?:thực\s+hiện|dự\s+kiến))*\s*[:：]\s*", re.I),
    ),
    ("content", re.compile(r"nội\s+dung(?:\s+(?:thực\s+hiện|công\s+việc))?\s*[:：]\s*", re.I)),
)
"""Field and the label that opens it."""


_TIME_SENTENCE = re.compile(r"thời\s+(?:gian|hạn)\s+(?:thực\s+hiện|hoàn\s+thành)\b", re.I)
"""A label that has lost its colon."""


@dataclass(slots=True)
class Labelled:
    """The values of the labelled lines under one task, by field."""

    values: dict[str, Span] = field(default_factory=dict)
    opens_at: int | None = None
    """Where labels in brackets begin in the task's own line."""

    def __bool__(self) -> bool:
        return bool(self.values.keys() & {"leads", "coordinators", "due", "product"})


def read_label(text: str) -> tuple[str, int] | None:
    """The field a line's label opens and where its value begins; None for other lines."""
    for name, pattern in LABELS:
        found = pattern.match(text)
        if found and not (name == "due" and ":" not in found.group() and not _TIME_SENTENCE.match(text)):
            return name, found.end()
    return None


def is_label(node: Node) -> bool:
    """True when a node is a labelled line."""
    return node.line is not None and node.line.table is None and read_label(node.text) is not None


def labels_of(node: Node) -> Labelled:
    """The labelled lines that govern ``node``: its own, those behind its list, or those behind its parent's.

    Labels behind bullets are the bullets', not their heading's; a line that introduces bullets hands its own down.
    """
    bracketed = _in_brackets(node)
    if bracketed is not None:
        return bracketed
    own = _collect(node.children)
    if own:
        return own if is_label(node.children[0]) else Labelled()
    if not node.children and not (node.is_bullet or _is_paragraph(node)):
        return _of_next_item(node)
    if node.children:
        return Labelled()
    behind = _collect(_group_after(_siblings_after(node)))
    parent = node.parent
    if not behind and parent is not None and parent.is_bullet:
        return _collect(_group_after(_siblings_after(parent)))
    return behind


def _of_next_item(node: Node) -> Labelled:
    """ "3.1. …", "3.2. …" without labels before "3.3. …" with some: they govern all three (gold guide, section 6)."""
    line = node.line
    if line is None or line.marker is None or not _NESTED.search(line.marker.label):
        return Labelled()
    for sibling in _siblings_after(node):
        if sibling.children:
            return _collect(sibling.children) if is_label(sibling.children[0]) else Labelled()
        if _is_paragraph(sibling):
            return Labelled()
    return Labelled()


_NESTED = re.compile(r"\d\.\d")
_BRACKETS = re.compile(r"\(([^()]{6,400}:[^()]{2,400})\)\s*[.;]?\s*$")
_NEXT_LABEL = re.compile(r"(?:\s*[;.]\s+|\s+[-–]\s*)(?=[^\W\d_][^;:.]{1,40}[:：])")


def _in_brackets(node: Node) -> Labelled | None:
    """ "Tích hợp … (Chủ trì: Sở A; phối hợp: Sở B; thời gian: Quý II)": labels at the end of the task's line."""
    line = node.line
    found = _BRACKETS.search(line.text) if line is not None and line.table is None else None
    if line is None or found is None:
        return None
    labelled = Labelled(opens_at=line.start + found.start())
    _add_labels(labelled, line.text, found.start(1), found.end(1), line.start)
    return labelled if labelled else None


def _add_labels(labelled: Labelled, text: str, start: int, end: int, offset: int) -> None:
    """The labels of one line, several of which may stand one after the other."""
    at = start
    while at < end:
        joint = _NEXT_LABEL.search(text, at, end)
        while joint and read_label(text[joint.end() : end]) is None:
            joint = _NEXT_LABEL.search(text, joint.end(), end)
        stop = joint.start() if joint else end
        found = read_label(text[at:stop])
        if found:
            name, skipped = found
            labelled.values.setdefault(name, Span(offset + at + skipped, offset + stop))
        at = joint.end() if joint else end


def _is_paragraph(node: Node) -> bool:
    return node.line is not None and node.line.marker is None


def _siblings_after(node: Node) -> list[Node]:
    siblings = node.parent.children if node.parent else []
    first = siblings.index(node) + 1
    return siblings[first : first + _LONGEST_RUN]


_LONGEST_RUN = 40
"""Labels further behind an item are not its own; looking for them in a long flat list would cost its square."""


def _group_after(following: list[Node]) -> list[Node]:
    """The group of labels behind a run of bullets governs every bullet of the run."""
    for at, sibling in enumerate(following):
        if is_label(sibling):
            if at > 0 and _is_time_sentence(sibling):
                return []
            group = []
            for label in following[at:]:
                if not is_label(label):
                    break
                group.append(label)
            return group
    return []


def _is_time_sentence(node: Node) -> bool:
    """ "Thời gian hoàn thành trước ngày …" without a colon goes on with the item before it and with no other."""
    found = _TIME_SENTENCE.match(node.text)
    return found is not None and not node.text[found.end() :].lstrip().startswith(":")


def _collect(nodes: list[Node]) -> Labelled:
    labelled = Labelled()
    for child in nodes:
        if child.line is not None and is_label(child):
            _add_labels(labelled, child.text, 0, len(child.text), child.line.body)
    return labelled
