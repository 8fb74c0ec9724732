"""Scans, recognised by Tesseract."""

import difflib
from pathlib import Path

import pytest
import typst
from tests.vanban.readers.scans import grey_page, needs_tesseract, png, scanned_pdf, tiff, with_scanned_page
from tests.vanban.readers.support import cell_texts, lines

from vanban.readers import OcrSession, PageResult, read
from vanban.readers.scan import tesseract
from vanban.types import BlockKind, NoticeCode, ReadDocument, UnreadableDocument

SAMPLE = Path(__file__).parents[3] / "samples" / "built" / "001-tru-so-tai-san-cong.pdf"
PAGE = '#set page(margin: 2.5cm)\n#set text(size: 14pt, lang: "vi", hyphenate: false)\n#set par(justify: true)\n'
SENTENCES = (
    "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát danh mục vị trí việc làm của các cơ quan trong tỉnh.",
    "Văn phòng tỉnh theo dõi, đôn đốc việc thực hiện và báo cáo Chủ tịch trước ngày 20 tháng 6 năm 2026.",
    "Các xã, phường gửi kết quả về Sở Khoa học và Công nghệ trong tháng 9 năm 2026 theo mẫu kèm theo văn bản này.",
)


def typeset(*paragraphs: str) -> bytes:
    return typst.compile((PAGE + "\n\n".join(paragraphs)).encode(), format="pdf")


