"""Contents made by hypothesis: well-formed documents of any shape, and documents full of any text at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st
from tests.vanban.compose.contents import STATE, party

from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Content,
    Level,
    Numbered,
    Paragraph,
    Run,
    Table,
    Text,
    dash,
    item,
    plain,
    point,
    section,
    subitem,
)

_WORK = ("Rà soát", "Tổng hợp", "Kiểm tra", "Hướng dẫn", "Bổ sung", "Tuyên truyền")
_TOPICS = ("quy hoạch điểm dân cư", "hồ sơ hộ nghèo", "đường nông thôn", "nước sạch", "trường học", "chợ trung tâm")


class Sentences:
    """Sentences that differ from each other, so that nothing is said twice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._count = 0

    def one(self, end: str = ".") -> str:
        """A new sentence."""
        self._count += 1
        work, topic = self._draw(st.sampled_from(_WORK)), self._draw(st.sampled_from(_TOPICS))
        return f"{work} {topic} thuộc tổ dân cư thứ {self._count} của địa phương{end}"

    def heading(self) -> str:
        """A new heading."""
        self._count += 1
        return f"Nhóm công việc thứ {self._count}"


@st.composite
def documents(draw: st.DrawFn) -> Content:
    """A well-formed document: lists of two and more, sentences with their marks, annexes that the text names."""
    made = draw(st.sampled_from(STATE))()
    says = Sentences(draw)
    body = [Paragraph("Nội dung cụ thể được nêu dưới đây (các Phụ lục kèm theo).")]
    if draw(st.booleans()):
        body += [section(says.heading(), *_inner(draw, says)) for _ in range(draw(st.integers(2, 4)))]
    else:
        body += _items(draw, says)
    annexes = tuple(
        Annex(says.heading(), (_table(draw, says),), landscape=draw(st.booleans()))
        for _ in range(draw(st.integers(1, 3)))
    )
    content = replace(
        made, body=(*body, Paragraph(says.one())), annexes=annexes,
        header=replace(made.header, number=str(draw(st.integers(1, 500)))),
        recipients=tuple(says.heading() for _ in range(draw(st.integers(1, 6)))),
    )  # fmt: skip
    return party(content) if draw(st.booleans()) else content


def _inner(draw: st.DrawFn, says: Sentences) -> list[Block]:
    if draw(st.booleans()):
        return [Paragraph(says.one()) for _ in range(draw(st.integers(1, 3)))]
    return _items(draw, says)


def _items(draw: st.DrawFn, says: Sentences) -> list[Block]:
    return [_item(draw, says) for _ in range(draw(st.integers(2, 4)))]


def _item(draw: st.DrawFn, says: Sentences) -> Block:
    shape = draw(st.sampled_from(("plain", "points", "dashes", "subitems", "table")))
    if shape == "plain":
        return item(says.one())
    if shape == "points":
        count = draw(st.integers(2, 24))
        return item(says.one(":"), *(point(says.one(";")) for _ in range(count - 1)), point(says.one()))
    if shape == "dashes":
        return item("", *(dash(says.one()) for _ in range(draw(st.integers(2, 5)))), heading=says.heading())
    if shape == "subitems":
        return item("", *(subitem(says.one()) for _ in range(draw(st.integers(2, 4)))), heading=says.heading())
    return item(says.one(), _table(draw, says))


def _table(draw: st.DrawFn, says: Sentences) -> Table:
    columns = (
        Column("STT", 1, Align.CENTER),
        Column("Nội dung", 6, Align.JUSTIFY),
        Column("Số lượng", 2, Align.NUMBER),
    )
    count = draw(st.integers(1, 40))
    return Table(columns, tuple((place, says.one(""), draw(st.integers(0, 10**7))) for place in range(1, count + 1)))


_LETTERS = st.characters(max_codepoint=0x17F) | st.sampled_from(
    "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằỂểỆệỈỉỌọỐốỔổỘộỚớỞởỢợỤụỨứỪừỬửỰựỲỳỴỵỶỷỸỹƠơƯư–—“”…≥≤"
)
"""Every letter of the typeface of the .pdf that Vietnamese offices use, and control characters."""
_TRAPS = (
    "#import \"x.typ\": *", "$x^2$ *đậm* _nghiêng_ `mã`", "#{1/0}", "\\ <a&b> \"'", "]]>&amp;", "= Đề mục", "a" * 300,
    "", "Nha\u0323\u0302n bie\u0301t",
)  # fmt: skip
"""Markup of either format, a word longer than a line, nothing, decomposed letters."""
ANY_TEXT = st.text(_LETTERS, max_size=40) | st.sampled_from(_TRAPS)


def _texts(draw: st.DrawFn) -> Text:
    if draw(st.booleans()):
        return draw(ANY_TEXT)
    runs = st.builds(Run, ANY_TEXT, bold=st.booleans(), italic=st.booleans(), underline=st.booleans())
    return tuple(draw(st.lists(ANY_TEXT | runs, max_size=3)))


@st.composite
def wild_documents(draw: st.DrawFn) -> Content:
    """A document that can be set, with any text in every place."""
    made = draw(st.sampled_from(STATE))()
    content = replace(
        made, subject=f"Về {draw(ANY_TEXT)}", addressees=tuple(draw(st.lists(ANY_TEXT, max_size=3))),
        bases=tuple(_texts(draw) for _ in range(draw(st.integers(0, 2)))),
        body=tuple(_wild_block(draw, 0) for _ in range(draw(st.integers(0, 4)))),
        recipients=tuple(draw(st.lists(ANY_TEXT, max_size=3))), filing=draw(ANY_TEXT), authority=draw(ANY_TEXT),
        signature=replace(made.signature, name=draw(ANY_TEXT)),
        annexes=tuple(
            Annex(f"Tên {draw(ANY_TEXT)}", (_wild_block(draw, 0),), landscape=draw(st.booleans()),
                  numbered=draw(st.booleans()), reference=draw(st.none() | ANY_TEXT))
            for _ in range(draw(st.integers(0, 2)))
        ),
    )  # fmt: skip
    return party(content) if draw(st.booleans()) else content


ODD_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
"""Any characters at all, those that no font of an office has too."""


def _wild_block(draw: st.DrawFn, depth: int) -> Block:
    shape = draw(st.sampled_from(("paragraph", "numbered", "table")))
    if shape == "paragraph":
        return Paragraph(_texts(draw), draw(st.none() | st.sampled_from(Align)))
    if shape == "table":
        return _wild_table(draw)
    levels = list(Level)
    level = draw(st.integers(depth, len(levels) - 1))
    text = _texts(draw)
    inner = [_wild_block(draw, level + 1)] if level + 1 < len(levels) and draw(st.booleans()) else []
    return Numbered(levels[level], f"Mục {draw(ANY_TEXT)}", text if plain(text) else "", tuple(inner))


def _wild_table(draw: st.DrawFn) -> Table:
    numbers = st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=2).map(Decimal)
    wide = Cell(draw(ANY_TEXT), column_span=2, bold=True)
    rows = [(draw(ANY_TEXT | numbers), _texts(draw)) for _ in range(draw(st.integers(0, 3)))]
    return Table((Column("A", 1), Column(draw(ANY_TEXT), 2.5, Align.NUMBER)), ((wide,), *rows), unit=draw(ANY_TEXT))
