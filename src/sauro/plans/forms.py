"""Forms in which long work is divided over months, and in which a part is delivered, moved or returned."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.plans.months import read_month
from sauro.plans.parting import WHOLE, months_between
from sauro.plans.selectors.parts import MonthLimits
from sauro.plans.services.dividing import PartWish
from sauro.ui.forms import PageForm, RowForm

_LONG = forms.Textarea(attrs={"rows": 4})
_SHARE_FAULTS = ("invalid", "min_value", "max_value")


class MonthField(forms.TypedChoiceField):
    """A month within limits; the cleaned value is its first day."""

    def __init__(self, *, limits: MonthLimits, **kwargs: Any) -> None:
        months = [(written(month), f"{month:%m/%Y}") for month in months_between(limits.first, limits.last)]
        super().__init__(choices=[("", _("— chọn —")), *months], coerce=read_month, empty_value=None, **kwargs)


class MonthlyPartForm(RowForm):
    """One part: its month, its share and its product. A row without share and product is no part."""

    share = forms.IntegerField(
        label=_("Tỷ trọng (%)"),
        min_value=1,
        max_value=WHOLE,
        error_messages={name: _("Tỷ trọng là số nguyên từ 1 đến 100.") for name in _SHARE_FAULTS},
    )
    product = forms.CharField(
        label=_("Sản phẩm trong tháng"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )

    def __init__(self, *args: Any, limits: MonthLimits, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("month", MonthField(limits=limits, label=_("Tháng")))

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing that makes a part was typed."""
        return not any(self.data.get(self.add_prefix(name), "").strip() for name in ("share", "product"))

    def wish(self) -> PartWish:
        """Return the part of a valid row."""
        held = self.cleaned_data
        return PartWish(held["month"], held["share"], held["product"])


class DivideForm(PageForm):
    """Why work is divided anew."""

    reason = forms.CharField(label=_("Vì sao chia lại"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000)


class DeliverForm(PageForm):
    """What came of a part."""

    text = forms.CharField(
        label=_("Kết quả"),
        widget=_LONG,
        max_length=4000,
        help_text=_("Số, ký hiệu văn bản, số liệu hoặc nơi lưu. Sản phẩm chung vẫn nộp ở nhiệm vụ."),
    )


class ReturnForm(PageForm):
    """Why a part is returned."""

    reason = forms.CharField(label=_("Vì sao trả lại"), widget=_LONG, max_length=2000)


class MoveForm(PageForm):
    """To which month a part moves, and why."""

    reason = forms.CharField(label=_("Vì sao chuyển"), widget=_LONG, max_length=2000)

    def __init__(self, *args: Any, limits: MonthLimits, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("month", MonthField(limits=limits, label=_("Chuyển sang tháng")))


def written(month: dt.date) -> str:
    """Return how forms and addresses write a month: 2026-12."""
    return f"{month:%Y-%m}"
