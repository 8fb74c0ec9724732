"""Files made to hurt: whatever is in them, the answer is a document or a sentence, and soon."""

import http.server
import io
import random
import threading
import urllib.request
import zipfile
from collections.abc import Iterator

import pytest
import typst
from tests.vanban.readers.support import docx, paragraph, read_text

from vanban.readers import read
from vanban.readers.libreoffice import find_converter
from vanban.types import Limits, UnreadableDocument

SAMPLES = {
    "docx": docx("".join(paragraph(f"{number}. Giao Sở Y tế chủ trì.") for number in range(40))),
    "pdf": typst.compile("= KẾ HOẠCH\nGiao Sở Y tế chủ trì, phối hợp với các cơ quan.".encode(), format="pdf"),
    "html": b"<html><body><table border=1><tr><td>a</td><td>b</td></tr></table><p>c</p></body></html>",
    "md": "**KẾ HOẠCH**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<sup>1</sup> chú thích".encode(),
}


@pytest.mark.parametrize("kind", list(SAMPLES))
@pytest.mark.parametrize("seed", range(10))
def test_flipped_bytes_never_raise_anything_else(kind: str, seed: int) -> None:
    randomness = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    data = bytearray(SAMPLES[kind])
    for _ in range(randomness.choice([1, 4, 30])):
        data[randomness.randrange(len(data))] = randomness.randrange(256)
    try:
        document = read(bytes(data))
    except UnreadableDocument as error:
        assert error.message
    else:
        assert document.blocks


@pytest.mark.parametrize(
    "text",
    [
        "*" * 60_000, "**a " * 30_000, "|\n" * 20_000, "| a " * 30_000, "<sup>1" * 30_000, "[" * 60_000, "> " * 40_000,
        "- " * 60_000, "a\n" * 15_000, "\f1\n" * 20_000, ("a" * 30 + " " * 30 + "b\n") * 5_000, "![a](" * 20_000,
        "<!--" * 30_000, "<p " * 30_000, "<div>" * 200 + "x", "&" * 60_000, "\\" * 60_000, "<p><!--" * 20_000,
    ],
)  # fmt: skip
def test_repeated_signs_take_no_more_than_linear_time(text: str) -> None:
    for name in ("a.md", "a.txt"):
        try:
            assert read_text(f"chữ {text}", name)
        except UnreadableDocument as error:
            assert error.code in {"empty", "damaged"}


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server on this machine, and the paths that were asked of it."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            return None

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def test_no_document_makes_a_request(visited: tuple[str, list[str]]) -> None:
    address, paths = visited
    with urllib.request.urlopen(f"{address}/alive", timeout=5) as answer:  # noqa: S310 - our own server
        assert answer.status == 200
    documents = [
        (
            f"<!doctype html PUBLIC 'x' '{address}/dtd'><html><head><base href='{address}/'><link href=s.css>"
            f"</head><body><p>chữ</p><img src='{address}/i.png'><iframe src='{address}/f'></iframe></body></html>"
        ).encode(),
        docx(f'{paragraph("chữ")}<w:altChunk r:id="{address}/chunk"/><w:p><w:hyperlink r:id="{address}/h"/></w:p>'),
    ]
    if find_converter() is not None:
        field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p.png" \\d}}{{\fldrslt }}}}'
        documents.append(rf"{{\rtf1\ansi chu {field}\par}}".encode())
    for data in documents:
        assert read(data).text.startswith("ch")
    assert paths == ["/alive"]


def test_names_with_paths_inside_an_archive_are_only_names() -> None:
    data = docx(paragraph("chữ"))
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("../../etc/passwd", "x")
        archive.writestr("/tmp/x", "x")  # noqa: S108 - a name in an archive, nothing is written there
    assert read(buffer.getvalue()).text == "chữ"


def test_the_same_file_twice_gives_the_same_document() -> None:
    for data in SAMPLES.values():
        assert read(data) == read(data)


def test_limits_count_unpacked_bytes_over_all_parts() -> None:
    data = docx(paragraph("a" * 4_000), footnotes="<!-- -->" * 200, styles="<!-- -->" * 200)
    with pytest.raises(UnreadableDocument) as refused:
        read(data, limits=Limits(unpacked_size=3_000))
    assert refused.value.code == "zip-bomb"
