"""What the desk sends to the server, checked and typed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from sauro.documents.enums import BindingScope
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.services.review_edit import KEEP_FIELD, TEXT_ELEMENTS, BodyEdit, ObligationEdit
from sauro.tasks.six_clears import RECURRENCE_LABELS

_MOST_BODIES = 200
_MOST_PARTS = 50
_WRITTEN_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}-\d{1,2}-\d{1,2}")


class ObligationForm(forms.Form):
    """Which obligation a deed is about, and the version its page was drawn from."""

    obligation = forms.UUIDField()
    version = forms.IntegerField(min_value=1)


class AcceptForm(ObligationForm):
    """Accept an obligation, after looking at its doubtful words or without."""

    looked = forms.BooleanField(required=False)


class DiscardForm(ObligationForm):
    """Set an obligation aside, with or without a reason."""

    reason = forms.CharField(required=False, max_length=1000)


class FieldForm(ObligationForm):
    """The field an obligation belongs to; empty for none."""

    field = forms.UUIDField(required=False)


class DirectionForm(ObligationForm):
    """General direction or task."""

    value = forms.BooleanField(required=False)


class SplitForm(ObligationForm):
    """The spans of the parts."""

    parts = forms.JSONField()

    def clean_parts(self) -> list[tuple[int, int]]:
        """Return the spans; anything but a list of pairs of numbers is refused."""
        parts = self.cleaned_data["parts"]
        if not isinstance(parts, list) or len(parts) > _MOST_PARTS or not all(_is_pair(part) for part in parts):
            raise forms.ValidationError(_("Các phần cần tách không hợp lệ."))
        return [(part[0], part[1]) for part in parts]


class MergeForm(ObligationForm):
    """The obligation that is merged with the first."""

    other = forms.UUIDField()
    other_version = forms.IntegerField(min_value=1)


class AddForm(forms.Form):
    """The span of the passage that becomes an obligation."""

    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)


class BindForm(forms.Form):
    """A printed name, the unit it means, and how far that holds."""

    name = forms.CharField(max_length=300)
    unit = forms.UUIDField(error_messages={"required": _("Hãy chọn một đơn vị trong danh sách gợi ý.")})
    scope = forms.ChoiceField(choices=BindingScope.choices)


class DueDayField(forms.DateField):
    """The last day of a deadline. A day that no calendar has is told apart from one written in another way."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"], **kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        """Return the day, or nothing for an empty field."""
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            written = str(value).strip()
            if _WRITTEN_DAY.fullmatch(written):
                message = _("Ngày %(day)s không có trong lịch. Hãy ghi một ngày có thật.") % {"day": written}
            else:
                message = _("Ngày phải viết dạng ngày/tháng/năm, ví dụ 15/06/2026.")
            raise forms.ValidationError(message, code="invalid") from error


class EditForm(ObligationForm):
    """The whole edit form of an obligation."""

    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    leads = forms.JSONField(required=False)
    coordinators = forms.JSONField(required=False)
    due_origin = forms.ChoiceField(choices=DueOrigin.choices)
    due_on = DueDayField(required=False)
    recurrence = forms.ChoiceField(choices=[("", ""), *RECURRENCE_LABELS.items()], required=False)
    product = forms.CharField(required=False, max_length=4000)
    no_product_needed = forms.BooleanField(required=False)
    is_general_direction = forms.BooleanField(required=False)
    measures = forms.CharField(required=False, max_length=4000)
    resources = forms.CharField(required=False, max_length=4000)
    authority = forms.CharField(required=False, max_length=4000)
    responsibility = forms.CharField(required=False, max_length=4000)
    submit_to = forms.CharField(required=False, max_length=4000)
    field = forms.UUIDField(required=False)

    def clean_leads(self) -> list[BodyEdit]:
        """Return the leading bodies."""
        return _bodies(self.cleaned_data["leads"])

    def clean_coordinators(self) -> list[BodyEdit]:
        """Return the coordinating bodies."""
        return _bodies(self.cleaned_data["coordinators"])

    def to_edit(self) -> ObligationEdit:
        """Return the edit for the service; only after the form was found valid."""
        data = self.cleaned_data
        return ObligationEdit(
            start=data["start"],
            end=data["end"],
            leads=data["leads"],
            coordinators=data["coordinators"],
            due_origin=DueOrigin(data["due_origin"]),
            due_on=data["due_on"],
            recurrence=data["recurrence"],
            product=data["product"],
            no_product_needed=data["no_product_needed"],
            is_general_direction=data["is_general_direction"],
            texts={name: data[name] for name in TEXT_ELEMENTS},
            field_id=data["field"] if "field" in self.data else KEEP_FIELD,
        )


def edit_data(obligation: Obligation) -> dict[str, Any]:
    """Return an obligation in the shape of :class:`EditForm`: what its form shows, and what an undo puts back."""
    bodies = list(obligation.bodies.all())
    texts = {name: (obligation.elements.get(name) or {}).get("text") or "" for name in TEXT_ELEMENTS}
    return {
        "obligation": str(obligation.pk),
        "version": obligation.version,
        "start": obligation.start,
        "end": obligation.end,
        "leads": [_body_data(body) for body in bodies if body.role == BodyRole.LEAD],
        "coordinators": [_body_data(body) for body in bodies if body.role == BodyRole.COORDINATOR],
        "due_origin": str(obligation.due_origin),
        "due_on": _printed(obligation.due_on),
        "recurrence": obligation.recurrence,
        "product": obligation.product,
        "no_product_needed": obligation.no_product_needed,
        "is_general_direction": obligation.is_general_direction,
        "field": str(obligation.field_id or ""),
        **texts,
    }


def _printed(value: dt.date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else ""


def _body_data(body: ObligationBody) -> dict[str, str | None]:
    return {
        "name": body.name,
        "unit": str(body.unit_id) if body.unit_id else None,
        "unit_name": body.unit.name if body.unit else "",
    }


def _bodies(value: Any) -> list[BodyEdit]:
    value = value or []
    if not isinstance(value, list) or len(value) > _MOST_BODIES:
        raise forms.ValidationError(_("Danh sách cơ quan không hợp lệ."))
    return [_body_edit(item) for item in value]


def _body_edit(item: Any) -> BodyEdit:
    name = item.get("name") if isinstance(item, dict) else None
    if not isinstance(name, str) or not name.strip() or len(name) > 400:
        raise forms.ValidationError(_("Tên cơ quan không hợp lệ."))
    unit = item.get("unit")
    try:
        return BodyEdit(name, UUID(unit) if unit else None)
    except (ValueError, TypeError, AttributeError) as error:
        raise forms.ValidationError(_("Đơn vị đã chọn không hợp lệ.")) from error


def _is_pair(part: Any) -> bool:
    return isinstance(part, list) and len(part) == 2 and all(type(offset) is int for offset in part)
