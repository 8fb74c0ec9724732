"""Values of printed numbers and the lists they make."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban.check.numbering import lists_of, printed_between, roman, roman_value, value_of
from vanban.check.subject import CheckedDocument
from vanban.structure.document import read_structure
from vanban.structure.header import read_header
from vanban.structure.markers import Family


@pytest.mark.parametrize(
    ("family", "label", "value"),
    [
        (Family.ROMAN, "XIV", 14),
        (Family.ARABIC, "12", 12),
        (Family.DECIMAL, "2.10", 10),
        (Family.LETTER, "đ", 5),
        (Family.LETTER, "i", 9),
        (Family.ENCLOSED, "ii", 2),
        (Family.ENCLOSED, "i", 1),
        (Family.ENCLOSED, "b", 2),
        (Family.LETTER, "w", None),
    ],
)
def test_the_place_of_a_number(family: Family, label: str, value: int | None) -> None:
    assert value_of(family, label) == value


def test_roman_numbers_there_and_back() -> None:
    assert [roman_value(roman(value)) for value in range(1, 100)] == list(range(1, 100))
    assert roman_value("IIII") is None


def test_lists_of_a_document() -> None:
    body = "1. Một:\n\na) Hai.\n\nb) Ba.\n\n2. Bốn:\n\na) Năm.\n\nb) Sáu."
    structure = read_structure(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    lists = lists_of(CheckedDocument(structure, read_header(structure)))
    assert [[item.printed for item in one.items] for one in lists] == [["1.", "2."], ["a)", "b)"], ["a)", "b)"]]


@pytest.mark.parametrize(
    ("text", "there"), [("xong. 2. Hai", True), ("có 2 xã", False), ("đạt 2.000 người", False), ("\n2 Hai", True)]
)
def test_a_number_that_is_printed_after_all(text: str, there: bool) -> None:
    assert printed_between(text, 0, len(text), "2.") is there


def test_articles_run_through_chapters_and_begin_anew_with_the_first() -> None:
    body = "\n\n".join(
        ["Điều 1. Một.", "Điều 2. Hai.", "Chương I", "Điều 1. Ba.", "Chương II", "Điều 2. Bốn.", "Điều 3. Năm."]
    )
    structure = read_structure(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}"))
    lists = lists_of(CheckedDocument(structure, read_header(structure)))
    assert [[item.value for item in one.items] for one in lists if one.items[0].family is Family.ARTICLE] == [
        [1, 2],
        [1, 2, 3],
    ]
