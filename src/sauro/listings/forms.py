"""Forms of saved views."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.listings.models.views import NAME_LENGTH
from sauro.organizations.models import Unit
from sauro.ui.forms import PageForm


class NameForm(PageForm):
    """The name of a view."""

    name = forms.CharField(label=_("Tên cách xem"), max_length=NAME_LENGTH)


class SaveForm(NameForm):
    """A new view: its name, what it holds, and whether the list opens with it."""

    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=8000)
    is_default = forms.BooleanField(label=_("Mở danh sách bằng cách xem này"), required=False)


class QueryForm(PageForm):
    """What a view shall hold from now on."""

    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=8000)


class ShareForm(PageForm):
    """With which unit a view is shared."""

    includes_below = forms.BooleanField(label=_("Cả đơn vị trực thuộc"), required=False)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(unit.pk), unit.name) for unit in units]
        choices = known if len(known) == 1 else [("", _("— chọn —")), *known]
        self.add_first_field("unit", forms.ChoiceField(label=_("Chia sẻ với"), choices=choices))
