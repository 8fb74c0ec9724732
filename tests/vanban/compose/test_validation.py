"""Content that cannot be set is refused; what an issued document must not lack is said, with place and sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.vanban.compose.contents import every, letter, party, plan, report

from vanban.compose.kinds import split_number
from vanban.compose.model import Annex, Cell, Column, Content, Level, Numbered, Signature, Table, item, section
from vanban.compose.setting import set_content
from vanban.compose.validation import BadContent, slips


def with_header(content: Content, **changes: object) -> Content:
    """``content`` with some fields of its header changed."""
    return replace(content, header=replace(content.header, **changes))


def with_table(columns: int, *rows: tuple[object, ...]) -> Content:
    """A report that consists of a table."""
    return replace(report(), body=(Table(tuple(Column("A") for _ in range(columns)), rows),))


@pytest.mark.parametrize(
    ("content", "where", "says"),
    [
        (with_header(report(), issuer=("",)), "header.issuer", "tên cơ quan"),
        (replace(party(report()), signature=Signature(("TUQ. Bí thư",))), "signature.capacity", "thừa ủy quyền"),
        (with_table(0), "body[0].columns", "phải có cột"),
        (with_table(2, ("a", "b", "c")), "body[0].rows[0]", "không xếp vừa 2 cột"),
        (with_table(2, (Cell("a", row_span=2), "b")), "body[0].rows[0]", "vượt quá bảng"),
        (with_table(2, ("a", Cell("b", row_span=2)), (Cell("c", column_span=2),)), "body[0].rows[1]", "không xếp vừa"),
        (with_table(2, (Cell("a", column_span=0),)), "body[0].rows[0]", "không xếp vừa"),
    ],
)
def test_what_cannot_be_set_is_refused(content: Content, where: str, says: str) -> None:
    with pytest.raises(BadContent) as caught:
        set_content(content)
    assert [(fault.where, says in fault.message) for fault in caught.value.faults] == [(where, True)]
    assert str(caught.value).startswith(f"{where}: ")


TURNED_ROUND = Numbered(Level.POINT, text="a", body=(item("b"),))


@pytest.mark.parametrize(
    ("content", "where", "says"),
    [
        (replace(report(), subject=" \n"), "subject", "trích yếu"),
        (replace(letter(), title="Công văn"), "title", "không có tên loại"),
        (with_header(report(), place=" "), "header.place", "địa danh"),
        (with_header(report(), number="12/KH"), "header.number", "chữ số"),
        (with_header(report(), symbol="KH-SNV"), "header.symbol", "báo cáo phải bắt đầu bằng “BC-”"),
        (with_header(report(), symbol="12/BC-SNV"), "header.symbol", "viết liền"),
        (with_header(party(report()), symbol="BC-ĐU"), "header.symbol", "“BC/”"),
        (replace(report(), signature=Signature(())), "signature.capacity", "chức vụ"),
        (replace(plan(), annexes=(Annex("", ()),)), "annexes[0].title", "phải có tên"),
        (replace(report(), body=(TURNED_ROUND,)), "body[0].body[0].level", "không nằm trong"),
        (replace(report(), body=(section("A", item(" ")),)), "body[0].body[0]", "không có nội dung"),
    ],
)
def test_draft_is_set_and_its_slips_are_said(content: Content, where: str, says: str) -> None:
    assert set_content(content).letterhead
    assert [(slip.where, says in slip.message) for slip in slips(content)] == [(where, True)]


@pytest.mark.parametrize("name", every())
def test_every_kind_is_without_slips(name: str) -> None:
    assert list(slips(every()[name])) == []


@pytest.mark.parametrize(
    ("text", "split"),
    [("12/KH-UBND", ("12", "KH-UBND")), (" Số: 05-CTr/TU ", ("05", "CTr/TU")), ("7a/2026/QĐ-UB", ("7a", "2026/QĐ-UB")),
     ("mười hai", ("", "")), ("12", ("", ""))],
)  # fmt: skip
def test_number_and_symbol_are_told_apart(text: str, split: tuple[str, str]) -> None:
    assert split_number(text) == split


@pytest.mark.parametrize("symbol", ["2026/BC-SNV", "BC-SNV", "BC-SNV&MT"])
def test_symbols_of_a_report_pass(symbol: str) -> None:
    assert list(slips(with_header(report(), symbol=symbol))) == []
