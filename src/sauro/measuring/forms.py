"""Forms of measuring."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.measuring.enums import Measure
from sauro.ui.forms import DayField, PageForm


class LinkForm(PageForm):
    """Which measure an indicator is; none ends the link."""

    measure = forms.ChoiceField(
        label=_("Số đo từ hồ sơ"), choices=[("", _("Không liên kết")), *Measure.choices], required=False
    )


class DayForm(PageForm):
    """The day of the figure."""

    day = DayField(label=_("Số đến ngày"))


class AsideForm(PageForm):
    """Why the figure of a month is not taken over."""

    reason = forms.CharField(label=_("Lý do không ghi"), max_length=500)
