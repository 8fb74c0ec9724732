"""From parts to one text with offsets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vanban.readers.draft import DraftCell, DraftParagraph, DraftTable, assemble, clean, is_ornament
from vanban.types import Block, BlockKind, Limits, ReadDocument

WORDS = st.text(alphabet="aăđêơư \t\n\u00a0-*", max_size=12)
PARAGRAPHS = st.builds(DraftParagraph, WORDS, kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]))
CELLS = st.lists(
    st.builds(DraftCell, st.integers(0, 3), st.integers(0, 3), st.lists(PARAGRAPHS, max_size=2).map(tuple)),
    max_size=9,
    unique_by=lambda cell: (cell.row, cell.column),
)
PARTS = st.lists(st.one_of(PARAGRAPHS, st.builds(DraftTable, CELLS.map(tuple))), max_size=8)


def join(*parts: DraftParagraph | DraftTable) -> ReadDocument:
    return assemble(parts, format_name="x", reader="x/1", limits=Limits())


@given(PARTS)
def test_blocks_tile_the_text(parts: list[DraftParagraph | DraftTable]) -> None:
    document = join(DraftParagraph("đầu"), *parts)
    assert document.blocks[0].start == 0
    assert document.blocks[-1].end == len(document.text)
    for upper, lower in pairwise(document.blocks):
        assert document.text[upper.end : lower.start] == "\n"
    for block in document.blocks:
        assert block.start < block.end
        _check_cells(document, block)


def _check_cells(document: ReadDocument, block: Block) -> None:
    if block.table is None:
        assert "\t" not in document.text[block.start : block.end]
        return
    cells = block.table.cells
    assert (cells[0].start, cells[-1].end) == (block.start, block.end)
    assert [(cell.row, cell.column) for cell in cells] == sorted((cell.row, cell.column) for cell in cells)
    for before, after in pairwise(cells):
        assert document.text[before.end : after.start] == ("\t" if before.row == after.row else "\n")
    assert max(cell.row + cell.row_span for cell in cells) == block.table.row_count
    assert max(cell.column + cell.column_span for cell in cells) == block.table.column_count


@given(st.text(max_size=40))
def test_clean_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_symbol_bullets_become_readable() -> None:
    assert clean("\uf0b7 việc\uf0ff") == "• việc"


def test_ornaments_are_rules_and_stars_but_not_words_or_dots() -> None:
    assert is_ornament("* * *")
    assert is_ornament("_____")
    assert not is_ornament("- a")
    assert not is_ornament("./.")


def test_a_label_that_is_not_at_the_start_is_dropped() -> None:
    blocks = join(DraftParagraph("1. việc", label="1."), DraftParagraph("việc", label="2.")).blocks
    assert [block.label for block in blocks] == ["1.", None]


def test_layout_tables_become_paragraphs_and_data_tables_stay() -> None:
    def table(*texts: str, borderless: bool | None = None) -> DraftTable:
        cells = (DraftCell(number // 2, number % 2, (DraftParagraph(text),)) for number, text in enumerate(texts))
        return DraftTable(tuple(cells), borderless=borderless)

    def kinds(part: DraftTable) -> set[BlockKind]:
        return {block.kind for block in join(part).blocks}

    assert kinds(table("UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) == {BlockKind.PARAGRAPH}
    assert kinds(table("", "T/M BAN THƯỜNG VỤ", "", "Trần Văn Mẫu")) == {BlockKind.PARAGRAPH}
    assert kinds(table("Kính gửi:", "- Sở A;", borderless=False)) == {BlockKind.PARAGRAPH}
    assert kinds(table("TT", "Nhiệm vụ", "1", "Rà soát")) == {BlockKind.TABLE}
    assert kinds(table("TT", "Nhiệm vụ", "1", "Rà soát", borderless=True)) == {BlockKind.PARAGRAPH}
    long_table = table(*("ô" for _ in range(40)), borderless=True)
    assert kinds(long_table) == {BlockKind.TABLE}
