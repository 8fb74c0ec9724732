"""Targets under the headings that announce them ("Mục tiêu", "Chỉ tiêu"): clauses with a figure to reach.

Figures elsewhere are actuals. "ít nhất" and "trở lên" give ">=", "không quá" gives "<=", a bare figure "=".
A goal without a figure ("đa số", "tương ứng với tỷ lệ dân cư") is kept only where the list is one of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.results import Target
from vanban.structure.document import PartKind, Structure
from vanban.structure.tree import Node
from vanban.tasks.zones import Zone, zone_of, zone_of_heading
from vanban.text.sentences import sentences
from vanban.types import Span

_UNITS = (
    "%", "phần trăm", "nghìn tỷ đồng", "tỷ đồng", "triệu đồng", "nghìn tỷ", "tỷ USD", "triệu USD", "tỷ", "USD",
    "ha", "km", "m2", "người", "hộ", "xã", "phường", "doanh nghiệp", "trường", "lớp", "cơ sở", "mô hình",
    "sản phẩm", "dự án", "lượt", "giường", "bác sĩ", "điểm", "giây", "phút", "ngày", "lần", "đảng viên", "hội viên",
    "đoàn viên", "cán bộ", "công chức", "thôn", "trạm", "công trình", "học sinh", "lao động", "giáo viên",
    "hợp tác xã", "tổ hợp tác", "chi bộ", "căn", "công việc", "thủ tục", "nhiệm vụ",
)  # fmt: skip
"""What figures of targets count."""
_FIGURE = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*"
    rf"(?P<unit>{'|'.join(unit.replace(' ', chr(92) + 's+') for unit in sorted(_UNITS, key=len, reverse=True))})"
    r"(?P<per>/(?:năm|tháng|người/năm|người|ha|1\.000 dân|vạn dân))?(?!\w)",
    re.I,
)
_AT_LEAST = re.compile(r"(?:ít\s+nhất|tối\s+thiểu|trên|từ|đạt\s+từ|hơn|không\s+(?:dưới|thấp\s+hơn|ít\s+hơn))\s*$", re.I)
_AT_MOST = re.compile(r"(?:không\s+quá|tối\s+đa|dưới|không\s+(?:vượt|cao\s+hơn|nhiều\s+hơn)|còn\s+dưới)\s*$", re.I)
_OR_MORE = re.compile(r"\s*[^,;.]{0,40}?\btrở\s+lên", re.I)
_OR_LESS = re.compile(r"\s*[^,;.]{0,40}?\btrở\s+xuống", re.I)
_WITHOUT_FIGURE = re.compile(r"\b(?:đa\s+số|phần\s+lớn|hầu\s+hết|tương\s+ứng|toàn\s+bộ)\b", re.I)
_ACTUAL = re.compile(r"(?:hiện\s+(?:nay|tại|có|đã)|(?:tính\s+)?đến\s+nay)\b", re.I)
_CLAUSE = re.compile(r"[;.]\s+|,\s+(?=(?:ít\s+nhất\s+|trên\s+|tối\s+thiểu\s+)?\d+(?:,\d+)?\s*%)")
_PERIOD = re.compile(
    r"(?:đến\s+(?:hết\s+)?(?:năm|cuối\s+năm)\s+\d{4}|giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4}|năm\s+\d{4}|nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4})",
    re.I,
)
_SAME_UNIT = {"phần trăm": "%"}


def extract_targets(structure: Structure) -> tuple[Target, ...]:
    """Return the targets of the main and embedded parts in document order."""
    found: list[Target] = []
    for part in structure.parts:
        if part.part.kind in (PartKind.MAIN, PartKind.EMBEDDED):
            title_period = _period_in(part.head.subject or "")
            for node in part.root.walk():
                found.extend(_targets_of(structure.text, node, title_period))
    return tuple(found)


def _targets_of(text: str, node: Node, title_period: str | None) -> Iterator[Target]:
    """All clauses of a line under a heading of targets; elsewhere only what says "Phấn đấu"."""
    if not _is_leaf(node) or node.line is None:
        return
    if zone_of(node) is Zone.TARGETS:
        yield from _node_targets(text, node, title_period)
        return
    for span in sentences(text, node.line.body, node.line.end):
        whole = _STRIVING.match(text, span.start, span.end) is not None
        if not whole and zone_of(node) is Zone.BACKGROUND:
            continue
        for clause in (span,) if whole else _striving_clauses(text, span):
            target = _target(text, clause, _heading_period(node) or title_period, listed=False)
            if target:
                yield target


_STRIVING = re.compile(r"phấn\s+đấu\b", re.I)
_STRIVING_CLAUSE = re.compile(
    r"(?<=[,;(]\s)(?:phấn\s+đấu|quyết\s+tâm)\b[^;.()]{3,160}|(?<=\()phấn\s+đấu\b[^;.()]{3,160}", re.I
)


def _striving_clauses(text: str, span: Span) -> Iterator[Span]:
    """Clauses of an order that say how far to get: "…, quyết tâm giải ngân 100% kế hoạch vốn"."""
    for found in _STRIVING_CLAUSE.finditer(text, span.start, span.end):
        yield Span(found.start(), found.end())


def _is_leaf(node: Node) -> bool:
    line = node.line
    return (
        line is not None
        and line.table is None
        and not node.is_title
        and not (node.children and zone_of_heading(node.text))
    )


def _node_targets(text: str, node: Node, title_period: str | None) -> Iterator[Target]:
    line = node.line
    if line is None:
        return
    period = _heading_period(node) or title_period
    listed = _in_indicator_list(node)
    for span in _clauses(text, line.body, line.end):
        target = _target(text, span, period, listed=listed)
        if target:
            yield target


def _in_indicator_list(node: Node) -> bool:
    return any(re.match(r"(?:các\s+)?chỉ\s+tiêu", one.text, re.I) for one in node.ancestors())


def _heading_period(node: Node) -> str | None:
    for ancestor in node.ancestors():
        period = _period_in(ancestor.text)
        if period:
            return period
    return None


def _period_in(text: str) -> str | None:
    found = _PERIOD.search(text)
    return found.group() if found else None


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for cut in _CLAUSE.finditer(text, start, end):
        yield Span(at, cut.start())
        at = cut.end()
    if at < end:
        yield Span(at, end)


def _target(text: str, span: Span, period: str | None, *, listed: bool) -> Target | None:
    end = span.end
    while end > span.start and text[end - 1] in ".;, \n":
        end -= 1
    if _ACTUAL.match(text, span.start, end):
        return None
    figure = _FIGURE.search(text, span.start, end)
    if figure is None:
        if not listed or not _WITHOUT_FIGURE.search(text, span.start, end):
            return None
        return Target(text[span.start : end], span.start, end, text[span.start : end], period=period)
    unit = " ".join(figure.group("unit").lower().split())
    return Target(
        text[span.start : end],
        span.start,
        end,
        _indicator(text, span.start, end, figure),
        _operator(text, span.start, end, figure),
        parse_number(figure.group("number")),
        _SAME_UNIT.get(unit, figure.group("unit")),
        _period_in(text[span.start : end]) or period,
    )


def parse_number(printed: str) -> float:
    """A Vietnamese number: "1.234,5" is 1234.5."""
    return float(printed.replace(".", "").replace(",", "."))


def _operator(text: str, start: int, end: int, figure: re.Match[str]) -> str:
    before = text[start : figure.start()]
    if _AT_MOST.search(before) or _OR_LESS.match(text, figure.end(), end):
        return "<="
    if _AT_LEAST.search(before) or _OR_MORE.match(text, figure.end(), end):
        return ">="
    return "="


_LEADING = re.compile(
    r"^\W*(?:phấn\s+đấu|đến\s+(?:hết\s+)?năm\s+\d{4}\s*,?)?\s*(?:(?:có\s+)?(?:ít\s+nhất|tối\s+thiểu|trên)\s*)?", re.I
)


def _indicator(text: str, start: int, end: int, figure: re.Match[str]) -> str:
    """What is measured: the clause without its figure and its opening."""
    without = f"{text[start : figure.start()].rstrip()} {text[figure.end() : end].lstrip()}"
    return " ".join(_LEADING.sub("", without, count=1).split()).strip(" ,;:")
