"""The pages of regulations, and of what somebody is appraised as."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.appraisals.catalogue_forms import AppraiseeForm, RegulationForm
from sauro.appraisals.enums import Appraised, Duty
from sauro.appraisals.models import Appraisee, Regulation
from sauro.appraisals.policies import regulation_policy, ruled_policy
from sauro.appraisals.selectors.sheets import get_sheet
from sauro.appraisals.services.regulations import set_appraisee, set_regulation
from sauro.appraisals.setting_words import SETTINGS, VALUES
from sauro.common.clock import today
from sauro.common.errors import NotAllowed


@require_http_methods(["GET", "POST"])
@login_required
def regulation_new(request: ActorRequest) -> HttpResponse:
    """Ask for a regulation, or lay it down."""
    if not request.actor.holds("appraisal_rules.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền đặt quy chế đánh giá."))
    form = RegulationForm(request.POST if request.method == "POST" else None, initial={"since": today()})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = set_regulation(
                actor=request.actor, unit_id=held["unit"], subject=Appraised(held["subject"]), since=held["since"],
                given=form.given, days=form.days, decision=held["decision"], decided_on=held["decided_on"],
            )  # fmt: skip
            messages.success(request, _("Đã đặt quy chế. Phiếu đang ghi từ tháng này theo quy chế mới."))
            return redirect("regulation-detail", pk=made.pk)
    context = {"form": form, "title": _("Đặt quy chế đánh giá"), "button": _("Đặt quy chế")}
    return render(request, "appraisals/catalogue_form.html", context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def regulation_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a regulation with each choice in words, those by default said so."""
    regulation = regulation_policy.get_visible(request.actor, pk, base=Regulation.objects.select_related("unit"))
    chosen = [
        (label, VALUES[name, str(value)] if (value := regulation.settings.get(name)) else _("theo mặc định"))
        for name, label in SETTINGS.items()
    ]
    return render(request, "appraisals/regulation.html", {"regulation": regulation, "chosen": chosen})


@require_http_methods(["GET", "POST"])
@login_required
def sheet_appraisee(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask as what the person of a sheet is appraised, or lay it down; by the personnel unit."""
    sheet = get_sheet(request.actor, pk)
    if not ruled_policy.can(request.actor, "manage", sheet.unit):
        raise NotAllowed("not-allowed", _("Việc này do bộ phận nhân sự làm."))
    known = Appraisee.objects.filter(appointment=sheet.appointment_id).prefetch_related("fields").first()
    initial = {
        "subject": sheet.subject, "duty": sheet.duty, "like_group": sheet.like_group,
        "is_left_out": bool(known and known.is_left_out),
    }  # fmt: skip
    charged = list(known.fields.all()) if known else []
    form = AppraiseeForm(request.POST if request.method == "POST" else None, initial=initial, charged=charged)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            set_appraisee(
                actor=request.actor, appointment_id=sheet.appointment_id, subject=Appraised(held["subject"]),
                duty=Duty(held["duty"]), like_group=held["like_group"], fields=held["charges"],
                is_left_out=held["is_left_out"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi. Phiếu đang ghi theo đối tượng mới; phải tự chấm lại."))
            return redirect("sheet-detail", pk=pk)
    context = {"form": form, "title": _("Đối tượng đánh giá"), "button": _("Ghi"), "sheet": sheet}
    return render(request, "appraisals/catalogue_form.html", context, status=422 if form.is_bound else 200)
