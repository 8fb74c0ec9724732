"""Lines to paragraphs, by where they begin and end on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.readers.draft import DraftParagraph, is_ornament
from vanban.readers.lines import ends_sentence, goes_on, is_unfinished, is_upper_case, join_lines, starts_item
from vanban.readers.pdf.model import Line
from vanban.types import Alignment, Style

_INDENT = 9.0
_DEEPEST_INDENT = 60.0
_FLUSH = 4.0
_SAME_EDGE = 2.0
_CENTRED_INDENT = 15.0
_SLACK = 6.0
_WIDER_SPACING = 1.45
_TITLE_WIDTH = 0.55
_BULLETS = ("-", "+", "•", "*")
_FEW_LINES = 8
"""With fewer lines than this, none may be full: then the right margin is taken to be as wide as the left one."""
_PERCENTILE = 0.93


@dataclass(frozen=True, slots=True)
class Frame:
    """The left and right edge of running text on a page, and the middle of the paper."""

    left: float
    right: float
    middle: float
    indents_first_lines: bool = False

    @property
    def width(self) -> float:
        """How wide a full line is."""
        return max(self.right - self.left, 1.0)


def frame_of(extents: Sequence[tuple[float, float]], middle: float) -> Frame:
    """The edges of running text: the leftmost place where lines begin, and where nearly all of them end."""
    ends = sorted(end for _, end in extents)
    right = ends[min(int(len(ends) * _PERCENTILE), len(ends) - 1)]
    starts = Counter(round(start / 2) for start, _ in extents)
    left = min((start for start, count in starts.items() if count > 1), default=min(starts)) * 2.0
    if len(extents) < _FEW_LINES:
        right = max(right, 2 * middle - left)
    flush = sum(1 for start, _ in extents if start - left < _FLUSH)
    indented = sum(1 for start, _ in extents if _INDENT < start - left < _DEEPEST_INDENT)
    return Frame(left, right, middle, indents_first_lines=flush * 5 >= len(extents) and indented > 0)


def align(line: Line, frame: Frame) -> None:
    """Note on the line how it is set."""
    before, after = line.x0 - frame.left, frame.right - line.x1
    off_middle = min(abs(before - after) / 2, abs((line.x0 + line.x1) / 2 - frame.middle))
    if off_middle < max(_SLACK / 2, frame.width * 0.015) and before > _CENTRED_INDENT and not starts_item(line.text):
        line.alignment = Alignment.CENTER
    elif after < _SLACK and before > frame.width * 0.4:
        line.alignment = Alignment.RIGHT
    elif after < _SLACK:
        line.alignment = Alignment.JUSTIFY
    else:
        line.alignment = Alignment.LEFT


def paragraphs_of(lines: Sequence[Line], frames: dict[int, Frame], spacing: float) -> list[DraftParagraph]:
    """The paragraphs of running text, also over page breaks."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1], line, frames, spacing):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [draft(group) for group in groups]


def column_paragraphs(lines: Sequence[Line]) -> list[DraftParagraph]:
    """The paragraphs of a narrow column: one a line, unless a line plainly goes on."""
    right = max((line.x1 for line in lines), default=0.0)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins_in_column(groups[-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [draft(group) for group in groups]


def draft(group: Sequence[Line]) -> DraftParagraph:
    """One paragraph from its lines."""
    alignments = {line.alignment for line in group}
    alignment = group[0].alignment if len(alignments) == 1 else Alignment.JUSTIFY
    style = Style(bold=all(line.bold for line in group), italic=all(line.italic for line in group), alignment=alignment)
    return DraftParagraph(join_lines(line.text for line in group), style=style, page=group[0].page)


def _joins(group: Sequence[Line], line: Line, frames: dict[int, Frame], spacing: float) -> bool:
    upper = group[-1]
    same_page = upper.page == line.page
    if same_page and spacing and line.y - upper.y > _WIDER_SPACING * max(spacing, line.size * 1.15):
        return False
    frame, above = frames[line.page], frames[upper.page]
    ended = ends_sentence(upper.text)
    room = above.right - upper.x1
    is_short = room > line.first_word_width + line.size * 0.4
    indented = line.x0 - frame.left > _INDENT
    if starts_item(line.text) and (ended or is_short or indented):
        return False
    if Alignment.CENTER in {upper.alignment, line.alignment} and (is_short or indented):
        return _joins_centred(upper, line, above)
    if goes_on(upper.text, line.text):
        return True
    if is_short or _type_changes(upper, line):
        return False
    if frame.indents_first_lines and _INDENT < line.x0 - frame.left < _DEEPEST_INDENT:
        return False
    return not (indented and _is_first_line(upper, line))


def _is_first_line(upper: Line, line: Line) -> bool:
    """Whether an indented line begins a paragraph, and is not just one of a paragraph that is indented as a whole."""
    return abs(upper.x0 - line.x0) > _SAME_EDGE or ends_sentence(upper.text)


def _type_changes(upper: Line, line: Line) -> bool:
    if abs(upper.size - line.size) > 0.12 * line.size:
        return True
    return upper.bold != line.bold and ends_sentence(upper.text)


def _joins_centred(upper: Line, line: Line, frame: Frame) -> bool:
    """Lines of one title: the sentence goes on, or a nearly full line is followed by one of the same type."""
    if abs(upper.size - line.size) > 0.12 * line.size:
        return False
    alike = upper.bold == line.bold and upper.italic == line.italic
    if goes_on(upper.text, line.text) or (alike and is_unfinished(upper.text, line.text)):
        return not is_upper_case(upper.text) or upper.text.endswith(",")
    same_case = is_upper_case(upper.text) == is_upper_case(line.text)
    both_centred = line.alignment is Alignment.CENTER and upper.alignment in {Alignment.CENTER, Alignment.JUSTIFY}
    wide = upper.x1 - upper.x0 > frame.width * _TITLE_WIDTH
    return alike and same_case and both_centred and wide and not ends_sentence(upper.text)


def _joins_in_column(group: Sequence[Line], line: Line, right: float) -> bool:
    upper = group[-1]
    if starts_item(line.text) or line.y - upper.y > 2.0 * line.size or is_ornament(upper.text):
        return False
    if goes_on(upper.text, line.text) or is_unfinished(upper.text, line.text):
        return True
    if group[0].text.startswith(_BULLETS):
        return not ends_sentence(upper.text)
    full = right - upper.x1 < line.first_word_width + line.size * 0.4
    return full and " " not in line.text and is_upper_case(upper.text) and is_upper_case(line.text)
