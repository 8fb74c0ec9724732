"""Where the typeface of the .pdf lies: Tinos, which has the widths of Times New Roman and every Vietnamese letter."""

from __future__ import annotations

from pathlib import Path

FONT_FOLDER = Path(__file__).with_name("typeface")
"""Filled at set-up by tools/fetch_assets.py, never committed."""


class FontsMissing(Exception):
    """The folder of the typeface is empty. ``message`` says in Vietnamese what to do."""

    message = "Thiếu phông chữ Tinos; hãy chạy make setup để tải về."


def font_folder() -> Path:
    """The folder with the four faces. Raises :class:`FontsMissing`."""
    if not any(FONT_FOLDER.glob("*.ttf")):
        raise FontsMissing(FontsMissing.message)
    return FONT_FOLDER
