"""Where the letters of a .pdf stand, in millimetres from the upper left corner, and the .pdf that LibreOffice makes."""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from vanban.compose.fonts import FONT_FOLDER
from vanban.compose.forms import FONT, SUBSTITUTE

_MM = 25.4 / 72
_SAME_LINE, _OTHER_COLUMN = 0.3, 10.0
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>{wanted}</string></test>
<edit name="family" mode="assign" binding="same"><string>{given}</string></edit></match></fontconfig>"""


@dataclass
class Line:
    """Letters on one base line: ``baseline`` from the upper edge, ``left`` and ``right`` from the left one."""

    page: int
    baseline: float
    left: float
    right: float
    text: str


def lines_of(pdf: bytes) -> list[Line]:
    """The lines of all pages in the order of the file, without white space; no-break hyphens are plain."""
    return [line for number, page in enumerate(pypdfium2.PdfDocument(pdf)) for line in _lines(page, number)]


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    height, text = page.get_height(), page.get_textpage()
    line: Line | None = None
    for at in range(text.count_chars()):
        sign = text.get_text_range(at, 1).replace("\u2011", "-")
        if not sign.strip():
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        left, baseline = x.value * _MM, (height - y.value) * _MM
        right = text.get_charbox(at, loose=True)[2] * _MM
        if line is None or abs(line.baseline - baseline) > _SAME_LINE or not -1 < left - line.right < _OTHER_COLUMN:
            if line is not None:
                yield line
            line = Line(number, baseline, left, right, "")
        line.text += sign
        line.right = right
    if line is not None:
        yield line


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in millimetres."""
    return [(page.get_width() * _MM, page.get_height() * _MM) for page in pypdfium2.PdfDocument(pdf)]


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """What LibreOffice makes of some .docx, in one call, with the same typeface as ours."""
    settings = _FONTS.format(folder=FONT_FOLDER, cache=folder / "cache", wanted=FONT, given=SUBSTITUTE)
    (folder / "fonts.conf").write_text(settings, encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [
        "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
        str(folder), *(str(folder / f"{name}.docx") for name in files),
    ]  # fmt: skip
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
    }
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in files}
