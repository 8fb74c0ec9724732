"""Templates of criteria: adding, changing and retiring one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.tasks.models import ChecklistTemplate
from sauro.tasks.policies import template_policy
from sauro.tasks.selectors.checklists import get_template, units_keeping_templates
from sauro.tasks.services.checklist_templates import (
    LONGEST_KIND,
    TemplateText,
    create_template,
    edit_template,
    retire_template,
)
from sauro.ui.forms import PageForm


class TemplateForm(PageForm):
    """The kind of product and its criteria; a new template also asks for which unit it is kept."""

    product_kind = forms.CharField(
        label=gettext_lazy("Loại sản phẩm"),
        max_length=LONGEST_KIND,
        help_text=gettext_lazy("Ví dụ: Báo cáo, Kế hoạch, Quyết định."),
    )
    criteria = forms.CharField(
        label=gettext_lazy("Tiêu chí"),
        help_text=gettext_lazy("Mỗi dòng một tiêu chí."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=12_000,
    )

    def ask_unit(self, actor: Actor) -> None:
        """Ask which of the actor's units keeps the template."""
        units = [(str(unit.pk), unit.name) for unit in units_keeping_templates(actor)]
        field = forms.ChoiceField(label=gettext_lazy("Dùng cho"), choices=units)
        field.initial = str(actor.unit_id)
        self.add_first_field("unit", field)

    def text(self) -> TemplateText:
        """Return what was typed."""
        return TemplateText(self.cleaned_data["product_kind"], self.cleaned_data["criteria"].splitlines())


@require_http_methods(["GET", "POST"])
@login_required
def template_add(request: ActorRequest) -> HttpResponse:
    """Show the form of a new template, or keep it."""
    if not units_keeping_templates(request.actor).exists():
        raise NotAllowed("not-allowed", _("Chỉ người quyết định việc giao của đơn vị mới đặt mẫu tiêu chí."))
    form = TemplateForm(request.POST if request.method == "POST" else None)
    form.ask_unit(request.actor)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            create_template(actor=request.actor, unit_id=UUID(form.cleaned_data["unit"]), text=form.text())
            messages.success(request, _("Đã lưu mẫu tiêu chí."))
            return redirect("checklist-template-list")
    return _page(request, form, None)


@require_http_methods(["GET", "POST"])
@login_required
def template_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a template, or change it."""
    template = get_template(request.actor, pk)
    initial = {"product_kind": template.product_kind, "criteria": "\n".join(template.lines)}
    form = TemplateForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            edit_template(actor=request.actor, template_id=pk, text=form.text())
            messages.success(request, _("Đã lưu mẫu tiêu chí."))
            return redirect("checklist-template-list")
    return _page(request, form, template)


@require_POST
@login_required
def template_retire(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Offer a template no longer."""
    try:
        retire_template(actor=request.actor, template_id=pk)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Mẫu này thôi dùng; nhiệm vụ đã nhận tiêu chí từ mẫu vẫn giữ nguyên."))
    return redirect("checklist-template-list")


def _page(request: ActorRequest, form: TemplateForm, template: ChecklistTemplate | None) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "template": template,
        "may_change": template is None or template_policy.can(request.actor, "change", template),
    }
    return render(request, "tasks/checklist_template.html", context, status=422 if form.errors else 200)
