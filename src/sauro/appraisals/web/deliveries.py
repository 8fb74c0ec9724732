"""Files of closed results for the national database: what is due, what was made, making one."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.appraisals.forms import DeliveryForm
from sauro.appraisals.selectors.deliveries import deliveries_due, files_of, own_results_unit
from sauro.appraisals.services.results_file import make_results_file
from sauro.common.errors import NotAllowed
from sauro.documents.web.file_answers import made_file_answer


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def results_delivery(request: ActorRequest) -> HttpResponse | FileResponse:
    """Show what is due and the last files, or make one."""
    unit = own_results_unit(request.actor)
    if unit is None:
        raise NotAllowed("not-allowed", _("Chỉ người xem được mọi phiếu của đơn vị mới lập tệp kết quả."))
    due = deliveries_due(request.actor)
    initial = {"unit": unit.pk, "period": f"{due[0].month:%Y-%m}" if due else None}
    form = DeliveryForm(request.POST if request.method == "POST" else None, initial=initial)
    form.fields["unit"].widget.text = unit.name
    if form.is_bound and form.is_valid():
        kind, period = form.asked
        with form.showing_refusals():
            data, note = make_results_file(
                actor=request.actor, unit_id=form.cleaned_data["unit"], kind=kind, period=period
            )
            return made_file_answer(BytesIO(data), f"ket-qua-{note.unit.code}-{form.cleaned_data['period']}.json")
    context = {"form": form, "due": due, "files": files_of(request.actor, unit), "unit": unit}
    return render(request, "appraisals/delivery.html", context, status=422 if form.is_bound else 200)
