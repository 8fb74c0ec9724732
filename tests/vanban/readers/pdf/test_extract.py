"""Words and rules from PDF files written by hand."""

import pytest

from vanban.readers.pdf.extract import extract_pages
from vanban.readers.pdf.model import Page
from vanban.types import Limits, UnreadableDocument


def pdf(content: str, *, font: str = "Times-Roman", page: str = "") -> bytes:
    """A page of 600 by 800 points with a content stream; F1 and F2 are the same font."""
    stream = content.encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R/F2 5 0 R>>>>/Contents 4 0 R"
        + page.encode() + b">>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/" + font.encode() + b">>",
    ]  # fmt: skip
    body, offsets = b"%PDF-1.4\n", []
    for number, content_of_object in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj" % number + content_of_object + b"endobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in offsets
    )
    return body + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))


def extract(content: str, **options: str) -> Page:
    return extract_pages(pdf(content, **options), Limits())[0]


def test_size_counts_the_scale_of_the_text() -> None:
    (plain,) = extract("BT /F1 14 Tf 100 700 Td (Giao) Tj ET").words
    (scaled,) = extract("BT /F1 1 Tf 14 0 0 14 100 700 Tm (Giao) Tj ET").words
    assert round(plain.size) == round(scaled.size) == 14
    assert (round(plain.x0), round(plain.y)) == (100, 100)
    assert plain.x1 > plain.x0 + 20


def test_bold_and_italic_come_from_the_font() -> None:
    (word,) = extract("BT /F1 14 Tf 100 700 Td (Giao) Tj ET", font="Times-BoldItalic").words
    assert (word.bold, word.italic) == (True, True)
    (word,) = extract("BT /F1 14 Tf 100 700 Td (Giao) Tj ET").words
    assert (word.bold, word.italic) == (False, False)


def test_writing_up_the_margin_is_left_out() -> None:
    content = "BT /F1 12 Tf 100 700 Td (mot hai ba bon) Tj ET BT /F1 12 Tf 0 1 -1 0 30 100 Tm (doc) Tj ET"
    assert [word.text for word in extract(content).words] == ["mot", "hai", "ba", "bon"]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 100", "-1 0 0 -1 300 400", "0 -1 1 0 300 400"])
def test_page_drawn_sideways_is_turned(matrix: str) -> None:
    words = extract(f"BT /F1 12 Tf {matrix} Tm (mot hai) Tj ET").words
    assert [word.text for word in words] == ["mot", "hai"]
    assert words[0].x1 < words[1].x0
    assert words[0].y == pytest.approx(words[1].y)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_shown(rotation: int) -> None:
    page = extract("1 w 100 700 m 200 700 l S BT /F1 12 Tf 100 702 Td (mot hai) Tj ET", page=f"/Rotate {rotation}")
    word, (rule,) = page.words[0], page.rules
    assert 0 < word.x0 < page.width
    assert 0 < word.y < page.height
    assert rule.horizontal
    assert word.x0 == pytest.approx(rule.x0, abs=2)
    assert word.y == pytest.approx(rule.y0, abs=3)


def test_raised_digits_are_words_of_their_own() -> None:
    small = "BT /F1 14 Tf 100 700 Td (uy) Tj 5 Ts /F2 8 Tf (1) Tj 0 Ts /F1 14 Tf ( va 30 m) Tj ET"
    assert [(word.text, word.raised) for word in extract(small).words][:3] == [
        ("uy", False),
        ("1", True),
        ("va", False),
    ]
    flat = extract("BT /F1 14 Tf 100 700 Td (uy1 va) Tj ET").words
    assert [(word.text, word.raised) for word in flat] == [("uy1", False), ("va", False)]


def test_leading_raised_digits_are_cut_off() -> None:
    words = extract("BT /F1 8 Tf 100 700 Td 5 Ts (12) Tj 0 Ts /F1 12 Tf (Ghi chu) Tj ET").words
    assert [(word.text, word.raised) for word in words] == [("12", True), ("Ghi", False), ("chu", False)]


def test_rules_are_lines_thin_bars_and_outlines_but_not_backgrounds() -> None:
    word = "BT /F1 12 Tf 100 700 Td (x) Tj ET "
    assert len(extract(word + "100 600 m 300 600 l S").rules) == 1
    assert len(extract(word + "100 600 1 50 re f").rules) == 1
    assert len(extract(word + "100 600 200 50 re S").rules) == 4
    assert extract(word + "0.9 g 100 600 200 50 re f").rules == []
    assert extract(word + "1 g 100 600 200 1 re f").rules == []
    assert extract(word + "100 600 m 103 600 l S").rules == []


def test_drawings_of_thousands_of_lines_are_cut_short() -> None:
    drawing = "".join(f"{x % 500} 600 m {x % 500} 650 l S\n" for x in range(5_000))
    assert len(extract("BT /F1 12 Tf 100 700 Td (x) Tj ET " + drawing).rules) == 4_000


def test_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        extract_pages(pdf("BT /F1 12 Tf 100 700 Td (mot hai ba) Tj ET"), Limits(characters=5))
    assert refused.value.code == "too-large"


def test_page_without_text_has_no_words() -> None:
    page = extract("100 600 200 50 re f")
    assert (page.words, page.rules, page.is_picture) == ([], [], False)
