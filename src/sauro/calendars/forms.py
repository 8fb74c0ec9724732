"""Forms of the calendar."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.calendars.enums import DayKind
from sauro.ui.forms import DayField, PageForm


class CalendarDayForm(PageForm):
    """A day off, or a day worked in place of another."""

    day = DayField(label=_("Ngày"))
    kind = forms.ChoiceField(label=_("Loại"), choices=DayKind.choices)
    name = forms.CharField(label=_("Tên"), max_length=120, help_text=_("Ví dụ: Tết Nguyên đán; nghỉ hoán đổi; làm bù."))
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, required=False, help_text=_("Số, ký hiệu, ngày của thông báo.")
    )
