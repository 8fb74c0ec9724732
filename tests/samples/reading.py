"""What the tests of the samples share: where the files are, and their text with its whitespace folded."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdfium2
from docx.oxml.ns import qn
from tools.build_samples import SAMPLES, sources
from tools.samples.model import SAMPLE_MARK

SOURCES = SAMPLES / "src"
BUILT = SAMPLES / "built"
EXPECTED = SAMPLES / "expected"
COMMUNES = SAMPLES / "communes.txt"
SLUGS = [source.stem for source in sources(SAMPLES)]
PAGE_NUMBER = re.compile(r"^\d{1,2}$", re.M)


def folded(text: str) -> str:
    """Every run of whitespace as one space: the text the annotations quote."""
    return " ".join(text.split())


def plain(slug: str) -> str:
    """The built .txt, folded."""
    return folded((BUILT / f"{slug}.txt").read_text(encoding="utf-8"))


def expected(slug: str) -> dict[str, Any]:
    """The annotation of a sample."""
    loaded: dict[str, Any] = json.loads((EXPECTED / f"{slug}.json").read_text(encoding="utf-8"))
    return loaded


def word_texts(content: bytes) -> Iterator[str]:
    """Text of every paragraph of a .docx, in document order, those in tables included; labels of lists are not text."""
    body = docx.Document(io.BytesIO(content)).element.body
    for paragraph in body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def pdf_text(content: bytes) -> str:
    """Text of a .pdf without page numbers and the sample mark at the foot of the pages."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    lines = [PAGE_NUMBER.sub("", page.replace("\r", "")).replace(SAMPLE_MARK, "") for page in pages]
    return folded("\n".join(lines))


def without_marks(text: str) -> str:
    """The text without the footnote marks that a .txt prints."""
    return re.sub(r"<sup>.*?</sup>", "", text)


def read(path: Path) -> str:
    """The file as text, nothing folded."""
    return path.read_text(encoding="utf-8")
