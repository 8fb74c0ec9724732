"""The steps between a picture and a document, without Tesseract."""

import struct

import pytest
from tests.vanban.readers.scans import grey_page, png, scanned_pdf, tiff

from vanban.readers import read
from vanban.readers.pdf.extract import extract_pages
from vanban.readers.pdf.fragments import fragments_of, line_of
from vanban.readers.pdf.grids import find_tables
from vanban.readers.pdf.model import Page
from vanban.readers.scan.layout import page_of, slope_of
from vanban.readers.scan.pictures import Picture, kind_of, pages_of
from vanban.readers.scan.recognition import PictureSource, recognise_pages
from vanban.readers.scan.rules import with_rules
from vanban.readers.scan.session import OcrSession, PageResult
from vanban.readers.scan.tesseract import PageNotRecognised
from vanban.readers.scan.tsv import parse
from vanban.readers.scan.uncertain import with_uncertain_words
from vanban.types import Block, BlockKind, Limits, ReadDocument, UnreadableDocument

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
PAGE_ROW = "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t"


def row(line: int, word: int, left: int, top: int, text: str, confidence: float = 96, height: int = 40) -> str:
    return f"5\t1\t1\t1\t{line}\t{word}\t{left}\t{top}\t{len(text) * 25}\t{height}\t{confidence}\t{text}"


def table(*rows: str) -> str:
    return "\n".join([HEADER, PAGE_ROW, *rows])


def line_of_words(number: int, top: int, text: str, confidence: float = 96, *, fall: float = 0.0) -> list[str]:
    lefts = [300 + 220 * index for index in range(len(text.split()))]
    return [
        row(number, index, left, round(top + fall * left), word, confidence)
        for index, (left, word) in enumerate(zip(lefts, text.split(), strict=True))
    ]


def recognised(*rows: str) -> Page:
    return page_of(parse(table(*rows)), 1, None)


def test_table_of_words() -> None:
    page = parse(table(row(1, 1, 10, 20, "Sở", 91.5), row(1, 2, 80, 20, "Nội"), row(2, 1, 10, 90, "vụ"), ""))
    assert (page.width, page.height) == (2480, 3508)
    assert page.text == "Sở Nội\nvụ"
    assert page.lines[0][0].confidence == 91.5
    assert (page.lines[0][0].right, page.lines[0][0].bottom) == (60, 60)


@pytest.mark.parametrize("broken", ["", "tesseract: error", HEADER, f"{HEADER}\n5\tx"])
def test_what_is_no_table_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="not a page"):
        parse(broken)


def test_words_are_in_nfc_and_in_points() -> None:
    word = recognised(row(1, 1, 1240, 100, "Ủy")).words[0]
    assert word.text == "Ủy"
    assert word.x0 == pytest.approx(297.5)


def test_descenders_do_not_pull_a_word_off_its_line() -> None:
    page = recognised(row(1, 1, 100, 100, "nam", height=30), row(1, 2, 300, 100, "ngày,", height=45))
    assert len({word.y for word in page.words}) == 1


def test_a_page_that_lies_a_little_askew_is_read_level() -> None:
    rows = [*line_of_words(1, 400, "các cơ sở xem xét", fall=0.01), *line_of_words(2, 500, "các cơ sở xem", fall=0.01)]
    assert slope_of(parse(table(*rows))) == pytest.approx(0.01, abs=0.002)
    assert len({round(word.y, 1) for word in recognised(*rows).words}) == 2


def test_specks_are_no_text_but_doubtful_words_are() -> None:
    page = recognised(
        *line_of_words(1, 400, "Giao Sở Nội vụ"), row(2, 1, 300, 500, "»ế«", 20), row(3, 1, 300, 600, "~", 40),
        *line_of_words(4, 700, "rà soát trong tháng này", 30), row(5, 1, 300, 800, "12/5", 25),
    )  # fmt: skip
    texts = [word.text for word in page.words]
    assert not {"»ế«", "~"} & set(texts)
    assert texts[-6:] == ["rà", "soát", "trong", "tháng", "này", "12/5"]


@pytest.mark.parametrize("mark", ["MẬT", "MAT", "MẠT", "MẶT"])
def test_a_mark_of_secrecy_is_never_a_speck(mark: str) -> None:
    page = recognised(*line_of_words(1, 400, "Giao Sở Nội vụ"), row(2, 1, 300, 200, mark, 5))
    assert mark in [word.text for word in page.words]


def test_the_national_title_is_spelt_as_it_always_is() -> None:
    printed = "CỌNG HOA XÃ HỌI CHU NGHĨA VIẸT NAM"
    page = recognised(*line_of_words(1, 400, printed), *line_of_words(2, 500, "Đọc lập - Tụ do - Hạnh phúc"))
    assert [word.text for word in page.words] == (
        ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM", "Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"]
    )


