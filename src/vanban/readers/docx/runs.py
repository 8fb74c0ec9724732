"""The text inside a paragraph: runs, fields, links, tracked changes, note marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from vanban.layout import Face
from vanban.readers.docx.package import W, local_name, switch_of, value_of
from vanban.readers.docx.styles import Styles
from vanban.readers.draft import Piece
from vanban.readers.superscript import superscript
from vanban.text.legacy_encodings import convert_run, encoding_of_font, has_modern_letters

_TRANSPARENT = {
    "hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "customXml", "sdt", "sdtContent", "dir", "bdo",
    "oMath", "oMathPara", "e", "num", "den", "sup", "sub", "f", "sSup", "sSub", "d", "rad", "Choice",
}  # fmt: skip
_SPACES = {"tab", "ptab"}
_BREAKS = {"br", "cr"}
_TRACKED = {"ins", "del", "moveTo", "moveFrom"}


@dataclass(slots=True)
class Findings:
    """What a walk through the document comes across besides text."""

    open_changes: bool = False
    open_comments: bool = False
    embedded_objects: bool = False
    old_encoding: bool = False
    notes: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Kind ("footnote" or "endnote"), id, and the author's own mark if there is one, in order of reference."""


@dataclass(slots=True)
class RunText:
    """The text of a paragraph as it is collected."""

    pieces: list[Piece] = field(default_factory=list)
    bold: bool = True
    italic: bool = True
    text_boxes: list[_Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was collected."""
        return "".join(piece.text for piece in self.pieces)

    def extend(self, other: RunText) -> None:
        """Append another paragraph's text, as when the mark between two paragraphs is deleted."""
        self.pieces.extend(other.pieces)
        self.bold = self.bold and other.bold
        self.italic = self.italic and other.italic
        self.text_boxes.extend(other.text_boxes)


class RunReader:
    """Reads paragraphs one after the other; complex fields may span several of them."""

    def __init__(self, styles: Styles, findings: Findings) -> None:
        self._styles = styles
        self._findings = findings
        self._fields: list[bool] = []
        self._custom_mark = False
        self._paragraph: _Element | None = None
        self._is_unicode: bool | None = None

    def read(self, paragraph: _Element, chain: tuple[_Element, ...]) -> RunText:
        """The visible text of a paragraph."""
        text = RunText()
        self._paragraph, self._is_unicode = paragraph, None
        self._walk(paragraph, text, chain)
        return text

    def _walk(self, parent: _Element, text: RunText, chain: tuple[_Element, ...]) -> None:
        for child in parent:
            name = local_name(child)
            if name in _TRACKED:
                self._findings.open_changes = True
            if name == "r":
                self._read_run(child, text, chain)
            elif name in _TRANSPARENT:
                self._walk(child, text, chain)
            elif name == "AlternateContent":
                for chosen in child[:1]:
                    self._walk(chosen, text, chain)
            elif name in {"commentRangeStart", "commentReference"}:
                self._findings.open_comments = True

    def _read_run(self, run: _Element, text: RunText, chain: tuple[_Element, ...]) -> None:
        properties = run.find(f"{W}rPr")
        if self._styles.run_switch("vanish", properties, chain):
            self._read_run_content(run, text, _RunStyle(hidden=True))
            return
        style = _RunStyle(
            bold=self._styles.run_switch("b", properties, chain),
            italic=self._styles.run_switch("i", properties, chain),
            capitals=self._styles.run_switch("caps", properties, chain),
            raised=value_of(properties, "vertAlign") == "superscript",
            font=self._styles.run_font(properties, chain),
            face=self._styles.face(properties, chain),
        )
        self._read_run_content(run, text, style)

    def _read_run_content(self, run: _Element, text: RunText, style: _RunStyle) -> None:
        for child in run:
            name = local_name(child)
            if name == "t":
                self._add((child.text or "").replace("\n", " "), text, style, child)
            elif name in _SPACES:
                self._add(" ", text, style, child)
            elif name in _BREAKS:
                self._add("\n", text, style, child)
            elif name == "noBreakHyphen":
                self._add("-", text, style, child)
            elif name == "sym":
                self._add(_symbol(child), text, style, child)
            elif name == "fldChar":
                self._turn_field(child.get(f"{W}fldCharType"))
            else:
                self._read_special(child, name, text)

    def _read_special(self, child: _Element, name: str, text: RunText) -> None:
        if name in {"footnoteReference", "endnoteReference"}:
            kind = name.removesuffix("Reference")
            custom = switch_of_attribute(child, "customMarkFollows")
            self._findings.notes.append((kind, child.get(f"{W}id", ""), "*" if custom else None))
            self._custom_mark = custom
        elif name == "commentReference":
            self._findings.open_comments = True
        elif name == "AlternateContent":
            for chosen in child[:1]:
                text.text_boxes.extend(_text_boxes(chosen))
        elif name in {"drawing", "pict", "object"}:
            self._findings.embedded_objects |= name == "object"
            text.text_boxes.extend(_text_boxes(child))

    def _add(self, addition: str, text: RunText, style: _RunStyle, element: _Element) -> None:
        if style.hidden or not all(self._fields):
            return
        printed = addition
        if self._custom_mark and addition.strip():
            self._custom_mark = False
            return
        if style.font and encoding_of_font(style.font) and not self._is_paragraph_in_unicode():
            addition = convert_run(addition, style.font)
            self._findings.old_encoding = True
        if style.raised:
            addition = superscript(addition, "".join(piece.text for piece in text.pieces[-2:]))
        if addition.strip():
            text.bold = text.bold and style.bold
            text.italic = text.italic and style.italic
        verbatim = addition == printed and element.tag == f"{W}t" and not self._fields
        shown = addition.upper() if style.capitals else addition
        text.pieces.append(Piece(shown, style.face, element, verbatim and len(shown) == len(printed)))

    def _is_paragraph_in_unicode(self) -> bool:
        """Whether text was typed in Unicode although an old font is named, as on machines that lack that font."""
        if self._is_unicode is None:
            self._is_unicode = self._paragraph is not None and any(map(has_modern_letters, self._paragraph.itertext()))
        return self._is_unicode

    def _turn_field(self, kind: str | None) -> None:
        """A field shows its result, which comes after the separator; before it stands the instruction."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


@dataclass(frozen=True, slots=True)
class _RunStyle:
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    raised: bool = False
    hidden: bool = False
    font: str | None = None
    face: Face = field(default_factory=Face)


def switch_of_attribute(element: _Element, name: str) -> bool:
    """Whether an on/off attribute is set."""
    return element.get(f"{W}{name}", "0").lower() in {"1", "true", "on"}


def is_mark_deleted(properties: _Element | None) -> bool:
    """Whether the mark at the end of a paragraph is deleted, so that the next paragraph goes on in it."""
    run_properties = properties.find(f"{W}rPr") if properties is not None else None
    return switch_of(run_properties, "del") is not None


def _symbol(element: _Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _text_boxes(shape: _Element) -> list[_Element]:
    """The contents of text boxes in a shape; of alternatives only the first, and boxes in boxes with their parent."""
    found: list[_Element] = []
    for child in shape:
        name = local_name(child)
        if name == "txbxContent":
            found.append(child)
        elif name == "AlternateContent":
            for chosen in child[:1]:
                found.extend(_text_boxes(chosen))
        else:
            found.extend(_text_boxes(child))
    return found
