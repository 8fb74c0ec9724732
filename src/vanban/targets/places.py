"""Where figures are targets: under headings of goals, in lists that a goal opens, in orders that say how far to get.

The tree is walked once from the top, each line with the zone and the period that hold for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.structure.tree import Node
from vanban.targets.periods import period_in, title_period
from vanban.tasks.zones import Zone, zone_of_heading


@dataclass(frozen=True, slots=True)
class Place:
    """A line with the zone it lies in, the period stated above it, and whether its list is one of indicators."""

    node: Node
    zone: Zone
    period: str | None
    indicators: bool = False


_GOAL_HEADING = re.compile(
    r"\W*(?:(?:các|một\s+số|những|hệ\s+thống|về)\s+)*(?:mục\s+tiêu|chỉ\s+tiêu)(?!\s+quốc\s+gia)|[^.;:]{0,60}\b(?:mục\s+tiêu|chỉ\s+tiêu)\s+"
    r"(?:cụ\s+thể|chủ\s+yếu|đến\s+năm|phấn\s+đấu|sau)\b",
    re.I,
)
_STATE_OF_THINGS = re.compile(r"\W*(?:hiện\s+trạng|thực\s+trạng|tình\s+hình)\b", re.I)
_INDICATORS = re.compile(r"\W*(?:(?:các|một\s+số|những|hệ\s+thống)\s+)*chỉ\s+tiêu\b", re.I)
_OPENS_GOALS = re.compile(
    r"\bphấn\s+đấu\b[^.;]{0,160}:\s*$|\b(?:mục\s+tiêu|chỉ\s+tiêu)(?!\s+quốc\s+gia)(?:\s*,?\s+[^\W\d_]+){0,6}\s*:\s*$",
    re.I,
)
_OPENS_WORK = re.compile(
    r"\b(?:nhiệm\s+vụ|giải\s+pháp|yêu\s+cầu|biện\s+pháp|tập\s+trung|thực\s+hiện\s+tốt)\b[^.]*:\s*$", re.I
)
_PERIOD_FIRST = re.compile(r"\W*(?:trong\s+)?(?:đến\s|giai\s+đoạn\s|năm\s+\d)", re.I)
_HEADING_LENGTH = 220


def places(root: Node, title: str | None) -> Iterator[Place]:
    """Yield the lines of a part in reading order, headings of goals without text of their own left out."""
    pending = [Place(root, Zone.NEUTRAL, title_period(title or ""))]
    while pending:
        place = pending.pop()
        if place.node.line is not None and not _is_bare_heading(place.node):
            yield place
        pending.extend(reversed(list(_below(place))))


def _is_bare_heading(node: Node) -> bool:
    return node.is_title or bool(node.children and zone_of_heading(node.text))


def _below(place: Place) -> Iterator[Place]:
    """The children of a place; a paragraph that opens a list of goals holds for those that follow it."""
    if not place.node.children:
        return
    zone, period, indicators = _under(place)
    opened: Place | None = None
    for child in place.node.children:
        line = child.line
        yield Place(child, opened.zone if opened else zone, (opened and opened.period) or period, indicators)
        if line is not None and line.marker is None and line.table is None:
            opened = _opened(child, zone, period) if line.text.endswith(":") and not child.is_title else None


def _under(place: Place) -> tuple[Zone, str | None, bool]:
    node = place.node
    if node.line is None:
        return place.zone, place.period, place.indicators
    period = period_in(node.text) if len(node.text) <= _HEADING_LENGTH or node.text.endswith(":") else None
    zone = _zone_named(node) or place.zone
    return zone, period or place.period, place.indicators or bool(_INDICATORS.match(node.text))


def _zone_named(node: Node) -> Zone | None:
    if _opens_goals(node.text):
        return Zone.TARGETS
    if node.is_bullet or len(node.text) > _HEADING_LENGTH:
        return None
    if _STATE_OF_THINGS.match(node.text):
        return Zone.BACKGROUND
    if _GOAL_HEADING.match(node.text) and node.children and not _OPENS_WORK.search(node.text):
        return Zone.TARGETS
    return zone_of_heading(node.text)


def _opened(lead_in: Node, zone: Zone, period: str | None) -> Place | None:
    goals = _opens_goals(lead_in.text)
    stated = period_in(lead_in.text) if goals or _PERIOD_FIRST.match(lead_in.text) else None
    return Place(lead_in, Zone.TARGETS if goals else zone, stated or period) if goals or stated else None


def _opens_goals(text: str) -> bool:
    """ "…, phấn đấu phát triển các trạm, cụ thể như sau:" opens a list of goals, "thực hiện các nhiệm vụ sau:" none."""
    tail = text[-260:]
    return bool(_OPENS_GOALS.search(tail)) and not _OPENS_WORK.search(tail)
