"""Forms of difficulties."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.difficulties.enums import Cause
from sauro.difficulties.models import Difficulty
from sauro.ui.forms import PageForm, UnitField

_LONG = forms.Textarea(attrs={"rows": 4})


class RaiseForm(PageForm):
    """What hinders, and what is asked for."""

    text = forms.CharField(label=_("Khó khăn, vướng mắc"), widget=_LONG, max_length=8000)
    request = forms.CharField(label=_("Kiến nghị"), widget=_LONG, max_length=8000, required=False)


class AnswerForm(PageForm):
    """The answer, and whether it was an objective cause."""

    text = forms.CharField(label=_("Trả lời"), widget=_LONG, max_length=8000)
    cause = forms.ChoiceField(label=_("Nguyên nhân"), choices=Cause.choices, initial=Cause.UNDECIDED)


class ForwardForm(PageForm):
    """Where it goes and why."""

    reason = forms.CharField(label=_("Vì sao vượt thẩm quyền"), widget=_LONG, max_length=2000)
    to_unit = UnitField(label=_("Chuyển đến"), required=False, help_text=_("Để trống thì chuyển cấp trên trực tiếp."))


class JoinForm(PageForm):
    """Which other one asks the same."""

    def __init__(self, *args: Any, joinable: list[Difficulty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), f"{one.code} – {one.unit.name}: {one.text[:80]}") for one in joinable]
        field = forms.ChoiceField(label=_("Cùng nội dung với"), choices=[("", _("— chọn —")), *choices])
        self.add_first_field("other", field)
