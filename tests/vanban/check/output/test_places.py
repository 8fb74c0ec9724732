"""Lines and columns are those of the file a person has open."""

from __future__ import annotations

import unicodedata

import pytest

from vanban import api
from vanban.check.output.checked_file import CheckedFile
from vanban.check.output.places import Places
from vanban.readers.decode import decode_text

SOURCE = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG


BÁO CÁO

3

1. Có **50/200 hộ (40%)** được hỗ
trợ, tỉnh triễn khai.

2. Có 50/200 hộ (40%) nghèo.
"""


def places_of(source: str, name: str) -> list[tuple[str, int, int]]:
    data = source.encode()
    document = api.read(data, name=name)
    file = CheckedFile(name, document.text, api.check_report(document), decode_text(data)[0])
    places = Places(file)
    found = [one for one in file.report.findings if one.code in ("SL001", "CH006")]
    return [(one.code, *places.at(one.start)) for one in found]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_findings_of_a_text_file_lie_on_its_own_lines(form: str) -> None:
    found = places_of(unicodedata.normalize(form, SOURCE).replace("**", ""), "a.txt")
    assert [(code, line) for code, line, _column in found] == [("SL001", 9), ("CH006", 10), ("SL001", 12)]
    assert found[0][2] == SOURCE.splitlines()[8].replace("**", "").index("50") + 1


def test_markup_does_not_move_lines() -> None:
    assert [(code, line) for code, line, _column in places_of(SOURCE, "a.md")] == [
        ("SL001", 9),
        ("CH006", 10),
        ("SL001", 12),
    ]


def test_without_a_source_the_text_that_was_read_counts() -> None:
    document = api.read(b"Co 50/200 ho (40%).", name="a.txt")
    file = CheckedFile("a.docx", document.text, api.check_report(document))
    assert Places(file).at(3) == (1, 4)


def test_empty_file_has_a_first_place() -> None:
    document = api.read(b"x", name="a.txt")
    assert Places(CheckedFile("a.txt", document.text, api.check_report(document), "x")).at(0) == (1, 1)
