"""How files of a kind begin. Light: the choice of a reader loads no library."""

from __future__ import annotations

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_zip(data: bytes) -> bool:
    """Whether the content begins as a zip file with at least one entry."""
    return data.startswith(_ZIP)


def is_ole(data: bytes) -> bool:
    """Whether the content is a compound file, the container of Office 97 and of encrypted Office documents."""
    return data.startswith(_OLE)
