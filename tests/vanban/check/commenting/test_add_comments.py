"""Word files with a native comment at each finding."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from lxml import etree
from tests.vanban.readers.support import docx, paragraph, run

from vanban.check.commenting import MOST_COMMENTS, add_comments
from vanban.check.wordfile import NotWritable
from vanban.readers import read
from vanban.readers.docx.package import W
from vanban.results import Candidate, Finding, Severity

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def finding(text: str, words: str, *, severity: Severity = Severity.WARNING, expected: str | None = None) -> Finding:
    start = text.index(words)
    return Finding("SL001", "ratio-mismatch", severity, words, start, start + len(words), "Không khớp.", expected)


def commented(data: bytes, *words: str) -> bytes:
    text = read(data).text
    return add_comments(data, [finding(text, one) for one in words], at=NOON).data


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def commented_texts(data: bytes) -> dict[int, str]:
    """The text between the marks of every comment, by number; fails when a mark is missing or out of place."""
    texts: dict[int, str] = {}
    opened: set[int] = set()
    referenced: set[int] = set()
    for element in part(data, "word/document.xml").iter():
        number = int(element.get(f"{W}id", "-1"))
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
            texts[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif element.tag == f"{W}commentReference":
            assert number in texts
            assert number not in opened
            referenced.add(number)
        elif element.tag == f"{W}t":
            for one in opened:
                texts[one] += element.text or ""
    assert not opened
    assert referenced == set(texts)
    return texts


def test_a_comment_stands_at_the_words_and_says_what_is_wrong() -> None:
    data = docx(paragraph("Tỷ lệ nữ chiếm 40% (50/200)."))
    text = read(data).text
    wrong = finding(text, "40% (50/200)", severity=Severity.ERROR)
    figure = Candidate("denominator", "125", "125 được in ở nơi khác")
    wrong = Finding(*(getattr(wrong, name) for name in ("code", "rule", "severity", "text", "start", "end", "message")),
                    expected="25% (50/200)", candidates=(figure,))  # fmt: skip
    result = add_comments(data, [wrong], at=NOON)
    assert (result.added, result.left_out) == (1, 0)
    assert commented_texts(result.data) == {0: "40% (50/200)"}
    (comment,) = part(result.data, "word/comments.xml")
    assert {key: comment.get(f"{W}{key}") for key in ("id", "author", "initials", "date")} == {
        "id": "0", "author": "vanban", "initials": "vb", "date": "2026-03-05T12:00:00Z",
    }  # fmt: skip
    assert ["".join(line.itertext()) for line in comment] == [
        "Lỗi SL001: Tỷ lệ phần trăm không khớp với tử số và mẫu số",
        "Không khớp.",
        "Đề xuất: “25% (50/200)”",
        "Có thể là 125: 125 được in ở nơi khác",
    ]


def test_the_text_and_every_other_part_stay() -> None:
    data = docx(paragraph("Giao Sở Y tế chủ trì."), styles="")
    after = commented(data, "Sở Y tế")
    assert read(after).text == read(data).text
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_a_run_is_parted_with_its_properties_and_its_spaces() -> None:
    after = commented(docx(paragraph("Giao Sở Y tế chủ trì.", run_properties="<w:b/>")), "Sở Y tế")
    runs = [one for one in part(after, "word/document.xml").iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [one.findtext(f"{W}t") for one in runs] == ["Giao ", "Sở Y tế", " chủ trì."]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in runs)
    assert all(one.find(f"{W}t").get(SPACE) == "preserve" for one in runs)  # type: ignore[union-attr]  # each has one


def test_whole_runs_are_not_parted() -> None:
    body = "<w:p>" + run("Giao ") + run("Sở Y tế", "<w:b/>") + run(" chủ trì") + "</w:p>"
    after = commented(docx(body), "Sở Y tế")
    assert len(list(part(after, "word/document.xml").iter(f"{W}t"))) == 3
    assert commented_texts(after) == {0: "Sở Y tế"}


def test_words_that_several_runs_and_paragraphs_hold() -> None:
    body = "<w:p>" + run("Giao Sở ") + run("Y tế", "<w:b/>") + "</w:p>" + paragraph("chủ trì ngay.")
    assert commented_texts(commented(docx(body), "Sở Y tế\nchủ trì")) == {0: "Sở Y tếchủ trì"}


def test_comments_that_overlap_touch_and_repeat() -> None:
    data = docx(paragraph("Giao Sở Y tế chủ trì."))
    after = commented(data, "Sở Y tế", "Y tế chủ", "Y tế", "Y tế", "Giao ")
    assert sorted(commented_texts(after).values()) == sorted(["Giao", "Sở Y tế", "Y tế chủ", "Y tế", "Y tế"])
    assert read(after).text == read(data).text


def test_links_insertions_and_decomposed_letters() -> None:
    tone = unicodedata.normalize("NFD", "Sở Y tế")
    body = "<w:p><w:ins>" + run(tone) + "</w:ins><w:hyperlink>" + run(" chủ trì việc") + "</w:hyperlink></w:p>"
    assert commented_texts(commented(docx(body), "Y tế chủ trì")) == {
        0: unicodedata.normalize("NFD", "Y tế") + " chủ trì"
    }


def test_comments_of_people_stay_and_numbers_go_on() -> None:
    theirs = '<w:comment w:id="7" w:author="Lê Văn Thử"><w:p><w:r><w:t>Xem lại.</w:t></w:r></w:p></w:comment>'
    marks = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    body = f"<w:p>{marks.format(run('Giao Sở Y tế'))}</w:p>{paragraph('chủ trì.')}"
    after = commented(docx(body, comments=theirs), "Sở Y tế", "chủ trì")
    comments = part(after, "word/comments.xml")
    assert [one.get(f"{W}id") for one in comments] == ["7", "8", "9"]
    assert "".join(comments[0].itertext()) == "Xem lại."
    assert commented_texts(after) == {7: "Giao Sở Y tế", 8: "Sở Y tế", 9: "chủ trì"}


def test_a_text_box_is_commented_beside_it() -> None:
    box = "<w:txbxContent><w:p>" + run("HOẢ TỐC") + "</w:p></w:txbxContent>"
    body = f"<w:p>{run('Số: 07')}<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    after = commented(docx(body), "HOẢ TỐC")
    box_element = next(part(after, "word/document.xml").iter(f"{W}txbxContent"))
    assert next(box_element.iter(f"{W}commentRangeStart"), None) is None
    assert commented_texts(after) == {0: "HOẢ TỐC"}


def test_what_word_computes_is_commented_at_its_paragraph_and_quoted() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1-"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = paragraph("MỤC TIÊU", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    after = commented(docx(listed, numbering=numbering), "I-")
    assert commented_texts(after) == {0: "MỤC TIÊU"}
    assert "Chỗ này: “I-”" in "".join(part(after, "word/comments.xml").itertext())


def test_a_footnote_is_commented_where_the_text_ends() -> None:
    notes = '<w:footnote w:id="2"><w:p>' + run("Kết luận số 5.") + "</w:p></w:footnote>"
    body = "<w:p>" + run("Theo Kết luận") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".") + "</w:p>"
    after = commented(docx(body, footnotes=notes), "Kết luận số 5")
    assert list(commented_texts(after)) == [0]
    assert "Chỗ này: “Kết luận số 5”" in "".join(part(after, "word/comments.xml").itertext())


def test_signs_that_xml_forbids_or_reads_are_printed() -> None:
    data = docx(paragraph("Sở Y tế & Sở Nội vụ"))
    odd = Finding("X", "x", Severity.INFO, "& Sở", 8, 12, "a < b & c\x00\x1b")
    (comment,) = part(add_comments(data, [odd]).data, "word/comments.xml")
    assert "a < b & c\ufffd\ufffd" in "".join(comment.itertext())
    assert comment.get(f"{W}date") is None


def test_more_findings_than_word_bears_keep_the_gravest() -> None:
    data = docx(paragraph("Giao Sở Y tế chủ trì."))
    minor = [Finding("A", "a", Severity.INFO, "Giao", 0, 4, "nhẹ")] * MOST_COMMENTS
    grave = Finding("B", "b", Severity.ERROR, "chủ trì", 13, 20, "nặng")
    result = add_comments(data, [*minor, grave])
    assert (result.added, result.left_out) == (MOST_COMMENTS, 1)
    assert "Lỗi B" in "".join(part(result.data, "word/comments.xml").itertext())


def test_no_finding_no_change() -> None:
    data = docx(paragraph("Giao Sở Y tế."))
    assert add_comments(data, []).data == data


def test_other_formats_are_refused() -> None:
    with pytest.raises(NotWritable):
        add_comments("Giao Sở Y tế.".encode(), [Finding("A", "a", Severity.INFO, "Giao", 0, 4, "sai")])


def test_files_that_another_program_wrote_open_with_their_comments() -> None:
    word = Document()
    word.add_paragraph("Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ.")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[1].text = "Sở Tài chính"
    buffer = io.BytesIO()
    word.save(buffer)
    once = commented(buffer.getvalue(), "phối hợp", "Sở Tài chính")
    twice = commented(once, "Sở Y tế")
    opened = Document(io.BytesIO(twice))
    assert [(one.comment_id, one.author) for one in opened.comments] == [(0, "vanban"), (1, "vanban"), (2, "vanban")]
    assert commented_texts(twice) == {0: "phối hợp", 1: "Sở Tài chính", 2: "Sở Y tế"}
