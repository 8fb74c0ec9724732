"""What a page's markup gives away: code of its own, addresses of other machines, missing landmarks."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_ADDRESSES = {"src", "href", "action", "formaction", "poster", "srcset", "data", "hx-get", "hx-post"}
_PLACES_OF_CODE = {"script", "style"}


class PageReader(HTMLParser):
    """Reads a page and keeps what the contract asks about."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.headings = 0
        self.language = ""
        self.title = ""
        self.ids: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        held = {name: value or "" for name, value in attrs}
        self._open = tag
        self.headings += tag == "h1"
        self.language = held.get("lang", self.language) if tag == "html" else self.language
        self.ids += [held["id"]] if "id" in held else []
        self.faults += _faults(tag, held)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element that is closed at once."""
        self.handle_starttag(tag, attrs)
        self._open = ""

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Look at the text of an element."""
        if self._open == "title":
            self.title += data
        elif self._open in _PLACES_OF_CODE and data.strip():
            self.faults.append(f"<{self._open}> with content")


def _faults(tag: str, attrs: dict[str, str]) -> Iterator[str]:
    for name, value in attrs.items():
        if name == "style" or name.startswith(("on", "hx-on")):
            yield f"<{tag} {name}=…>"
        if name in _ADDRESSES and value.strip().lower().startswith(("http:", "https:", "//", "javascript:")):
            yield f"<{tag} {name}={value[:60]}>"


def read(html: str) -> PageReader:
    """Read a whole page."""
    reader = PageReader()
    reader.feed(html)
    reader.close()
    return reader
