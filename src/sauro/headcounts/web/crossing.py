"""The free cross-table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.headcounts.dimensions import DIMENSIONS
from sauro.headcounts.enums import Age, Side
from sauro.headcounts.selectors.crossing import COMMUNE, Crossed, crossed
from sauro.headcounts.selectors.places import may_open
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.headcounts.web.question import Question, question_of
from sauro.ui.charts import Chart, ChartKind, Series
from sauro.workforce.enums import Sex

ROW, COLUMN = "block", "sex"
"""What a table is of before anything is chosen."""

ONLY: dict[str, tuple[str, Any, Any]] = {
    "nu": ("sex", Sex.FEMALE, _("Nữ")),
    "tre": ("age", Age.YOUNG, _("Dưới mốc tuổi trẻ")),
    "chu-chot": ("is_key", True, _("Giữ chức danh chủ chốt")),
    "thieu-so": ("side", Side.MINORITY, _("Dân tộc thiểu số")),
}
"""What a table can be narrowed to (``?chi=``): the dimension, its value, and its words."""

MOST_DRAWN = 12


@require_safe
@never_cache
@login_required
def headcount_table(request: ActorRequest) -> HttpResponse:
    """Show people in post by two dimensions of one's choice (``?hang=``, ``?cot=``), of some alone (``?chi=``)."""
    question = question_of(request)
    scope = question.scope
    is_full = may_open(request.actor, scope)
    choices = [(COMMUNE, _("Xã, phường, đặc khu"))] + [
        (one.code, one.label) for one in DIMENSIONS.values() if is_full or not one.is_sensitive
    ]
    known = {code for code, _label in choices}
    row, column = (request.GET.get(key, usual) for key, usual in (("hang", ROW), ("cot", COLUMN)))
    row, column = (row if row in known else ROW), (column if column in known else COLUMN)
    offered = {key: one for key, one in ONLY.items() if is_full or not DIMENSIONS[one[0]].is_sensitive}
    chosen = [key for key in offered if key in request.GET.getlist("chi")]
    only = {offered[key][0]: offered[key][1] for key in chosen}
    condition = {code: frozenset({value}) for code, value in only.items()}
    table = crossed(snapshot_of(scope.domain, scope.day), scope, row, column, condition)
    # A table is of one day; the day compared with is kept for the way back to the figures.
    question.form.fields["so_voi"].widget = forms.HiddenInput()
    labels = dict(choices)
    context = {
        "question": question, "form": question.form, "scope": scope, "choices": choices, "row": row, "column": column,
        "row_label": labels[row], "column_label": labels[column], "table": table, "is_full": is_full,
        "lines": list(_lines(question, table, row, column, only)),
        "sums": [(head, table.of_column(head.value)) for head in table.columns], "chart": _chart(table, labels[row]),
        "units": question.units, "only": [(key, one[2], key in chosen) for key, one in offered.items()],
    }  # fmt: skip
    return render(request, "headcounts/table.html", context)


def _lines(
    question: Question, table: Crossed, row: str, column: str, only: dict[str, Any]
) -> Iterator[tuple[str, list[Any], int]]:
    """Yield the words of a row, its numbers with what they open, and their sum."""
    for head in table.rows:
        cells = [
            (number, _opened(question, {**only, row: head.value, column: other.value}) if number else "")
            for other in table.columns
            for number in (table.cell(head.value, other.value),)
        ]
        yield head.label, cells, table.of_row(head.value)


def _opened(question: Question, values: dict[str, Any]) -> str:
    """Return the address of the people of a cell; of sensitive facts and of no commune there is none."""
    if any(code in DIMENSIONS and DIMENSIONS[code].is_sensitive for code in values):
        return ""
    commune = values.pop(COMMUNE, "")
    if commune is None:
        return ""
    what = ";".join(f"{code}={value}" for code, value in values.items()) or "everyone"
    return question.people(what, units=str(commune))


def _chart(table: Crossed, label: Any) -> Chart | None:
    if not table.rows or len(table.rows) > MOST_DRAWN or len(table.columns) > MOST_DRAWN:
        return None
    return Chart(
        title=label, kind=ChartKind.STACKED_ROWS, categories=[head.label for head in table.rows],
        series=[
            Series(other.label, [table.cell(head.value, other.value) for head in table.rows])
            for other in table.columns
        ],
        unit=_("người"),
    )  # fmt: skip
