"""Forms of urging."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.notices.enums import DigestRhythm
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

    answer_days = forms.IntegerField(
        label=gettext_lazy("Nhắc khi đơn vị giao mà chưa trả lời (ngày)"),
        help_text=gettext_lazy(
            "Sản phẩm chờ xác nhận hoặc đề nghị xem lại quá số ngày này thì nhắc người quyết định; gấp đôi thì báo "
            "người đứng đầu bên giao; gấp ba thì báo người đứng đầu cấp trên được xem việc ấy."
        ),
    )

    def clean_days_before(self) -> tuple[int, ...]:
        """Read the list of numbers."""
        words = self.cleaned_data["days_before"].replace(";", ",").split(",")
        try:
            return tuple(int(word) for word in words if word.strip())
        except ValueError as error:
            raise forms.ValidationError(_("Hãy viết các số cách nhau bằng dấu phẩy, ví dụ 3, 1, 0.")) from error


_WEEKDAYS = [
    (0, gettext_lazy("Thứ Hai")),
    (1, gettext_lazy("Thứ Ba")),
    (2, gettext_lazy("Thứ Tư")),
    (3, gettext_lazy("Thứ Năm")),
    (4, gettext_lazy("Thứ Sáu")),
    (5, gettext_lazy("Thứ Bảy")),
    (6, gettext_lazy("Chủ nhật")),
]


def _clock(example: str) -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"placeholder": example})


class MailForm(PageForm):
    """How one wants to be written to."""

    rhythm = forms.ChoiceField(label=gettext_lazy("Gửi thư tổng hợp"), choices=DigestRhythm.choices)
    address = forms.EmailField(label=gettext_lazy("Địa chỉ thư"), required=False)
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Ngày gửi (khi gửi mỗi tuần)"), choices=_WEEKDAYS, coerce=int, initial=0
    )
    hour = forms.IntegerField(label=gettext_lazy("Giờ gửi (0–23)"), min_value=0, max_value=23, initial=7)
    quiet_from = forms.TimeField(
        label=gettext_lazy("Không gửi từ"), required=False, widget=_clock("22:00"), input_formats=["%H:%M"]
    )
    quiet_until = forms.TimeField(
        label=gettext_lazy("Gửi lại từ"), required=False, widget=_clock("06:00"), input_formats=["%H:%M"]
    )


class AskForm(PageForm):
    """What is to be explained."""

    question = forms.CharField(
        label=gettext_lazy("Yêu cầu giải trình điều gì"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ExplainForm(PageForm):
    """The explanation."""

    answer = forms.CharField(
        label=gettext_lazy("Giải trình"), max_length=8000, widget=forms.Textarea(attrs={"rows": 6})
    )


class FeedForm(PageForm):
    """Whose deadlines the calendar shows."""

    def __init__(self, *args: object, units: list[tuple[UUID, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", gettext_lazy("Việc của tôi")), *((str(pk), name) for pk, name in units)]
        self.add_first_field("unit", forms.ChoiceField(label=gettext_lazy("Lịch của"), choices=choices, required=False))


def initial_of(rule: Rule) -> dict[str, object]:
    """Return what the form shows of a rule."""
    return {
        "days_before": ", ".join(str(days) for days in rule.days_before),
        "days_after": rule.days_after,
        "every_days": rule.every_days,
        "unit_head_days": rule.unit_head_days,
        "giver_head_days": rule.giver_head_days,
        "answer_days": rule.answer_days,
    }
