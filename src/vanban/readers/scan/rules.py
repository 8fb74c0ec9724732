"""Ruled lines of a grey picture: straight runs of dark pixels longer than any stroke of a letter.

Rows and columns of pixels are searched as byte strings; that costs about a tenth of a second and no image library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vanban.readers.scan.tsv import RULE

_DARK = bytes(1 if grey < 170 else 0 for grey in range(256))
_ACROSS = re.compile(rb"\x01{110,}")
"""At 300 dots per inch: 9 mm, more than a dash in the largest title."""
_DOWN = re.compile(rb"\x01{50,}")
_LONG = 110
_TOUCH = 8
_MOST_RUNS = 6_000
"""More than the tables of a page have: a dark photograph or a page edge, in which no rule can be told."""

Box = tuple[int, int, int, int]


def with_rules(table: str, picture: bytes, *, thicken: bool = False) -> str:
    """The table of words of a portable grey map, with a row for every ruled line in it.

    ``thicken`` closes the steps of one pixel that straightening leaves in thin lines.
    """
    header, pixels = picture.split(b"\n255\n", 1)
    width, height = map(int, header.split()[1:])
    dark = pixels.translate(_DARK)
    lines = [dark[start : start + width] for start in range(0, width * height, width)]
    across = [(left, y, right, y) for y, left, right in _runs(lines, _ACROSS, thicken=thicken)]
    columns = [dark[x::width] for x in range(width)]
    down = [(x, top, x, bottom) for x, top, bottom in _runs(columns, _DOWN, thicken=thicken)]
    rules = [*across, *_without_letters(down, across)]
    rows = (f"{RULE}\t0\t0\t0\t0\t0\t{x0}\t{y0}\t{x1 - x0}\t{y1 - y0}\t-1\t" for x0, y0, x1, y1 in rules)
    return "\n".join([table.rstrip("\n"), *rows]) if len(rules) <= _MOST_RUNS else table


def _runs(lines: Sequence[bytes], pattern: re.Pattern[bytes], *, thicken: bool) -> Iterator[tuple[int, int, int]]:
    """Index, start and end of runs: in every second line, since the thinnest rules are two pixels thick."""
    for index in range(0, len(lines) - 1, 2):
        line = _either(lines[index], lines[index + 1]) if thicken else lines[index]
        for run in pattern.finditer(line):
            yield index, run.start(), run.end()


def _either(line: bytes, other: bytes) -> bytes:
    return (int.from_bytes(line) | int.from_bytes(other)).to_bytes(len(line))


def _without_letters(down: Sequence[Box], across: Sequence[Box]) -> Iterator[Box]:
    """Upright runs that are long, or that lead from one rule to another as between the cells of a low row."""
    by_height: defaultdict[int, list[Box]] = defaultdict(list)
    for rule in across:
        by_height[rule[1] // _TOUCH].append(rule)
    for run in down:
        x, top, _, bottom = run
        if bottom - top >= _LONG or all(_touches(by_height, x, y) for y in (top, bottom)):
            yield run


def _touches(by_height: defaultdict[int, list[Box]], x: int, y: int) -> bool:
    near = (rule for step in (-1, 0, 1) for rule in by_height.get(y // _TOUCH + step, ()))
    return any(rule[0] - _TOUCH <= x <= rule[2] + _TOUCH for rule in near)
