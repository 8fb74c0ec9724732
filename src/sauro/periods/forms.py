"""Forms of periods."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.periods.enums import PeriodKind
from sauro.ui.forms import DayField, PageForm


class YearForm(PageForm):
    """Which kind of periods to make for a year."""

    kind = forms.ChoiceField(label=_("Loại kỳ"), choices=PeriodKind.choices, initial=PeriodKind.REPORT_MONTH)
    year = forms.IntegerField(label=_("Năm"))


class PeriodForm(PageForm):
    """The days of a period, its closing moment and its name."""

    label = forms.CharField(label=_("Tên kỳ"), max_length=60)
    first = DayField(label=_("Từ ngày"))
    last = DayField(label=_("Đến hết ngày"))
    closing_day = DayField(label=_("Chốt số liệu ngày"))
    closing_time = forms.TimeField(
        label=_("lúc"),
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "hh:mm"}),
        error_messages={"invalid": _("Giờ chưa đúng. Viết như 17:00.")},
    )
