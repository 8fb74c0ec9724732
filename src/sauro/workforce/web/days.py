"""The day a page shows: ``?ngay=25/11/2026``, today without it."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import today
from sauro.ui.forms import DayField, PageForm


class AsOfForm(PageForm):
    """The day asked for."""

    ngay = DayField(label=_("Tại ngày"))


def day_of(request: HttpRequest) -> tuple[dt.date, AsOfForm]:
    """Return the day a page is to show, and its form; a day that makes no sense is shown as a fault and is today."""
    form = AsOfForm(request.GET if "ngay" in request.GET else None, initial={"ngay": today()})
    asked = form.cleaned_data.get("ngay") if form.is_bound and form.is_valid() else None
    return asked or today(), form


def written(day: dt.date) -> str:
    """Return a day as the address holds it."""
    return f"{day:%d/%m/%Y}"
