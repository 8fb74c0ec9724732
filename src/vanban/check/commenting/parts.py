"""The part that holds the comments of a Word file, its relationship and its content type."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from vanban.check.commenting.words import Remark
from vanban.check.wordfile import NotWritable
from vanban.check.wordfile.places import places_of, tag_name
from vanban.check.wordfile.traced import WordFile
from vanban.readers.safe_xml import parse_xml

AUTHOR = "vanban"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_PART = "[Content_Types].xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_INITIALS = "vb"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_PLACE = "Tệp có cấu trúc lạ nên không thêm được ghi chú. Hãy mở bằng Word và lưu lại thành tệp .docx mới."


class CommentsPart:
    """The comments a file has, and where new ones go."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        folder, base = posixpath.split(word.main_name)
        self._relations_name = posixpath.join(folder, "_rels", f"{base}.rels")
        self._relations = self._read(self._relations_name)
        target = self._target()
        self._existing = target is not None
        self.name = target or _free_name(word, folder)
        self._content = self._read(self.name) if target else None

    @property
    def first_free_id(self) -> int:
        """One more than the highest number that a comment has."""
        if self._content is None:
            return 0
        ids = (value for child in parse_xml(self._content) for key, value in child.items() if key.endswith("}id"))
        return max((int(one) for one in ids if one.isdecimal()), default=-1) + 1

    def with_remarks(self, remarks: Sequence[tuple[int, Remark]], at: datetime | None) -> dict[str, bytes]:
        """The parts to write so that the file holds ``remarks`` too, by name."""
        if self._content is not None:
            prefix = _prefix(self._content)
            return {self.name: _appended(self._content, _comments(remarks, prefix, at))}
        strict = _STRICT.encode() in self._word.main[:4096]
        namespace = _STRICT if strict else _NAMESPACE
        opening = f'{_DECLARATION}<w:comments xmlns:w="{namespace}">'
        return {
            self.name: f"{opening}{_comments(remarks, 'w:', at)}</w:comments>".encode(),
            self._relations_name: self._with_relation(),
            _TYPES_PART: self._with_type(),
        }

    def _read(self, name: str) -> bytes | None:
        return self._word.archive.read(name) if name in self._word.archive else None

    def _target(self) -> str | None:
        if self._relations is None:
            return None
        folder = posixpath.dirname(self._word.main_name)
        for relation in parse_xml(self._relations):
            target = relation.get("Target", "")
            if relation.get("Type", "").endswith("/comments") and target:
                name = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                return name if name in self._word.archive else None
        return None

    def _with_relation(self) -> bytes:
        relations = self._relations or (_DECLARATION + _RELATIONS).encode()
        known = {relation.get("Id") for relation in parse_xml(relations)}
        free = next(one for number in range(len(known) + 1) if (one := f"rIdVanban{number}") not in known)
        target = posixpath.relpath(self.name, posixpath.dirname(self._word.main_name) or ".")
        prefix = _prefix(relations)
        return _appended(
            relations, f'<{prefix}Relationship Id="{free}" Type="{_RELATION}" Target={quoteattr(target)}/>'
        )

    def _with_type(self) -> bytes:
        types = self._read(_TYPES_PART)
        if types is None:
            raise NotWritable(_NO_PLACE)
        part = quoteattr(f"/{self.name}")
        return _appended(types, f'<{_prefix(types)}Override PartName={part} ContentType="{_TYPE}"/>')


def _free_name(word: WordFile, folder: str) -> str:
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(word.archive.names) + 1))
    return next(name for name in names if name not in word.archive)


def _prefix(content: bytes) -> str:
    """The prefix of the root's own namespace, with its colon."""
    name = tag_name(content, places_of(content)[0]).decode()
    return f"{name.rpartition(':')[0]}:" if ":" in name else ""


def _appended(content: bytes, addition: str) -> bytes:
    """A part with something more at the end of its root element."""
    root = places_of(content)[0]
    if root.is_empty:
        tag = content[root.start : root.end].rstrip()[:-2].rstrip()
        closing = b"</%b>" % tag_name(content, root)
        return content[: root.start] + tag + b">" + addition.encode() + closing + content[root.end :]
    return content[: root.content_end] + addition.encode() + content[root.content_end :]


def _comments(remarks: Sequence[tuple[int, Remark]], w: str, at: datetime | None) -> str:
    attribute = w or "w:"
    date = f' {attribute}date="{at.strftime("%Y-%m-%dT%H:%M:%SZ")}"' if at else ""
    return "".join(
        f'<{w}comment {attribute}id="{number}" {attribute}author="{AUTHOR}"{date} {attribute}initials="{_INITIALS}">'
        f"{_paragraphs(remark, w)}</{w}comment>"
        for number, remark in remarks
    )


def _paragraphs(remark: Remark, w: str) -> str:
    bold = f"<{w}rPr><{w}b/></{w}rPr>"
    lines = ((bold, remark.heading), *(("", line) for line in remark.lines))
    return "".join(
        f'<{w}p><{w}r>{look}<{w}t xml:space="preserve">{_printable(line)}</{w}t></{w}r></{w}p>' for look, line in lines
    )


def _printable(text: str) -> str:
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split())))
