"""Forms of the figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.common.domains import Domain
from sauro.headcounts.dimensions import CUTS, USUAL_CUT
from sauro.headcounts.enums import SizeOf
from sauro.organizations.enums import UnitLevel
from sauro.ui.forms import DayField, PageForm, UnitField, UnitsField

ALL_LEVELS = "tat-ca"


class ScopeForm(PageForm):
    """Of whom something is asked: day, units, level, domain."""

    ngay = DayField(label=_("Tại ngày"))
    dv = UnitsField(label=_("Địa bàn, đơn vị"), required=False)
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[*UnitLevel.choices, (ALL_LEVELS, _("Cả hai cấp"))])
    khoi = forms.ChoiceField(label=_("Khối"), required=False)

    def __init__(self, *args: Any, domains: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        khoi = self.fields["khoi"]
        khoi.choices = domains  # type: ignore[attr-defined]  # of a ChoiceField
        if len(domains) < 2:
            khoi.widget = forms.HiddenInput()


class QuestionForm(ScopeForm):
    """What a page of figures is asked for: the same, a day to compare with, and an age cut."""

    so_voi = DayField(label=_("So với ngày"), required=False)
    tuoi = forms.IntegerField(
        label=_("Tuổi trẻ là dưới"), min_value=CUTS[0], max_value=CUTS[-1], initial=USUAL_CUT, required=False
    )
    field_order = ("ngay", "so_voi", "dv", "cap", "tuoi", "khoi")


class OfficialQuestionForm(ScopeForm):
    """What a form is asked for; ``den`` is the last day of one that looks ahead."""

    den = DayField(label=_("Cho khoảng đến ngày"), required=False)
    field_order = ("ngay", "den", "dv", "cap", "khoi")

    def __init__(self, *args: Any, looks_ahead: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not looks_ahead:
            del self.fields["den"]

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the day."""
        held: dict[str, Any] = super().clean() or {}
        if held.get("ngay") and held.get("den") and held["den"] < held["ngay"]:
            self.add_error("den", _("Ngày cuối không được trước ngày của biểu."))
        return held


class OpenColumnsForm(PageForm):
    """Why the sensitive columns of a form are opened."""

    reason = forms.CharField(
        label=_("Lý do mở cột nhạy cảm"), max_length=300,
        help_text=_("Lý do được ghi vào từng hồ sơ, người có hồ sơ đọc được."),
    )  # fmt: skip


class ReleaseForm(PageForm):
    """Which figures are released, of which day, and to whom."""

    domain = forms.ChoiceField(label=_("Số liệu của khối"))
    day = DayField(label=_("Tại ngày"))
    readers = forms.MultipleChoiceField(
        label=_("Cho người đọc của khối"), choices=Domain.choices, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)

    def __init__(self, *args: Any, domains: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = domains  # type: ignore[attr-defined]  # of a ChoiceField


class SizeForm(PageForm):
    """How many members a committee is to have, from which day, by which decision."""

    unit = UnitField(label=_("Cấp ủy"))
    of = forms.ChoiceField(label=_("Số lượng của"), choices=SizeOf.choices)
    number = forms.IntegerField(label=_("Số lượng"), min_value=1, max_value=300)
    since = DayField(label=_("Từ ngày"))
    decision = forms.CharField(label=_("Số văn bản quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày văn bản"), required=False)
