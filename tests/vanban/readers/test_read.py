"""Which reader takes a file, and what is said about files that cannot be read."""

import io
import re
import subprocess
import sys
import zipfile

import pytest
import typst
from tests.vanban.readers.support import docx, paragraph, zipped

from vanban.readers import read
from vanban.types import Limits, UnreadableDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
XLSX = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})


def refused(data: bytes, **options: Limits) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as error:
        read(data, name="van-ban.docx", **options)
    message = error.value.message
    assert re.search(r"\bHãy\b", message), "the sentence says what to do"
    assert str(error.value) == message
    return error.value


def encrypted_pdf() -> bytes:
    key = b"<" + b"41" * 32 + b">"
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    body += b"3 0 obj<</Filter/Standard/V 1/R 2/O " + key + b"/U " + key + b"/P -4>>endobj\n"
    offsets = [body.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + table + trailer


@pytest.mark.parametrize("data", [b"", b"   \n\t", bytes(100), docx(""), docx(paragraph("------"))])
def test_nothing_to_read(data: bytes) -> None:
    assert refused(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00\x03\x00\x00\x00" + bytes(60), b"\x7fELF\x02\x01\x01" + bytes(60), b"Rar!\x1a\x07\x00" + bytes(20),
        XLSX, OLE,
        zipped({"a.txt": "chữ"}), OLE + "Workbook".encode("utf-16-le") + bytes(200),
        OLE + "PowerPoint Document".encode("utf-16-le") + bytes(200),
        zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}),
    ],
)  # fmt: skip
def test_other_kinds_of_files(data: bytes) -> None:
    assert refused(data).code == "unknown-format"


def test_a_spreadsheet_is_called_one() -> None:
    assert "bảng tính" in refused(XLSX).message


@pytest.mark.parametrize("data", [b"GIF89a" + bytes(40), b"BM" + bytes(40), b"RIFF\x00\x00\x00\x00WEBP" + bytes(40)])
def test_pictures_of_other_kinds_are_scans_to_be_saved_anew(data: bytes) -> None:
    assert refused(data).code == "scanned"
    assert ".png, .jpg, .tiff" in refused(data).message


def test_document_of_pictures_alone_is_a_scan() -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(docx("<w:p/>")), "a") as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG")
    assert refused(buffer.getvalue()).code == "scanned"


def test_encrypted_files() -> None:
    assert refused(encrypted_pdf()).code == "encrypted"
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600)).code == "encrypted"
    word = OLE + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(600)
    assert refused(word).code == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3 damaged", docx(paragraph("chữ"))[:200] + b"[Content_Types].xml word/",
        zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document"}),
        zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<w/>"}),
        zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}),
    ],
)  # fmt: skip
def test_damaged_files(data: bytes) -> None:
    assert refused(data).code == "damaged"


@pytest.mark.parametrize("cut", [0.1, 0.35, 0.6, 0.85, 0.97])
def test_cut_files_never_raise_anything_else(cut: float) -> None:
    for data in (docx(paragraph("Giao Sở Y tế") * 50), typst.compile("Giao Sở Y tế".encode(), format="pdf")):
        try:
            read(data[: int(len(data) * cut)])
        except UnreadableDocument as error:
            assert error.code in {"damaged", "empty", "unknown-format"}


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!doctype d SYSTEM "http://example.invalid/d.dtd">',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{declaration}<d>&x;</d>"})
    assert refused(data).code == "damaged"
    assert (
        refused(
            zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{declaration}<d/>".encode("utf-16")})
        ).code
        == "damaged"
    )


def test_deep_nesting_is_refused() -> None:
    assert (
        refused(docx("<w:sdt><w:sdtContent>" * 3000 + paragraph("sâu") + "</w:sdtContent></w:sdt>" * 3000)).code
        == "damaged"
    )
    assert refused(("<html><body>" + "<div>" * 20_000 + "sâu").encode()).code in {"damaged", "empty"}


def test_bomb_is_not_opened() -> None:
    assert refused(docx(paragraph("a" * 60_000_000))).code == "zip-bomb"
    assert refused(docx(paragraph("a" * 2_000_000)), limits=Limits(unpacked_size=1_000_000)).code == "zip-bomb"
    many = zipped({"[Content_Types].xml": "", "word/document.xml": "", **{f"x/{number}": "" for number in range(6000)}})
    assert refused(many).code == "zip-bomb"


def test_bomb_that_lies_about_its_size_is_stopped() -> None:
    data = bytearray(docx(paragraph("a" * 30_000_000)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    assert data.count(size) >= 2
    lying = bytes(data).replace(size, (1000).to_bytes(4, "little"))
    assert refused(lying).code in {"zip-bomb", "damaged"}


def test_too_large_files_are_refused_before_anything_is_opened() -> None:
    error = refused(b"%PDF-1.7" + bytes(2_000_000), limits=Limits(file_size=1_000_000))
    assert error.code == "too-large"
    assert "1,9 MB" in error.message


def test_too_many_characters_are_refused() -> None:
    assert refused(b"chu " * 1000, limits=Limits(characters=3_000)).code == "too-large"


def test_the_name_does_not_decide() -> None:
    assert read(docx(paragraph("chữ")), name="a.pdf").format == "docx"
    assert read("chữ".encode(), name="a.docx").format == "txt"
    assert read(b"<html><body><p>chu</p></body></html>", name="a.txt").format == "html"


def test_blocks_do_not_overlap_and_are_separated_by_one_line_feed() -> None:
    document = read(docx(paragraph("một") + paragraph("hai") + paragraph("") + paragraph("ba")))
    assert document.blocks[0].start == 0
    assert document.blocks[-1].end == len(document.text)
    for upper, lower in zip(document.blocks, document.blocks[1:], strict=False):
        assert document.text[upper.end : lower.start] == "\n"


def test_importing_the_readers_loads_no_heavy_library() -> None:
    heavy = ("lxml", "pypdfium2", "charset_normalizer", "subprocess", "tempfile", "zipfile")
    code = f"import sys, vanban.readers; print([name for name in {heavy} if name in sys.modules])"
    command = [sys.executable, "-S", "-c", code]
    printed = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert printed.stdout.strip() == "[]"
