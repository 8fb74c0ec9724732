"""Labels, tables and footnotes of a source, before anything is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.samples.model import SourceError, read_annex, read_body, read_source
from tools.samples.pdf_file import header_cells, text_parts
from tools.samples.plain_text import block_line, table_line


def labels(*kinds: str, part_mark: str = ".", lists: bool = False) -> list[str]:
    return [block.label for block in read_body([{kind: "x"} for kind in kinds], part_mark=part_mark, lists=lists)]


def test_lower_levels_start_again_below_a_higher_one() -> None:
    kinds = ("part", "item", "letter", "letter", "item", "letter", "part", "title", "sub", "sub", "bullet", "para")
    assert labels(*kinds) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "1.1.", "1.2.", "-", ""]


def test_the_party_closes_its_parts_with_a_hyphen() -> None:
    assert labels("part", "part", "part", "part", part_mark="-") == ["I-", "II-", "III-", "IV-"]


def test_items_start_again_below_an_article() -> None:
    assert labels("article", "item", "item", "article", "item") == ["Điều 1.", "1.", "2.", "Điều 2.", "1."]


def test_letters_are_the_vietnamese_alphabet() -> None:
    assert labels(*["letter"] * 6) == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def test_a_list_of_word_cannot_count_past_d() -> None:
    assert labels(*["letter"] * 4, lists=True) == ["a)", "b)", "c)", "d)"]
    with pytest.raises(SourceError, match="four letters"):
        labels(*["letter"] * 5, lists=True)


def test_an_unknown_kind_is_named_with_its_file(tmp_path: Path) -> None:
    source = tmp_path / "900-thu.toml"
    source.write_text('side = "state"\nbody = [{ verse = "Thử" }]\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"900-thu\.toml: unknown kind of block: verse"):
        read_source(source)


ANNEX = {
    "label": "PHỤ LỤC",
    "title": "PHÂN CÔNG",
    "columns": ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
    "widths": [1, 4, 2, 2, 1],
    "group": ["Cơ quan", 2, 3],
    "rows": [["I", "Thể chế"], ["1", "Rà soát", "Sở A", "", "Quý I"]],
}


def test_header_cells_reach_over_their_group_and_both_rows() -> None:
    cells = [(cell["text"], cell["colspan"], cell["rowspan"]) for cell in header_cells(read_annex(ANNEX))]
    assert cells == [
        ("TT", 1, 2),
        ("Nhiệm vụ", 1, 2),
        ("Cơ quan", 2, 1),
        ("Thời gian", 1, 2),
        ("Chủ trì", 1, 1),
        ("Phối hợp", 1, 1),
    ]


def test_a_header_without_a_group_is_one_row() -> None:
    cells = header_cells(read_annex({**ANNEX, "group": None}))
    assert [cell["rowspan"] for cell in cells] == [1] * 5


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(SourceError, match="row of 3 cells in a table of 5 columns"):
        read_annex({**ANNEX, "rows": [["1", "Rà soát", "Sở A"]]})


def test_an_empty_cell_stays_a_cell() -> None:
    assert table_line(("1", "Rà soát", "")) == "| 1 | Rà soát |  |"


def test_footnote_marks_become_notes_or_raised_numbers() -> None:
    text = "Chỉ thị[^1] đến đảng viên."
    assert text_parts(text, ("Chỉ thị số 08.",)) == [
        {"text": "Chỉ thị", "note": None},
        {"text": "", "note": "Chỉ thị số 08."},
        {"text": " đến đảng viên.", "note": None},
    ]
    (block,) = read_body([{"item": text}], part_mark=".", lists=False)
    assert block_line(block) == "1. Chỉ thị<sup>(1)</sup> đến đảng viên."
