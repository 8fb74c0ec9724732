"""The list of fields of work: adding and changing one, and taking over the usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.organizations.models import Unit
from sauro.tasks.field_table import FIELDS
from sauro.tasks.models import WorkField
from sauro.tasks.policies import field_policy, manages_fields
from sauro.tasks.selectors.fields import get_field
from sauro.tasks.services.fields import (
    LONGEST_NAME,
    MOST_POSITION,
    FieldText,
    create_field,
    edit_field,
    import_starting_list,
)
from sauro.ui.forms import PageForm, UnitField
from sauro.ui.lists.page import EmptyState, register_page
from sauro.ui.lists.view import render_list

register_page(FIELDS)


class FieldForm(PageForm):
    """A field: its name, its place in the list, the words and bodies by which it is proposed, whether it is in use."""

    name = forms.CharField(label=gettext_lazy("Tên lĩnh vực"), max_length=LONGEST_NAME)
    position = forms.IntegerField(
        label=gettext_lazy("Thứ tự"), min_value=0, max_value=MOST_POSITION, initial=0, required=False
    )
    words = forms.CharField(
        label=gettext_lazy("Từ nhận biết"),
        help_text=gettext_lazy("Mỗi dòng một từ hoặc cụm từ. Câu nào có từ này thì lĩnh vực được đề xuất, người chọn."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        required=False,
    )
    is_open = forms.BooleanField(label=gettext_lazy("Đang dùng"), required=False, initial=True)

    def __init__(self, *args: Any, units: Sequence[Unit] = (), asks_code: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units:
            choices = [(str(unit.pk), unit.name) for unit in units]
            kept = forms.MultipleChoiceField(
                label=gettext_lazy("Cơ quan phụ trách"),
                choices=choices,
                initial=[pk for pk, _name in choices],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            self.add_last_field("leads", kept)
        more = UnitField(
            label=gettext_lazy("Thêm cơ quan phụ trách"),
            help_text=gettext_lazy("Việc do cơ quan này chủ trì thì lĩnh vực được đề xuất."),
            required=False,
        )
        self.add_last_field("more_leads", more)
        if asks_code:
            code = forms.CharField(
                label=gettext_lazy("Mã"), max_length=30, help_text=gettext_lazy("Ví dụ dat-dai. Không đổi về sau.")
            )
            self.add_first_field("code", code)

    def text(self) -> FieldText:
        """Return what was typed."""
        held = self.cleaned_data
        leads = [UUID(pk) for pk in held.get("leads", ())]
        more = [held["more_leads"]] if held.get("more_leads") else []
        return FieldText(
            name=held["name"],
            position=held.get("position") or 0,
            words=held.get("words", "").splitlines(),
            leads=list(dict.fromkeys([*leads, *more])),
            is_open=held["is_open"],
        )


@require_safe
@login_required
def field_list(request: ActorRequest) -> HttpResponseBase:
    """Show the list; those who may not change it get no buttons that would refuse them."""
    page = FIELDS if manages_fields(request.actor) else replace(FIELDS, actions=(), empty=EmptyState(FIELDS.empty.text))
    return render_list(request, page)


@require_http_methods(["GET", "POST"])
@login_required
def field_add(request: ActorRequest) -> HttpResponse:
    """Show the form of a new field, or keep it."""
    if not manages_fields(request.actor):
        raise NotAllowed("not-allowed", _("Chỉ quản trị hệ thống và chánh văn phòng cấp tỉnh sửa danh mục lĩnh vực."))
    form = FieldForm(request.POST if request.method == "POST" else None, asks_code=True)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            create_field(actor=request.actor, code=form.cleaned_data["code"], text=form.text())
            messages.success(request, _("Đã thêm lĩnh vực."))
            return redirect("field-list")
    return _page(request, form, None)


@require_http_methods(["GET", "POST"])
@login_required
def field_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a field, or change it."""
    field = get_field(request.actor, pk)
    initial = {
        "name": field.name,
        "position": field.position,
        "words": "\n".join(field.words),
        "is_open": field.is_open,
    }
    data = request.POST if request.method == "POST" else None
    form = FieldForm(data, initial=initial, units=list(field.leads.all()))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            edit_field(actor=request.actor, field_id=pk, text=form.text())
            messages.success(request, _("Đã lưu lĩnh vực."))
            return redirect("field-list")
    return _page(request, form, field)


@require_http_methods(["GET", "POST"])
@login_required
def field_import(request: ActorRequest) -> HttpResponse:
    """Ask, then take over the usual fields that are missing."""
    if request.method == "POST":
        made = import_starting_list(actor=request.actor)
        told = _("Đã thêm %(count)s lĩnh vực. Hãy xem lại từ nhận biết và cơ quan phụ trách.") % {"count": len(made)}
        messages.success(request, told if made else _("Danh mục đã có đủ các lĩnh vực thường dùng."))
        return redirect("field-list")
    if not manages_fields(request.actor):
        raise NotAllowed("not-allowed", _("Chỉ quản trị hệ thống và chánh văn phòng cấp tỉnh sửa danh mục lĩnh vực."))
    return render(request, "tasks/field_import.html")


def _page(request: ActorRequest, form: FieldForm, field: WorkField | None) -> HttpResponse:
    may_change = field is None or field_policy.can(request.actor, "manage", field)
    context = {"form": form, "field": field, "may_change": may_change}
    return render(request, "tasks/field.html", context, status=422 if form.errors else 200)
