"""The segmenter: whatever the marks, the text stays whole, every character has its marks, and nothing is markup."""

from __future__ import annotations

import html
import re

from django.utils.safestring import mark_safe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sauro.tasks.web.desk_segments import TextMark, marks_by_block, render_segments, segment

SIGN = mark_safe('<a data-skip href="#viec">7</a>')
# Time is no subject of these tests, and the machine may be busy.
calmly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(alphabet="aăâđư <>&\"'́\n\t𝔸", min_size=1, max_size=60)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, int, int, list[TextMark]]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    marks = [
        TextMark(left, right, f"mk-{index}", (("data-ob", f'"<{index}>'),), SIGN if index % 2 else mark_safe(""))
        for index, (left, right) in enumerate(draw(st.lists(places, max_size=8)))
    ]
    return text, start, end, marks


@calmly
@given(texts_with_marks())
def test_segments_follow_each_other_and_carry_exactly_the_marks_that_cover_them(
    case: tuple[str, int, int, list[TextMark]],
) -> None:
    _text, start, end, marks = case
    pieces = segment(start, end, marks)
    assert [piece.start for piece in pieces] == [start, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == end
    for piece in pieces:
        assert piece.start < piece.end
        covering = {mark for mark in marks if mark.start <= piece.start and piece.end <= mark.end}
        assert set(piece.marks) == covering
        assert set(piece.opening) == {mark for mark in marks if mark.start == piece.start and mark.start < mark.end}


@calmly
@given(texts_with_marks())
def test_text_content_is_the_passage(case: tuple[str, int, int, list[TextMark]]) -> None:
    text, start, end, marks = case
    rendered = render_segments(text, start, end, marks).replace(SIGN, "")
    assert html.unescape(re.sub(r"<[^>]*>", "", rendered)) == text[start:end]


@calmly
@given(texts_with_marks())
def test_tags_are_spans_that_never_nest(case: tuple[str, int, int, list[TextMark]]) -> None:
    text, start, end, marks = case
    tags = re.findall(r"</?\w+", render_segments(text, start, end, marks).replace(SIGN, ""))
    assert tags == ["<span", "</span"] * (len(tags) // 2)


@calmly
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12), st.lists(st.integers(1, 9), max_size=9)
)
def test_each_block_gets_the_marks_that_touch_it(marks: list[tuple[int, int]], lengths: list[int]) -> None:
    ordered = sorted((TextMark(start, start + length, "mk") for start, length in marks), key=lambda mark: mark.start)
    blocks: list[tuple[int, int]] = []
    for length in lengths:
        start = blocks[-1][1] + 1 if blocks else 0
        blocks.append((start, start + length))
    for (start, end), found in zip(blocks, marks_by_block(ordered, blocks), strict=True):
        assert found == [mark for mark in ordered if mark.start < end and mark.end > start]


def test_inner_mark_wins_the_attribute_and_signs_stand_before_the_piece() -> None:
    outer = TextMark(0, 10, "mk-task", (("title", "ngoài"),), SIGN)
    inner = TextMark(4, 6, "mk-finding", (("title", "trong"),))
    rendered = render_segments("Sở Nội vụ.", 0, 10, [inner, outer])
    assert rendered == (
        f'{SIGN}<span class="mk-task" title="ngoài">Sở N</span>'
        '<span class="mk-task mk-finding" title="trong">ội</span>'
        '<span class="mk-task" title="ngoài"> vụ.</span>'
    )
