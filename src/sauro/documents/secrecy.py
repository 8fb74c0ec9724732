"""Finds the mark of a state secret: MẬT, TỐI MẬT or TUYỆT MẬT (Law 29/2018/QH14, Law 117/2025/QH15).

A mark is a stamp: a line or cell of its own, a part of the number block, or a part of the file name. The ordinary word
("bảo mật", "bí mật nhà nước", "mật ong") is no mark, so a document *about* secrets can be taken in and one that *is*
secret cannot. When in doubt a lone stamp counts: refusing too much costs a question, refusing too little is an offence.

Pure: no database, no settings; the reader's child process uses it too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from vanban.text.normalize import fold


class Level(StrEnum):
    """The three levels of state secrets, from the lowest."""

    CONFIDENTIAL = "mat"
    HIGHLY = "toi_mat"
    ABSOLUTE = "tuyet_mat"


class Place(StrEnum):
    """Where the mark stands."""

    STAMP = "stamp"
    NUMBER = "number"
    FILE_NAME = "file_name"


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """A mark that was found. Holds no word of the document."""

    level: Level
    place: Place


HEADER_LINES = 40
HEADER_CHARACTERS = 3_000

_LEVELS = {"mật": Level.CONFIDENTIAL, "tốimật": Level.HIGHLY, "tuyệtmật": Level.ABSOLUTE}
# The same words as old fonts leave them in converted files: TCVN3, then VNI.
_OLD_FONTS = {
    "mët": Level.CONFIDENTIAL, "tèimët": Level.HIGHLY, "tuyötmët": Level.ABSOLUTE,
    "maät": Level.CONFIDENTIAL, "toáimaät": Level.HIGHLY, "tuyeätmaät": Level.ABSOLUTE,
}  # fmt: skip
_BARE_LEVELS = {"mat": Level.CONFIDENTIAL, "toimat": Level.HIGHLY, "tuyetmat": Level.ABSOLUTE}
_LABEL = re.compile(r"^(?:mức|dấu)?độmật")
_NUMBER_LINE = re.compile(r"^\W*số\s*[:.]?\s*", re.IGNORECASE)
_HEADER_PIECE = re.compile(
    r"ngày\s*[\d.…_]*\s*tháng|cộng\s*hòa\s*xã\s*hội|cộng\s*hoà\s*xã\s*hội|độc\s*lập\s*-|đảng\s*cộng\s*sản",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<!\w)(?:(TUYỆT|TỐI)\s+)?MẬT(?!\w)")
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_WORD_AFTER = re.compile(r"^\W*(\w+)")
# Words that make "mật" an ordinary word: bảo mật, bí mật, cơ mật; mật khẩu, mật mã, mật ong, mật độ.
_ORDINARY_BEFORE = frozenset({
    "bảo", "bí", "cơ", "cẩn", "thân", "đường", "lấy", "hút", "túi", "sỏi", "gan", "rỉ", "ong", "trăng", "dịch",
    "ống", "nuôi",
})  # fmt: skip
_ORDINARY_AFTER = frozenset({
    "khẩu", "mã", "ong", "độ", "thiết", "vụ", "thư", "lệnh", "ngữ", "danh", "hoa", "gấu", "mía", "nghị", "đàm",
})  # fmt: skip
_SECRET_NUMBER_PARTS = {"M": Level.CONFIDENTIAL, "MẬT": Level.CONFIDENTIAL, "TMẬT": Level.HIGHLY}

_NAME_PART = re.compile(r"[-_.,;()\[\]{}+–—]+")
_NAME_LEVEL = re.compile(r"(?<!\w)(tuyệt|tối|tuyet|toi)[\s_-]*(?:mật|mat)(?!\w)", re.IGNORECASE)
_NAME_BRACKETED = re.compile(r"[(\[{]\s*(?:mật|mat)\s*[)\]}]", re.IGNORECASE)
_NAME_KIND = re.compile(
    r"^\W*(?:\d+\W*)?(?:công văn|cv|báo cáo|bc|kế hoạch|kh|tờ trình|ttr|thông báo|tb|quyết định|qđ|nghị quyết|nq|"
    r"chỉ thị|ct|kết luận|kl|văn bản|tài liệu|hồ sơ|điện)\s+mật(?!\w)",
    re.IGNORECASE,
)


def find_in_text(text: str) -> SecrecyMark | None:
    """Return the highest mark stamped in a text, or nothing.

    In the header (the first lines) a stamp may be written in any case, stand in a cell or beside another piece of the
    header; further down only a line of its own in capitals counts.
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    found: list[SecrecyMark] = []
    seen = characters = 0
    previous = ""
    for line in lines:
        if not line.strip():
            continue
        seen += 1
        characters += len(line)
        in_header = seen <= HEADER_LINES and characters <= HEADER_CHARACTERS
        found += _marks_of_line(line, previous, in_header=in_header)
        previous = line
    return _highest(found)


