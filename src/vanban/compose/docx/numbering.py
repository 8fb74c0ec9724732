"""Automatic numbers: one list of four levels for each run of numbers, and the lists of dashes and pluses.

Levels restart below each other by themselves. Where a number would come out wrong (sections begin anew in another
"Phần" or annex), a list of its own begins, so that lists never share a counter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from vanban.compose.docx.markup import twips, w
from vanban.compose.docx.styles import STYLES
from vanban.compose.forms import Form, Role
from vanban.compose.model import Level

_LEVELS = (Level.ARTICLE, Level.SECTION, Level.ITEM, Level.SUBITEM)
_STYLE_OF_LEVEL = (Role.ARTICLE, Role.SECTION, Role.ITEM, Role.SUBITEM)
_BULLETS = {Level.DASH: "-", Level.PLUS: "+"}
_ROLE_OF_BULLET = {Level.DASH: Role.DASH, Level.PLUS: Role.PLUS}
_DASH_LIST, _PLUS_LIST, _FIRST_LIST = 1, 2, 3


@dataclass(slots=True)
class Lists:
    """Gives every numbered paragraph its list. Word's counters are followed to see when a new list must begin."""

    form: Form
    starts: list[tuple[int, int]] = field(default_factory=list)
    """The level and the first number of each list."""
    _counters: dict[int, int] = field(default_factory=dict)

    def begin(self) -> None:
        """Count anew: another part of the document follows."""
        self._counters = {-1: 0}

    def place_of(self, level: Level, number: int) -> tuple[int, int]:
        """The list and the level in it of a paragraph that prints ``number``."""
        if level in _BULLETS:
            return (_DASH_LIST if level is Level.DASH else _PLUS_LIST), 0
        depth = _LEVELS.index(level)
        if -1 in self._counters or not self.starts or self._counters.get(depth, 0) + 1 != number:
            self.starts.append((depth, number))
            self._counters = {}
        self._counters[depth] = number
        for deeper in [one for one in self._counters if one > depth]:
            del self._counters[deeper]
        return _FIRST_LIST + len(self.starts) - 1, depth

    def fill(self, root: _Element) -> None:
        """Replace everything in ``root`` (``w:numbering``) by these lists."""
        for child in list(root):
            root.remove(child)
        abstracts = [self._bullets(_DASH_LIST, Level.DASH), self._bullets(_PLUS_LIST, Level.PLUS)]
        abstracts += [self._list(place, start) for place, start in enumerate(self.starts)]
        root.extend(abstracts)
        for number in range(1, len(abstracts) + 1):
            root.append(w("num", w("abstractNumId", val=number), numId=number))

    def _bullets(self, key: int, level: Level) -> _Element:
        role = _ROLE_OF_BULLET[level]
        indent = w("pPr", w("ind", left=0, firstLine=twips(self.form.looks[role].first_line)))
        return _abstract(
            key,
            [
                w(
                    "lvl",
                    w("start", val=1),
                    w("numFmt", val="bullet"),
                    w("pStyle", val=STYLES[role][0]),
                    w("suff", val="space"),
                    w("lvlText", val=_BULLETS[level]),
                    w("lvlJc", val="left"),
                    indent,
                    ilvl=0,
                )
            ],
        )

    def _list(self, place: int, start: tuple[int, int]) -> _Element:
        levels = [self._level(depth, start, linked=place == 0) for depth in range(len(_LEVELS))]
        return _abstract(_FIRST_LIST + place, levels)

    def _level(self, depth: int, start: tuple[int, int], *, linked: bool) -> _Element:
        role = _STYLE_OF_LEVEL[depth]
        text = ("Điều %1.", f"%2{self.form.section_sign}", "%3.", "%3.%4.")[depth]
        first = start[1] if depth == start[0] else 1
        indent = w("ind", left=0, firstLine=twips(self.form.looks[role].first_line))
        return w(
            "lvl",
            w("start", val=first),
            w("numFmt", val="upperRoman" if _LEVELS[depth] is Level.SECTION else "decimal"),
            w("pStyle", val=STYLES[role][0]) if linked else None,
            w("suff", val="space"),
            w("lvlText", val=text),
            w("lvlJc", val="left"),
            w("pPr", indent),
            w("rPr", w("b")) if _LEVELS[depth] is Level.ARTICLE else None,
            ilvl=depth,
        )


def _abstract(key: int, levels: list[_Element]) -> _Element:
    nsid, template = w("nsid", val=f"5A{key:06X}"), w("tmpl", val=f"6B{key:06X}")
    return w("abstractNum", nsid, w("multiLevelType", val="multilevel"), template, *levels, abstractNumId=key)
