"""What an act on many assignments needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.bulk.enums import Act
from sauro.organizations.models import Appointment
from sauro.tasks.enums import ReturnKind
from sauro.tasks.selectors.fields import field_choices
from sauro.ui.forms import DayField, PageForm

_LONG = forms.Textarea(attrs={"rows": 2})
_DAYS = ("invalid", "min_value", "max_value")


class ArgumentsForm(PageForm):
    """What one act needs; :meth:`arguments` gives it as the text that a run keeps."""

    @classmethod
    def initial_of(cls, arguments: Mapping[str, str]) -> dict[str, Any]:
        """Return the first values of the fields for arguments that a run keeps."""
        return dict(arguments)

    def arguments(self) -> dict[str, str]:
        """Return what was typed, empty values left out."""
        held = {name: self.cleaned_data.get(name) for name in self.fields}
        return {name: _kept(value) for name, value in held.items() if value not in (None, "")}


class ReasonForm(ArgumentsForm):
    """An act that needs a reason, the same for all."""

    reason = forms.CharField(label=_("Lý do (ghi vào từng nhiệm vụ)"), widget=_LONG, max_length=4000)


class DeadlineForm(ArgumentsForm):
    """One day for all, or so many days more for each."""

    day = DayField(label=_("Thời hạn mới cho mọi nhiệm vụ"), required=False)
    more_days = forms.IntegerField(
        label=_("Hoặc lùi thêm (ngày) so với thời hạn của từng nhiệm vụ"),
        required=False,
        min_value=1,
        max_value=365,
        error_messages={name: _("Số ngày lùi là số nguyên từ 1 đến 365.") for name in _DAYS},
    )
    reason = forms.CharField(label=_("Lý do (ghi vào từng nhiệm vụ)"), widget=_LONG, max_length=4000)

    @classmethod
    def initial_of(cls, arguments: Mapping[str, str]) -> dict[str, Any]:
        """The day as a day."""
        day = arguments.get("day")
        return {**arguments, "day": dt.date.fromisoformat(day) if day else None}

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two ways."""
        held = super().clean() or {}
        if not self.errors and bool(held.get("day")) == bool(held.get("more_days")):
            self.add_error("day", _("Hãy ghi thời hạn mới, hoặc số ngày lùi thêm, một trong hai."))
        return held


class ReturnForm(ReasonForm):
    """Why products are returned."""

    kind = forms.ChoiceField(label=_("Loại lý do"), choices=[("", _("— chọn —")), *ReturnKind.choices])
    field_order = ("kind", "reason")


class QuestionForm(ArgumentsForm):
    """What has to be explained."""

    question = forms.CharField(label=_("Cần giải trình điều gì"), widget=_LONG, max_length=4000)


class FieldForm(ArgumentsForm):
    """The field all of them belong to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = forms.ChoiceField(label=_("Lĩnh vực của mọi nhiệm vụ"), choices=field_choices(), required=False)
        self.add_first_field("field", field)


class PersonForm(ArgumentsForm):
    """Who is in charge of all of them."""

    def __init__(self, *args: Any, posts: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (str(post.pk), f"{post.person.full_name} – {post.position.title}, {post.unit.name}") for post in posts
        ]
        field = forms.ChoiceField(label=_("Người thực hiện"), choices=[("", _("— chọn —")), *choices])
        self.add_first_field("appointment", field)


FORMS: Mapping[Act, type[ArgumentsForm]] = {
    Act.NAME_PERSON: PersonForm,
    Act.SET_DEADLINE: DeadlineForm,
    Act.SET_FIELD: FieldForm,
    Act.ASK_EXPLANATION: QuestionForm,
    Act.RETURN: ReturnForm,
    Act.QUESTION: ReasonForm,
    Act.STOP: ReasonForm,
}
"""The acts that need something, with the form that asks for it."""


def _kept(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
