"""List labels, which Word computes while it draws: "1.", "2.1.", "a)", "-"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

from vanban.readers.docx.package import W, number_of, switch_of, value_of
from vanban.readers.list_numbers import letters, roman

_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda _number: "",
}


def format_number(number: int, form: str) -> str:
    """A number in a Word number format; formats not used in Vietnam come out as decimal."""
    return _FORMS.get(form, str)(number)


class Numbering:
    """Counts paragraphs of lists in document order and gives each its label."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def label(self, num_id: str, level: int) -> str | None:
        """Count one more paragraph of a list and return its label; None when the list prints none."""
        abstract = self._abstract_of.get(num_id)
        levels = self._levels.get(abstract or "")
        if abstract is None or not levels or level not in levels:
            return None
        counters = self._counters.setdefault(abstract, {})
        self._count(num_id, level, levels, counters)
        return self._render(level, levels, counters) or None

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """The level that a paragraph style is linked to in a list; 0 when it is linked to none."""
        levels = self._levels.get(self._abstract_of.get(num_id, ""), {})
        return next((index for index, level in levels.items() if level.style == style_id), 0)

    def _count(self, num_id: str, level: int, levels: dict[int, Level], counters: dict[int, int]) -> None:
        override = self._overrides.get(num_id, {}).get(level)
        if override is not None and (num_id, level) not in self._started:
            counters[level] = override
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = levels[level].start
        self._started.add((num_id, level))
        for deeper in [index for index in counters if index > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and level < restart):
                del counters[deeper]

    def _render(self, level: int, levels: dict[int, Level], counters: dict[int, int]) -> str:
        current = levels[level]
        if current.form == "bullet":
            return current.text

        def number(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            shown = levels.get(index, Level())
            form = "decimal" if current.legal else shown.form
            return format_number(counters.get(index, shown.start), form)

        return _PLACEHOLDER.sub(number, current.text)

    def _load(self, root: _Element) -> None:
        style_links: dict[str, str] = {}
        pending: dict[str, str] = {}
        for abstract in root.findall(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._levels[key] = {
                index: level for index, level in map(_read_level, abstract.findall(f"{W}lvl")) if index >= 0
            }
            if link := value_of(abstract, "styleLink"):
                style_links[link] = key
            if link := value_of(abstract, "numStyleLink"):
                pending[key] = link
        for key, link in pending.items():
            if link in style_links:
                self._levels[key] = self._levels[style_links[link]]
        for num in root.findall(f"{W}num"):
            self._load_num(num)

    def _load_num(self, num: _Element) -> None:
        num_id = num.get(f"{W}numId", "")
        abstract = value_of(num, "abstractNumId") or ""
        self._abstract_of[num_id] = abstract
        for override in num.findall(f"{W}lvlOverride"):
            level_number = override.get(f"{W}ilvl", "0")
            index = int(level_number) if level_number.isdecimal() else 0
            if override.find(f"{W}startOverride") is not None:
                self._overrides.setdefault(num_id, {})[index] = number_of(override, "startOverride", 1)
            level = override.find(f"{W}lvl")
            if level is not None:
                own = f"{abstract}/{num_id}"
                self._levels[own] = {**self._levels.get(self._abstract_of[num_id], {}), index: _read_level(level)[1]}
                self._abstract_of[num_id] = own


def _read_level(level: _Element) -> tuple[int, Level]:
    index = level.get(f"{W}ilvl", "")
    restart = level.find(f"{W}lvlRestart")
    return int(index) if index.isdecimal() else -1, Level(
        form=value_of(level, "numFmt") or "decimal",
        text=value_of(level, "lvlText") or "",
        start=number_of(level, "start", 1),
        restart=number_of(level, "lvlRestart") if restart is not None else None,
        legal=bool(switch_of(level, "isLgl")),
        style=value_of(level, "pStyle"),
    )
