"""Forms of periodic reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.organizations.comparison import UnitGroup
from sauro.organizations.models import Unit
from sauro.periodic_reports.coding import coded
from sauro.periodic_reports.definition_checks import (
    LOWEST,
    UNITS,
    FigureEdit,
    LevelEdit,
    SectionEdit,
    VersionEdit,
    days_field,
    due_field,
)
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.figure_sources import all_sources
from sauro.periodic_reports.models import DefinitionVersion, LevelRule
from sauro.periodic_reports.services.definitions import edit_of
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.ui.forms import DayField, PageForm

EMPTY_ROWS = 3
_LOWER = range(UNITS + 1, LOWEST + 1)


class NewDefinitionForm(PageForm):
    """What a definition begins with."""

    title = forms.CharField(label=_("Tên báo cáo"), max_length=200)
    period_kind = forms.ChoiceField(label=_("Kỳ"), choices=PeriodKind.choices, initial=PeriodKind.REPORT_MONTH)

    def __init__(self, *args: Any, offices: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(offices) > 1:
            choices = [(str(one.pk), one.name) for one in offices]
            self.add_first_field("unit", forms.ChoiceField(label=_("Cơ quan tổng hợp"), choices=choices))


class VersionForm(PageForm):
    """The head of a version: what it is called, its period and deadlines, who approves."""

    title = forms.CharField(label=_("Tên báo cáo"), max_length=200)
    subject = forms.CharField(
        label=_("Trích yếu"), max_length=300, help_text=_("In dưới chữ BÁO CÁO; tên kỳ được ghi thêm vào sau.")
    )
    period_kind = forms.ChoiceField(label=_("Kỳ"), choices=PeriodKind.choices)
    basis = forms.CharField(
        label=_("Căn cứ, yêu cầu"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, required=False
    )
    unit_name = forms.CharField(
        label=_("Tên cấp báo cáo"), max_length=120, help_text=_("Các đơn vị phải gửi, ví dụ: Xã, phường, đặc khu.")
    )
    unit_days = forms.IntegerField(label=_("Đơn vị gửi trong (ngày làm việc sau khi chốt)"), min_value=0, max_value=120)
    unit_signer = forms.CharField(label=_("Người duyệt ở đơn vị"), max_length=120)
    joint_days = forms.IntegerField(
        label=_("Báo cáo chung xong trong (ngày làm việc sau khi chốt)"), min_value=0, max_value=120
    )
    joint_signer = forms.CharField(label=_("Người duyệt báo cáo chung"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level in _LOWER:
            words = {"level": level}
            name = forms.CharField(
                label=_("Tên cấp %(level)s (các đơn vị ngay dưới cấp trên nó)") % words, max_length=120, required=False,
                help_text=_("Để trống nếu không hỏi đến cấp này."),
            )  # fmt: skip
            days = forms.IntegerField(
                label=_("Cấp %(level)s gửi trong (ngày làm việc sau khi chốt)") % words, min_value=0, max_value=120,
                required=False,
            )  # fmt: skip
            signer = forms.CharField(label=_("Người duyệt ở cấp %(level)s") % words, max_length=120, required=False)
            self.add_last_field(f"name_{level}", name)
            self.add_last_field(days_field(level), days)
            self.add_last_field(f"signer_{level}", signer)

    def of_head(self) -> list[forms.BoundField]:
        """The fields that every definition fills in."""
        deeper = set(self.of_deeper_levels())
        return [field for field in self.visible_fields() if field not in deeper]

    def of_deeper_levels(self) -> list[forms.BoundField]:
        """The fields of the levels below the units asked, which few definitions have."""
        return [self[name] for level in _LOWER for name in (f"name_{level}", days_field(level), f"signer_{level}")]

    def asks_deeper(self) -> bool:
        """Whether something is said, or wrong, about a level below the units asked."""
        return any(field.value() or field.errors for field in self.of_deeper_levels())

    def clean(self) -> dict[str, Any]:
        """A level that is named has its days and who approves."""
        held = super().clean() or {}
        for level in _LOWER:
            if held.get(f"name_{level}"):
                for name in (days_field(level), f"signer_{level}"):
                    if held.get(name) in (None, ""):
                        self.add_error(name, _("Hãy ghi cho cấp đã nêu tên."))
        return held


class FigureForm(forms.Form):
    """One figure of a draft, a row of a table. A row without a name and a code is no figure."""

    label = forms.CharField(max_length=200, required=False)
    code = forms.CharField(max_length=40, required=False)
    measure = forms.CharField(max_length=40, required=False)
    rule = forms.ChoiceField(choices=FigureRule.choices, required=False)
    source = forms.ChoiceField(required=False)
    numerator = forms.CharField(max_length=40, required=False)
    denominator = forms.CharField(max_length=40, required=False)
    hint = forms.CharField(max_length=300, required=False)
    is_required = forms.BooleanField(required=False)
    position = forms.IntegerField(required=False, min_value=0, max_value=999)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sources = [(one.code, one.label) for one in all_sources()]
        self.fields["source"].choices = [("", _("người nhập")), *sources]  # type: ignore[attr-defined]  # a choice field
        _dress_row(self)


class SectionForm(forms.Form):
    """One section of a draft, a row of a table."""

    label = forms.CharField(max_length=200, required=False)
    code = forms.CharField(max_length=40, required=False)
    hint = forms.CharField(max_length=300, required=False)
    is_required = forms.BooleanField(required=False)
    position = forms.IntegerField(required=False, min_value=0, max_value=999)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress_row(self)


FigureSet = forms.formset_factory(FigureForm, extra=EMPTY_ROWS, max_num=100)
SectionSet = forms.formset_factory(SectionForm, extra=EMPTY_ROWS, max_num=100)


class OpenRoundForm(PageForm):
    """Which period, until when, with which words; the units are chosen beside it."""

    units_due = DayField(label=_("Đơn vị gửi chậm nhất ngày"))
    joint_due = DayField(label=_("Báo cáo chung xong ngày"))
    note = forms.CharField(
        label=_("Lời dặn"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False
    )

    def __init__(self, *args: Any, periods: Sequence[Period], levels: Sequence[LevelRule] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lower = [one for one in levels if one.level > UNITS]
        for one in self._lower:
            day = DayField(label=_("%(level)s gửi chậm nhất ngày") % {"level": one.name})
            self.add_last_field(due_field(one.level), day)
        choices = [(str(one.pk), f"{one.label} ({one.first:%d/%m/%Y} – {one.last:%d/%m/%Y})") for one in periods]
        self.add_first_field("period", forms.ChoiceField(label=_("Kỳ"), choices=choices))

    @property
    def lower_due(self) -> dict[int, dt.date]:
        """The last days of the levels below the units asked, of a valid form."""
        return {one.level: self.cleaned_data[due_field(one.level)] for one in self._lower}


class ReasonForm(PageForm):
    """Words for a step that needs them."""

    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class ReturnForm(ReasonForm):
    """Why a report is returned, and until when it has to be there again."""

    due_on = DayField(label=_("Hạn gửi lại"), required=False, help_text=_("Để trống thì giữ hạn cũ."))


class DueForm(ReasonForm):
    """Another last day for one unit, and why."""

    due_on = DayField(label=_("Hạn gửi mới"))


class IssueForm(PageForm):
    """Number and day of the paper that goes with the report."""

    official_number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "25/BC-UBND"}),
    )
    official_date = DayField(label=_("Ngày ban hành"), required=False)


def version_initial(version: DefinitionVersion) -> dict[str, Any]:
    """Return what the form of a version starts with."""
    edit = edit_of(version)
    joint, units = (next(one for one in edit.levels if one.level == level) for level in (0, 1))
    return {
        "title": edit.title,
        "subject": edit.subject,
        "period_kind": edit.period_kind,
        "basis": edit.basis,
        "unit_name": units.name,
        "unit_days": units.working_days,
        "unit_signer": units.signer_title,
        "joint_days": joint.working_days,
        "joint_signer": joint.signer_title,
        **_lower_initial(edit.levels),
    }


def _lower_initial(levels: Sequence[LevelEdit]) -> dict[str, Any]:
    return {
        key: value
        for one in levels
        if one.level > UNITS
        for key, value in (
            (f"name_{one.level}", one.name),
            (days_field(one.level), one.working_days),
            (f"signer_{one.level}", one.signer_title),
        )
    }


def rows_initial(edits: Sequence[FigureEdit] | Sequence[SectionEdit]) -> list[dict[str, Any]]:
    """Return what the rows of a table of figures or sections start with."""
    names = ("label", "code", "measure", "rule", "source", "numerator", "denominator", "hint", "is_required")
    return [
        {**{name: getattr(one, name) for name in names if hasattr(one, name)}, "position": number}
        for number, one in enumerate(edits, 1)
    ]


def version_edit(
    head: Mapping[str, Any], figures: Sequence[Mapping[str, Any]], sections: Sequence[Mapping[str, Any]]
) -> VersionEdit:
    """Return the edit that three valid forms make."""
    return VersionEdit(
        title=head["title"],
        period_kind=PeriodKind(head["period_kind"]),
        subject=head["subject"],
        basis=head["basis"],
        levels=[
            LevelEdit(0, str(_("Báo cáo chung")), head["joint_days"], head["joint_signer"]),
            LevelEdit(1, head["unit_name"], head["unit_days"], head["unit_signer"]),
            *(
                LevelEdit(level, head[f"name_{level}"], head[days_field(level)], head[f"signer_{level}"])
                for level in _LOWER
                if head.get(f"name_{level}")
            ),
        ],
        figures=[
            FigureEdit(
                code=row["code"], label=row["label"], measure=row["measure"],
                rule=FigureRule(row["rule"] or FigureRule.SUM), source=row["source"], numerator=row["numerator"],
                denominator=row["denominator"], hint=row["hint"], is_required=row["is_required"],
            )
            for row in coded(_filled(figures))
        ],
        sections=[
            SectionEdit(code=row["code"], label=row["label"], hint=row["hint"], is_required=row["is_required"])
            for row in coded(_filled(sections))
        ],
    )  # fmt: skip


def chosen_units(data: Any, groups: Mapping[UnitGroup, Sequence[Unit]]) -> list[Unit]:
    """Return the units ticked, of those offered."""
    ticked = set(data.getlist("units"))
    return [unit for units in groups.values() for unit in units if str(unit.pk) in ticked]


def _filled(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows with a name or a code, in the order of the numbers typed before them; new ones come last."""
    named = [row for row in rows if row.get("label") or row.get("code")]
    return sorted(named, key=lambda row: row["position"] if row.get("position") is not None else 1_000)


def _dress_row(form: forms.Form) -> None:
    for field in form.fields.values():
        is_box = isinstance(field.widget, forms.CheckboxInput)
        is_choice = isinstance(field.widget, forms.Select)
        css = "form-check-input" if is_box else "form-select form-select-sm" if is_choice else "form-control"
        field.widget.attrs["class"] = css if is_box or is_choice else f"{css} form-control-sm"
