"""Corrections in a text or Markdown file: the printed words are found again in the source and replaced there."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from vanban.check.fixing.edits import Edit, smallest_edit
from vanban.check.fixing.result import Skipped
from vanban.check.wordfile import NotWritable
from vanban.results import Finding

_UTF8_BOM = b"\xef\xbb\xbf"
_NOT_UTF8 = "Tệp không ở bảng mã UTF-8 nên không tự sửa. Hãy lưu lại ở UTF-8 rồi làm lại."
_NOT_FOUND = "không tìm được đúng chỗ trong tệp nguồn"
_CONTEXT = (40, 20, 10, 5)
_MARKUP = frozenset("*_#|`~>\\")
"""Signs that Markdown sets between words; they count on neither side."""


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """The visible characters of a text in NFC, and where each lies in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fix_text(data: bytes, text: str, findings: list[Finding]) -> tuple[bytes, list[Finding], list[Skipped]]:
    """The corrected file, the findings that were corrected and those that were not."""
    bom = _UTF8_BOM if data.startswith(_UTF8_BOM) else b""
    try:
        source = data[len(bom) :].decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotWritable(_NOT_UTF8) from error
    printed, origin = _squeeze(text), _squeeze(source)
    made: list[Finding] = []
    skipped: list[Skipped] = []
    edits: list[Edit] = []
    for finding in findings:
        edit = _in_source(smallest_edit(finding), text, printed, origin)
        if edit is None or not _MARKUP.isdisjoint(source[edit.start : edit.end]):
            skipped.append(Skipped(finding, _NOT_FOUND))
        else:
            made.append(finding)
            edits.append(edit)
    return bom + _edited(source, edits).encode(), made, skipped


def _squeeze(text: str) -> _Squeezed:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for character in unicodedata.normalize("NFC", text[start:end]):
            if not character.isspace() and character not in _MARKUP:
                characters.append(character)
                starts.append(start)
                ends.append(end)
        start = end
    return _Squeezed("".join(characters), tuple(starts), tuple(ends))


def _in_source(edit: Edit, text: str, printed: _Squeezed, origin: _Squeezed) -> Edit | None:
    """The edit in the source: the place whose surroundings are the same, if there is exactly one without markup."""
    if not _MARKUP.isdisjoint(text[edit.start : edit.end]):
        return None
    first, last = bisect_left(printed.starts, edit.start), bisect_left(printed.starts, edit.end)
    for reach in _CONTEXT:
        left = max(0, first - reach)
        pattern = printed.text[left : last + reach]
        found = origin.text.find(pattern)
        if found < 0:
            continue
        if origin.text.find(pattern, found + 1) >= 0:
            return None
        begin, stop = found + first - left, found + last - left
        return Edit(*_source_range(edit, text, begin, stop, origin), edit.new)
    return None


def _source_range(edit: Edit, text: str, begin: int, stop: int, origin: _Squeezed) -> tuple[int, int]:
    """White space at the edges of the edit is that between the characters around it."""
    if edit.start == edit.end:
        at = origin.ends[begin - 1] if begin and not text[edit.start - 1].isspace() else _start(begin, origin)
        return at, at
    leading, trailing = text[edit.start].isspace(), text[edit.end - 1].isspace()
    start = origin.ends[begin - 1] if leading and begin else _start(begin, origin)
    end = _start(stop, origin) if trailing else origin.ends[stop - 1]
    return start, end


def _start(index: int, origin: _Squeezed) -> int:
    return origin.starts[index] if index < len(origin.starts) else origin.ends[-1]


def _edited(source: str, edits: list[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.start < at:
            raise NotWritable(_NOT_FOUND)
        pieces += (source[at : edit.start], edit.new)
        at = edit.end
    return "".join((*pieces, source[at:]))
