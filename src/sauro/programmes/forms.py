"""Forms of programmes and plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from sauro.organizations.models import Appointment, Unit
from sauro.programmes.enums import (
    DemandKind,
    EntryKind,
    FundSource,
    Money,
    Part,
    ProgrammeKind,
    ReferenceState,
    Rhythm,
    SectionRole,
)
from sauro.programmes.models import Entry, Programme
from sauro.programmes.services.entries import Amount, EntryFields
from sauro.targets.enums import AddUpChoice, DirectionChoice
from sauro.ui.forms import DayField, PageForm, UnitsField, UnitsPicker

FUNDING_ROWS = 4
_SHORT = forms.Textarea(attrs={"rows": 2})
_LONG = forms.Textarea(attrs={"rows": 6})


class NewProgrammeForm(PageForm):
    """Which body composes what, from which template, for which years."""

    def __init__(self, *args: Any, units: Sequence[Unit], templates: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("template", forms.ChoiceField(label=_("Mẫu"), choices=list(templates)))
        self.add_first_field("kind", forms.ChoiceField(label=_("Loại"), choices=ProgrammeKind.choices))
        choices = [(str(one.pk), one.name) for one in units]
        self.add_first_field("unit", forms.ChoiceField(label=_("Cơ quan soạn"), choices=choices))

    first_year = forms.IntegerField(label=_("Từ năm"), min_value=2020, max_value=2100)
    last_year = forms.IntegerField(label=_("Đến năm"), min_value=2020, max_value=2100)


class DetailsForm(PageForm):
    """What stands around the sections."""

    subject = forms.CharField(label=_("Trích yếu"), widget=_SHORT, max_length=2000)
    opening = forms.CharField(label=_("Đoạn mở đầu"), widget=_LONG, max_length=8000, required=False)
    recipients = forms.CharField(
        label=_("Nơi nhận"), widget=_LONG, max_length=4000, required=False, help_text=_("Mỗi nơi một dòng.")
    )
    signer_capacity = forms.CharField(
        label=_("Thẩm quyền ký"),
        widget=_SHORT,
        max_length=300,
        required=False,
        help_text=_("Mỗi dòng như in trong văn bản."),
    )
    signer_name = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    replaces_text = forms.CharField(
        label=_("Thay thế văn bản"),
        max_length=400,
        required=False,
        help_text=_("Số, ngày, tên của chương trình hoặc kế hoạch cũ."),
    )
    needs_council = forms.BooleanField(label=_("Phải trình Hội đồng nhân dân"), required=False)

    @staticmethod
    def initial_of(programme: Programme) -> dict[str, Any]:
        """Return what the form shows first."""
        names = ("subject", "opening", "recipients", "signer_capacity", "signer_name", "replaces_text", "needs_council")
        return {name: getattr(programme, name) for name in names}


class SectionForm(PageForm):
    """A heading and the text below it."""

    title = forms.CharField(label=_("Đề mục"), max_length=400)
    role = forms.ChoiceField(label=_("Bên dưới là"), choices=SectionRole.choices)
    text = forms.CharField(
        label=_("Lời văn"), widget=forms.Textarea(attrs={"rows": 8}), max_length=40000, required=False,
        help_text=_("Dòng bắt đầu bằng “1.”, “a)” hoặc “-” thành điểm; số thứ tự máy tự đánh."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)


class NewSectionForm(PageForm):
    """A new heading."""

    title = forms.CharField(label=_("Đề mục mới"), max_length=400)
    role = forms.ChoiceField(label=_("Bên dưới là"), choices=SectionRole.choices)
    parent = forms.UUIDField(widget=forms.HiddenInput, required=False)


class ReasonForm(PageForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), widget=_SHORT, max_length=2000)


class RemarkForm(PageForm):
    """What somebody has to say to a section."""

    text = forms.CharField(label=_("Góp ý"), widget=_SHORT, max_length=4000)


def offer_bodies(form: PageForm, units: Sequence[Unit], people_near: Sequence[Appointment]) -> None:
    """Let a form choose its lead and the person responsible."""
    none = [("", _("— chọn —"))]
    form.fields["lead_unit"].choices = [*none, *((str(one.pk), one.name) for one in units)]  # type: ignore[attr-defined]  # a choice field
    form.fields["person"].choices = [*none, *((str(one.pk), str(one)) for one in people_near)]  # type: ignore[attr-defined]  # as above


def add_years(form: PageForm, years: Sequence[int]) -> None:
    """Let a form take a value for each year before the last."""
    for year in years:
        label = _g("Năm %(year)s") % {"year": year}
        field = forms.DecimalField(label=label, max_digits=18, decimal_places=4, required=False, localize=True)
        form.add_last_field(f"path_{year}", field)


class EntryForm(PageForm):
    """A line: the six clears, and its money by year and source."""

    part = forms.ChoiceField(label=_("Phạm vi"), choices=Part.choices, initial=Part.DIRECT)
    work = forms.CharField(label=_("Việc phải làm"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    value = forms.DecimalField(label=_("Giá trị"), max_digits=18, decimal_places=4, required=False, localize=True)
    value_unit = forms.CharField(label=_("Đơn vị tính"), max_length=60, required=False)
    lead_unit = forms.ChoiceField(label=_("Chủ trì"), required=False)
    lead_text = forms.CharField(
        label=_("Chủ trì (ghi tên, khi không có trong danh sách)"), max_length=300, required=False
    )
    coordinator_units = UnitsField(
        label=_("Phối hợp"), required=False, help_text=_("Cơ quan trong xã được giao phần phối hợp khi giao việc.")
    )
    coordinators = forms.CharField(
        label=_("Phối hợp (ghi tên, khi không có trong danh sách)"), max_length=600, required=False
    )
    person = forms.ChoiceField(label=_("Người chịu trách nhiệm"), required=False)
    person_text = forms.CharField(label=_("Người chịu trách nhiệm (ghi tên)"), max_length=200, required=False)
    measures = forms.CharField(label=_("Biện pháp"), widget=_SHORT, max_length=4000, required=False)
    due_on = DayField(label=_("Thời hạn"), required=False)
    due_text = forms.CharField(
        label=_("Thời gian in trong văn bản"), max_length=120, required=False, help_text=_("Ví dụ: quý IV/2026.")
    )
    rhythm = forms.ChoiceField(label=_("Định kỳ"), choices=Rhythm.choices, required=False)
    authority = forms.CharField(label=_("Thẩm quyền, trách nhiệm"), widget=_SHORT, max_length=2000, required=False)
    product = forms.CharField(label=_("Sản phẩm"), widget=_SHORT, max_length=2000, required=False)
    money = forms.ChoiceField(label=_("Kinh phí"), choices=Money.choices, required=False)
    assets = forms.CharField(label=_("Tài sản công"), max_length=400, required=False)
    people = forms.CharField(label=_("Nhân lực"), max_length=400, required=False)
    science = forms.CharField(label=_("Khoa học, công nghệ"), max_length=400, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    demand = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        units: Sequence[Unit],
        people_near: Sequence[Appointment],
        names: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        name_units(self, names)
        offer_bodies(self, units, people_near)
        for name in ("part", *_TASK_FIELDS) if kind == EntryKind.TARGET else ("value", "value_unit"):
            del self.fields[name]
        self.kind = kind

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """Return what the form shows of a line."""
        plain = (
            "part", "work", "value", "value_unit", "lead_text", "coordinators", "person_text", "measures", "due_on",
            "due_text", "rhythm", "authority", "product", "money", "assets", "people", "science", "version",
        )  # fmt: skip
        held = {name: getattr(entry, name) for name in plain}
        if entry.value is not None:
            held["value"] = entry.value.normalize()
        chosen = [str(one.pk) for one in entry.coordinator_units.all()]
        return held | {
            "lead_unit": str(entry.lead_unit_id or ""),
            "person": str(entry.person_id or ""),
            "coordinator_units": chosen,
        }

    def fields_of(self, fundings: Sequence[Amount]) -> EntryFields:
        """Return the line as the service takes it."""
        return EntryFields(**self._held(), fundings=tuple(fundings))

    def _held(self) -> dict[str, Any]:
        held = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "demand")}
        lead, person, units = held.pop("lead_unit"), held.pop("person"), held.pop("coordinator_units")
        return {
            **held, "lead_unit_id": UUID(lead) if lead else None, "person_id": UUID(person) if person else None,
            "coordinator_ids": tuple(units),
        }  # fmt: skip


_DEFINING = ("definition", "direction", "rule", "numerator_label", "denominator_label")
_TASK_FIELDS = ("measures", "product", "authority", "money", "assets", "people", "science", "rhythm", "due_on")


class TargetEntryForm(EntryForm):
    """A target line: an indicator of the register or a new one, its value at the end of a year, the years before."""

    target_share = forms.ChoiceField(
        label=_("Trong danh mục chỉ tiêu"), required=False,
        help_text=_("Chọn chỉ tiêu đã có thì cách tính và đơn vị tính lấy theo danh mục."),
    )  # fmt: skip
    target_year = forms.IntegerField(label=_("Đạt vào cuối năm"), min_value=2020, max_value=2100, required=False)
    definition = forms.CharField(label=_("Cách tính, phạm vi"), widget=_SHORT, max_length=2000, required=False)
    direction = forms.ChoiceField(label=_("Chiều"), choices=DirectionChoice.choices, required=False)
    rule = forms.ChoiceField(label=_("Cách cộng"), choices=AddUpChoice.choices, required=False)
    numerator_label = forms.CharField(label=_("Tử số là"), max_length=200, required=False)
    denominator_label = forms.CharField(label=_("Mẫu số là"), max_length=200, required=False)

    def __init__(
        self, *args: Any, shares: Sequence[tuple[str, str]], years: Sequence[int], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, kind=EntryKind.TARGET, **kwargs)
        self.fields["work"].label = _("Tên chỉ tiêu")
        self.fields["work"].widget.attrs["rows"] = 2
        self.fields["target_share"].choices = [("", _("— chưa có, lập mới khi ban hành —")), *shares]  # type: ignore[attr-defined]  # a choice field
        self.years = years
        add_years(self, years)
        self.order_fields(["target_share", "work", "value", "value_unit", "target_year"])

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that are always shown."""
        grouped = {one.name for one in (*self.path_fields, *self.defining_fields)}
        return [one for one in self.visible_fields() if one.name not in grouped]

    @property
    def path_fields(self) -> list[forms.BoundField]:
        """The values of the years before."""
        return [self[f"path_{year}"] for year in self.years]

    @property
    def defining_fields(self) -> list[forms.BoundField]:
        """What a new indicator is; one of the register is defined there."""
        return [self[name] for name in _DEFINING]

    @property
    def has_path(self) -> bool:
        """Tell whether any of the years before has a value or a fault: then they are shown open."""
        return any(one.value() not in (None, "") or one.errors for one in self.path_fields)

    @property
    def has_definition(self) -> bool:
        """Tell whether the definition has a fault or words of its own: then it is shown open."""
        return any(one.errors for one in self.defining_fields) or bool(self["definition"].value())

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """Return what the form shows of a line."""
        held = EntryForm.initial_of(entry)
        for name in ("target_year", *_DEFINING):
            held[name] = getattr(entry, name)
        path = {f"path_{year}": Decimal(value) for year, value in entry.path.items()}
        return held | path | {"target_share": str(entry.target_share_id or "")}

    def _held(self) -> dict[str, Any]:
        held = super()._held()
        path = {year: held.pop(f"path_{year}") for year in self.years}
        share = held.pop("target_share")
        held["direction"] = held["direction"] or DirectionChoice.UP
        held["rule"] = held["rule"] or AddUpChoice.SUM
        return {
            **held, "target_share_id": UUID(share) if share else None,
            "path": {year: value for year, value in path.items() if value is not None},
        }  # fmt: skip


