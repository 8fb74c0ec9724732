"""Figures of a report as they are rolled up."""

from __future__ import annotations

from sauro.periodic_reports.content import ReportContent
from sauro.periodic_reports.rollup import Entry


def entries_of(content: ReportContent) -> dict[str, Entry]:
    """Return the figures of a report as they are rolled up."""
    return {
        one.code: Entry(one.value, one.counted, one.numerator, one.denominator)
        for one in content.figures
        if one.value is not None or one.counted
    }
