"""Pages of templates."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.programmes.builtin import BUILT_IN, LABELS
from sauro.programmes.enums import ProgrammeKind
from sauro.programmes.forms import TemplateForm
from sauro.programmes.models import ProgrammeTemplate
from sauro.programmes.outline import PLACEHOLDERS
from sauro.programmes.policies import template_policy
from sauro.programmes.selectors.starting import composing_units
from sauro.programmes.services.templates import change_template, create_template


@require_http_methods(["GET", "POST"])
@login_required
def new_template(request: ActorRequest, kind: str) -> HttpResponse:
    """Start a template from the built-in one of its kind, or keep it."""
    domain = "party" if kind == ProgrammeKind.PROGRAMME else "state"
    unit = next((one for one in composing_units(request.actor) if one.domain == domain), None)
    if unit is None:
        raise NotAllowed("no-unit", _("Vai trò của bạn không lập mẫu loại này cho cơ quan nào."))
    built_in = next(one for one in BUILT_IN.values() if one.kind == kind)
    initial = {"outline": built_in.outline, **{name: str(label) for name, label in LABELS.items()}}

    def save(held: dict[str, Any]) -> ProgrammeTemplate:
        return create_template(actor=request.actor, unit_id=unit.pk, kind=ProgrammeKind(kind), **held)

    return _page(request, save, initial, {"unit": unit, "may_change": True})


@require_http_methods(["GET", "POST"])
@login_required
def template_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a template, or change it."""
    base = ProgrammeTemplate.objects.select_related("owner_unit")
    template = template_policy.get_visible(request.actor, pk, base=base)
    initial = {"name": template.name, "outline": template.outline, **template.labels}

    def save(held: dict[str, Any]) -> ProgrammeTemplate:
        return change_template(actor=request.actor, template_id=pk, **held)

    may_change = template_policy.can(request.actor, "change", template)
    return _page(request, save, initial, {"unit": template.owner_unit, "template": template, "may_change": may_change})


def _page(request: ActorRequest, save: Any, initial: dict[str, Any], context: dict[str, Any]) -> HttpResponse:
    form = TemplateForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        labels = {name: held[name] for name in LABELS}
        with form.showing_refusals():
            saved = save({"name": held["name"], "outline": held["outline"], "labels": labels})
            messages.success(request, _("Đã lưu mẫu. Văn bản đã lập trước không đổi."))
            return redirect("programme-template", pk=saved.pk)
    shown = {"form": form, "placeholders": [f"{{{one}}}" for one in PLACEHOLDERS], **context}
    return render(request, "programmes/template.html", shown, status=422 if form.is_bound else 200)