def name_units(form: forms.Form, names: Mapping[str, str]) -> None:
    """Tell the field of coordinating units the names of those chosen."""
    widget = form.fields["coordinator_units"].widget
    assert isinstance(widget, UnitsPicker)  # noqa: S101 -- the field is a UnitsField
    widget.names = dict(names)


class FundingForm(PageForm):
    """One row of money; an empty row is none."""

    year = forms.IntegerField(label=_("Năm"), min_value=2020, max_value=2100, required=False)
    source = forms.ChoiceField(label=_("Nguồn"), choices=[("", "—"), *FundSource.choices], required=False)
    is_allocated = forms.BooleanField(label=_("Cấp trên phân bổ"), required=False)
    national_programme = forms.CharField(label=_("Chương trình mục tiêu quốc gia"), max_length=200, required=False)
    amount = forms.DecimalField(
        label=_("Số tiền (triệu đồng)"),
        max_digits=14,
        decimal_places=2,
        min_value=Decimal("0.01"),
        required=False,
        localize=True,
    )

    def clean(self) -> dict[str, Any]:
        """A row is whole or empty."""
        held: dict[str, Any] = super().clean() or {}
        given = [held.get(name) not in (None, "") for name in ("year", "source", "amount")]
        if (any(given) or held.get("national_programme")) and not all(given) and not self.errors:
            raise forms.ValidationError(_g("Dòng kinh phí cần đủ năm, nguồn và số tiền."))
        return held


class FundingRows:
    """The rows of money of one line, a few empty ones at the end."""

    def __init__(self, data: Any = None, entry: Entry | None = None) -> None:
        held = list(entry.fundings.all()) if entry else []
        count = max(FUNDING_ROWS, len(held) + 1)
        if data is not None:
            count = max(count, sum(f"fund-{place}-year" in data for place in range(60)))
        self.rows = [
            FundingForm(
                data, prefix=f"fund-{place}", use_required_attribute=False,
                initial=self._initial(held[place]) if place < len(held) else None,
            )
            for place in range(count)
        ]  # fmt: skip

    def __iter__(self) -> Iterator[FundingForm]:
        return iter(self.rows)

    def is_valid(self) -> bool:
        """Tell whether every row is whole or empty."""
        # Every row is asked, so that each shows its faults.
        return not [row for row in self.rows if not row.is_valid()]

    @property
    def is_used(self) -> bool:
        """Tell whether any row holds something or is wrong: then they are shown open."""
        return any(row.initial or row.has_changed() for row in self.rows)

    def amounts(self) -> list[Amount]:
        """Return the rows that are filled in."""
        return [
            Amount(
                held["year"], held["source"], held["amount"], held["is_allocated"], held["national_programme"].strip()
            )
            for row in self.rows
            for held in [row.cleaned_data]
            if held.get("amount") is not None
        ]

    @staticmethod
    def _initial(funding: Any) -> dict[str, Any]:
        names = ("year", "source", "is_allocated", "national_programme")
        return {**{name: getattr(funding, name) for name in names}, "amount": funding.amount.normalize()}


class DemandForm(PageForm):
    """A demand entered by hand."""

    kind = forms.ChoiceField(label=_("Loại"), choices=DemandKind.choices)
    text = forms.CharField(label=_("Yêu cầu"), widget=_SHORT, max_length=4000)
    source_text = forms.CharField(label=_("Nêu tại văn bản"), max_length=600)
    due_on = DayField(label=_("Thời hạn yêu cầu"), required=False)


class ReferencesForm(PageForm):
    """Names of documents, one a line."""

    names = forms.CharField(
        label=_("Văn bản tham khảo"), widget=_LONG, max_length=40000, help_text=_("Mỗi văn bản một dòng.")
    )


class JudgeForm(PageForm):
    """What a reference document means here."""

    state = forms.ChoiceField(label=_("Xác định"), choices=ReferenceState.choices)
    reason = forms.CharField(label=_("Lý do"), max_length=1000, required=False)


class StepForm(PageForm):
    """The words of a step."""

    note = forms.CharField(label=_("Ý kiến, lý do"), widget=_SHORT, max_length=4000, required=False)


class IssueForm(StepForm):
    """Number and day of issue, and the council's resolution where one is needed."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=80)
    issued_on = DayField(label=_("Ngày ban hành"))
    council_number = forms.CharField(label=_("Số nghị quyết của HĐND"), max_length=80, required=False)


class TemplateForm(PageForm):
    """A template of an office."""

    name = forms.CharField(label=_("Tên mẫu"), max_length=200)
    outline = forms.CharField(
        label=_("Đề cương"), widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}), max_length=60000
    )
    work = forms.CharField(label=_("Rõ việc: tên cột"), max_length=120)
    people = forms.CharField(label=_("Rõ người: tên cột"), max_length=120)
    means = forms.CharField(label=_("Rõ biện pháp, nguồn lực: tên cột"), max_length=120)
    time = forms.CharField(label=_("Rõ thời gian: tên cột"), max_length=120)
    authority = forms.CharField(label=_("Rõ thẩm quyền, trách nhiệm: tên cột"), max_length=120)
    product = forms.CharField(label=_("Rõ sản phẩm: tên cột"), max_length=120)
