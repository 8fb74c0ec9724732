"""The fields drawn by functions look as those of Django's templates, sign by sign."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from sauro.ui.drawn_widgets import DrawnWidgets

WICKED = "\"><script>alert('x')</script>&"
CHOICES = [("", _("— chọn —")), ("g", "Chọn"), (WICKED, WICKED), (2000, 1500), ("s", mark_safe("<b>an toàn</b>"))]


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput(attrs={"data-on": True, "data-off": False, "title": WICKED}), WICKED),
        (forms.TextInput(), None),
        (forms.NumberInput(), 5000),
        (forms.DateInput(), dt.date(2026, 11, 26)),
        (forms.EmailInput(), "mau@vidu.vn"),
        (forms.HiddenInput(), 0),
        (forms.PasswordInput(), "bi-mat"),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.Textarea(attrs={"rows": 1000}), f"Dòng một\n{WICKED}"),
        (forms.Textarea(), ""),
        (forms.Select(choices=CHOICES), "g"),
        (forms.Select(choices=[("", "–"), (WICKED, CHOICES)]), WICKED),
        (forms.SelectMultiple(choices=CHOICES), ["g", WICKED]),
        (forms.RadioSelect(choices=CHOICES), "g"),
        (forms.ClearableFileInput(), None),
    ],
)
def test_markup_is_that_of_django(widget: forms.Widget, value: Any) -> None:
    attrs = {"id": "id_truong", "aria-describedby": "gợi ý"}
    drawn = widget.render(f"truong{WICKED}", value, attrs=attrs, renderer=DrawnWidgets())
    assert drawn == widget.render(f"truong{WICKED}", value, attrs=attrs, renderer=DjangoTemplates())
    assert hasattr(drawn, "__html__")
