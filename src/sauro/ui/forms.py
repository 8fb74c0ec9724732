"""The form kit: what every form of the product has in common.

A form keeps what was typed, names its faults in a summary that takes the focus, and ties each fault to its field for
people who hear the page. Templates show it with ``{% include "ui/form.html" %}`` inside their own ``<form>``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any
from unicodedata import is_normalized
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import BaseValidator, ProhibitNullCharactersValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import YEARS
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from vanban.text.normalize import nfc

_LIMITS = {
    "min_value": _("Giá trị nhỏ nhất được nhập là %(limit_value)s."),
    "max_value": _("Giá trị lớn nhất được nhập là %(limit_value)s."),
    "min_length": _("Cần ít nhất %(limit_value)d ký tự; mới có %(show_value)d."),
    "max_length": _("Nhiều nhất %(limit_value)d ký tự; đang có %(show_value)d."),
}
"""What fields say of a value beyond a limit, by the validator's code; the framework's own words are awkward."""

_OWN_WORDS: tuple[tuple[type[forms.Field], str, Any], ...] = (
    (forms.IntegerField, "invalid", _("Hãy nhập một số nguyên, viết bằng chữ số.")),
    (forms.ChoiceField, "invalid_choice", _("“%(value)s” không có trong danh sách. Hãy chọn một mục trong danh sách.")),
)
"""What fields say instead of the framework's own words, where a form says nothing of its own."""

_REQUIRED = {True: _("Hãy chọn một mục."), False: _("Hãy điền mục này.")}
"""What a field says when nothing was chosen, and when nothing was typed."""

_NULL = _("Có ký tự không đọc được (mã 0). Hãy gõ lại đoạn này.")

_CHECKS = (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect)


class PageForm(forms.Form):
    """A form of a page. Its fields get the look and the descriptions without further ado."""

    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        if args:
            args = (_composed(args[0]), *args[1:])
        elif "data" in kwargs:
            kwargs["data"] = _composed(kwargs["data"])
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _dress(field)

    def add_first_field(self, name: str, field: forms.Field) -> None:
        """Put a field before the others: one whose choices depend on what the form is about."""
        _dress(field)
        self.fields = {name: field, **self.fields}

    def add_last_field(self, name: str, field: forms.Field) -> None:
        """Put a field after the others: one that is asked only in some cases."""
        _dress(field)
        self.fields[name] = field

    def add_domain_error(self, error: DomainError) -> None:
        """Show a refusal of a service at its field, or above the form when it belongs to none of these fields."""
        self.add_error(error.field if error.field in self.fields else None, error.message)

    def showing_refusals(self, *, only_of_fields: bool = False) -> ShownRefusals:
        """Run a service and what follows its success; a refusal is shown in this form.

        ::

            if form.is_valid():
                with form.showing_refusals():
                    made = raise_difficulty(actor=request.actor, **form.cleaned_data)
                    return redirect("difficulty-detail", pk=made.pk)
            return render(...)

        What the actor may not see or do is not the form's to say: 404 and 403 pass. ``only_of_fields`` lets everything
        pass that belongs to none of the fields, for a form that may be gone from the page when it is shown again.
        """
        return ShownRefusals(self, only_of_fields=only_of_fields)


class RowForm(PageForm):
    """One row among several of a page. Its prefix ends in the number of the row: ``parts-0``."""

    @property
    def place(self) -> int:
        """Which row of the page it is, as people count: from 1."""
        return int(str(self.prefix).rpartition("-")[2]) + 1


