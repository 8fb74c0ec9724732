"""Marked text: reading marks, moving them along with edits, and the annotation they stand for."""

from __future__ import annotations

import unicodedata

import pytest
from tools.samples.annotation import annotation_of
from tools.samples.forms import FORMS
from tools.samples.lines import Paragraph, Table, blocks
from tools.samples.marked import Edit, MarkedText, parse

from vanban import api
from vanban.text.legacy_encodings import LegacyEncoding, convert_lines

TASK = (
    "⟦T II.1 | heading: Sở Y tế; Sở Nội vụ | co: Công an tỉnh⟧"
    "Lập ⟦P⟧danh sách⟦/⟧ ⟦D date 2026-05-20 x⟧trước ngày 20/5/2026⟦/⟧.⟦/⟧"
)


def quotes(document: MarkedText) -> dict[str, str]:
    return {mark.code: document.clean(mark.start, mark.end) for mark in document.marks}


def test_marks_leave_the_text_and_keep_their_places() -> None:
    document = parse(f"1. {TASK}\n")
    assert document.text == "1. Lập danh sách trước ngày 20/5/2026.\n"
    assert quotes(document) == {
        "T": "Lập danh sách trước ngày 20/5/2026.",
        "P": "danh sách",
        "D": "trước ngày 20/5/2026",
    }


def test_front_matter_is_read() -> None:
    document = parse('+++\nform = "md"\n+++\nVăn bản')
    assert (document.front, document.text) == ({"form": "md"}, "Văn bản")


@pytest.mark.parametrize("source", ["⟦P⟧văn bản", "văn bản⟦/⟧", "⟪2"])
def test_marks_must_be_closed(source: str) -> None:
    with pytest.raises(ValueError, match="a mark is"):
        parse(source)


def test_furniture_belongs_to_no_sentence() -> None:
    document = parse("⟦T 1⟧Rà soát quỹ\n⟪\n2\n⟫đất công.⟦/⟧")
    assert quotes(document)["T"] == "Rà soát quỹ đất công."
    assert document.without_furniture() == "Rà soát quỹ đất công."


def test_edits_move_the_marks() -> None:
    document = parse("a ⟦P⟧quy chế⟦/⟧ b")
    start = document.text.index("quy")
    edited = document.edited(
        [
            Edit(0, 1, "xyz"),
            Edit(start, start, "**"),
            Edit(start + 7, start + 7, "**"),
            Edit(start + 3, start + 4, "\n"),
        ]
    )
    assert edited.text == "xyz **quy\nchế** b"
    assert edited.text[edited.marks[0].start : edited.marks[0].end] == "quy\nchế"


def test_furniture_put_in_by_an_edit_is_left_out_of_quotations() -> None:
    document = parse("⟦T 1⟧Lập danh sách⟦/⟧").edited([Edit(3, 4, " "), Edit(4, 4, "\n\n2\n\n", furniture=True)])
    assert document.text == "Lập \n\n2\n\ndanh sách"
    assert quotes(document)["T"] == "Lập danh sách"


def test_the_annotation_of_a_task() -> None:
    task = annotation_of(parse(f"1. {TASK}"), identifier="900", source="x.md")["tasks"][0]
    assert (task["id"], task["section"], task["leads"]) == ("900-01", "II.1", ["Sở Y tế", "Sở Nội vụ"])
    assert (task["lead_source"], task["coordinators"]) == ("heading", ["Công an tỉnh"])
    assert task["due"] == {"text": "trước ngày 20/5/2026", "kind": "date", "value": "2026-05-20", "exclusive": True}
    assert task["product"] == {"text": "danh sách"}


def test_fields_of_cells_before_behind_and_of_several_tasks() -> None:
    source = "⟦>D month 2026-03-31⟧Tháng 3⟦/⟧ ⟦T⟧A b⟦/⟧ ⟦&P⟧Báo cáo⟦/⟧ ⟦T⟧C d⟦/⟧ ⟦<2R monthly⟧hằng tháng⟦/⟧"
    first, second = annotation_of(parse(source), identifier="900", source="x.md")["tasks"]
    assert first["due"]["value"] == "2026-03-31"
    assert second["due"] is None
    assert first["product"] == second["product"] == {"text": "Báo cáo"}
    assert first["recurrence"] == second["recurrence"] == "monthly"


