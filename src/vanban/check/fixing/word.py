"""Corrections in a Word file: characters of ``w:t`` elements are replaced in the bytes of the main part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast
from xml.sax.saxutils import escape

from lxml.etree import _Element

from vanban.check.fixing.edits import Edit, smallest_edit
from vanban.check.fixing.result import Skipped
from vanban.check.wordfile.archive import rewritten
from vanban.check.wordfile.places import Splice, character_offsets, spliced
from vanban.check.wordfile.traced import WordFile
from vanban.readers.docx.package import local_name
from vanban.readers.draft import Piece
from vanban.results import Finding
from vanban.types import Limits

_UNTRACED = "chỗ này do Word tự tạo (số mục tự động, trường, chú thích) nên không tự sửa"
_SPECIAL = "chỗ này nằm trong trường, khung chữ hoặc ký tự đặc biệt nên không tự sửa"
_CLOSED = {"fldSimple", "txbxContent", "AlternateContent", "oMath", "oMathPara"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Cut(NamedTuple):
    """Characters ``[start:end]`` of a piece become ``new``."""

    piece: Piece
    start: int
    end: int
    new: str


def fix_word(data: bytes, findings: list[Finding], limits: Limits) -> tuple[bytes, list[Finding], list[Skipped]]:
    """The corrected file, the findings that were corrected and those that were not."""
    word = WordFile(data, limits)
    made: list[Finding] = []
    skipped: list[Skipped] = []
    cuts: list[_Cut] = []
    for finding in findings:
        own = _cuts(word, smallest_edit(finding))
        if own is None:
            skipped.append(Skipped(finding, _UNTRACED))
        elif not all(_is_editable(cut.piece) for cut in own):
            skipped.append(Skipped(finding, _SPECIAL))
        else:
            made.append(finding)
            cuts += own
    if not made:
        return data, made, skipped
    main = spliced(word.main, _splices(word, cuts))
    return rewritten(data, {word.main_name: main}), made, skipped


def _cuts(word: WordFile, edit: Edit) -> list[_Cut] | None:
    """The edit in the pieces it touches: its text goes into the first one. None when there is no way back."""
    text = word.document.text
    if edit.start == edit.end:
        return _insertion(word, edit)
    first = word.spot(edit.start - 1 if text[edit.start].isspace() else edit.start)
    last = word.spot(edit.end if text[edit.end - 1].isspace() else edit.end - 1)
    if first is None or last is None:
        return None
    begin = first.end if text[edit.start].isspace() else first.start
    end = last.start if text[edit.end - 1].isspace() else last.end
    return _spread(word, (first.piece, begin), (last.piece, end), edit.new)


def _insertion(word: WordFile, edit: Edit) -> list[_Cut] | None:
    """New text goes where the character before it ends, or where the one after it begins."""
    before = word.spot(edit.start - 1)
    if before is not None:
        return [_Cut(before.piece, before.end, before.end, edit.new)]
    after = word.spot(edit.start)
    return [_Cut(after.piece, after.start, after.start, edit.new)] if after else None


def _spread(word: WordFile, left: tuple[Piece, int], right: tuple[Piece, int], new: str) -> list[_Cut] | None:
    (first, start), (last, end) = left, right
    if first is last:
        return [_Cut(first, start, end, new)]
    between = word.pieces_between(first, last)
    if between is None:
        return None
    whole = [_Cut(piece, 0, len(piece.text), "") for piece in between]
    return [_Cut(first, start, len(first.text), new), *whole, _Cut(last, 0, end, "")]


def _is_editable(piece: Piece) -> bool:
    element = cast("_Element", piece.element)
    return piece.verbatim and not any(local_name(one) in _CLOSED for one in element.iterancestors())


def _splices(word: WordFile, cuts: list[_Cut]) -> Iterator[Splice]:
    """The splices of all cuts; an element that now begins or ends with a space says that spaces count."""
    by_piece: dict[int, list[_Cut]] = {}
    for cut in cuts:
        by_piece.setdefault(id(cut.piece), []).append(cut)
    for own in by_piece.values():
        piece = own[0].piece
        element = cast("_Element", piece.element)
        place = word.place(element)
        offsets = character_offsets(word.main[place.content : place.content_end])
        if offsets is None or len(offsets) != len(piece.text) + 1:
            raise AssertionError("a verbatim piece has the characters of its element")
        for cut in own:
            start, end = place.content + offsets[cut.start], place.content + offsets[cut.end]
            yield Splice(start, end, escape(cut.new).encode())
        printed = _cut(piece.text, own)
        if printed != printed.strip() and element.get(_SPACE) is None:
            yield Splice(place.content - 1, place.content - 1, b' xml:space="preserve"')


def _cut(text: str, cuts: list[_Cut]) -> str:
    for cut in sorted(cuts, key=lambda one: one.start, reverse=True):
        text = text[: cut.start] + cut.new + text[cut.end :]
    return text
