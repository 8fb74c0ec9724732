"""What a caller lends to the recognition of a scan: pages recognised before, and an ear for every new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageResult:
    """A page just recognised: the ``done``-th of ``total`` pictures of the file; ``number`` counts all its pages.

    ``result`` is all that is needed to go on without recognising the page again; ``text`` is its words as recognised,
    line by line, noise included, so that a caller can look for marks of secrecy before anything else happens.
    """

    number: int
    done: int
    total: int
    result: str
    text: str


@dataclass(frozen=True, slots=True)
class OcrSession:
    """Recognition that can be watched, interrupted and taken up again.

    ``known`` holds results of an earlier session of the same file by page number; ``on_page`` is called after every
    page, known ones included, in the order of pages; ``on_start`` before the first, with their number, so that a caller
    can have them recognised elsewhere. Whatever they raise ends the reading and passes through.
    """

    known: Mapping[int, str] = field(default_factory=dict)
    on_start: Callable[[int], None] | None = None
    on_page: Callable[[PageResult], None] | None = None
