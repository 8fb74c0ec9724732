"""File names as users send them are hostile until cleaned: paths, control characters, names that read backwards."""

from __future__ import annotations

import re
import unicodedata

LONGEST_BYTES = 200
NAMELESS = "van-ban"

_FORBIDDEN = re.compile(r'[<>:"|?*\x00]')
_SEPARATORS = re.compile(r"[/\\]+")
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def clean_file_name(name: str) -> str:
    """Return a name that is safe to show, to store in a row and to offer for download.

    Only the last path component is kept; control, format (bidirectional overrides, zero width) and private characters
    go; characters that Windows forbids become ``_``; the result is NFC and at most 200 bytes, its extension kept.
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    visible = "".join(char for char in last if char == " " or unicodedata.category(char)[0] != "C" or char in "\t\n")
    tidy = _SPACES.sub(" ", _FORBIDDEN.sub("_", visible)).strip(" .")
    if not tidy or not any(char.isalnum() for char in tidy):
        tidy = NAMELESS
    if _RESERVED.match(tidy):
        tidy = f"_{tidy}"
    return _shorten(tidy)


def extension(name: str) -> str:
    """Return the extension of a name with its dot, in lower case, or an empty text. A hint only: content decides."""
    found = re.search(r"\.[A-Za-z0-9]{1,8}$", name)
    return found.group(0).lower() if found else ""


def _shorten(name: str) -> str:
    if len(name.encode()) <= LONGEST_BYTES:
        return name
    ending = extension(name)
    room = LONGEST_BYTES - len(ending.encode())
    stem = name.removesuffix(name[-len(ending) :]) if ending else name
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + ending
