"""Figures in Vietnamese words, as a report says them; every number in its place, none typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from sauro.headcounts.catalogue import GROUPS, TRAITS, VACANT, WITHIN
from sauro.headcounts.selectors.report import Line, Report, words_below


def in_digits(number: int | None) -> str:
    """Return a number as 47.557; a withheld one in words."""
    return _("không công bố") if number is None else number_format(number, force_grouping=True)


def in_percent(ratio: Decimal | None) -> str:
    """Return a ratio as 86,2; nothing without one."""
    return "" if ratio is None else number_format(ratio, 1)


def sentences_of(lines: Sequence[Line], cut: int) -> Iterator[str]:
    """Yield a sentence for each figure that has a ratio."""
    for line in lines:
        if line.percent is not None:
            yield _sentence(line, cut)


def _sentence(line: Line, cut: int) -> str:
    figure = line.figure
    held = {
        "group": str(GROUPS[figure.group].label), "numerator": in_digits(line.numerator),
        "denominator": in_digits(line.denominator), "percent": in_percent(line.percent),
    }  # fmt: skip
    if figure.trait == WITHIN:
        return _("%(group)s hiện có %(numerator)s trên %(denominator)s được giao, đạt %(percent)s%%.") % held
    if figure.trait == VACANT:
        return _("%(group)s còn thiếu %(numerator)s trên %(denominator)s được giao, chiếm %(percent)s%%.") % held
    held["trait"] = str(TRAITS[figure.trait].label) % {"cut": cut}
    held["below"] = words_below(figure)
    return _("%(group)s: %(trait)s %(numerator)s/%(denominator)s, chiếm %(percent)s%% (%(below)s).") % held


def notes_of(report: Report, before: Report | None = None) -> Iterator[str]:
    """Yield what a reader must know of the numbers: released, withheld, missing and not comparable ones."""
    for domain, given in report.given.items():
        release = given.release
        yield _("Số liệu khối %(domain)s tại ngày %(day)s, phiên bản %(version)s, %(name)s chuyển.") % {
            "domain": domain.label, "day": f"{release.day:%d/%m/%Y}", "version": release.version,
            "name": release.released_by_name,
        }  # fmt: skip
    missing = {domain for _part, lines in report.parts for line in lines for domain in line.missing}
    for domain in sorted(missing, key=str):
        yield _("Có số liệu chưa gồm khối %(domain)s.") % {"domain": domain.label}
    if any(line.is_withheld for _part, lines in report.parts for line in lines) or not report.is_full:
        yield _("Số dưới 5, và số có thể suy ra chúng, không công bố.")
    if before is not None and any(
        (other := before.line(line.figure.code)) is not None and not line.is_like(other)
        for _part, lines in report.parts for line in lines
    ):  # fmt: skip
        yield _("Số của hai ngày không gồm cùng các khối thì không so tăng, giảm.")


def more_than(line: Line, before: Line | None) -> int | None:
    """Return how much more the numerator is than on another day; None where one is not known or they are not alike."""
    if before is None or line.numerator is None or before.numerator is None or not line.is_like(before):
        return None
    return line.numerator - before.numerator


def change_of(line: Line, before: Line | None) -> str:
    """Return how much more the numerator is than on another day, with its sign; nothing where that says nothing."""
    more = more_than(line, before)
    if more is None:
        return ""
    return f"{'+' if more > 0 else ''}{number_format(more, force_grouping=True)}"
