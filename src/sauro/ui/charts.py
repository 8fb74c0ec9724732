"""A chart as data: drawn by the browser, and always with the same figures as a table behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from sauro.ui.badges import Tone

Label = str | Promise
Number = int | float | None


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    STACKED_BARS = "stacked-bars"
    ROWS = "rows"
    STACKED_ROWS = "stacked-rows"
    LINES = "lines"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Series:
    """One set of figures, a value per category (None where there is none). ``tone`` colours what the word also says."""

    name: Label
    values: Sequence[Number]
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``links`` lead from a category to the rows behind its figures, one address per category."""

    title: Label
    kind: ChartKind
    categories: Sequence[Label]
    series: Sequence[Series]
    unit: Label = ""
    links: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Refuse figures that do not match the categories."""
        lengths = {len(one.values) for one in self.series} | ({len(self.links)} if self.links else set())
        if lengths != {len(self.categories)}:
            raise ValueError(f"chart {self.title!s}: {len(self.categories)} categories, figures for {sorted(lengths)}")

    @property
    def as_json(self) -> str:
        """The chart for the script that draws it."""
        return json.dumps(
            {
                "kind": self.kind,
                "title": str(self.title),
                "unit": str(self.unit),
                "categories": [str(name) for name in self.categories],
                "links": list(self.links),
                "series": [
                    {"name": str(one.name), "values": list(one.values), "tone": one.tone or ""} for one in self.series
                ],
            },
            ensure_ascii=False,
        )

    @property
    def table(self) -> Iterator[tuple[Label, str, list[Number]]]:
        """The figures row by row: the category, its address or an empty text, and its values."""
        for index, name in enumerate(self.categories):
            url = self.links[index] if self.links else ""
            yield name, url, [one.values[index] for one in self.series]
