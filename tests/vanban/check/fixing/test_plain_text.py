"""Corrections in text and Markdown files."""

from __future__ import annotations

import unicodedata

import pytest
from tests.vanban.check.fixing.support import change

from vanban.check.fixing import apply_fixes
from vanban.check.wordfile import NotWritable
from vanban.readers import read


def fixed(source: str, *pairs: tuple[str, str], name: str = "a.txt") -> str:
    data = source.encode()
    found = [change(read(data, name=name).text, old, new) for old, new in pairs]
    result = apply_fixes(data, found, name=name)
    assert [one.why for one in result.skipped] == []
    return result.data.decode()


def test_only_the_words_change_and_the_layout_of_the_source_stays() -> None:
    source = "Số 5/KH-UBND\r\n\r\n   Lạc Giang,   ngày 5 tháng 2 năm 2026\r\n"
    pairs = (("Số", "Số:"), ("ngày 5", "ngày 05"), ("tháng 2", "tháng 02"))
    assert fixed(source, *pairs) == "Số: 5/KH-UBND\r\n\r\n   Lạc Giang,   ngày 05 tháng 02 năm 2026\r\n"


def test_marks_of_markdown_stay() -> None:
    source = "**KẾ HOẠCH**\n\n**Điều 1:** Thành lập *Đội* cơ động.\n\n| TT | Việc |\n|---|---|\n| 1 | Rà soát |\n"
    assert fixed(source, ("1:", "1."), name="a.md") == source.replace("Điều 1:", "Điều 1.")


def test_lines_that_the_reader_joins_stay_apart() -> None:
    source = "Các cơ quan, đơn vị\ntriển khai thực hiện./\n"
    assert fixed(source, ("./", "./.")) == "Các cơ quan, đơn vị\ntriển khai thực hiện./.\n"


def test_decomposed_text_stays_decomposed_elsewhere() -> None:
    source = unicodedata.normalize("NFD", "Độc lập-Tự do-Hạnh phúc")
    assert fixed(source, ("lập-Tự", "lập - Tự")) == source.replace("p-T", "p - T", 1)


def test_white_space_is_taken_out() -> None:
    assert fixed("Số: 125 / KH - UBND\n", ("125 / KH - UBND", "125/KH-UBND")) == "Số: 125/KH-UBND\n"


def test_one_of_several_equal_places_is_found_by_its_surroundings() -> None:
    source = "Điều 1: Tên.\n\nMục khác nói về điều ấy.\n\nĐiều 2: Tên.\n"
    assert fixed(source, ("2:", "2.")) == source.replace("2:", "2.")


def test_a_mark_of_the_encoding_stays() -> None:
    data = b"\xef\xbb\xbf" + "ngày 5".encode()
    assert apply_fixes(data, [change(read(data).text, "5", "05")]).data == b"\xef\xbb\xbf" + "ngày 05".encode()


def test_other_encodings_are_refused() -> None:
    data = "Sở Y tế, ngày 5".encode("utf-16")
    with pytest.raises(NotWritable) as refused:
        apply_fixes(data, [change(read(data).text, "5", "05")])
    assert "UTF-8" in refused.value.message


def test_places_that_cannot_be_told_apart_are_left_alone() -> None:
    source = "ngày 5 tháng 2.\n" * 3
    result = apply_fixes(source.encode(), [change(read(source.encode(), name="a.txt").text, "5", "05")], name="a.txt")
    assert [bool(result.changes), len(result.skipped)] in ([True, 0], [False, 1])
    assert result.data.decode().count("05") == len(result.changes)
