"""The pictures of the report, each with its figures as a table behind it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sauro.headcounts.catalogue import GROUPS
from sauro.headcounts.selectors.report import Report
from sauro.headcounts.web.question import Question
from sauro.ui.badges import Tone
from sauro.ui.charts import Chart, ChartKind, Series

_BLOCKS = ("everyone", "officials", "employees")
_LEADERS = ("secretary", "deputy", "chair", "council_chair")


def charts_of(question: Question, report: Report) -> Iterator[Chart]:
    """Yield posts filled and vacant by block, and the shares of women and of the young among leaders."""
    lines = {line.figure.code: line for _part, found in report.parts for line in found}
    filled = [(group, lines[f"{group}.within"], lines[f"{group}.vacant"]) for group in _BLOCKS]
    if any(within.denominator for _group, within, _vacant in filled):
        yield Chart(
            title=_("Biên chế: hiện có và còn thiếu"), kind=ChartKind.STACKED_ROWS,
            categories=[GROUPS[group].label for group, _within, _vacant in filled],
            series=[
                Series(_("Hiện có"), [within.numerator for _group, within, _vacant in filled], Tone.ACTIVE),
                Series(_("Còn thiếu"), [vacant.numerator for _group, _within, vacant in filled], Tone.SOON),
            ],
            unit=_("người"),
        )  # fmt: skip
    wanted = [(group, trait) for group in (*_BLOCKS[1:], *_LEADERS) for trait in ("female", "young")]
    known = [group for group in (*_BLOCKS[1:], *_LEADERS) if lines[f"{group}.female"].denominator]
    if known:
        shares = {code: lines[f"{code[0]}.{code[1]}"].percent for code in wanted}
        yield Chart(
            title=_("Tỷ lệ nữ và tỷ lệ trẻ"), kind=ChartKind.BARS,
            categories=[GROUPS[group].label for group in known],
            series=[
                Series(_("Nữ"), [_number(shares[group, "female"]) for group in known]),
                Series(_("Dưới %(cut)s tuổi") % {"cut": question.scope.cut}, [
                    _number(shares[group, "young"]) for group in known
                ]),
            ],
            unit="%",
        )  # fmt: skip


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
