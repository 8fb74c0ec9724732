"""Forms of catalogues, products and regulations."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.enums import Appraised, Duty, ProductState
from sauro.appraisals.models import Product
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.services.catalogues import ProductFields
from sauro.appraisals.services.regulations import Days
from sauro.appraisals.setting_words import SETTINGS, VALUES
from sauro.organizations.models import Unit
from sauro.targets.forms import NumberField
from sauro.ui.forms import DayField, PageForm, UnitField, UnitsField, UnitsPicker

_LONG = forms.Textarea(attrs={"rows": 2})


def _day(label: Any, usual: int) -> forms.IntegerField:
    """A day of the month that every month has."""
    return forms.IntegerField(label=label, initial=usual, min_value=1, max_value=28)


class CatalogueForm(PageForm):
    """Of which body, for which year, by which standard product."""

    unit = UnitField(label=gettext_lazy("Cơ quan ban hành"))
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=2026, max_value=2099)
    standard = forms.CharField(
        label=gettext_lazy("Sản phẩm chuẩn (hệ số 1)"), max_length=300,
        help_text=gettext_lazy("Thường xuyên, phổ biến, đếm được; ví dụ soạn văn bản hành chính đơn giản."),
    )  # fmt: skip


class ProductForm(PageForm):
    """A product."""

    code = forms.CharField(label=gettext_lazy("Mã"), max_length=30)
    field = forms.CharField(label=gettext_lazy("Nhiệm vụ"), max_length=300, required=False)
    work = forms.CharField(label=gettext_lazy("Công việc"), max_length=500, widget=_LONG)
    product = forms.CharField(label=gettext_lazy("Sản phẩm"), max_length=500, widget=_LONG)
    group = forms.IntegerField(label=gettext_lazy("Nhóm theo độ phức tạp"), min_value=1, max_value=5, initial=1)
    units = NumberField(
        label=gettext_lazy("Hệ số"), help_text=gettext_lazy("Bằng mấy sản phẩm chuẩn; tối đa hai chữ số thập phân.")
    )
    note = forms.CharField(label=gettext_lazy("Ghi chú"), max_length=500, required=False)

    @property
    def fields_typed(self) -> ProductFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        units = (held["units"] or Decimal(0)) * UNIT
        return ProductFields(
            held["code"], held["work"], held["product"], int(units) if units == int(units) else -1, held["group"],
            held["field"], held["note"],
        )  # fmt: skip


class ProposeForm(ProductForm):
    """A product proposed by a unit."""

    unit = UnitField(label=gettext_lazy("Đơn vị đề xuất"))


class StandardiseForm(ProductForm):
    """A product with what becomes of it."""

    state = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        choices=[
            (one.value, one.label)
            for one in (ProductState.ACCEPTED, ProductState.DROPPED, ProductState.PROPOSED, ProductState.PENDING)
        ],
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False)


class MergeForm(PageForm):
    """Which proposals are the same product."""

    def __init__(self, *args: Any, others: Sequence[Product], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), f"{one.code} – {one.product}") for one in others]
        field = forms.MultipleChoiceField(
            label=_("Cùng là sản phẩm này"), choices=choices, widget=forms.CheckboxSelectMultiple
        )
        self.add_first_field("others", field)


class GatherForm(PageForm):
    """Whose confirmed work is gathered."""

    unit = UnitField(label=gettext_lazy("Đơn vị"))


class ImportForm(GatherForm):
    """A workbook of products."""

    file = forms.FileField(
        label=gettext_lazy("Tệp .xlsx"),
        help_text=gettext_lazy(
            "Tệp xuất từ danh mục rồi sửa, hoặc tệp của đơn vị có các cột Mã, Nhiệm vụ, Công việc chi tiết, Sản phẩm, "
            "Nhóm, Hệ số, Ghi chú; thứ tự nào cũng được, cột khác (Khung điểm, Điểm) được bỏ qua. Có chỗ sai thì không "
            "ghi gì."
        ),
    )


class DecideForm(PageForm):
    """The decision that issues it."""

    decision = forms.CharField(label=gettext_lazy("Số quyết định"), max_length=120)
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))


class RegulationForm(PageForm):
    """A regulation: for whom, from when, its days, and a choice for each thing the law leaves open."""

    unit = UnitField(label=gettext_lazy("Cơ quan ban hành"))
    subject = forms.ChoiceField(label=gettext_lazy("Đối tượng"), choices=Appraised.choices)
    since = DayField(label=gettext_lazy("Áp dụng từ tháng có ngày"))
    decision = forms.CharField(label=gettext_lazy("Số quyết định"), max_length=120)
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"), required=False)
    plan_day = _day(gettext_lazy("Thêm việc vào kế hoạch tháng đến ngày"), 5)
    self_day = _day(gettext_lazy("Tự chấm đến ngày (tháng sau)"), 3)
    confirm_day = _day(gettext_lazy("Xác nhận đến ngày (tháng sau)"), 5)
    close_day = _day(gettext_lazy("Chốt vào ngày (tháng sau)"), 8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = get_type_hints(Settings)
        for name, label in SETTINGS.items():
            choices = [("", _("Theo mặc định"))] + [(value, VALUES[name, value]) for value in get_args(hints[name])]
            self.add_last_field(name, forms.ChoiceField(label=str(label), choices=choices, required=False))

    @property
    def given(self) -> dict[str, object]:
        """The settings chosen otherwise than by default. The form must be valid."""
        return {name: self.cleaned_data[name] for name in SETTINGS if self.cleaned_data.get(name)}

    @property
    def days(self) -> Days:
        """The days typed. The form must be valid."""
        held = self.cleaned_data
        return Days(held["plan_day"], held["self_day"], held["confirm_day"], held["close_day"])


class AppraiseeForm(PageForm):
    """As what somebody is appraised."""

    subject = forms.ChoiceField(label=gettext_lazy("Đối tượng"), choices=Appraised.choices)
    duty = forms.ChoiceField(label=gettext_lazy("Chức trách"), choices=Duty.choices)
    like_group = forms.CharField(
        label=gettext_lazy("Nhóm nhiệm vụ tương đồng"), max_length=120, required=False,
        help_text=gettext_lazy("Tỷ lệ xuất sắc cũng tính trong từng nhóm này."),
    )  # fmt: skip
    is_left_out = forms.BooleanField(label=gettext_lazy("Không lập phiếu ở chức danh này"), required=False)

    def __init__(self, *args: Any, charged: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {str(unit.pk): unit.name for unit in charged}
        field = UnitsField(
            label=_("Đơn vị cấp phó phụ trách"), required=False, initial=list(names), widget=UnitsPicker(names)
        )
        self.add_last_field("charges", field)