def test_sizes_of_type_settle_on_the_usual_one_but_for_neighbouring_lines_of_another() -> None:
    body = [part for number in range(1, 9) for part in line_of_words(number, number * 100, "xem xem xem")]
    odd = [row(9, 1, 300, 900, "xem", height=55)]
    small = [row(number, 1, 300, 900 + number * 50, "xem", height=25) for number in (10, 11)]
    sizes = [round(word.size, 1) for word in recognised(*body, *odd, *small).words]
    assert len(set(sizes[:25])) == 1
    assert sizes[25] == sizes[26] < sizes[0] * 0.7


def picture(data: bytes) -> list[tuple[int, int]]:
    return [(page.width, page.height) for page in pages_of(data, 10)]


def test_sizes_of_picture_files() -> None:
    frame = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 700, 500) + bytes(20)
    assert picture(png(3, 2, bytes(6))) == [(3, 2)]
    assert picture(frame) == [(500, 700)]
    assert picture(tiff((3, 2, bytes(6)), (5, 1, bytes(5)))) == [(3, 2), (5, 1)]
    assert [kind_of(data) for data in (frame, b"MM\x00*", b"GIF89a")] == ["jpeg", "tiff", None]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + bytes(40), b"\xff\xd8\xff", b"\xff\xd8\xff\xe0" + bytes(40),
        b"II*\x00", b"II*\x00\xff\xff\xff\x7f", b"MM\x00*\x00\x00\x00\x08" + bytes(40),
    ],
)  # fmt: skip
def test_damaged_pictures(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    assert refused.value.code == "damaged"


def test_directories_of_a_tiff_that_lead_in_a_circle_are_read_once() -> None:
    data = bytearray(tiff((3, 2, bytes(6))))
    data[8 + 2 + 8 * 12 : 8 + 2 + 8 * 12 + 4] = struct.pack("<I", 8)
    assert picture(bytes(data)) == [(3, 2)]


def test_pictures_too_large_and_too_many() -> None:
    bomb = b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", 100_000, 100_000)
    with pytest.raises(UnreadableDocument, match=r"100\.000 × 100\.000"):
        pages_of(bomb, 10)
    with pytest.raises(UnreadableDocument) as refused:
        pages_of(tiff(*[(1, 1, b"\0")] * 3), 2)
    assert refused.value.code == "too-many-pages"


@pytest.mark.parametrize(("size", "expected"), [((2480, 3508), 300), ((3508, 2480), 300), ((100, 100), 70)])
def test_resolution_of_a_picture_of_a_page(size: tuple[int, int], expected: int) -> None:
    assert Picture(*size).dots_per_inch == expected


def test_a_picture_with_a_signature_stamp_over_it_is_still_a_picture() -> None:
    pixels = (40, 60, b"\x80" * 2_400)
    signed = b"q 595 0 0 842 0 0 cm /P Do Q BT /F 9 Tf 50 50 Td (Nguoi ky: So Noi vu. Ngay ky: 2026) Tj ET"
    source = scanned_pdf(pixels).replace(b"595 0 0 842 0 0 cm /P Do", signed)
    pages = extract_pages(source, Limits())
    assert len(pages[0].words) > 4
    assert pages[0].is_picture


def test_rendering_straightens_lines() -> None:
    band = b"\xff" * (300 * 100) + b"\0" * (300 * 100) + b"\xff" * (300 * 200)
    width, _, pixels = grey_page(scanned_pdf((300, 400, band)), 1, tilt=0.05)
    left, right = (pixels[column::width].index(b"\0") for column in (100, width - 100))
    assert right - left == pytest.approx(0.05 * (width - 200), abs=3)


def test_a_page_askew_is_recognised_again_along_its_lines() -> None:
    askew = table(*line_of_words(1, 400, "các cơ sở xem xét", fall=0.03))
    asked: list[float] = []

    def recognise(slope: float, turn: int) -> str:
        asked.append(slope)
        return askew if slope == 0 else table(*line_of_words(1, 400, "các cơ sở xem xét việc"))

    pages = recognise_pages([PictureSource(1, None, recognise)], None)
    assert asked == [0.0, pytest.approx(0.03, abs=0.003)]
    assert len(pages[1].words) == 6


def test_pages_that_fail_are_left_out_and_told() -> None:
    def fail(slope: float, turn: int) -> str:
        raise PageNotRecognised

    heard: list[PageResult] = []
    sources = [
        PictureSource(1, None, fail),
        PictureSource(3, None, lambda slope, turn: "no table"),
        PictureSource(4, None, lambda slope, turn: table(row(1, 1, 9, 9, "Giao"))),
    ]
    pages = recognise_pages(sources, OcrSession(on_page=heard.append))
    assert list(pages) == [4]
    assert [(page.number, page.text) for page in heard] == [(1, ""), (3, ""), (4, "Giao")]


def document_of(*paragraphs: tuple[str, int]) -> ReadDocument:
    text, blocks = "", []
    for paragraph, page in paragraphs:
        start = len(text) + bool(text)
        text += ("\n" if text else "") + paragraph
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph), page=page))
    return ReadDocument(text, tuple(blocks), "pdf", "pdf/1", page_count=2)


