"""Web pages and Word's HTML: what a browser would print, with nothing executed and nothing fetched."""

from __future__ import annotations

import re

from vanban.readers.decode import decode, looks_like_text
from vanban.types import Limits, ReadDocument

_BEGINS = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_\-]+)", re.IGNORECASE
)
_HEAD = 8_192


class HtmlReader:
    """Reads HTML in UTF-8, Windows-1252 or Windows-1258."""

    name = "html"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """Text that begins with a tag of HTML."""
        head = data[:_HEAD]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            head = head[2:].replace(b"\x00", b"")
        return looks_like_text(data) and _BEGINS.match(head) is not None

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """The blocks of the page in order."""
        from vanban.readers.html.page import read_page  # noqa: PLC0415 - loads lxml

        text, notices = decode(data, _declared(data))
        return read_page(text, notices, reader=f"{self.name}/{self.version}", limits=limits)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD])
    return (match.group(1) or match.group(2)).decode("ascii") if match else None