def _composed(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return what was sent with its texts in NFC: some programs write letters and tone marks apart."""
    if not isinstance(data, QueryDict):
        return data
    if all(is_normalized("NFC", text) for _name, texts in data.lists() for text in texts):
        return data
    composed = data.copy()
    for name, texts in data.lists():
        composed.setlist(name, [nfc(text) for text in texts])
    return composed


@dataclass(frozen=True)
class ShownRefusals:
    """The block of :meth:`PageForm.showing_refusals`."""

    form: PageForm
    only_of_fields: bool

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Put a refusal into the form; anything else passes."""
        if not isinstance(error, DomainError) or isinstance(error, NotAllowed | NotVisible):
            return False
        if self.only_of_fields and error.field is None:
            return False
        self.form.add_domain_error(error)
        return True


class UnitPicker(forms.TextInput):
    """A field that completes the name of a unit and sends its identity. The list comes from the register of units.

    ``text`` is the name shown for the initial value.
    """

    template_name = "ui/forms/unit_picker_widget.html"
    source = "unit-completion"
    """The name of the address that completes what is typed; other registers bring their own."""
    placeholder: Any = _("Gõ tên cơ quan")
    options_label: Any = _("Cơ quan, đơn vị")
    none: Any = ""

    def __init__(self, text: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.text = text

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the identity, and keep the name typed for showing the form again."""
        self.text = data.get(f"{name}-text", self.text)
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template of the widget needs."""
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "source": self.source, "placeholder": self.placeholder, "options_label": self.options_label,
            "none": self.none,
        }  # fmt: skip
        return {**context, "text": self.text}


class UnitField(forms.UUIDField):
    """The identity of a unit, chosen by name."""

    widget = UnitPicker
    default_error_messages = {
        "required": _("Hãy chọn một cơ quan, đơn vị trong danh sách gợi ý."),
        "invalid": _("Hãy chọn một cơ quan, đơn vị trong danh sách gợi ý."),
    }


class UnitsPicker(forms.TextInput):
    """A field that completes names of units and sends the identities of all that were chosen.

    ``names`` maps identities, as text, to the names shown for those chosen before.
    """

    template_name = "ui/forms/units_picker_widget.html"

    def __init__(self, names: Mapping[str, str] | None = None, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.names = dict(names or {})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the identities sent, as text."""
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template of the widget needs: a chosen unit without a known name is left out."""
        chosen = [(str(one), self.names[str(one)]) for one in value or () if str(one) in self.names]
        return {**super().get_context(name, None, attrs), "chosen": chosen}


class UnitsField(forms.Field):
    """The identities of units, chosen by name, in the order of choice; the cleaned value is a list without repeats."""

    widget = UnitsPicker

    def clean(self, value: Sequence[Any] | None) -> list[UUID]:
        """Return the identities, or say that something else than a choice was sent."""
        try:
            return list(dict.fromkeys(UUID(str(one)) for one in value or ()))
        except ValueError as error:
            raise ValidationError(_("Hãy chọn cơ quan, đơn vị trong danh sách gợi ý."), code="invalid") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether other units are chosen than before."""
        return [str(one) for one in initial or ()] != [str(one) for one in data or ()]


class DayField(forms.DateField):
    """A day, typed as 25/11/2026, of a year that somebody may mean: no calendar reaches beyond."""

    widget = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric"})
    default_error_messages = {
        "invalid": _("Ngày chưa đúng. Viết như 25/11/2026."),
        "year": _("Năm phải từ %(first)s đến %(last)s."),
    }

    def validate(self, value: Any) -> None:
        """Refuse a year that nobody means, such as 0206 or 9999."""
        super().validate(value)
        if value not in self.empty_values and value.year not in YEARS:
            years = {"first": YEARS[0], "last": YEARS[-1]}
            raise forms.ValidationError(self.error_messages["year"], code="year", params=years)


class FilesInput(forms.ClearableFileInput):
    """A field that takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; the cleaned value is a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Check each file by itself."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            super().clean(None, initial)
        return [super(FilesField, self).clean(file, initial) for file in files]


def _dress(field: forms.Field) -> None:
    widget = field.widget
    if isinstance(widget, _CHECKS):
        css = "form-check-input"
    else:
        css = "form-select" if isinstance(widget, forms.Select) else "form-control"
        css = "form-range" if getattr(widget, "input_type", "") == "range" else css
    widget.attrs["class"] = f"{widget.attrs.get('class', '')} {css}".strip()
    for validator in field.validators:
        if isinstance(validator, BaseValidator) and "message" not in vars(validator) and validator.code in _LIMITS:
            validator.message = _LIMITS[validator.code]
        if isinstance(validator, ProhibitNullCharactersValidator):
            validator.message = _NULL
    if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _REQUIRED[isinstance(field, forms.ChoiceField)]
    for kind, code, words in _OWN_WORDS:
        if isinstance(field, kind) and field.error_messages.get(code) == kind.default_error_messages[code]:
            field.error_messages[code] = words
    if isinstance(field, forms.DateField) and not isinstance(field, DayField):
        widget.attrs.setdefault("placeholder", "dd/mm/yyyy")
        widget.attrs.setdefault("inputmode", "numeric")
