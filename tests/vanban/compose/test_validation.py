"""Content that cannot be set is refused with its place and a Vietnamese sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.vanban.compose.contents import letter, party, plan, report

from vanban.compose.model import Annex, Cell, Column, Content, Level, Numbered, Signature, Table, item
from vanban.compose.setting import set_content
from vanban.compose.validation import BadContent


def with_header(content: Content, **changes: object) -> Content:
    """``content`` with some fields of its header changed."""
    return replace(content, header=replace(content.header, **changes))


def with_table(columns: int, *rows: tuple[object, ...]) -> Content:
    """A report that consists of a table."""
    return replace(report(), body=(Table(tuple(Column("A") for _ in range(columns)), rows),))


TURNED_ROUND = Numbered(Level.POINT, text="a", body=(item("b"),))


@pytest.mark.parametrize(
    ("content", "where", "says"),
    [
        (replace(report(), subject=" \n"), "subject", "trích yếu"),
        (replace(letter(), title="Công văn"), "title", "không có tên loại"),
        (with_header(report(), issuer=("",)), "header.issuer", "tên cơ quan"),
        (with_header(report(), place=" "), "header.place", "địa danh"),
        (with_header(report(), number="12/KH"), "header.number", "chữ số"),
        (with_header(report(), symbol="KH-SNV"), "header.symbol", "báo cáo phải bắt đầu bằng “BC-”"),
        (with_header(report(), symbol="12/BC-SNV"), "header.symbol", "viết liền"),
        (with_header(party(report()), symbol="BC-ĐU"), "header.symbol", "“BC/”"),
        (replace(report(), signature=Signature(())), "signature.capacity", "chức vụ"),
        (replace(party(report()), signature=Signature(("TUQ. Bí thư",))), "signature.capacity", "thừa ủy quyền"),
        (replace(plan(), annexes=(Annex("", ()),)), "annexes[0].title", "phải có tên"),
        (replace(report(), body=(TURNED_ROUND,)), "body[0].body[0].level", "không nằm trong"),
        (replace(report(), body=(item(" "),)), "body[0]", "không có nội dung"),
        (with_table(0), "body[0].columns", "phải có cột"),
        (with_table(2, ("a", "b", "c")), "body[0].rows[0]", "nhiều ô hơn 2 cột"),
        (with_table(2, (Cell("a", row_span=2), Cell("b", row_span=2)), ()), "body[0].rows[1]", "ít nhất một ô"),
    ],
)  # fmt: skip
def test_fault_says_where_and_what(content: Content, where: str, says: str) -> None:
    with pytest.raises(BadContent) as caught:
        set_content(content)
    assert [(fault.where, says in fault.message) for fault in caught.value.faults] == [(where, True)]
    assert str(caught.value).startswith(f"{where}: ")


@pytest.mark.parametrize("symbol", ["2026/BC-SNV", "BC-SNV", "BC-SNV&MT"])
def test_symbols_of_a_report_pass(symbol: str) -> None:
    assert set_content(with_header(report(), symbol=symbol)).letterhead
