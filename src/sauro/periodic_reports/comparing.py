"""What changed between two forms of one report. No database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sauro.periodic_reports.content import FigureLine, Part, ReportContent, SectionLine


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is not what it was. ``gone`` and ``come`` are the codes that are counted no longer or now as well;
    of a joint report ``units`` names those whose part changed, with both values."""

    label: str
    before: Decimal | None
    after: Decimal | None
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    units: tuple[tuple[str, Decimal | None, Decimal | None], ...] = ()


@dataclass(frozen=True, slots=True)
class TextChange:
    """A section whose text is not what it was."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs."""

    figures: tuple[FigureChange, ...]
    texts: tuple[TextChange, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.texts)


def difference(before: ReportContent, after: ReportContent) -> Difference:
    """Return what differs, in the order of the newer form; what only the older one has comes last."""
    return Difference(tuple(_figures(before, after)), tuple(_texts(before, after)))


def _figures(before: ReportContent, after: ReportContent) -> Iterator[FigureChange]:
    codes = [one.code for one in after.figures] + [one.code for one in before.figures if not after.figure(one.code)]
    for code in codes:
        change = _figure_change(before.figure(code), after.figure(code))
        if change is not None:
            yield change


def _figure_change(old: FigureLine | None, new: FigureLine | None) -> FigureChange | None:
    one = new or old
    if one is None:
        return None
    old_rows, new_rows = (set(line.rows) if line else set() for line in (old, new))
    change = FigureChange(
        label=one.label,
        before=old.value if old else None,
        after=new.value if new else None,
        gone=tuple(sorted(old_rows - new_rows)),
        come=tuple(sorted(new_rows - old_rows)),
        units=tuple(_units(old.parts if old else (), new.parts if new else ())),
    )
    has_changed = change.before != change.after or change.gone or change.come or change.units
    return change if has_changed else None


def _units(old: tuple[Part, ...], new: tuple[Part, ...]) -> Iterator[tuple[str, Decimal | None, Decimal | None]]:
    before, after = ({part.unit_code: part for part in parts} for parts in (old, new))
    for code in sorted(before.keys() | after.keys()):
        was, now = before.get(code), after.get(code)
        values = (was.value if was else None, now.value if now else None)
        if values[0] != values[1]:
            yield (now or before[code]).unit, *values


def _texts(before: ReportContent, after: ReportContent) -> Iterator[TextChange]:
    codes = [one.code for one in after.sections] + [one.code for one in before.sections if not after.section(one.code)]
    for code in codes:
        old, new = before.section(code), after.section(code)
        old_text, new_text = _words(old), _words(new)
        if old_text != new_text:
            yield TextChange((new or old).label if new or old else code, old_text, new_text)  # type: ignore[union-attr]  # one of the two is there


def _words(section: SectionLine | None) -> str:
    return section.text if section else ""
