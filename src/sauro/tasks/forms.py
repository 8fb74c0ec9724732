"""Forms of the steps of an assignment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.tasks.enums import ReturnKind
from sauro.tasks.models import Assignment
from sauro.tasks.services.delegation import units_below
from sauro.tasks.services.lifecycle import candidates
from sauro.ui.forms import DayField, PageForm

_PERCENT_FAULTS = ("invalid", "min_value", "max_value")
_LONG = forms.Textarea(attrs={"rows": 3})


class ReasonForm(PageForm):
    """A step that needs a reason."""

    reason = forms.CharField(label=_("Lý do"), widget=_LONG, max_length=4000)


class ReportForm(PageForm):
    """How far the work got."""

    progress = forms.IntegerField(
        label=_("Tiến độ (%)"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"step": 5}),
        error_messages={name: _("Tiến độ là số nguyên từ 0 đến 100.") for name in _PERCENT_FAULTS},
    )
    text = forms.CharField(label=_("Đã làm được gì, còn vướng gì"), widget=_LONG, max_length=8000)


class HandInForm(PageForm):
    """The product: a file, a link or a text."""

    file = forms.FileField(
        label=_("Tệp sản phẩm"),
        required=False,
        help_text=_("Không nộp tệp chứa bí mật nhà nước. Tệp mang dấu mật sẽ bị từ chối và hủy."),
    )
    link = forms.CharField(label=_("Hoặc đường dẫn"), required=False, max_length=600)
    text = forms.CharField(label=_("Hoặc nội dung kết quả"), required=False, widget=_LONG, max_length=20000)


class ReturnForm(ReasonForm):
    """Why the product is returned, and of what kind the reason is."""

    kind = forms.ChoiceField(label=_("Loại lý do"), choices=[("", _("— chọn —")), *ReturnKind.choices])
    field_order = ("kind", "reason")


class PersonForm(PageForm):
    """Who is in charge."""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("appointment", _post_field(assignment))


class DelegateForm(PageForm):
    """A part for a unit below."""

    wording = forms.CharField(label=_("Phần việc"), widget=_LONG, max_length=2000)
    due_on = DayField(label=_("Thời hạn"), required=False, help_text=_("Để trống thì theo thời hạn chung."))

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("unit", _unit_field(assignment))


def _post_field(assignment: Assignment) -> forms.Field:
    posts = [
        (str(post.pk), f"{post.person.full_name} – {post.position.title}, {post.unit.name}")
        for post in candidates(assignment)
    ]
    return forms.ChoiceField(label=_("Người thực hiện"), choices=[("", _("— chọn —")), *posts])


def _unit_field(assignment: Assignment) -> forms.Field:
    units = [(str(unit.pk), unit.name) for unit in units_below(assignment)]
    return forms.ChoiceField(label=_("Đơn vị trực thuộc"), choices=[("", _("— chọn —")), *units])
