"""The files that faulty samples come as: plain text in old and new encodings, Word, Word's HTML, PDF."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typst
from tools.samples import word_html
from tools.samples.docx_lines import word_file
from tools.samples.lines import Paragraph, blocks

from vanban.text.legacy_encodings import TCVN3, VNI

TEMPLATE = Path(__file__).with_name("lines.typ")
_TCVN3_CODES = {letter: code for code, letter in TCVN3.items()}
_VNI_CODES = {
    letter: code for code, letter in VNI.items() if len(code) == 1 or not code[0].isupper() or code[1].isupper()
}


@dataclass(frozen=True)
class Form:
    """A kind of file: its suffix and how it is made."""

    suffix: str
    render: Callable[[str], bytes]


def _utf8(text: str) -> bytes:
    return text.encode("utf-8")


def _decomposed(text: str) -> bytes:
    return unicodedata.normalize("NFD", text).encode("utf-8")


def _tcvn3(text: str) -> bytes:
    """As typed with a font of TCVN3, whose capitals with tones are the small letters' places."""
    return "".join(_TCVN3_CODES.get(letter) or _TCVN3_CODES.get(letter.lower(), letter) for letter in text).encode(
        "cp1252"
    )


def _vni(text: str) -> bytes:
    return "".join(_VNI_CODES.get(letter, letter) for letter in text).encode("cp1252")


def _pdf(text: str) -> bytes:
    data = json.dumps({"blocks": list(_typst_blocks(text))}, ensure_ascii=False)
    pdf = typst.compile(TEMPLATE, format="pdf", sys_inputs={"data": data}, ignore_system_fonts=True)
    if not isinstance(pdf, bytes):
        raise TypeError("typst returned no PDF")
    return pdf


def _typst_blocks(text: str) -> Iterator[dict[str, object]]:
    for block in blocks(text):
        if isinstance(block, Paragraph):
            yield {"text": block.text}
        else:
            yield {
                "columns": max(len(row) for row in block.rows),
                "cells": [
                    {"text": cell.text, "rows": cell.rows, "columns": cell.columns}
                    for row in block.merged()
                    for cell in row
                ],
            }


FORMS = {
    "txt": Form("txt", _utf8),
    "md": Form("md", _utf8),
    "nfd": Form("txt", _decomposed),
    "tcvn3": Form("txt", _tcvn3),
    "vni": Form("txt", _vni),
    "html": Form("html", word_html.render),
    "docx": Form("docx", word_file),
    "pdf": Form("pdf", _pdf),
}
