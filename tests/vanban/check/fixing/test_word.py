"""Corrections in Word files: the touched runs change, and nothing else."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from tests.vanban.check.fixing.support import SAFE, change
from tests.vanban.readers.support import docx, paragraph, run

from vanban.check.fixing import apply_fixes
from vanban.check.wordfile import NotWritable
from vanban.readers import read
from vanban.readers.docx import DocxReader
from vanban.results import Finding


def main_part(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def fixed(data: bytes, *pairs: tuple[str, str]) -> bytes:
    result = apply_fixes(data, [change(read(data).text, old, new) for old, new in pairs])
    assert result.skipped == ()
    return result.data


def test_only_the_touched_characters_of_the_main_part_change() -> None:
    data = docx(paragraph("Số 5/KH-UBND", run_properties="<w:b/>") + paragraph("Giao Sở Y tế &amp; Sở Nội vụ."))
    after = fixed(data, ("Số 5", "Số: 05"))
    assert main_part(after) == main_part(data).replace(">Số 5/KH", ">Số: 05/KH")
    assert read(after).text == "Số: 05/KH-UBND\nGiao Sở Y tế &amp; Sở Nội vụ."


def test_text_parted_by_formatting_keeps_its_runs() -> None:
    body = "<w:p>" + run("ngày ") + run("5", "<w:i/>") + run(" tháng", "<w:b/>") + run(" 2 năm") + "</w:p>"
    after = fixed(docx(body), ("5", "05"), ("tháng 2", "tháng 02"))
    assert read(after).text == "ngày 05 tháng 02 năm"
    assert main_part(after) == main_part(docx(body)).replace(">5<", ">05<").replace("> 2 năm", "> 02 năm")


def test_a_correction_across_runs_goes_into_the_first_one() -> None:
    body = "<w:p>" + run("Lưu ", "<w:b/>") + run("VT", "<w:i/>") + run(", TH") + "</w:p>"
    after = fixed(docx(body), ("u VT, T", "u: X"))
    assert read(after).text == "Lưu: XH"
    assert [part in main_part(after) for part in (">Lưu: X<", "><", ">H<")] == [True, True, True]


def test_tracked_insertions_and_links_are_corrected() -> None:
    body = "<w:p><w:ins>" + run("Kính gửi") + "</w:ins><w:hyperlink>" + run(" Sở Y tế") + "</w:hyperlink></w:p>"
    assert read(fixed(docx(body), ("Kính gửi", "Kính gửi:"))).text == "Kính gửi: Sở Y tế"


def test_decomposed_letters_and_entities_are_replaced_whole() -> None:
    data = docx(paragraph(unicodedata.normalize("NFD", "Cộng hòa & xã hội")))
    assert read(fixed(data, ("hòa & xã", "HÒA <và> XÃ"))).text == "Cộng HÒA <và> XÃ hội"


def test_white_space_of_the_source_goes_with_what_it_parts() -> None:
    data = docx(paragraph("125  /\u00a0KH - UBND"))
    assert read(fixed(data, ("125 / KH - UBND", "125/KH-UBND"))).text == "125/KH-UBND"


def test_an_addition_at_the_end_and_at_the_beginning() -> None:
    data = docx(paragraph("triển khai thực hiện") + paragraph("Sở Y tế"))
    assert read(fixed(data, ("hiện", "hiện./."), ("Sở Y", "- Sở Y"))).text == "triển khai thực hiện./.\n- Sở Y tế"


def test_spaces_at_the_edge_of_a_corrected_run_are_kept() -> None:
    body = "<w:p><w:r><w:t>Nơi nhận:</w:t></w:r><w:r><w:t>VT</w:t></w:r></w:p>"
    after = fixed(docx(body), ("nhận:", "nhận: "))
    assert 'xml:space="preserve">Nơi nhận: <' in main_part(after)


def skipped(body: str, old: str, new: str, **parts: str) -> str:
    data = docx(body, **parts)
    result = apply_fixes(data, [change(read(data).text, old, new)])
    assert result.data == data
    assert result.changes == ()
    assert result.diff("a.docx") == ""
    (one,) = result.skipped
    return one.why


def test_fields_are_left_alone() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("ngày 5")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert "trường" in skipped(field, "5", "05")
    assert "trường" in skipped('<w:p><w:fldSimple w:instr="DATE">' + run("ngày 5") + "</w:fldSimple></w:p>", "5", "05")


def test_numbers_of_lists_are_left_alone() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1-"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph("MỤC TIÊU", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert "tự tạo" in skipped(body, "I-", "I.", numbering=numbering)


def test_text_boxes_are_left_alone() -> None:
    box = "<w:txbxContent><w:p>" + run("HOẢ TỐC 5") + "</w:p></w:txbxContent>"
    body = f"<w:p>{run('Số: 07')}<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    assert "khung chữ" in skipped(body, "5", "05")


def test_deleted_text_does_not_come_back() -> None:
    body = "<w:p>" + run("ngày ") + "<w:del><w:r><w:delText>4</w:delText></w:r></w:del>" + run("5 tháng") + "</w:p>"
    after = fixed(docx(body), ("5 tháng", "05 tháng"))
    assert "<w:delText>4</w:delText>" in main_part(after)
    assert read(after).text == "ngày 05 tháng"


def test_signed_files_are_refused_with_a_reason() -> None:
    data = docx(paragraph("ngày 5"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {**entries, "_xmlsignatures/sig1.xml": b"<a/>"}.items():
            archive.writestr(name, content)
    with pytest.raises(NotWritable) as refused:
        apply_fixes(buffer.getvalue(), [change("ngày 5", "5", "05")])
    assert "ký số" in refused.value.message


def test_findings_that_are_not_safe_or_do_not_fit_are_not_applied() -> None:
    data = docx(paragraph("ngày 5 tháng 2"))
    text = read(data).text
    unsafe = Finding("SL001", "ratio-mismatch", SAFE.severity, "5", 5, 6, "sai", expected="05")
    moved = Finding(SAFE.code, SAFE.name, SAFE.severity, "7", 5, 6, "sai", expected="07")
    whole, inside = change(text, "ngày 5", "ngày 05"), change(text, "5", "05")
    result = apply_fixes(data, [unsafe, moved, whole, inside])
    assert [one.finding for one in result.changes] == [whole]
    assert [one.finding for one in result.skipped] == [moved, inside]


def test_files_of_other_formats_are_refused() -> None:
    with pytest.raises(NotWritable):
        apply_fixes(b"<html><body><p>ng\xc3\xa0y 5</p></body></html>", [change("ngày 5", "5", "05")])


def test_the_difference_shows_the_changed_lines() -> None:
    data = docx(paragraph("Kế hoạch") + paragraph("ngày 5"))
    result = apply_fixes(data, [change(read(data).text, "5", "05")])
    assert result.diff("a.docx") == "--- a.docx\n+++ a.docx (đã sửa)\n@@ -2 +2 @@\n-ngày 5\n+ngày 05\n"


def test_the_corrected_file_is_still_recognised() -> None:
    assert DocxReader().recognises(fixed(docx(paragraph("ngày 5")), ("5", "05")))
