"""Forms by which lines of an issued document are amended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.organizations.models import Appointment, Unit
from sauro.programmes.enums import Rhythm
from sauro.programmes.forms import EntryForm, TargetEntryForm, add_years, name_units, offer_bodies
from sauro.programmes.models import Entry
from sauro.programmes.services.amending import Amendment, Lead
from sauro.programmes.services.amending_targets import TargetAmendment
from sauro.ui.forms import DayField, PageForm, UnitsField

_SHORT = forms.Textarea(attrs={"rows": 2})
_STILL = _("Dòng sau điều chỉnh vẫn đáp ứng các yêu cầu đã nêu")


def _lead_of(held: Mapping[str, Any]) -> Lead:
    """Who leads and who is responsible, as a valid form says."""
    return Lead(
        UUID(held["lead_unit"]) if held["lead_unit"] else None, held["lead_text"],
        UUID(held["person"]) if held["person"] else None, held["person_text"],
    )  # fmt: skip


class AmendForm(PageForm):
    """The words, the lead, the time and the coordinators of a line after the issue, and why they change."""

    work = forms.CharField(label=_("Việc phải làm"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    product = forms.CharField(label=_("Sản phẩm"), widget=_SHORT, max_length=2000, required=False)
    lead_unit = forms.ChoiceField(
        label=_("Chủ trì"), required=False,
        help_text=_("Đổi chủ trì thì nhiệm vụ đang giao dừng lại, có ghi lý do, và dòng được giao lại từ đầu."),
    )  # fmt: skip
    lead_text = forms.CharField(
        label=_("Chủ trì (ghi tên, khi không có trong danh sách)"), max_length=300, required=False
    )
    person = forms.ChoiceField(label=_("Người chịu trách nhiệm"), required=False)
    person_text = forms.CharField(label=_("Người chịu trách nhiệm (ghi tên)"), max_length=200, required=False)
    day = DayField(label=_("Thời hạn"), required=False, help_text=_("Việc định kỳ để trống thì hạn là ngày cuối kỳ."))
    rhythm = forms.ChoiceField(label=_("Định kỳ"), choices=Rhythm.choices, required=False)
    coordinator_units = UnitsField(label=_("Phối hợp"), required=False)
    still_answers = forms.BooleanField(label=_STILL, required=False)
    reason = forms.CharField(label=_("Căn cứ, lý do"), max_length=1000)

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        people_near: Sequence[Appointment],
        names: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        name_units(self, names)
        offer_bodies(self, units, people_near)

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """Return what the form shows first."""
        held = EntryForm.initial_of(entry)
        kept = ("work", "product", "lead_unit", "lead_text", "person", "person_text", "rhythm", "coordinator_units")
        return {name: held[name] for name in kept} | {"day": entry.due_on}

    @property
    def amendment(self) -> Amendment:
        """What a valid form says."""
        held = self.cleaned_data
        return Amendment(
            held["reason"], held["work"], held["product"], _lead_of(held), held["day"], held["rhythm"],
            tuple(held["coordinator_units"]), still_answers=held["still_answers"],
        )  # fmt: skip


class AmendTargetForm(PageForm):
    """The name, the values by year and the lead of a target line after the issue, and why they change."""

    work = forms.CharField(label=_("Tên chỉ tiêu"), widget=_SHORT, max_length=4000)
    value = forms.DecimalField(label=_("Giá trị"), max_digits=18, decimal_places=4, localize=True)
    year = forms.IntegerField(label=_("Đạt vào cuối năm"), min_value=2020, max_value=2100)
    lead_unit = forms.ChoiceField(
        label=_("Chủ trì"), required=False,
        help_text=_("Đổi chủ trì thì phần chỉ tiêu của cơ quan cũ được thu hồi, số thực hiện đã nhập giữ nguyên."),
    )  # fmt: skip
    lead_text = forms.CharField(
        label=_("Chủ trì (ghi tên, khi không có trong danh sách)"), max_length=300, required=False
    )
    person = forms.ChoiceField(label=_("Người chịu trách nhiệm"), required=False)
    person_text = forms.CharField(label=_("Người chịu trách nhiệm (ghi tên)"), max_length=200, required=False)
    still_answers = forms.BooleanField(label=_STILL, required=False)
    reason = forms.CharField(label=_("Căn cứ, lý do"), max_length=1000)

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        people_near: Sequence[Appointment],
        years: Sequence[int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self, units, people_near)
        self.years = years
        add_years(self, years)
        self.order_fields(["work", *(f"path_{year}" for year in years), "value", "year"])

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """Return what the form shows first."""
        held = TargetEntryForm.initial_of(entry)
        return held | {"year": entry.target_year}

    @property
    def name_fields(self) -> list[forms.BoundField]:
        """What stands above the values."""
        return [self["work"]]

    @property
    def year_fields(self) -> list[forms.BoundField]:
        """The values by year: those before, then the last one with its year."""
        return [*(self[f"path_{year}"] for year in self.years), self["value"], self["year"]]

    @property
    def other_fields(self) -> list[forms.BoundField]:
        """What stands below the values."""
        shown = {one.name for one in (*self.name_fields, *self.year_fields)}
        return [one for one in self.visible_fields() if one.name not in shown]

    @property
    def amendment(self) -> TargetAmendment:
        """What a valid form says."""
        held = self.cleaned_data
        path = {year: held[f"path_{year}"] for year in self.years if held[f"path_{year}"] is not None}
        return TargetAmendment(
            held["reason"], held["value"], held["year"], path, held["work"], _lead_of(held), held["still_answers"]
        )
