"""Where the marks of a comment go in the bytes of the main part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml.etree import _Element

from vanban.check.wordfile.places import Place, Splice, character_offsets, tag_name
from vanban.check.wordfile.traced import Spot, WordFile
from vanban.readers.docx.package import W, local_name

_HOSTS = {
    f"{W}{name}"
    for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdtContent", "customXml", "dir", "bdo")
}
"""Elements between whose children the marks of a comment may stand."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class _Marks:
    """What is inserted at one byte: ends of comments go before beginnings."""

    ends: list[bytes] = field(default_factory=list)
    begins: list[bytes] = field(default_factory=list)
    before: bytes = b""
    after: bytes = b""


class Anchors:
    """Collects the marks of comments and turns them into splices; a run is parted where a mark falls inside it."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._marks: dict[int, _Marks] = {}
        self._spaced: dict[int, int] = {}

    def add(self, number: int, first: Spot, last: Spot) -> None:
        """Put comment ``number`` around the characters from ``first`` to ``last``."""
        word = self._word
        prefix = tag_name(word.main, word.place(_root_of(first))).rpartition(b":")[0]
        w = prefix + b":" if prefix else b""
        mark = b'<%bcommentRange%b %bid="%d"/>'
        attribute = w or b"w:"
        begin = mark % (w, b"Start", attribute, number)
        reference = b'<%br><%bcommentReference %bid="%d"/></%br>' % (w, w, attribute, number, w)
        self._at(first, before=True).begins.append(begin)
        self._at(last, before=False).ends.append(mark % (w, b"End", attribute, number) + reference)

    def splices(self) -> Iterator[Splice]:
        """All insertions."""
        for at, marks in self._marks.items():
            yield Splice(at, at, b"".join((marks.before, *marks.ends, *marks.begins, marks.after)))
        for at in self._spaced.values():
            yield Splice(at, at, b' xml:space="preserve"')

    def _at(self, spot: Spot, *, before: bool) -> _Marks:
        element = cast("_Element", spot.piece.element)
        run = element.getparent()
        host = _outermost(element)
        if run is None or host is not run or not spot.piece.verbatim:
            place = self._word.place(host)
            return self._marks.setdefault(place.start if before else place.end, _Marks())
        return self._in_run(spot, element, run, before=before)

    def _in_run(self, spot: Spot, element: _Element, run: _Element, *, before: bool) -> _Marks:
        """At the edge of the run when the character stands there, else between its two halves."""
        word = self._word
        own, whole = word.place(element), word.place(run)
        offsets = character_offsets(word.main[own.content : own.content_end])
        at = spot.start if before else spot.end
        content = [child for child in run if child.tag != f"{W}rPr"]
        if offsets is None or len(offsets) != len(spot.piece.text) + 1:
            return self._marks.setdefault(whole.start if before else whole.end, _Marks())
        if at == 0 and content[0] is element:
            return self._marks.setdefault(whole.start, _Marks())
        if at == len(offsets) - 1 and content[-1] is element:
            return self._marks.setdefault(whole.end, _Marks())
        marks = self._marks.setdefault(own.content + offsets[at], _Marks())
        marks.before, marks.after = self._parting(element, run, own, whole)
        if element.get(_SPACE) is None:
            self._spaced[own.start] = own.content - 1
        return marks

    def _parting(self, element: _Element, run: _Element, own: Place, whole: Place) -> tuple[bytes, bytes]:
        """What closes the first half of a run, and what opens the second one with the same properties."""
        word = self._word
        text_tag, run_tag = tag_name(word.main, own), tag_name(word.main, whole)
        properties = run.find(f"{W}rPr")
        look = b""
        if properties is not None:
            place = word.place(properties)
            look = word.main[place.start : place.end]
        closing = b"</%b></%b>" % (text_tag, run_tag)
        opening = word.main[whole.start : whole.content] + look + b'<%b xml:space="preserve">' % text_tag
        return closing, opening


def _outermost(element: _Element) -> _Element:
    """The element beside which marks may stand: the run, or what it is wrapped in; never inside a text box."""
    node = element
    for ancestor in element.iterancestors():
        if local_name(ancestor) == "txbxContent":
            node = ancestor
    parent = node.getparent()
    while parent is not None and parent.tag not in _HOSTS:
        node, parent = parent, parent.getparent()
    return node


def _root_of(spot: Spot) -> _Element:
    return cast("_Element", spot.piece.element).getroottree().getroot()
