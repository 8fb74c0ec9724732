"""Words and ruled lines of pages, through pdfium.

Positions are asked for once per word and not per character: that is what keeps a page at a few milliseconds.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from vanban.readers import messages
from vanban.readers.pdf.model import Page, Rule, Word
from vanban.types import Limits

PDFIUM_LOCK = threading.Lock()
"""Pdfium must not be entered by two threads at once."""

_LINE_END_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line; Vietnamese does not hyphenate, so it is always a printed one."""
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?")
_MAYBE_MARK = re.compile(r"(?<=[^\W\d_])\(?\d{1,3}\)?(?=\W*$)")
_MAYBE_LEADING_MARK = re.compile(r"\d{1,3}(?=[^\W\d_])")
_RAISED = 0.25
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64
_NAME_LENGTH = 128
_THIN = 3.0
_SHORTEST_RULE = 6.0
_MAX_RULES = 4_000
_FEW_WORDS = 3
_STAMPED_WORDS = 40
"""What signature stamps may write over a page that is otherwise one picture."""
_MOST_OF_A_PAGE = 0.7
_MOST_OF_A_WORD = 40
"""A page with fewer than one upright word in so many characters is looked at sideways."""
_WHITE = 245


def extract_pages(data: bytes, limits: Limits) -> list[Page]:
    """The pages of a file.

    Raises :class:`UnreadableDocument`: ``encrypted``, ``damaged``, ``too-many-pages``, or ``too-large`` when the text
    layer exceeds ``limits.characters``.
    """
    with PDFIUM_LOCK:
        document = open_document(data)
        try:
            if len(document) > limits.pages:
                raise messages.too_many_pages(len(document), limits.pages)
            pages: list[Page] = []
            characters = 0
            for index in range(len(document)):
                page, count = _read_page(document, index)
                characters += count
                if characters > limits.characters:
                    raise messages.too_long(characters, limits.characters)
                pages.append(page)
            return pages
        except pypdfium2.PdfiumError as error:
            raise messages.unreadable("damaged") from error
        finally:
            document.close()


