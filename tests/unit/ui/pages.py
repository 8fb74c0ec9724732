"""A list page over units and its addresses, for the tests of the kit."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.ui.badges import Badge, Tone
from sauro.ui.charts import Chart, ChartKind, Series
from sauro.ui.forms import PageForm
from sauro.ui.lists import (
    Action,
    ChoiceFilter,
    Column,
    DateRangeFilter,
    EmptyState,
    Kind,
    ListPage,
    QuickView,
    UnitFilter,
    render_list,
)

PAGE = ListPage[Unit](
    name="test-units",
    title=_("Cơ quan thử"),
    rows=lambda actor: unit_policy.visible(actor).select_related("parent"),
    columns=[
        Column("ten", _("Tên"), value=lambda unit: unit.name, link=lambda unit: f"/mo/{unit.code}/", sort="sort_key"),
        Column("ma", _("Mã"), value=lambda unit: unit.code, sort="code"),
        Column("tren", _("Trực thuộc"), value=lambda unit: unit.parent, sort="parent__sort_key"),
        Column("loai", _("Loại"), value=lambda unit: unit.get_kind_display(), sort=("kind", "sort_key")),
        Column("dau", _("Dấu"), value=lambda unit: Badge(unit.get_level_display(), Tone.DONE), kind=Kind.BADGE),
        Column("tu", _("Từ ngày"), value=lambda unit: unit.valid.lower, kind=Kind.DATE, default=False),
        Column("so", _("Số"), value=lambda unit: unit.position, kind=Kind.NUMBER, sort="position", default=False),
    ],
    default_sort="ten",
    search="search_key",
    filters=[
        ChoiceFilter("l", _("Loại"), UnitKind.choices, field="kind"),
        DateRangeFilter("hieu-luc", _("Hiệu lực"), field="valid__startswith"),
        UnitFilter("dv", _("Trực thuộc"), field="parent"),
    ],
    quick_views=[QuickView(_("Các sở"), "l=department")],
    actions=[Action(_("Quản lý"), "user-list", permission="accounts.manage")],
    empty=EmptyState(_("Chưa có cơ quan nào. Hãy nạp danh mục."), Action(_("Nạp danh mục"), "home")),
    page_size=4,
    permission="units.view",
)


def units(request: HttpRequest) -> HttpResponseBase:
    """Show the list."""
    return render_list(request, PAGE)


_FORM = """{% extends "ui/base.html" %}{% block title %}Thử{% endblock %}{% block page_title %}Biểu mẫu{% endblock %}
{% block content %}<form method="post" data-draft="thu" novalidate>{% csrf_token %}{% include "ui/form.html" %}
<button class="btn btn-primary" type="submit">Gửi</button>
<button class="btn" type="submit" name="stop" value="1" data-confirm="Dừng nhiệm vụ này?">Dừng</button></form>
{% include "ui/components/chart.html" with chart=chart %}
<button class="btn" hx-get="/khong-co/" hx-target="#content">Hỏng</button>{% endblock %}"""
_CHART = Chart("Nhiệm vụ theo cơ quan", ChartKind.BARS, ["Sở Nội vụ", "Sở Tài chính"], [Series("Quá hạn", [1, 2])])


class NoteForm(PageForm):
    """Two fields to lose."""

    subject = forms.CharField(label=_("Trích yếu"))
    note = forms.CharField(label=_("Ghi chú"), widget=forms.Textarea, required=False)


def note(request: HttpRequest) -> HttpResponseBase:
    """Show the form; a good one leads to the list, with what was pressed in the address."""
    form = NoteForm(request.POST or None)
    if form.is_valid():
        return redirect(f"/thu/?q={'dung' if 'stop' in request.POST else 'gui'}")
    return HttpResponse(engines["django"].from_string(_FORM).render({"form": form, "chart": _CHART}, request))


def no_units(request: HttpRequest) -> HttpResponseBase:
    """Show the list without rows."""
    return render_list(request, PAGE, rows=Unit.objects.none())


urlpatterns = [path("ghi/", note), path("thu/", units), path("thu-rong/", no_units), path("", include("sauro.urls"))]
