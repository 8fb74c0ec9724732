"""Targets: clauses with a figure to reach, with indicator, operator, value, unit and period.

Under headings of goals every figure counts that is no actual; elsewhere one that an order or a goal names as what is to
be reached. A goal without a figure ("đa số", "tương ứng với tỷ lệ dân cư") is kept only in a list of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.results import Target
from vanban.structure.document import PartKind, PartTree, Structure
from vanban.structure.lines import Line
from vanban.targets.clauses import Clause, clauses, trimmed
from vanban.targets.indicators import indicator_of
from vanban.targets.orders import is_reached, stretches
from vanban.targets.periods import period_in
from vanban.targets.places import Place, places
from vanban.targets.quantities import Measure, Quantity, quantities
from vanban.targets.tables import table_targets
from vanban.tasks.zones import Zone, is_background
from vanban.text.sentences import sentences
from vanban.types import Span, Table

_HAS_FIGURE = re.compile(r"\d|nhất\s+(?:một|hai|ba)|thiểu\s+(?:một|hai|ba)", re.I)
_STRIVES = re.compile(r"\b[Pp]hấn\s+đấu\s")
_ORDERS_FIGURES = re.compile(r"%|hần\s+trăm|hấn\s+đấu|uyết\s+tâm|ục\s+tiêu|hỉ\s+tiêu|t\s+nhất|ối\s+thiểu|đạt\s|Có\s")
"""What an order that names a figure to reach cannot do without; other lines are not read further."""
_GOAL_WITHOUT_FIGURE = re.compile(
    r"\W*(?P<goal>(?:hằng|hàng)\s+năm\s*,?\s+(?:giảm|tăng)\s[^;]*|(?:ph[ấầ]n\s+đ[ấầ]u\s+)?"
    r"(?:không\s+(?:còn|để\s+xảy\s+ra)\s[^;]{8,160}|(?:đa\s+số|phần\s+lớn|hầu\s+hết|toàn\s+bộ)\s|[^;]{10,160}\btương\s+ứng\s+(?:với\s+)?(?:tỷ|tỉ)\s+lệ)[^;]*)",
    re.I,
)
_ACTUAL = re.compile(r"\W*(?:hiện\s+(?:nay|tại|có|đã)|(?:tính\s+)?đến\s+nay|đến\s+thời\s+điểm)\b", re.I)
_ACCOUNTS = frozenset({"bao_cao", "to_trinh", "bien_ban", "giay_moi"})


def extract_targets(structure: Structure) -> tuple[Target, ...]:
    """Return the targets of the document in reading order; one that is printed again in an annex is listed once."""
    found: list[Target] = []
    printed: set[str] = set()
    for part in structure.parts:
        for target in _part_targets(structure, part):
            words = " ".join(target.text.lower().split())
            if part.part.kind is PartKind.ANNEX and words in printed:
                continue
            printed.add(words)
            found.append(target)
    return tuple(found)


def _part_targets(structure: Structure, part: PartTree) -> Iterator[Target]:
    if part.part.kind is PartKind.TEMPLATE:
        return
    text = structure.text
    account = structure.main.head.kind in _ACCOUNTS
    running = part.part.kind in (PartKind.MAIN, PartKind.EMBEDDED)
    for place in places(part.root, part.head.subject):
        line = place.node.line
        if line is None:
            continue
        if line.table is not None:
            yield from _in_table(text, line.table, place, account=account, running=running)
        elif running and (not account or place.zone is Zone.TARGETS or _STRIVES.search(line.body_text)):
            yield from _line_targets(text, line, place)


def _in_table(text: str, table: Table, place: Place, *, account: bool, running: bool) -> Iterator[Target]:
    """A table of targets under a heading of goals; in other tables what their orders want reached.

    Annexes of figures by years are plans in numbers, not goals.
    """
    if place.zone is Zone.TARGETS and running:
        yield from table_targets(text, table, place.period)
    elif not account:
        for cell in table.cells:
            if cell.end - cell.start >= _SHORTEST_ORDER and _ORDERS_FIGURES.search(text, cell.start, cell.end):
                for sentence in sentences(text, cell.start, cell.end):
                    yield from _order_targets(text, sentence, _figures(text, sentence), place)


_SHORTEST_ORDER = 40


def _figures(text: str, sentence: Span) -> list[Quantity]:
    return [one for one in quantities(text, *sentence) if not _in_note(text, sentence, one)]


def _line_targets(text: str, line: Line, place: Place) -> Iterator[Target]:
    goals = place.zone is Zone.TARGETS
    if not goals and (place.zone is Zone.BACKGROUND or not _ORDERS_FIGURES.search(line.text)):
        return
    if not _HAS_FIGURE.search(line.text) and not _may_lack_figure(place, line):
        return
    for sentence in sentences(text, line.body, line.end):
        if text.find("có thể", *sentence) >= 0 or _ACTUAL.match(text, *sentence):
            continue
        figures = _figures(text, sentence)
        if goals:
            yield from _goal_targets(text, sentence, figures, place)
        elif not is_background(text[sentence.start : sentence.end]):
            yield from _order_targets(text, sentence, figures, place)


def _may_lack_figure(place: Place, line: Line | None) -> bool:
    return place.indicators or place.node.is_bullet or (line is not None and bool(_NONE_LEFT.match(line.body_text)))


_NONE_LEFT = re.compile(r"\W*không\s+(?:còn|để\s+xảy\s+ra)\s", re.I)


def _goal_targets(text: str, sentence: Span, figures: list[Quantity], place: Place) -> Iterator[Target]:
    """All figures of a sentence under a heading of goals; where one is a rate, plain numbers must be bounded."""
    reached = [
        one for one in figures if is_reached(text, one) or (one.unit and one.measure is Measure.COUNT) or one.bounded
    ]
    for clause in clauses(text, sentence, reached):
        yield _target(text, clause, place.period)
    if _may_lack_figure(place, place.node.line):
        yield from _goals_without_figure(text, sentence, reached, place)


def _goals_without_figure(text: str, sentence: Span, figures: list[Quantity], place: Place) -> Iterator[Target]:
    """ "đa số cán bộ …": an indicator that names no figure; operator, value and unit stay open."""
    at = sentence.start
    for cut in _CLAUSE_END.finditer(text, sentence.start, min(sentence.end, sentence.start + _LONGEST_GOAL)):
        goal = _GOAL_WITHOUT_FIGURE.match(text, at, cut.start())
        if goal and not any(at <= one.start < cut.start() for one in figures):
            first, last = goal.start("goal"), goal.start("goal") + len(goal.group("goal").rstrip(" .;,"))
            yield Target(text[first:last], first, last, text[first:last], period=place.period)
        at = cut.end()


_CLAUSE_END = re.compile(r";|$")
_LONGEST_GOAL = 600


def _order_targets(text: str, sentence: Span, figures: list[Quantity], place: Place) -> Iterator[Target]:
    """The figures that an order names; a stretch runs on to further figures of its kind."""
    done = sentence.start
    planned = place.zone not in (Zone.NEUTRAL, Zone.NAMED_ONLY)
    noted = text.find("(", *sentence) >= 0
    for note in _GIVEN_FIGURES.finditer(text, *sentence) if noted else ():
        inside = [one for one in quantities(text, note.start("figures"), note.end()) if one.measure > Measure.TIME]
        if len(inside) > 1 and not _tells_what_was(text, note):
            for clause in clauses(text, Span(note.start("figures"), note.end() - 1), inside):
                yield _target(text, clause, place.period)
            done = note.end()
    for stretch in stretches(text, sentence, figures, state=planned, counts=place.period is not None):
        start, end = stretch.span
        if start < done:
            continue
        inside = [one for one in figures if start <= one.begin and one.end <= end and one.measure >= stretch.least]
        for clause in clauses(text, Span(start, end), inside):
            yield _target(text, clause, place.period, order=True)
        done = end


_GIVEN_FIGURES = re.compile(
    r"\b(?:hoàn\s+thành|đạt|vượt|phấn\s+đấu)\b[^;()]{0,60}\b(?:chỉ\s+tiêu|mục\s+tiêu)\b[^;()]{0,100}"
    r"\((?P<figures>\s*(?:(?:giảm|tăng|đạt)\s+(?:từ\s+)?)?\d[^()]{3,300})\)",
    re.I,
)
""" "hoàn thành các chỉ tiêu được giao (80% về việc và 60% về tiền)": the bracket lists what is to be reached."""


def _tells_what_was(text: str, note: re.Match[str]) -> bool:
    return _DONE.search(text, max(0, note.start() - 40), note.start()) is not None


_DONE = re.compile(r"\b(?:đã|ước)\s*$", re.I)


def _in_note(text: str, sentence: Span, figure: Quantity) -> bool:
    """True for a figure in brackets that only explains; "vượt mục tiêu được giao (10%)" is nothing but the figure."""
    opened = _open_bracket(text, max(sentence.start, figure.begin - _LONGEST_NOTE), figure.begin)
    if opened is None or _STRIVING_NOTE.match(text, opened + 1):
        return False
    alone = not text[opened + 1 : figure.begin].strip() and text[figure.end : figure.end + 1] == ")"
    return not (
        alone and figure.measure is Measure.PERCENT and _GIVEN.search(text, max(sentence.start, opened - 60), opened)
    )


_GIVEN = re.compile(r"\b(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|giao)\b", re.I)


def _open_bracket(text: str, start: int, at: int) -> int | None:
    """The outermost bracket that is open at a place; a label of a list such as "(2)" opens none."""
    if text.rfind("(", start, at) < 0:
        return None
    opened: list[int] = []
    for found in _BRACKET.finditer(text, start, at):
        if found.group() == "(":
            opened.append(found.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else None


_LONGEST_NOTE = 300
_BRACKET = re.compile(r"[()]")
_STRIVING_NOTE = re.compile(r"\s*(?:phấn\s+đấu|quyết\s+tâm|mục\s+tiêu|chỉ\s+tiêu|bảo\s+đảm|đảm\s+bảo)\b", re.I)


def _target(text: str, clause: Clause, period: str | None, *, order: bool = False) -> Target:
    span = trimmed(text, clause, order=order)
    whole = text[clause.start : span.end]
    return Target(
        text[span.start : span.end], span.start, span.end, indicator_of(text, span, clause.quantity),
        clause.quantity.operator, clause.quantity.value, clause.quantity.unit, period_in(whole) or period,
    )  # fmt: skip