def open_document(data: bytes) -> pypdfium2.PdfDocument:
    """The file for pdfium; call under :data:`PDFIUM_LOCK`. Raises ``encrypted`` or ``damaged``."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise messages.unreadable("encrypted" if is_locked else "damaged") from error


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[Page, int]:
    raw_page = document[index]
    try:
        text_page = raw_page.get_textpage()
        try:
            count = text_page.count_chars()
            page, place = _upright(raw_page, text_page.raw, count, index + 1)
        finally:
            text_page.close()
        page.is_picture = _is_picture(raw_page, len(page.words))
        page.rules = list(_rules(raw_page, place)) if page.words else []
        return page, count
    finally:
        raw_page.close()


def _upright(
    raw_page: pypdfium2.PdfPage, text_page: pdfium.FPDF_TEXTPAGE, count: int, number: int
) -> tuple[Page, _Placement]:
    """The page as it is shown or, when no text stands upright on it, turned so that most of it does."""
    width, height = raw_page.get_size()
    rotation = raw_page.get_rotation()
    best: tuple[Page, _Placement] | None = None
    for turn in (0, 90, 180, 270):
        size = (width, height) if turn in (0, 180) else (height, width)
        place = _Placement((rotation + turn) % 360, *size)
        page = Page(number, *size, list(_words(text_page, count, place)))
        if best is None or len(page.words) > len(best[0].words):
            best = page, place
        if count == 0 or len(best[0].words) * _MOST_OF_A_WORD > count:
            break
    assert best is not None  # noqa: S101 - the loop runs at least once
    return best


class _Placement:
    """Turns positions in the coordinates of the file into positions on the page as it is shown."""

    def __init__(self, rotation: int, width: float, height: float) -> None:
        self._rotation = rotation
        self._width = width
        self._height = height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A position from the upper left corner of the shown page."""
        if self._rotation == 90:
            return y, x
        if self._rotation == 180:
            return self._width - x, y
        if self._rotation == 270:
            return self._width - y, self._height - x
        return x, self._height - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction of writing as shown."""
        if self._rotation == 90:
            return y, -x
        if self._rotation == 180:
            return -x, -y
        if self._rotation == 270:
            return -y, x
        return x, y


def _words(text_page: pdfium.FPDF_TEXTPAGE, count: int, place: _Placement) -> Iterator[Word]:
    if count <= 0:
        return
    text = _text_of(text_page, count)
    probe = _Probe(text_page, place)
    for match in _WORD.finditer(text):
        piece, first = match.group(), match.start()
        if piece.isalpha():
            word = probe.word(piece, first, match.end() - 1, raised=False)
            if word is not None:
                yield word
            continue
        printed_end = match.end() - piece.endswith(_LINE_END_HYPHEN)
        for start, end, raised in _parts(text, first, printed_end, probe):
            hyphen = "-" if end < match.end() and end == printed_end else ""
            word = probe.word(text[start:end] + hyphen, start, end - 1, raised=raised)
            if word is not None:
                yield word


def _text_of(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """One character for every index of the page, so that places in the text are indexes of characters."""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    written = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: count * 2].decode("utf-16-le", errors="replace")
    if written != count + 1 or len(text) != count:
        codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
        text = "".join(" " if code == 0 else chr(code) for code in codes)
    return text.replace("\x02", _LINE_END_HYPHEN)


def _parts(text: str, start: int, end: int, probe: _Probe) -> Iterator[tuple[int, int, bool]]:
    """The word, cut around digits at its end or start when those are raised, as note marks and exponents are."""
    mark, neighbour = _MAYBE_MARK.search(text, start, end), -1
    if mark is None:
        mark, neighbour = _MAYBE_LEADING_MARK.match(text, start, end), 1
    if mark is None or not probe.is_raised(mark.start(), mark.end() if neighbour > 0 else mark.start() - 1):
        yield start, end, False
        return
    cuts = ((start, mark.start(), False), (mark.start(), mark.end(), True), (mark.end(), end, False))
    yield from (cut for cut in cuts if cut[0] < cut[1])


class _Probe:
    """Asks pdfium where a word is and how it looks, with buffers made once."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, place: _Placement) -> None:
        self._page = text_page
        self._place = place
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._is_bold: dict[bytes, bool] = {}
        self._last_object: int | None = None
        self._last_look: tuple[float, bool, bool] | None = None

    def is_raised(self, index: int, neighbour: int) -> bool:
        """Whether a digit stands above the baseline of a character beside it."""
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(self._page, neighbour, self._x, self._y)
        return bool(bottom.value - self._y.value > (top.value - bottom.value) * _RAISED)

    def word(self, text: str, first: int, last: int, *, raised: bool) -> Word | None:
        """The word between two character indexes; None when it is not set upright."""
        look = self._look_at(first)
        if look is None:
            return None
        size, bold, italic = look
        pdfium.FPDFText_GetCharOrigin(self._page, first, self._x, self._y)
        x0, y = self._place.point(self._x.value, self._y.value)
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._page, last, left, right, bottom, top)
        x1 = max(
            x0,
            self._place.point(left.value, bottom.value)[0],
            self._place.point(right.value, top.value)[0],
        )
        return Word(text, x0, x1, y, size, bold, italic, raised)

    def _look_at(self, index: int) -> tuple[float, bool, bool] | None:
        """Size, bold and italic of a character; the same for all characters that one command of the file draws."""
        drawn_by = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.cast(drawn_by, ctypes.c_void_p).value
        if key is None or key != self._last_object:
            self._last_object = key
            self._last_look = self._look_closely(index)
        return self._last_look

    def _look_closely(self, index: int) -> tuple[float, bool, bool] | None:
        if not pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
            return None
        matrix = self._matrix
        along, across = self._place.direction(matrix.a, matrix.b)
        if along <= 0 or abs(across) > 0.1 * along:
            return None
        size = pdfium.FPDFText_GetFontSize(self._page, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_LENGTH, self._flags)
        name = self._name.value.lower()
        if name not in self._is_bold:
            weight = pdfium.FPDFText_GetFontWeight(self._page, index)
            self._is_bold[name] = b"bold" in name or b"black" in name or weight >= _BOLD_WEIGHT
        italic = bool(self._flags.value & _ITALIC_FLAG) or b"italic" in name or b"oblique" in name
        return size or 1.0, self._is_bold[name], italic


def _is_picture(page: pypdfium2.PdfPage, words: int) -> bool:
    """Whether a page has an image and hardly any words, or an image over nearly all of it and few words."""
    if words >= _STAMPED_WORDS:
        return False
    width, height = page.get_size()
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        if words < _FEW_WORDS:
            return True
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _MOST_OF_A_PAGE * width * height:
            return True
    return False


def _rules(page: pypdfium2.PdfPage, place: _Placement) -> Iterator[Rule]:
    """Drawn lines, and the edges of outlined boxes; coloured backgrounds are no rules."""
    found = 0
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        found += 1
        if found > _MAX_RULES:
            return
        yield from _rules_of(item, place)


def _rules_of(item: pdfium.FPDF_PAGEOBJECT, place: _Placement) -> Iterator[Rule]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return
    (xa, ya), (xb, yb) = place.point(left.value, bottom.value), place.point(right.value, top.value)
    x0, x1, y0, y1 = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
    wide, tall = x1 - x0 > _SHORTEST_RULE, y1 - y0 > _SHORTEST_RULE
    if not (wide or tall) or not _is_visible(item):
        return
    if wide and y1 - y0 < _THIN:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif tall and x1 - x0 < _THIN:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    elif wide and tall and _is_stroked(item):
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))


def _is_stroked(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _is_visible(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path is stroked, or filled with something else than white."""
    if _is_stroked(item):
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE
