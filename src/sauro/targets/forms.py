"""Forms of targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import today
from sauro.common.errors import DomainError
from sauro.organizations.models import Unit
from sauro.targets.enums import AddUpChoice, AskState, DirectionChoice, Operator, Per
from sauro.targets.models import Ask, Indicator, Share, YearLine
from sauro.targets.rules import AddUp, Amount, Direction
from sauro.targets.services.asks import AskedValue
from sauro.targets.services.indicators import IndicatorFields
from sauro.targets.services.lines import FIRST_YEAR, LAST_YEAR, PathEntry
from sauro.tasks.figures import read_number, written_number
from sauro.tasks.models import WorkField
from sauro.ui.forms import DayField, PageForm, UnitField

PATH_END = 2030
_SHORT = forms.Textarea(attrs={"rows": 2})


class NumberField(forms.CharField):
    """A number as people type it: 1.234,5. The cleaned value is an exact decimal, None for nothing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> Any:
        """Read the number."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            return read_number(text)
        except DomainError as error:
            raise forms.ValidationError(error.message) from error

    def prepare_value(self, value: Any) -> Any:
        """Write the number shown."""
        return written_number(value) if isinstance(value, Decimal) else value


class YearField(forms.IntegerField):
    """A year within the register."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, **kwargs)


class IndicatorForm(PageForm):
    """A definition."""

    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=300)
    measure = forms.CharField(label=_("Đơn vị tính"), max_length=60, help_text=_("Ví dụ: %, hộ, triệu đồng/người."))
    direction = forms.ChoiceField(label=_("Chiều"), choices=DirectionChoice.choices, initial=DirectionChoice.UP)
    rule = forms.ChoiceField(
        label=_("Cách cộng"), choices=AddUpChoice.choices, initial=AddUpChoice.SUM,
        help_text=_("Tỷ lệ cộng bằng tổng tử số trên tổng mẫu số; không lấy trung bình các tỷ lệ."),
    )  # fmt: skip
    numerator_label = forms.CharField(label=_("Tử số là"), max_length=200, required=False)
    denominator_label = forms.CharField(label=_("Mẫu số là"), max_length=200, required=False)
    per = forms.TypedChoiceField(
        label=_("Tính trên"), choices=Per.choices, coerce=int, initial=Per.HUNDRED, required=False
    )
    responsible_unit = UnitField(label=_("Cơ quan chịu trách nhiệm"), required=False)
    field = forms.ModelChoiceField(
        label=_("Lĩnh vực"), queryset=WorkField.objects.none(), required=False, empty_label=_("— chưa chọn —")
    )

    def __init__(self, *args: Any, units: Iterable[Unit] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields["field"]
        assert isinstance(fields, forms.ModelChoiceField)  # noqa: S101 -- declared above
        fields.queryset = WorkField.objects.filter(is_open=True)
        choices = [(str(unit.pk), unit.name) for unit in units]
        if choices:
            self.add_first_field("unit", forms.ChoiceField(label=_("Danh mục của"), choices=choices))

    @property
    def fields_written(self) -> IndicatorFields:
        """What a valid form holds."""
        held = self.cleaned_data
        return IndicatorFields(
            name=held["name"], measure=held["measure"], direction=Direction(held["direction"]),
            rule=AddUp(held["rule"]), numerator_label=held["numerator_label"],
            denominator_label=held["denominator_label"], per=held["per"] or 100,
            responsible_unit_id=held.get("responsible_unit"), field_id=held["field"].pk if held.get("field") else None,
        )  # fmt: skip

    def show(self, indicator: Indicator) -> None:
        """Show a definition that is there."""
        for name in ("name", "measure", "direction", "rule", "numerator_label", "denominator_label", "per"):
            self.initial[name] = getattr(indicator, name)
        self.initial["responsible_unit"] = indicator.responsible_unit_id
        self.initial["field"] = indicator.field_id
        if indicator.responsible_unit is not None:
            self.fields["responsible_unit"].widget.text = indicator.responsible_unit.name


class PathForm(PageForm):
    """The path of a share as a table, a row for each year."""

    baseline_year = YearField(label=_("Năm gốc"), required=False)
    baseline = NumberField(label=_("Số năm gốc"), required=False)

    def __init__(self, *args: Any, share: Share, lines: Sequence[YearLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.share = share
        held = {line.year: line for line in lines}
        self.years = sorted({*held, *range(today().year, PATH_END + 1)})
        self.initial.update(baseline_year=share.baseline_year, baseline=share.baseline)
        for year in self.years:
            self._add_year(year, held.get(year))

    def _add_year(self, year: int, line: YearLine | None) -> None:
        for name, label in self._columns():
            key = f"{name}_{year}"
            field = NumberField(label=f"{label} {year}", required=False)
            self.add_last_field(key, field)
            if line is not None:
                self.initial[key] = getattr(line, name)

    def _columns(self) -> list[tuple[str, str]]:
        if self.share.indicator.rule != AddUp.RATIO:
            return [("target", _now("Chỉ tiêu")), ("forecast", _now("Ước cả năm"))]
        return [
            ("target", _now("Chỉ tiêu")), ("target_numerator", _now("Tử số")), ("target_denominator", _now("Mẫu số")),
            ("forecast", _now("Ước cả năm")), ("forecast_numerator", _now("Tử số ước")),
            ("forecast_denominator", _now("Mẫu số ước")),
        ]  # fmt: skip

    @property
    def heads(self) -> list[str]:
        """The heads of the columns."""
        return [label for _name, label in self._columns()]

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The fields by year."""
        return [(year, [self[f"{name}_{year}"] for name, _label in self._columns()]) for year in self.years]

    @property
    def head_fields(self) -> list[forms.BoundField]:
        """The fields above the table."""
        return [self["baseline_year"], self["baseline"]]

    @property
    def entries(self) -> list[PathEntry]:
        """What a valid form holds for the years that are or were planned."""
        held = self.cleaned_data
        known = set(self.share.lines.values_list("year", flat=True))
        entries = [
            PathEntry(year, *(_amount(held, year, name) for name in ("target", "forecast"))) for year in self.years
        ]
        return [one for one in entries if one.year in known or (one.target, one.forecast) != (Amount(), Amount())]


def _amount(held: Mapping[str, Any], year: int, name: str) -> Amount:
    return Amount(
        held.get(f"{name}_{year}"), held.get(f"{name}_numerator_{year}"), held.get(f"{name}_denominator_{year}")
    )


class GiveForm(PageForm):
    """What a unit below is given, for some years."""

    unit = UnitField(label=_("Đơn vị nhận"))
    basis = forms.CharField(
        label=_("Văn bản giao"), max_length=400, required=False, help_text=_("Số, ký hiệu, ngày của văn bản giao.")
    )

    def __init__(self, *args: Any, share: Share, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.share, self.years = share, years
        for year in years:
            self.add_last_field(f"target_{year}", NumberField(label=_now("Năm %d") % year, required=False))
            if share.indicator.rule == AddUp.RATIO:
                for name, label in (("numerator", _now("Tử số %d")), ("denominator", _now("Mẫu số %d"))):
                    self.add_last_field(f"target_{name}_{year}", NumberField(label=label % year, required=False))

    @property
    def values(self) -> dict[int, Amount]:
        """What a valid form gives, by year."""
        amounts = {year: _amount(self.cleaned_data, year, "target") for year in self.years}
        return {year: amount for year, amount in amounts.items() if amount != Amount()}


class ActualForm(PageForm):
    """A figure with its evidence."""

    as_of = DayField(label=_("Số đến ngày"))
    value = NumberField(label=_("Thực hiện"), required=False)
    numerator = NumberField(label=_("Tử số"), required=False)
    denominator = NumberField(label=_("Mẫu số"), required=False)
    basis = forms.CharField(
        label=_("Văn bản báo cáo"), max_length=300, required=False, help_text=_("Ví dụ: Báo cáo số 12/BC-UBND.")
    )
    link = forms.CharField(label=_("Đường dẫn"), max_length=600, required=False)
    file = forms.FileField(label=_("Tệp"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=2000, required=False, widget=_SHORT)

    def __init__(self, *args: Any, share: Share, products: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        indicator = share.indicator
        if indicator.rule == AddUp.RATIO:
            del self.fields["value"]
            self.fields["numerator"].label = indicator.numerator_label
            self.fields["denominator"].label = indicator.denominator_label
        else:
            del self.fields["numerator"], self.fields["denominator"]
            self.fields["value"].label = _now("Thực hiện (%(measure)s)") % {"measure": indicator.measure}
            if indicator.rule == AddUp.SUM:
                self.fields["value"].help_text = _("Lũy kế từ đầu năm.")
        if products:
            choices = [("", _now("— không —")), *((str(pk), label) for pk, label in products)]
            field = forms.ChoiceField(label=_("Sản phẩm đã xác nhận"), choices=choices, required=False)
            self.add_last_field("product", field)

    @property
    def amount(self) -> Amount:
        """What a valid form holds."""
        held = self.cleaned_data
        return Amount(held.get("value"), held.get("numerator"), held.get("denominator"))


class ReasonForm(PageForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=2000, widget=_SHORT)


class SettleForm(PageForm):
    """Which value is followed, and why; or a value that nobody asks for, and who allowed it."""

    OWN = "own"
    OTHER = "other"

    def __init__(self, *args: Any, line: YearLine, asks: Sequence[Ask], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure = line.share.indicator.measure
        choices: list[tuple[str, str]] = []
        if any(ask.state == AskState.OPEN for ask in asks):
            choices = [
                (str(ask.pk), f"{written_number(ask.value)} {measure} – {ask.source_text or _giver(ask)}")
                for ask in asks
            ]
            if line.target is not None and line.target not in {ask.value for ask in asks}:
                value = f"{written_number(line.target)} {measure}"
                choices.append((self.OWN, _now("Giữ mức hiện nay: %(value)s") % {"value": value}))
        choices.append((self.OTHER, _now("Mức khác, được cho phép (ghi ở dưới)")))
        self.add_last_field(
            "chosen", forms.ChoiceField(label=_("Theo giá trị"), choices=choices, widget=forms.RadioSelect)
        )
        if len(choices) == 1:
            self.initial["chosen"] = self.OTHER
        self.add_last_field(
            "value", NumberField(label=_now("Mức khác (%(measure)s)") % {"measure": measure}, required=False)
        )
        allowed = _("Người hoặc cơ quan cho phép, số văn bản. Bắt buộc khi kém hơn một mức được giao.")
        self.add_last_field(
            "allowed_by", forms.CharField(label=_("Ai cho phép"), max_length=300, required=False, help_text=allowed)
        )
        why = _("Văn bản nào có hiệu lực cao hơn, mới hơn, hay vì sao; lý do được giữ cùng các giá trị không theo.")
        self.add_last_field("reason", forms.CharField(label=_("Lý do"), max_length=2000, widget=_SHORT, help_text=why))

    def clean(self) -> dict[str, Any]:
        """A value of one's own is not passed over because another one is marked."""
        held = super().clean() or {}
        if held.get("value") is not None and held.get("chosen") not in (None, self.OTHER):
            self.add_error("chosen", _now("Đã ghi mức khác: hãy chọn “Mức khác”, hoặc xóa ô đó."))
        return held

    @property
    def chosen_id(self) -> UUID | None:
        """The value chosen in a valid form, None for the unit's own."""
        chosen = self.cleaned_data["chosen"]
        return None if chosen == self.OWN else UUID(chosen)

    @property
    def other(self) -> Amount | None:
        """The value of a valid form that nobody asks for, None when one of those offered was chosen."""
        held = self.cleaned_data
        return Amount(held["value"]) if held["chosen"] == self.OTHER else None


def _giver(ask: Ask) -> str:
    return ask.giver_unit.name if ask.giver_unit else ""


class TakeForm(PageForm):
    """A target of a document: what it says, and which indicator it is a value of."""

    year = YearField(label=_("Đến hết năm"))
    operator = forms.ChoiceField(label=_("Mức"), choices=Operator.choices, initial=Operator.EXACTLY)
    value = NumberField(label=_("Giá trị trong văn bản"))
    measure = forms.CharField(label=_("Đơn vị tính trong văn bản"), max_length=60)
    share = forms.ChoiceField(label=_("Là chỉ tiêu"), required=False)
    name = forms.CharField(label=_("Tên chỉ tiêu mới"), max_length=300, required=False)
    rule = forms.ChoiceField(label=_("Cách cộng"), choices=AddUpChoice.choices, initial=AddUpChoice.SUM)
    direction = forms.ChoiceField(label=_("Chiều"), choices=DirectionChoice.choices, initial=DirectionChoice.UP)
    numerator_label = forms.CharField(label=_("Tử số là"), max_length=200, required=False)
    denominator_label = forms.CharField(label=_("Mẫu số là"), max_length=200, required=False)

    def __init__(self, *args: Any, likely: Sequence[Share], others: Sequence[Share], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: list[tuple[Any, Any]] = [("", _now("Lập chỉ tiêu mới"))]
        for label, shares in ((_now("Tên gần giống"), likely), (_now("Chỉ tiêu khác trong danh mục"), others)):
            if shares:
                groups.append((label, [(str(one.pk), _named(one)) for one in shares]))
        field = self.fields["share"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = groups
        if likely:
            self.initial.setdefault("share", str(likely[0].pk))

    @property
    def asked(self) -> AskedValue:
        """The value of a valid form."""
        held = self.cleaned_data
        return AskedValue(held["year"], held["value"], held["measure"], Operator(held["operator"]))

    @property
    def share_id(self) -> UUID | None:
        """The share chosen in a valid form, None for a new indicator."""
        return UUID(self.cleaned_data["share"]) if self.cleaned_data["share"] else None

    @property
    def new_fields(self) -> IndicatorFields | None:
        """The new indicator of a valid form, None where one was chosen."""
        held = self.cleaned_data
        if held["share"]:
            return None
        return IndicatorFields(
            held["name"], held["measure"], Direction(held["direction"]), AddUp(held["rule"]), held["numerator_label"],
            held["denominator_label"],
        )  # fmt: skip


def _named(share: Share) -> str:
    return f"{share.indicator.code} – {share.indicator.name} ({share.indicator.measure})"
