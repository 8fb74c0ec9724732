"""Forms for work that several documents asked for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.ui.forms import PageForm

_LONG = forms.Textarea(attrs={"rows": 2})


class BindForm(PageForm):
    """Which other assignment the same work answers, by its code, and why."""

    other = forms.CharField(
        label=_("Mã nhiệm vụ kia"), max_length=20, help_text=_("Viết như NV-2026-000123; cùng đơn vị thực hiện.")
    )
    reason = forms.CharField(label=_("Vì sao là cùng một việc"), widget=_LONG, max_length=2000)


class BindReasonForm(PageForm):
    """Why two assignments are the same work."""

    reason = forms.CharField(label=_("Vì sao là cùng một việc"), widget=_LONG, max_length=2000)


class UnbindForm(PageForm):
    """Why they are not."""

    reason = forms.CharField(label=_("Vì sao không phải cùng một việc"), widget=_LONG, max_length=2000)