def find_in_recognised(page: str) -> SecrecyMark | None:
    """Return the highest mark on a page recognised in a picture, where accents are what gets lost first.

    A line in capitals that would be a stamp with other accents ("MAT", "TỐI MẠT", "TUYET MẶT") counts as one.
    """
    found = [mark] if (mark := find_in_text(page)) else []
    for line in unicodedata.normalize("NFC", page).splitlines():
        level = _BARE_LEVELS.get("".join(char for char in fold(line) if char.isalpha()))
        if level is not None and _is_capitals(line):
            found.append(SecrecyMark(level, Place.STAMP))
    return _highest(found)


def find_in_file_name(name: str) -> SecrecyMark | None:
    """Return the mark that a file name carries, or nothing. Names without accents count only where they are clear:
    "tuyet mat", "toi mat" and "(mat)"; "mat" alone may be "mặt" or "mất"."""
    stem = unicodedata.normalize("NFC", name)
    stem = stem.rpartition(".")[0] or stem
    named = _NAME_LEVEL.search(stem)
    if named:
        absolute = named.group(1).lower() in ("tuyệt", "tuyet")
        return SecrecyMark(Level.ABSOLUTE if absolute else Level.HIGHLY, Place.FILE_NAME)
    parts = [part.strip() for part in _NAME_PART.split(stem)]
    if _NAME_BRACKETED.search(stem) or _NAME_KIND.search(stem) or _has_lone_part(parts) or _capital_mark(stem):
        return SecrecyMark(Level.CONFIDENTIAL, Place.FILE_NAME)
    return None


def _marks_of_line(line: str, previous: str, *, in_header: bool) -> list[SecrecyMark]:
    if in_header:
        number = _number_mark(line)
        if number:
            return [number]
        cells = line.split("\t")
        stamps = [level for cell in cells if (level := _stamp(cell)) is not None]
        if stamps and not _continues_ordinary_word(previous, line):
            return [SecrecyMark(level, Place.STAMP) for level in stamps]
        beside = _capital_mark(line) if _HEADER_PIECE.search(line) else None
        return [SecrecyMark(beside, Place.STAMP)] if beside else []
    stamp = _stamp(line)
    if stamp is None or not _is_capitals(line) or _continues_ordinary_word(previous, line):
        return []
    return [SecrecyMark(stamp, Place.STAMP)]


def _stamp(piece: str) -> Level | None:
    """Return the level when the piece holds nothing but a stamp, its letters perhaps spaced or decorated."""
    letters = "".join(char for char in piece if char.isalpha()).lower()
    if len(letters) > 24:
        return None
    bare = _LABEL.sub("", letters)
    return _LEVELS.get(bare) or _OLD_FONTS.get(bare)


def _number_mark(line: str) -> SecrecyMark | None:
    start = _NUMBER_LINE.match(line)
    if start is None:
        return None
    rest = line[start.end() :]
    beside = _capital_mark(rest)
    if beside:
        return SecrecyMark(beside, Place.NUMBER)
    printed = rest.split("\t")[0].split(",")[0]
    symbol = re.match(r"[\d.…_\s]*[-/–]?\s*((?:[^\W\d_]+\s*[-/–.]\s*)*[^\W\d_]+)", printed)
    parts = re.split(r"\s*[-/–.]\s*", symbol.group(1)) if symbol else []
    secret = next((part for part in parts if part in _SECRET_NUMBER_PARTS), None)
    if secret is None:
        return None
    level = (
        Level.ABSOLUTE if secret.startswith("TUY") else Level.HIGHLY if secret.startswith("T") else Level.CONFIDENTIAL
    )
    return SecrecyMark(level, Place.NUMBER)


def _capital_mark(text: str) -> Level | None:
    for match in _CAPITALS.finditer(text):
        before = _WORD_BEFORE.search(text[: match.start()])
        after = _WORD_AFTER.search(text[match.end() :])
        if before and before.group(1).lower() in _ORDINARY_BEFORE:
            continue
        if after and after.group(1).lower() in _ORDINARY_AFTER:
            continue
        return {"TUYỆT": Level.ABSOLUTE, "TỐI": Level.HIGHLY}.get(match.group(1) or "", Level.CONFIDENTIAL)
    return None


def _has_lone_part(parts: list[str]) -> bool:
    """Tell whether "mật" is a whole part of the name and does not continue "bảo-mật" or begin "mật-khẩu"."""
    words = [part.lower() for part in parts if part]
    for position, word in enumerate(words):
        before = words[position - 1].split()[-1] if position else ""
        after = words[position + 1].split()[0] if position + 1 < len(words) else ""
        if word == "mật" and before not in _ORDINARY_BEFORE and after not in _ORDINARY_AFTER:
            return True
    return False


def _continues_ordinary_word(previous: str, line: str) -> bool:
    """Tell whether the line is the rest of a broken heading such as "CÔNG TÁC BẢO / MẬT"."""
    before = _WORD_BEFORE.search(previous)
    letters = "".join(char for char in line if char.isalpha()).lower()
    return letters == "mật" and before is not None and before.group(1).lower() in _ORDINARY_BEFORE


def _is_capitals(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)


def _highest(marks: list[SecrecyMark]) -> SecrecyMark | None:
    return max(marks, key=lambda mark: list(Level).index(mark.level), default=None)
