"""A report as a value: what is shown, written to files, frozen and compared. No database, no clock.

The live report and every version that was sent are the same kind of value, so page, file and comparison have one form
each. ``canonical`` is the form a version is hashed in.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any, TypeVar

FORM = 1
"""The number of the present form of a frozen report; a reader that meets another one must know it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit contributed to a figure of a joint report, from which of its sent versions."""

    report: str
    unit: str
    unit_code: str
    number: int
    sha256: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure. ``rows`` are the codes the system counted; ``counted`` the units that gave a figure, 1 for a unit.

    ``to_date`` is the figure since the beginning of the year (:class:`ToDate` says over which rounds).
    """

    code: str
    label: str
    measure: str
    rule: str
    value: Decimal | None
    origin: str
    system_value: Decimal | None = None
    reason: str = ""
    source: str = ""
    rows: tuple[str, ...] = ()
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    counted: int = 0
    parts: tuple[Part, ...] = ()
    to_date: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ToDate:
    """What figures since the beginning of ``year`` add up: this report and those sent for earlier rounds of the year.

    ``rounds`` is the number of earlier rounds, ``sent`` of those for which this unit's report had been sent.
    """

    year: int
    rounds: int
    sent: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """What one unit wrote in a section, and whether it was taken into the joint text."""

    report: str
    unit: str
    unit_code: str
    number: int
    sha256: str
    text: str
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section with its text; of a joint report also with what every unit wrote."""

    code: str
    label: str
    text: str
    sources: tuple[SourceText, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit stood with its report when the joint report was made."""

    unit: str
    unit_code: str
    punctuality: str
    due_on: dt.date
    sent_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report."""

    code: str
    definition: str
    version: int
    subject: str
    basis: str
    label: str
    first: dt.date
    last: dt.date
    unit: str
    unit_code: str
    receiver: str
    signer_title: str
    is_joint: bool
    figures: tuple[FigureLine, ...] = ()
    sections: tuple[SectionLine, ...] = ()
    standings: tuple[Standing, ...] = ()
    to_date: ToDate | None = None

    @property
    def is_top(self) -> bool:
        """Whether it goes outside. Its figures are all the units'; a joint report below it counts its own as well."""
        return self.is_joint and not self.receiver

    def is_rolled_up(self, line: FigureLine) -> bool:
        """Tell whether a figure adds up the parts of units."""
        return self.is_top or (self.is_joint and not line.source)

    def figure(self, code: str) -> FigureLine | None:
        """Return a figure by its code."""
        return next((one for one in self.figures if one.code == code), None)

    def section(self, code: str) -> SectionLine | None:
        """Return a section by its code."""
        return next((one for one in self.sections if one.code == code), None)


def to_json(content: ReportContent) -> dict[str, Any]:
    """Return the report as JSON values. Numbers are written as text, so that they stay what they are."""
    plain: dict[str, Any] = _plain(asdict(content))
    return {"form": FORM, **plain}


def from_json(held: Mapping[str, Any]) -> ReportContent:
    """Return the report that was written by :func:`to_json`. Raises ``ValueError`` for an unknown form."""
    if held.get("form") != FORM:
        raise ValueError(f"unknown form of a frozen report: {held.get('form')!r}")
    return _make(
        ReportContent,
        held,
        first=dt.date.fromisoformat(held["first"]),
        last=dt.date.fromisoformat(held["last"]),
        figures=tuple(_figure(one) for one in held["figures"]),
        sections=tuple(
            _make(SectionLine, one, sources=tuple(_make(SourceText, source) for source in one["sources"]))
            for one in held["sections"]
        ),
        standings=tuple(
            _make(Standing, one, due_on=dt.date.fromisoformat(one["due_on"]), sent_on=_day(one["sent_on"]))
            for one in held["standings"]
        ),
        to_date=_make(ToDate, held["to_date"]) if held.get("to_date") else None,
    )


def canonical(held: Mapping[str, Any]) -> bytes:
    """Return the bytes a frozen report is hashed in: sorted keys, no spaces, the same on every machine."""
    return json.dumps(held, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(held: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a frozen report in hexadecimal."""
    return hashlib.sha256(canonical(held)).hexdigest()


def as_text(value: Decimal | None) -> str | None:
    """Return a number as it is kept: without zeros that say nothing, never in powers of ten."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_number(text: str | None) -> Decimal | None:
    """Return the number kept by :func:`as_text`."""
    return None if text is None else Decimal(text)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return as_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


_NUMBERS = ("value", "numerator", "denominator", "system_value", "to_date")
T = TypeVar("T")


def _figure(held: Mapping[str, Any]) -> FigureLine:
    parts = tuple(part_of(one) for one in held["parts"])
    return _make(FigureLine, held, rows=tuple(held["rows"]), parts=parts, **_numbers(held))


def part_of(held: Mapping[str, Any]) -> Part:
    """Return a part that was written as JSON values."""
    return _make(Part, held, **_numbers(held))


def parts_to_json(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """Return the parts of a figure as JSON values."""
    return [_plain(asdict(part)) for part in parts]


def _numbers(held: Mapping[str, Any]) -> dict[str, Decimal | None]:
    return {name: as_number(held[name]) for name in _NUMBERS if name in held}


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _make(kind: type[T], held: Mapping[str, Any], **made: Any) -> T:
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]  # only dataclasses are passed
    return kind(**{**{name: held[name] for name in names if name in held}, **made})
