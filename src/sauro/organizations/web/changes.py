"""Pages that change a unit: other names, a new name, the people in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.organizations.enums import AliasKind, UnitKind
from sauro.organizations.forms import AddUnitForm, AliasForm, AppointForm, EndAppointmentForm, ReasonForm, RenameForm
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.organizations.selectors.units import get_alias, get_appointment
from sauro.organizations.services.adding import add_unit
from sauro.organizations.services.people import appoint_person, end_appointment
from sauro.organizations.services.renaming import rename_unit
from sauro.organizations.services.units import add_alias, end_alias
from sauro.organizations.web.units import show_unit
from sauro.ui.forms import PageForm


@login_required
@require_POST
def alias_create(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add another name; a refusal is shown on the unit's own page."""
    actor = request.actor
    unit_policy.require(actor, "manage", unit_policy.get_visible(actor, pk))
    form = AliasForm(request.POST)
    if form.is_valid() and _done(
        form,
        lambda held: add_alias(actor=actor, unit_id=pk, text=held["text"], kind=AliasKind(held["kind"])),
    ):
        messages.success(request, _("Đã thêm tên gọi. Văn bản đọc từ nay sẽ hiểu tên này."))
        return redirect("unit-detail", pk=pk)
    return show_unit(request, pk, alias_form=form, status=422)


@login_required
@require_http_methods(["GET", "POST"])
def alias_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Stop using another name, with a reason."""
    alias = get_alias(request.actor, pk)
    form = ReasonForm(_posted(request))
    if form.is_valid() and _done(form, lambda held: end_alias(actor=request.actor, alias_id=pk, reason=held["reason"])):
        messages.success(request, _("Đã thôi dùng tên gọi."))
        return redirect("unit-detail", pk=alias.unit_id)
    return _form_page(request, form, alias.unit, _("Thôi dùng tên gọi “%(name)s”") % {"name": alias.text})


@login_required
@require_http_methods(["GET", "POST"])
def unit_rename(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a unit a new name from a day on."""
    unit = unit_policy.get_visible(request.actor, pk)
    form = RenameForm(_posted(request))
    if form.is_valid() and _done(form, lambda held: rename_unit(actor=request.actor, unit_id=pk, **held)):
        messages.success(request, _("Đã đổi tên. Tên cũ vẫn được hiểu trong văn bản."))
        return redirect("unit-detail", pk=pk)
    return _form_page(request, form, unit, _("Đổi tên đơn vị"))


@login_required
@require_http_methods(["GET", "POST"])
def unit_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a body below a unit."""
    parent = unit_policy.get_visible(request.actor, pk)
    form = AddUnitForm(_posted(request))
    if form.is_valid():
        held = {**form.cleaned_data, "kind": UnitKind(form.cleaned_data["kind"])}
        if _done(form, lambda _held: add_unit(actor=request.actor, parent_id=pk, **held)):
            messages.success(request, _("Đã thêm đơn vị."))
            return redirect("unit-detail", pk=pk)
    return _form_page(request, form, parent, _("Thêm đơn vị trực thuộc"))


@login_required
@require_http_methods(["GET", "POST"])
def appointment_create(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give somebody a post in the unit."""
    unit = unit_policy.get_visible(request.actor, pk)
    form = AppointForm(_posted(request))
    if form.is_valid() and _done(form, lambda held: appoint_person(actor=request.actor, unit_id=pk, **held)):
        messages.success(request, _("Đã ghi người giữ chức danh."))
        return redirect("unit-detail", pk=pk)
    return _form_page(request, form, unit, _("Thêm người giữ chức danh"))


@login_required
@require_http_methods(["GET", "POST"])
def appointment_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End somebody's post, with the last day and a reason."""
    appointment = get_appointment(request.actor, pk)
    form = EndAppointmentForm(_posted(request))
    if form.is_valid() and _done(form, lambda held: end_appointment(actor=request.actor, appointment_id=pk, **held)):
        messages.success(request, _("Đã ghi thôi giữ chức danh."))
        return redirect("unit-detail", pk=appointment.unit_id)
    return _form_page(request, form, appointment.unit, _("Thôi giữ chức danh: %(post)s") % {"post": appointment})


def _posted(request: ActorRequest) -> QueryDict | None:
    """What a form is bound to: an empty post is answered with its faults, a plain visit is not."""
    return request.POST if request.method == "POST" else None


def _done(form: PageForm, deed: Callable[[dict[str, Any]], object]) -> bool:
    """Run a service with the cleaned values; a refusal that belongs to a field goes back to the form."""
    with form.showing_refusals():
        deed(form.cleaned_data)
        return True
    return False


def _form_page(request: ActorRequest, form: PageForm, unit: Unit, title: str) -> HttpResponse:
    unit_policy.require(request.actor, "manage", unit)
    status = 422 if form.is_bound else 200
    return render(request, "organizations/unit_form.html", {"form": form, "unit": unit, "title": title}, status=status)
