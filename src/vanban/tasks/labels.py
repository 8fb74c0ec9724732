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
            rf"(?:(?:{_BODY}\s+)?(?:được\s+giao\s+)?(?:chủ\s+trì|thực\s+hiện|đầu\s+mối|tham\s+mưu|chịu\s+trách\s+nhiệm)(?:\s+(?:thực\s+hiện|tham\s+mưu|chính|triển\s+khai))*|phân\s+công(?:\s+thực\s+hiện|\s+nhiệm\s+vụ)?|trách\s+nhiệm\s+thực\s+hiện)\s*[:：]\s*",
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
    own = _collect(node.children)
    if own:
        return own if is_label(node.children[0]) else Labelled()
    if node.children or not (node.is_bullet or _is_paragraph(node)):
        return Labelled()
    behind = _collect(_group_after(_siblings_after(node)))
    parent = node.parent
    if not behind and parent is not None and parent.is_bullet:
        return _collect(_group_after(_siblings_after(parent)))
    return behind


def _is_paragraph(node: Node) -> bool:
    return node.line is not None and node.line.marker is None


def _siblings_after(node: Node) -> list[Node]:
    siblings = node.parent.children if node.parent else []
    return siblings[siblings.index(node) + 1 :]


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
        found = read_label(child.text) if child.line and child.line.table is None else None
        if child.line and found:
            name, at = found
            labelled.values.setdefault(name, Span(child.line.body + at, child.line.end))
    return labelled
