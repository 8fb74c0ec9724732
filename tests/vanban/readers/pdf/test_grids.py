"""Tables from ruled lines."""

from vanban.readers.pdf.grids import Item, PlacedTable, continue_tables, find_tables
from vanban.readers.pdf.model import Page, Rule, Word


def grid(
    number: int,
    xs: list[float],
    ys: list[float],
    cells: dict[tuple[int, int], str],
    skip: set[tuple[str, int, int]] | None = None,
) -> Page:
    """A page with a full grid, save the edges in ``skip`` ("h" or "v", line, square), and words in cells."""
    rules = [
        Rule(xs[column], y, xs[column + 1], y)
        for line, y in enumerate(ys) for column in range(len(xs) - 1) if ("h", line, column) not in (skip or set())
    ]  # fmt: skip
    rules += [
        Rule(x, ys[row], x, ys[row + 1])
        for line, x in enumerate(xs) for row in range(len(ys) - 1) if ("v", line, row) not in (skip or set())
    ]  # fmt: skip
    words = [
        Word(text, xs[column] + 3, xs[column] + 3 + 6 * len(text), ys[row] + 14, 12, bold=False, italic=False)
        for (row, column), text in cells.items()
    ]
    return Page(number, 595, 842, words, rules)


def texts(table: PlacedTable) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.draft.cells]


def test_cells_and_merged_cells() -> None:
    page = grid(
        1, [50, 100, 200, 300], [100, 120, 140],
        {(0, 0): "TT", (0, 1): "Ai", (1, 1): "Chủ", (1, 2): "Phối"}, skip={("v", 2, 0), ("h", 1, 0)},
    )  # fmt: skip
    (table,) = find_tables(page)
    assert texts(table) == [(0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Ai"), (1, 1, 1, 1, "Chủ"), (1, 2, 1, 1, "Phối")]
    assert table.holds(page.words[0])
    assert not table.holds(Word("x", 400, 410, 110, 12, bold=False, italic=False))


def test_frames_underlines_and_drawings_are_no_tables() -> None:
    assert find_tables(grid(1, [50, 500], [100, 700], {(0, 0): "khung"})) == []
    assert find_tables(Page(1, 595, 842, [], [Rule(50, 100, 200, 100), Rule(50, 300, 200, 300)])) == []
    assert find_tables(grid(1, [50, 100, 200], [100, 120, 140], {(0, 0): "một"})) == []
    many = [float(x) for x in range(0, 4 * 500, 4)]
    assert find_tables(grid(1, many, [100, 120, 140], {(0, 0): "a", (0, 1): "b"})) == []


def test_two_tables_on_a_page_come_from_top_to_bottom() -> None:
    first = grid(1, [50, 100, 200], [100, 120, 140], {(0, 0): "a", (0, 1): "b"})
    second = grid(1, [50, 100, 200], [300, 320, 340], {(0, 0): "c", (0, 1): "d"})
    page = Page(1, 595, 842, [*second.words, *first.words], [*second.rules, *first.rules])
    assert [texts(table)[0][4] for table in find_tables(page)] == ["a", "c"]


def tables(*pages: Page) -> list[Item]:
    return [table for page in pages for table in find_tables(page)]


XS = [50.0, 100.0, 200.0, 300.0]


def test_table_goes_on_over_pages_without_its_repeated_head() -> None:
    head = {(0, 0): "TT", (0, 1): "Việc", (0, 2): "Ai"}
    first = grid(1, XS, [100, 120, 140], {**head, (1, 0): "1", (1, 1): "Rà", (1, 2): "Sở"})
    second = grid(2, XS, [60, 80, 100], {**head, (1, 0): "2", (1, 1): "Báo", (1, 2): "Sở"})
    (joined,) = continue_tables(tables(first, second))
    assert isinstance(joined, PlacedTable)
    assert [text for *_, text in texts(joined)] == ["TT", "Việc", "Ai", "1", "Rà", "Sở", "2", "Báo", "Sở"]
    assert [row for row, *_ in texts(joined)][::3] == [0, 1, 2]


def test_row_cut_by_a_page_is_one_row() -> None:
    first = grid(
        1, XS, [100, 120, 140], {(0, 0): "1", (0, 1): "a", (0, 2): "b", (1, 0): "2", (1, 1): "Rà", (1, 2): "Sở."}
    )
    second = grid(2, XS, [60, 80, 100], {(0, 1): "soát", (0, 2): "Công", (1, 0): "3", (1, 1): "c", (1, 2): "d"})
    (joined,) = continue_tables(tables(first, second))
    assert isinstance(joined, PlacedTable)
    assert texts(joined)[3:] == [
        (1, 0, 1, 1, "2"), (1, 1, 1, 1, "Rà soát"), (1, 2, 1, 1, "Sở.\nCông"),
        (2, 0, 1, 1, "3"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d"),
    ]  # fmt: skip


def test_tables_with_other_columns_or_on_one_page_stay_apart() -> None:
    cells = {(0, 0): "a", (0, 1): "b", (1, 0): "c", (1, 1): "d"}
    narrow = grid(2, [50, 100, 200], [60, 80, 100], cells)
    other = grid(2, [50, 100, 250], [60, 80, 100], cells)
    first = grid(1, [50, 100, 200], [100, 120, 140], cells)
    assert len(continue_tables(tables(first, other))) == 2
    assert len(continue_tables(tables(first, narrow))) == 1
    assert len(continue_tables([*tables(first), [], *tables(narrow)])) == 3
