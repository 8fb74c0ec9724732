"""Forms of urging."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.notices.selectors.rules import Rule
from sauro.ui.forms import PageForm


class RuleForm(PageForm):
    """When a unit is reminded."""

    days_before = forms.CharField(
        label=gettext_lazy("Nhắc trước hạn (ngày)"),
        required=False,
        help_text=gettext_lazy("Các số cách nhau bằng dấu phẩy, ví dụ 3, 1, 0; số 0 là nhắc đúng ngày đến hạn."),
    )
    days_after = forms.IntegerField(label=gettext_lazy("Nhắc lần đầu sau hạn (ngày)"))
    every_days = forms.IntegerField(label=gettext_lazy("Sau đó cứ mỗi (ngày)"))
    unit_head_days = forms.IntegerField(label=gettext_lazy("Báo người đứng đầu đơn vị khi quá hạn (ngày)"))
    giver_head_days = forms.IntegerField(label=gettext_lazy("Báo người đứng đầu bên giao khi quá hạn (ngày)"))

    def clean_days_before(self) -> tuple[int, ...]:
        """Read the list of numbers."""
        words = self.cleaned_data["days_before"].replace(";", ",").split(",")
        try:
            return tuple(int(word) for word in words if word.strip())
        except ValueError as error:
            raise forms.ValidationError(_("Hãy viết các số cách nhau bằng dấu phẩy, ví dụ 3, 1, 0.")) from error


def initial_of(rule: Rule) -> dict[str, object]:
    """Return what the form shows of a rule."""
    return {
        "days_before": ", ".join(str(days) for days in rule.days_before),
        "days_after": rule.days_after,
        "every_days": rule.every_days,
        "unit_head_days": rule.unit_head_days,
        "giver_head_days": rule.giver_head_days,
    }
