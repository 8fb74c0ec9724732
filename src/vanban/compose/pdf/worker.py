"""The process in which typst runs: requests on standard input, answers on standard output, until input ends.

A request and an answer are a line of JSON with a size, then so many bytes. The process sees an empty folder as the
root of its project and of its packages, and no fonts but those of the folder named by its argument.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO, Literal

import typst

_TEMPLATE = Path(__file__).with_name("document.typ")


def serve(fonts: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    with tempfile.TemporaryDirectory(prefix="vanban-typst-") as empty:
        compiler = typst.Compiler(
            _TEMPLATE.read_bytes(),
            root=empty,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]),
            package_path=empty,
            package_cache_path=empty,
        )
        while line := requests.readline():
            data = requests.read(json.loads(line)["size"]).decode("utf-8")
            _answer(answers, *_compiled(compiler, data))


def _compiled(compiler: typst.Compiler, data: str) -> tuple[str, bytes]:
    try:
        made = compiler.compile(format="pdf", sys_inputs={"data": data}, pdf_standards=_standard(data))
    except typst.TypstError as error:
        return str(error), b""
    return "", made if isinstance(made, bytes) else b""


def _standard(data: str) -> Literal["a-2b"] | None:
    """PDF/A asks for the day of the document, which a draft does not have yet."""
    return "a-2b" if json.loads(data)["date"] else None


def _answer(answers: BinaryIO, error: str, made: bytes) -> None:
    answers.write(json.dumps({"error": error, "size": len(made)}).encode() + b"\n" + made)
    answers.flush()


if __name__ == "__main__":
    serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
