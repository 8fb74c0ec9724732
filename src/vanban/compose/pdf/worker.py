"""The process in which typst runs: requests on standard input, answers on standard output, until input ends.

A request and an answer are a line of JSON with a size, then so many bytes. The process sees an empty folder as the
root of its project and of its packages but for the sheet, and no fonts but those of the folder named by its argument.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

import typst

_SHEET = "sheet.json"
_TEMPLATE = Path(__file__).with_name("document.typ")


def serve(fonts: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    with tempfile.TemporaryDirectory(prefix="vanban-typst-") as empty:
        compiler = typst.Compiler(
            root=empty,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]),
            package_path=empty,
            package_cache_path=empty,
        )
        while line := requests.readline():
            request = json.loads(line)
            Path(empty, _SHEET).write_bytes(requests.read(request["size"]))
            _answer(answers, *_compiled(compiler, is_dated=request["dated"]))


def _compiled(compiler: typst.Compiler, *, is_dated: bool) -> tuple[str, bytes]:
    """An error or a .pdf. The standard for archives, PDF/A-2b, demands a date."""
    try:
        made = compiler.compile(_TEMPLATE.read_bytes(), format="pdf", pdf_standards=["a-2b"] if is_dated else [])
    except typst.TypstError as error:
        return str(error), b""
    return "", made if isinstance(made, bytes) else b""


def _answer(answers: BinaryIO, error: str, made: bytes) -> None:
    answers.write(json.dumps({"error": error, "size": len(made)}).encode() + b"\n" + made)
    answers.flush()


if __name__ == "__main__":
    serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
