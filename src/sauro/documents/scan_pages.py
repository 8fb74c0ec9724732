"""The files in which the results of recognised pages are kept. Pure: the reader's child process uses it too."""

from __future__ import annotations

import re
from pathlib import Path

_PAGE = re.compile(r"page-(\d+)\.tsv")


def page_name(number: int) -> str:
    """Return the name of the file for a page."""
    return f"page-{number}.tsv"


def known_pages(folder: Path) -> dict[int, str]:
    """Return the results kept in a folder by page number."""
    found = {}
    for path in folder.iterdir():
        name = _PAGE.fullmatch(path.name)
        if name:
            found[int(name.group(1))] = path.read_text(encoding="utf-8")
    return found
