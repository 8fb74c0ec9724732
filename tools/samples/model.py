"""A sample document: what a source file says, and the printed label of every block.

Labels are computed here and nowhere else, so that the typed numbers of the .txt and .pdf and the real
lists of the .docx say the same.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SAMPLE_MARK = "VĂN BẢN MẪU – không có giá trị pháp lý"
STATE_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
BLOCK_KINDS = ("part", "article", "title", "item", "sub", "letter", "bullet", "para")
LETTERS = "abcdđeghiklmn"
LETTERS_BEFORE_D_WITH_STROKE = 4
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class SourceError(ValueError):
    """A source file that cannot be built: the message names the file and the fault."""


@dataclass(frozen=True)
class Block:
    """One paragraph of the body. `text` may hold footnote marks such as `[^1]`."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True)
class Annex:
    """A table on its own landscape page.

    `group` names the columns that stand under one merged header cell: (label, first column, last column).
    A row of two cells is a section row: a number, and a title across the rest.
    """

    label: str
    title: str
    note: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    group: tuple[str, int, int] | None
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Document:
    """Everything a sample document prints, in the order in which it is printed."""

    slug: str
    side: str
    upper: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_date: str
    urgency: str
    type_name: str
    subject: tuple[str, ...]
    addressee_intro: str
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    footnotes: tuple[str, ...]
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    lists: bool
    annexes: tuple[Annex, ...] = field(default=())

    @property
    def is_party(self) -> bool:
        """True for a document of the Party, which is laid out by other rules than one of the State."""
        return self.side == "party"

    @property
    def number_line(self) -> str:
        """`Số: 12/KH-UBND` of the State, `Số 12-KH/TU` (no colon) of the Party."""
        return f"Số {self.number}" if self.is_party else f"Số: {self.number}"


class Numbering:
    """Counts parts, articles, items, sub-items and letters; a counter starts again below a higher level."""

    def __init__(self, *, part_mark: str, lists: bool) -> None:
        self.part_mark = part_mark
        self.lists = lists
        self.counts = dict.fromkeys(("part", "article", "item", "sub", "letter"), 0)

    def label(self, kind: str) -> str:
        """The printed label of the next block of this kind, empty for a plain paragraph."""
        if kind == "para":
            return ""
        if kind == "bullet":
            return "-"
        level = "item" if kind == "title" else kind
        self.advance(level)
        return self.format(level)

    def advance(self, level: str) -> None:
        """Count one more at this level and forget the counts of the levels below it."""
        order = list(self.counts)
        self.counts[level] += 1
        for lower in order[order.index(level) + 1 :]:
            self.counts[lower] = 0

    def format(self, level: str) -> str:
        """The label as it is printed, with its closing mark."""
        count = self.counts[level]
        if level == "part":
            return f"{ROMAN[count]}{self.part_mark}"
        if level == "article":
            return f"Điều {count}."
        if level == "item":
            return f"{count}."
        if level == "sub":
            return f"{self.counts['item']}.{count}."
        if self.lists and count > LETTERS_BEFORE_D_WITH_STROKE:
            raise SourceError("Word has no list that counts a, b, c, d, đ: keep to four letters or set lists = false")
        return f"{LETTERS[count - 1]})"


def read_body(entries: list[dict[str, str]], *, part_mark: str, lists: bool) -> tuple[Block, ...]:
    """The blocks of `body`, each entry of the form {kind = text}, with their labels."""
    numbering = Numbering(part_mark=part_mark, lists=lists)
    blocks = []
    for entry in entries:
        ((kind, text),) = entry.items()
        if kind not in BLOCK_KINDS:
            raise SourceError(f"unknown kind of block: {kind}")
        blocks.append(Block(kind=kind, label=numbering.label(kind), text=text))
    return tuple(blocks)


def read_annex(raw: dict[str, Any]) -> Annex:
    """An annex table; every row is as long as the header, or a section row of two cells."""
    columns = tuple(raw["columns"])
    rows = tuple(tuple(row) for row in raw["rows"])
    wrong = [row for row in rows if len(row) not in (2, len(columns))]
    if wrong:
        raise SourceError(f"row of {len(wrong[0])} cells in a table of {len(columns)} columns: {wrong[0][:2]}")
    group = raw.get("group")
    return Annex(
        label=raw["label"],
        title=raw["title"],
        note=raw.get("note", ""),
        columns=columns,
        widths=tuple(float(width) for width in raw["widths"]),
        group=(str(group[0]), int(group[1]), int(group[2])) if group else None,
        rows=rows,
    )


def read_source(path: Path) -> Document:
    """Read one source file. Raises SourceError, with the file's name, when it is not well formed."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    side = raw["side"]
    lists = bool(raw.get("lists", False))
    try:
        body = read_body(raw["body"], part_mark="-" if side == "party" else ".", lists=lists)
        annexes = tuple(read_annex(annex) for annex in raw.get("annex", []))
    except SourceError as error:
        raise SourceError(f"{path.name}: {error}") from error
    return Document(
        slug=path.stem,
        side=side,
        upper=tuple(raw.get("upper", ())),
        issuer=tuple(raw["issuer"]),
        number=raw["number"],
        place_date=raw["place_date"],
        urgency=raw.get("urgency", ""),
        type_name=raw.get("type_name", ""),
        subject=tuple(raw["subject"]),
        addressee_intro=raw.get("addressee_intro", "Kính gửi:"),
        addressees=tuple(raw.get("addressees", ())),
        body=body,
        footnotes=tuple(raw.get("footnotes", ())),
        recipients=tuple(raw["recipients"]),
        capacity=tuple(raw["capacity"]),
        signer=raw["signer"],
        lists=lists,
        annexes=annexes,
    )
