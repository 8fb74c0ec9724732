"""Forms of difficulties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.difficulties.enums import Cause
from sauro.difficulties.selectors.likeness import Like
from sauro.difficulties.selectors.ways import Way
from sauro.organizations.models import Unit
from sauro.ui.forms import PageForm, UnitField

_LONG = forms.Textarea(attrs={"rows": 4})
_SHOWN = 90


class TroubleForm(PageForm):
    """What hinders, and what is asked for."""

    text = forms.CharField(label=gettext_lazy("Khó khăn, vướng mắc"), widget=_LONG, max_length=8000)
    request = forms.CharField(label=gettext_lazy("Kiến nghị"), widget=_LONG, max_length=8000, required=False)


class RaiseForm(TroubleForm):
    """A difficulty in the work on an assignment, and to whom it goes when more than one body is in question."""

    def __init__(self, *args: Any, ways: Sequence[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(ways) > 1:
            choices = [(str(way.unit.pk), f"{way.unit.name} – {way.route.label}") for way in ways]
            field = forms.ChoiceField(
                label=_("Gửi đến"), choices=choices, initial=choices[0][0], widget=forms.RadioSelect
            )
            self.add_last_field("to_unit", field)


class RaiseAloneForm(TroubleForm):
    """A difficulty that is tied to no assignment."""

    about = forms.CharField(
        label=gettext_lazy("Về văn bản, lĩnh vực nào"), max_length=300, required=False,
        help_text=gettext_lazy("Ví dụ số, ký hiệu của văn bản, hoặc lĩnh vực công việc."),
    )  # fmt: skip
    to_unit = UnitField(
        label=gettext_lazy("Gửi đến"), required=False, help_text=gettext_lazy("Để trống thì gửi cấp trên trực tiếp.")
    )
    field_order = ("unit", "about", "text", "request", "to_unit")

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(units) > 1:
            choices = [(str(unit.pk), unit.name) for unit in units]
            self.add_first_field("unit", forms.ChoiceField(label=_("Nêu thay cho đơn vị"), choices=choices))


class AnswerForm(PageForm):
    """The answer, and whether it was an objective cause."""

    text = forms.CharField(label=gettext_lazy("Trả lời"), widget=_LONG, max_length=8000)
    cause = forms.ChoiceField(label=gettext_lazy("Nguyên nhân"), choices=Cause.choices, initial=Cause.UNDECIDED)


class ForwardForm(PageForm):
    """Where it goes and why."""

    reason = forms.CharField(label=gettext_lazy("Vì sao vượt thẩm quyền"), widget=_LONG, max_length=2000)
    to_unit = UnitField(
        label=gettext_lazy("Chuyển đến"),
        required=False,
        help_text=gettext_lazy("Để trống thì chuyển cấp trên trực tiếp."),
    )


class JoinForm(PageForm):
    """Which others ask the same."""

    def __init__(self, *args: Any, alike: Sequence[Like], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(like.difficulty.pk), _line(like)) for like in alike]
        field = forms.MultipleChoiceField(
            label=_("Cùng nội dung"), choices=choices, widget=forms.CheckboxSelectMultiple, required=False
        )
        self.add_first_field("others", field)


class AlikeForm(PageForm):
    """Which earlier answer is given again."""

    other = forms.UUIDField(widget=forms.HiddenInput)


def _line(like: Like) -> str:
    one = like.difficulty
    words = Truncator(" ".join(one.text.split())).chars(_SHOWN)
    line = f"{one.code} – {one.unit.name}: {words}"
    return _("%(line)s (có thể cùng nội dung)") % {"line": line} if like.is_likely else line