def test_uncertain_words_are_found_by_page_and_neighbours() -> None:
    first = recognised(
        *line_of_words(1, 400, "trước ngày 12 tháng"), *line_of_words(2, 500, "sau ngày"), row(2, 9, 900, 500, "12", 40)
    )
    document = document_of(("trước ngày 12 tháng", 1), ("sau ngày 12", 1), ("còn 12 xã", 2))
    found = with_uncertain_words(document, [first]).uncertain
    start = document.text.index("sau ngày 12") + len("sau ngày ")
    assert found == ((start, start + 2, 0.4),)


def test_words_that_cannot_be_told_apart_are_all_uncertain() -> None:
    page = recognised(row(1, 1, 300, 400, "12", 40))
    assert len(with_uncertain_words(document_of(("12", 1), ("12", 1)), [page]).uncertain) == 2


def test_words_left_out_of_the_text_are_not_marked() -> None:
    assert with_uncertain_words(document_of(("Giao", 1)), [recognised(row(1, 1, 300, 400, "7", 40))]).uncertain == ()


def grey_map(width: int, height: int, *boxes: tuple[int, int, int, int]) -> bytes:
    """A white picture with black boxes, given by left, top, right and bottom."""
    pixels = [bytearray(b"\xff" * width) for _ in range(height)]
    for left, top, right, bottom in boxes:
        for y in range(top, bottom):
            pixels[y][left:right] = bytes(right - left)
    return b"P5\n%d %d\n255\n" % (width, height) + b"".join(pixels)


def rules(*boxes: tuple[int, int, int, int], thicken: bool = False) -> list[tuple[int, int, int, int]]:
    return list(parse(with_rules(table(), grey_map(400, 400, *boxes), thicken=thicken)).rules)


def test_long_thin_lines_are_rules_and_strokes_of_letters_are_not() -> None:
    assert rules((20, 50, 300, 52)) == [(20, 50, 300, 50)]
    assert rules((50, 20, 52, 300)) == [(50, 20, 50, 300)]
    assert rules((20, 50, 80, 52), (200, 50, 202, 110)) == []


def test_short_upright_lines_are_rules_between_two_others() -> None:
    assert rules((20, 50, 300, 52), (20, 110, 300, 112), (100, 50, 102, 112)) == [
        (20, 50, 300, 50), (20, 110, 300, 110), (100, 50, 100, 112),
    ]  # fmt: skip


def test_steps_of_one_pixel_are_closed() -> None:
    steps = [(20 + 40 * step, 100 + step % 2, 60 + 40 * step, 102 + step % 2) for step in range(7)]
    assert (20, 100, 300, 100) in rules(*steps, thicken=True)
    assert (20, 100, 300, 100) not in rules(*steps)


def test_bars_that_rules_were_taken_for_are_left_out() -> None:
    bar, word = row(1, 1, 90, 400, "|"), row(1, 2, 300, 400, "Giao")
    ruled = "9\t0\t0\t0\t0\t0\t100\t300\t0\t400\t-1\t"
    assert [one.text for one in recognised(bar, word, ruled).words] == ["Giao"]
    assert [one.text for one in recognised(bar, word).words] == ["|", "Giao"]


def test_a_black_page_has_no_table() -> None:
    page = recognised(
        row(1, 1, 300, 400, "Giao"), *with_rules("", grey_map(400, 400, (0, 0, 400, 400))).split("\n")[1:]
    )
    assert find_tables(page) == []


def test_a_page_on_its_side_is_turned_and_then_recognised_again() -> None:
    upside = table(*line_of_words(1, 400, "ĩ ?1 `x _", 25))
    upright = table(*line_of_words(1, 400, "Giao Sở Nội vụ"))
    asked: list[int] = []

    def recognise(slope: float, turn: int) -> str:
        asked.append(turn)
        return upright if turn == 180 else upside

    pages = recognise_pages([PictureSource(1, (595, 842), recognise, lambda: 180)], None)
    assert asked == [0, 180]
    assert [word.text for word in pages[1].words] == ["Giao", "Sở", "Nội", "vụ"]


def test_a_turned_page_is_measured_by_its_turned_paper() -> None:
    page = page_of(parse(table(row(1, 1, 100, 100, "Giao"))), 1, (842, 595))
    assert (page.width, page.height) == (595, 842)


def test_recognised_words_come_apart_however_near() -> None:
    page = recognised(row(1, 1, 300, 400, "trạm"), row(1, 2, 401, 400, "y"), row(1, 3, 427, 400, "tế"))
    assert line_of(fragments_of(page.words), 1).text == "trạm y tế"