def test_due_with_two_readings_a_correction_and_an_inherited_one() -> None:
    source = (
        "⟦T 1⟧A ⟦D date|2026-06-15=giữa|2026-06-20=mười ngày giữa⟧giữa tháng 6⟦/⟧⟦/⟧"
        "⟦T 2⟧B ⟦D date 2025-06-30|corrected 2026-06-30⟧30/6/2025⟦/⟧⟦/⟧"
        "⟦T 3 | due: date 2026-05-20 x = trước ngày 20/5/2026⟧C⟦/⟧"
    )
    first, second, third = (task["due"] for task in annotation_of(parse(source), identifier="900", source="x")["tasks"])
    assert (first["value"], [reading["value"] for reading in first["readings"]]) == (None, ["2026-06-15", "2026-06-20"])
    assert (second["value"], second["value_corrected"]) == ("2025-06-30", "2026-06-30")
    assert (third["value"], third["exclusive"], third["inherited"]) == ("2026-05-20", True, True)


def test_targets_references_and_findings() -> None:
    source = (
        "⟦X >= 9.5 %|Tỷ lệ|đến năm 2030⟧Tỷ lệ đạt trên 9,5%⟦/⟧ ⟦X ?|điểm sạt lở⟧phần lớn điểm sạt lở⟦/⟧ "
        "⟦F ?|23|2015/NĐ-CP|2015-02-16|Chính phủ⟧Nghị định số 23/2015/NĐ-CP⟦/⟧ ⟦! missing-date|warning⟧ngày  ⟦/⟧"
    )
    annotation = annotation_of(parse(source), identifier="900", source="x.md")
    known, unknown = annotation["targets"]
    assert (known["operator"], known["value"], known["unit"], known["period"]) == (">=", 9.5, "%", "đến năm 2030")
    assert (unknown["operator"], unknown["value"], unknown["unit"]) == (None, None, None)
    reference = annotation["metadata"]["references"][0]
    assert (reference["kind"], reference["number"], reference["symbol"]) == (None, "23", "2015/NĐ-CP")
    assert annotation["findings"] == [{"code": "missing-date", "severity": "warning", "span_text": "ngày"}]


def test_merged_cells_reach_down() -> None:
    paragraph, table = blocks("Nhiệm vụ\n| a | b |\n| c | ^ |\n| d | < |")
    assert paragraph == Paragraph("Nhiệm vụ")
    assert isinstance(table, Table)
    cells = [[(cell.text, cell.rows, cell.columns) for cell in row] for row in table.merged()]
    assert cells == [[("a", 1, 1), ("b", 2, 1)], [("c", 1, 1)], [("d", 1, 2)]]


@pytest.mark.parametrize(("form", "encoding"), [("tcvn3", LegacyEncoding.TCVN3), ("vni", LegacyEncoding.VNI)])
def test_old_encodings_are_those_the_reader_knows(form: str, encoding: LegacyEncoding) -> None:
    text = "Ủy ban nhân dân xã giữ vững kết quả, đẩy nhanh tiến độ"
    encoded = FORMS[form].render(text).decode("cp1252")
    assert convert_lines(encoded, encoding).lower() == text.lower()


def test_decomposed_text_is_the_same_words() -> None:
    text = "Kế hoạch của tỉnh"
    encoded = FORMS["nfd"].render(text).decode("utf-8")
    assert encoded != text
    assert unicodedata.normalize("NFC", encoded) == text


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_files_hold_the_words_and_cells(form: str) -> None:
    text = "KẾ HOẠCH\nViệc & phân công < 5 ngày\n\n| Nhiệm vụ | Chủ trì |\n| Lập sổ | Sở Y tế |\n| Gửi sổ | ^ |"
    read = api.read(FORMS[form].render(text), name=f"x.{FORMS[form].suffix}").text
    for words in ("Việc & phân công < 5 ngày", "Lập sổ", "Gửi sổ", "Sở Y tế"):
        assert words in " ".join(read.split())
    assert read.count("Sở Y tế") == 1