def words_kept(expected: str, found: str) -> float:
    """The share of words of a text that were found, in order."""
    matcher = difflib.SequenceMatcher(None, expected.split(), found.split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(expected.split())


@pytest.fixture(scope="module")
def sample_scan() -> bytes:
    source = SAMPLE.read_bytes()
    return scanned_pdf(grey_page(source, 1), grey_page(source, 2))


@pytest.fixture(scope="module")
def session_pages() -> list[PageResult]:
    return []


@pytest.fixture(scope="module")
def scanned(sample_scan: bytes, session_pages: list[PageResult]) -> ReadDocument:
    return read(sample_scan, ocr=OcrSession(on_page=session_pages.append))


@needs_tesseract
def test_a_scan_reads_nearly_like_the_file_it_was_made_from(scanned: ReadDocument) -> None:
    original = read(SAMPLE.read_bytes())
    assert words_kept(original.text, scanned.text) > 0.96
    assert len(scanned.blocks) == pytest.approx(len(original.blocks), abs=3)
    assert scanned.page_count == 2
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines(scanned)
    assert "2" not in lines(scanned)


@needs_tesseract
def test_what_was_recognised_says_so(scanned: ReadDocument) -> None:
    assert scanned.format == "pdf"
    assert scanned.reader == "pdf/1+ocr/1"
    assert [notice.code for notice in scanned.notices] == [NoticeCode.RECOGNISED_TEXT]
    assert scanned.notices[0].message.startswith("Văn bản được nhận dạng")


@needs_tesseract
def test_uncertain_words_are_words_of_the_text_and_few_on_a_clean_scan(scanned: ReadDocument) -> None:
    words = [scanned.text[start:end] for start, end, _ in scanned.uncertain]
    assert 0 < len(words) < len(scanned.text.split()) * 0.1
    assert all(word.split() == [word] for word in words)
    assert all(0 <= confidence <= 0.9 for _, _, confidence in scanned.uncertain)


@needs_tesseract
def test_progress_is_told_page_by_page(scanned: ReadDocument, session_pages: list[PageResult]) -> None:
    assert [(page.number, page.done, page.total) for page in session_pages] == [(1, 1, 2), (2, 2, 2)]
    assert "CHỦ TỊCH" in session_pages[0].text + session_pages[1].text


@needs_tesseract
def test_reading_is_taken_up_where_it_was_left(
    sample_scan: bytes, scanned: ReadDocument, session_pages: list[PageResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # whatever is not known would now stay unread
    known = {page.number: page.result for page in session_pages}
    assert read(sample_scan, ocr=OcrSession(known=known)) == scanned


@needs_tesseract
def test_what_the_listener_raises_ends_the_reading(sample_scan: bytes, session_pages: list[PageResult]) -> None:
    class SecretFound(Exception):
        pass

    heard: list[int] = []

    def stop(page: PageResult) -> None:
        heard.append(page.number)
        raise SecretFound

    known = {page.number: page.result for page in session_pages}
    with pytest.raises(SecretFound):
        read(sample_scan, ocr=OcrSession(known=known, on_page=stop))
    assert heard == [1]


@needs_tesseract
def test_only_pages_without_text_are_recognised() -> None:
    typed = typeset(SENTENCES[0])
    heard: list[PageResult] = []
    scan = scanned_pdf(grey_page(typeset(SENTENCES[1]), 1))
    document = read(with_scanned_page(typed, scan), ocr=OcrSession(on_page=heard.append))
    assert [(page.number, page.total) for page in heard] == [(2, 1)]
    assert lines(document)[0] == SENTENCES[0]
    assert words_kept(SENTENCES[1], document.text) > 0.9
    assert "Trang 2 được nhận dạng" in document.notices[0].message
    assert all(start >= len(SENTENCES[0]) for start, _, _ in document.uncertain)


@needs_tesseract
def test_pages_that_lie_askew_lose_no_line() -> None:
    document = read(scanned_pdf(grey_page(typeset(*SENTENCES * 4), 1, tilt=0.04)))
    assert len(document.blocks) == 12
    assert words_kept("\n".join(SENTENCES * 4), document.text) > 0.93


@needs_tesseract
def test_picture_files() -> None:
    width, _, pixels = grey_page(typeset(*SENTENCES[:2]), 1)
    top = (width, 900, pixels[: 900 * width])
    document = read(png(*top))
    assert (document.format, document.reader, document.page_count) == ("png", "image/1+ocr/1", 1)
    assert words_kept("\n".join(SENTENCES[:2]), document.text) > 0.9
    several = read(tiff(top, (width, 300, b"\xff" * (width * 300)), top))
    assert (several.format, several.page_count) == ("tiff", 3)
    assert [block.page for block in several.blocks] == [1, 1, 3, 3]
    assert "Trang 2 chỉ có ảnh chụp" in several.notices[1].message


@needs_tesseract
def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(png(400, 300, b"\xff" * 120_000))
    assert refused.value.code == "scanned"
    assert "không nhận dạng được chữ nào" in refused.value.message


@pytest.mark.parametrize("data", [png(40, 30, b"\xff" * 1_200), scanned_pdf((40, 30, b"\xff" * 1_200))])
def test_without_tesseract_the_message_names_the_command(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    tesseract.is_available.cache_clear()
    try:
        with pytest.raises(UnreadableDocument) as refused:
            read(data)
    finally:
        tesseract.is_available.cache_clear()
    assert refused.value.code == "scanned"
    assert "apt install tesseract-ocr tesseract-ocr-vie" in refused.value.message


@needs_tesseract
@pytest.mark.parametrize("tilt", [0.0, 0.03])
def test_ruled_tables_are_read_as_tables(tilt: float) -> None:
    source = typeset(
        f"{SENTENCES[0]}\n",
        "#table(columns: (1.2cm, 1fr, 3.5cm, 3.5cm), table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Nhiệm vụ], "
        "table.cell(colspan: 2)[Cơ quan thực hiện], [Chủ trì], [Phối hợp], "
        "[1], [Rà soát hồ sơ đất đai của các xã trong tỉnh], [Sở Nội vụ], [Sở Tài chính], "
        "[2], [Xây dựng kế hoạch], [Sở Y tế], [Sở Tư pháp])",
    )
    document = read(scanned_pdf(grey_page(source, 1, tilt=tilt)))
    assert [block.kind for block in document.blocks][-1] is BlockKind.TABLE
    cells = {(cell[0], cell[1]): cell[2:] for cell in cell_texts(document)[0]}
    assert set(cells) == {
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 2),
        (1, 3),
        *((row, column) for row in (2, 3) for column in range(4)),
    }
    assert cells[0, 2][:2] == (1, 2)
    assert cells[2, 2][-1] == "Sở Nội vụ"
    assert cells[3, 3][-1] == "Sở Tư pháp"


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180])
def test_pages_on_their_side_or_head_are_turned(turn: int) -> None:
    upright = scanned_pdf(grey_page(typeset(*SENTENCES), 1))
    document = read(upright.replace(b"/Type/Page/Parent", b"/Type/Page/Rotate %d/Parent" % turn))
    assert words_kept("\n".join(SENTENCES), document.text) > 0.93
    assert len(document.blocks) == 3
