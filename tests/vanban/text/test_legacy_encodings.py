"""Text from before Unicode: recognised, converted, and never seen where it is not."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vanban.readers.support import docx, lines, paragraph

from vanban.readers import read
from vanban.text.legacy_encodings import (
    TCVN3,
    VNI,
    LegacyEncoding,
    convert,
    convert_run,
    encoding_of_font,
    encoding_of_text,
)
from vanban.text.normalize import nfc
from vanban.text.syllables import is_syllable
from vanban.types import NoticeCode

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples" / "built").glob("*.txt"))
TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in VNI.items() if code in (code.lower(), code.upper())}
PHRASES = {
    LegacyEncoding.TCVN3: (
        "Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc", "tr\u00adíc ngµy 15 th¸ng 6 n¨m 2026",
    ),
    LegacyEncoding.VNI: (
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Ñoäc laäp - Töï do - Haïnh phuùc",
        "tröôùc ngaøy 15 thaùng 6 naêm 2026",
    ),
}  # fmt: skip
MODERN = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc", "trước ngày 15 tháng 6 năm 2026",
)  # fmt: skip
ALL_PHRASES = [(phrase, encoding, index) for encoding in PHRASES for index, phrase in enumerate(PHRASES[encoding])]


def in_old(text: str, encoding: LegacyEncoding) -> str:
    """Unicode to an old encoding, letter by letter; capitals with tones as TCVN3 has them, which is not at all."""
    table = TO_TCVN3 if encoding is LegacyEncoding.TCVN3 else TO_VNI
    return "".join(table.get(char, table.get(char.lower(), char)) for char in nfc(text))


@pytest.mark.parametrize(("phrase", "encoding", "index"), ALL_PHRASES)
def test_phrases_everybody_knows(phrase: str, encoding: LegacyEncoding, index: int) -> None:
    assert convert(phrase, encoding) == MODERN[index]


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_old_text_is_recognised(encoding: LegacyEncoding) -> None:
    assert encoding_of_text("\n".join(PHRASES[encoding])) is encoding


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"), ("Uû BAN NH¢N D¢N", "UỶ BAN NHÂN DÂN"),
        ("Sè: 12/Q§-UB", "Số: 12/QĐ-UB"), ("¤ng Hµ v\u00ad¬n", "Ông Hà vươn"),
    ],
)  # fmt: skip
def test_capitals_of_tcvn3(old: str, expected: str) -> None:
    assert convert(old, LegacyEncoding.TCVN3) == expected


@pytest.mark.parametrize("encoding", LegacyEncoding)
@pytest.mark.parametrize("sample", SAMPLES[:6], ids=lambda path: path.stem)
def test_samples_survive_the_way_there_and_back(sample: Path, encoding: LegacyEncoding) -> None:
    text = nfc(sample.read_text(encoding="utf-8")).lower()
    old = in_old(text, encoding)
    assert encoding_of_text(old) is encoding
    assert [convert(line, encoding) for line in old.split("\n")] == text.split("\n")


@given(st.text(alphabet=sorted({*TO_VNI, *"abcdegiklnoprtuvy", " ", "1", "."})))
def test_any_letters_in_vni_come_back(text: str) -> None:
    old = in_old(text, LegacyEncoding.VNI)
    back = convert(old, LegacyEncoding.VNI)
    assert in_old(back, LegacyEncoding.VNI) == old
    assert back == nfc(back)


@given(st.text(alphabet=sorted({*TO_TCVN3, *"abcdegiklnoprtuvy", " ", "1", "."})))
def test_any_small_letters_in_tcvn3_come_back(text: str) -> None:
    small = text.lower()
    assert convert(in_old(small, LegacyEncoding.TCVN3), LegacyEncoding.TCVN3) == small


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_is_never_taken_for_old(sample: Path, form: str) -> None:
    text = unicodedata.normalize(form, sample.read_text(encoding="utf-8"))
    assert encoding_of_text(text) is None
    assert [encoding_of_text(line) for line in text.split("\n")] == [None] * len(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Là bà và cô cùng tìm thì có gì là hòa, là tài và là nó; tôi xin cám ta.",
        "L'été dernier, nous avons été très occupés à préparer la fête de Noël près du café français.",
        "Größe über Straße Übung schön für Mädchen größer müssen können",
        "25°C, 30 m², 50 km², § 3, § 4, ± 5 %, © 2026, ½ giờ", "", "plain ASCII text",
    ],
)  # fmt: skip
def test_other_text_is_not_old(text: str) -> None:
    assert encoding_of_text(text) is None


def test_unicode_in_an_old_font_stays() -> None:
    assert convert_run("Việt Nam độc lập", ".VnTime") == "Việt Nam độc lập"
    assert convert("giữ lại", LegacyEncoding.VNI) == "giữ lại"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", LegacyEncoding.TCVN3), (".VnArialH", LegacyEncoding.TCVN3), ("VNI-Times", LegacyEncoding.VNI),
        ('".vntime"', LegacyEncoding.TCVN3), ("Times New Roman", None), (None, None),
    ],
)  # fmt: skip
def test_fonts(font: str | None, encoding: LegacyEncoding | None) -> None:
    assert encoding_of_font(font) is encoding


def test_capital_fonts_draw_capitals() -> None:
    assert convert_run("céng hßa", ".VnTimeH") == "CỘNG HÒA"
    assert convert_run("céng hßa", ".VnTime") == "cộng hòa"


@pytest.mark.parametrize("encoding", LegacyEncoding)
@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_plain_text_files(encoding: LegacyEncoding, codec: str) -> None:
    document = read("\n\n".join(PHRASES[encoding]).encode(codec))
    assert lines(document) == list(MODERN)
    assert [notice.code for notice in document.notices] == [NoticeCode.CONVERTED_ENCODING]


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_web_pages_by_the_look_of_their_words(encoding: LegacyEncoding) -> None:
    page = "<html><body>" + "".join(f"<p>{phrase}</p>" for phrase in PHRASES[encoding]) + "</body></html>"
    document = read(page.encode())
    assert lines(document) == list(MODERN)
    assert NoticeCode.CONVERTED_ENCODING in [notice.code for notice in document.notices]


def test_web_pages_by_font() -> None:
    page = (
        "<html><body><p><font face='.VnTimeH'>céng hßa</font></p>"
        "<p style=\"font-family: '.VnTime'\">x· héi <span style='font-family:Arial'>là của tôi</span></p></body></html>"
    )
    assert lines(read(page.encode())) == ["CỘNG HÒA", "xã hội là của tôi"]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_word_documents_by_font() -> None:
    body = (
        paragraph("céng hßa", run_properties=font(".VnTimeH"))
        + paragraph("tr\u00adíc ngµy", run_properties=font(".VnTime"))
        + paragraph("tröôùc ngaøy", run_properties=font("VNI-Times"))
        + paragraph("là cà phê", run_properties=font("Times New Roman"))
    )
    document = read(docx(body))
    assert lines(document) == ["CỘNG HÒA", "trước ngày", "trước ngày", "là cà phê"]
    assert [notice.code for notice in document.notices] == [NoticeCode.CONVERTED_ENCODING]


def test_word_documents_by_the_font_of_their_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>' + font(".VnTime") + "</w:rPr></w:style>"
    )
    assert lines(read(docx(paragraph("H¹nh phóc") + paragraph("Cá và độc lập"), styles=style))) == [
        "Hạnh phúc",
        "Cá và độc lập",
    ]


@pytest.mark.parametrize("word", ["nghiêng", "Quyết", "GIỮA", "khuỷu", "yên", "ủy", "uỷ", "oăm", "thuở", "a"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["été", "größe", "aa", "ngh", "bàá", "strong", "", "đ", "việtnam"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_markdown_files() -> None:
    old = "\n\n".join(f"- {phrase}" for phrase in PHRASES[LegacyEncoding.VNI])
    assert lines(read(old.encode(), name="a.md")) == [f"- {phrase}" for phrase in MODERN]
