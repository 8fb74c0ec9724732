"""What goes wrong with real documents on their way: each fault rewrites a marked text and keeps its marks aligned."""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Callable, Iterator
from random import Random

from tools.samples.marked import Edit, MarkedText

Fault = Callable[[MarkedText, Random], MarkedText]

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"^(?P<label>\d{1,2}\.|[a-zđ]\)) (?=\S)", re.M)
_HEADING = re.compile(r"^(?:[IVX]+\. [^\n]+|\d{1,2}\. [^\n.]{5,70}|[A-ZĐ]{2,}[^\n]{0,60})$", re.M)
_SLIPS = (("ơ", "o"), ("ư", "u"), ("ế", "ê"), ("ộ", "ô"), ("ữ", "ừ"), ("đ", "d"), ("ề", "ê"))
_RUNNING_HEAD = "CÔNG BÁO LẠC GIANG/Số {n}/Ngày 15-{m}-2026"


def _lines(document: MarkedText) -> Iterator[re.Match[str]]:
    """Lines of running text: no table rows."""
    return (line for line in _LINE.finditer(document.text) if not line[0].lstrip().startswith("|"))


def _foot(document: MarkedText) -> int:
    """Where the list of recipients begins; faults of the body stop before it."""
    place = document.text.find("Nơi nhận:")
    return place if place >= 0 else len(document.text)


def wrapped(document: MarkedText, random: Random) -> MarkedText:
    """Lines are broken at a fixed width, wherever a sentence stands."""
    width = random.randint(55, 90)
    edits = []
    for line in _lines(document):
        cursor = line.start()
        for piece in textwrap.wrap(line[0], width, break_long_words=False, break_on_hyphens=False)[:-1]:
            cursor = document.text.index(piece, cursor) + len(piece)
            edits.append(Edit(cursor, cursor + 1, "\n"))
    return document.edited(edits)


def page_furniture(document: MarkedText, random: Random) -> MarkedText:
    """A page number, or a running head, falls between two lines about every forty lines, or into a sentence."""
    running = random.random() < 0.3
    breaks = [place for place, letter in enumerate(document.text) if letter == "\n" and place < _foot(document)]
    # The letterhead stays whole; a page begins well behind it.
    places = breaks[random.randint(22, 30) :: random.randint(25, 45)]
    edits = []
    for number, place in enumerate(places, start=2):
        words = _RUNNING_HEAD.format(n=random.randint(10, 40), m=random.randint(3, 12)) if running else str(number)
        edits.append(Edit(place, place, f"\n\n{words}\n", furniture=True))
    return document.edited(edits)


def markdown_residue(document: MarkedText, random: Random) -> MarkedText:
    """Asterisks around headings and capitals, now and then doubled or around nothing."""
    edits = []
    for heading in _HEADING.finditer(document.text):
        if random.random() < 0.8:
            edits += [Edit(heading.start(), heading.start(), "**"), Edit(heading.end(), heading.end(), "**")]
    return document.edited(edits)


def recognition_slips(document: MarkedText, random: Random) -> MarkedText:
    """A letter in some hundreds is taken for another: marks lost, 1 read as l."""
    edits = []
    slips = dict(_SLIPS)
    for place, letter in enumerate(document.text[: _foot(document)]):
        if letter in slips and random.random() < 0.012:
            edits.append(Edit(place, place + 1, slips[letter]))
        elif letter == "1" and random.random() < 0.03:
            edits.append(Edit(place, place + 1, "l"))
    return document.edited(edits)


def numbers_lost(document: MarkedText, random: Random) -> MarkedText:
    """Some labels of items are gone."""
    labels = [label for label in _LABEL.finditer(document.text) if label.start() < _foot(document)]
    return document.edited(Edit(label.start(), label.end(), "") for label in labels if random.random() < 0.2)


def numbers_repeated(document: MarkedText, random: Random) -> MarkedText:
    """Some items carry the label of the one before."""
    edits = []
    for before, label in itertools.pairwise(_LABEL.finditer(document.text)):
        same_family = before["label"][-1] == label["label"][-1]
        if same_family and random.random() < 0.2:
            edits.append(Edit(label.start("label"), label.end("label"), before["label"]))
    return document.edited(edits)


def loose_pipes(document: MarkedText, random: Random) -> MarkedText:
    """Every cell of a table on lines of its own between bars, as pages copied from the web have it."""
    edits = []
    for row in re.finditer(r"^\|[^\n]*\|$", document.text, re.M):
        if set(row[0]) <= set("|- "):
            edits.append(Edit(row.start(), row.end() + 1, ""))
            continue
        for bar in re.finditer(r" ?\| ?", row[0]):
            start, end = row.start() + bar.start(), row.start() + bar.end()
            last = row.start() + len(row[0]) == end
            edits.append(Edit(start, end, "\n|" if last else "|\n" if start == row.start() else "\n|\n"))
    return document.edited(edits)


def indented(document: MarkedText, random: Random) -> MarkedText:
    """Paragraphs begin with the blanks that a page's margin left in the text."""
    return document.edited(
        Edit(line.start(), line.start(), " " * random.choice((4, 5, 6))) for line in _lines(document)
    )


def blank_lines(document: MarkedText, random: Random) -> MarkedText:
    """An empty line behind every line of running text."""
    return document.edited(Edit(line.end(), line.end(), "\n") for line in _lines(document))


FAULTS: dict[str, Fault] = {
    "numbers_lost": numbers_lost,
    "numbers_repeated": numbers_repeated,
    "markdown_residue": markdown_residue,
    "recognition_slips": recognition_slips,
    "blank_lines": blank_lines,
    "wrapped": wrapped,
    "page_furniture": page_furniture,
    "loose_pipes": loose_pipes,
    "indented": indented,
}
"""In the order they befall a document: the writer's own first, the page's and the copy's last."""


def with_faults(document: MarkedText, random: Random, *, most: int = 4) -> MarkedText:
    """The document with one to ``most`` faults, named in its front matter."""
    chosen = set(random.sample(list(FAULTS), k=random.randint(1, most)))
    for name, fault in FAULTS.items():
        if name in chosen:
            document = fault(document, random)
    names = [name for name in FAULTS if name in chosen]
    return MarkedText(document.text, document.marks, {**document.front, "faults": names})
