"""Deeds on what is asked: gathering, answers, exclusions, reference documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError
from sauro.programmes.enums import DemandKind, ReferenceState
from sauro.programmes.forms import DemandForm, JudgeForm, ReferencesForm
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services import answering
from sauro.programmes.services.checking import check_again
from sauro.programmes.services.gathering import gather_demands
from sauro.programmes.web.columns import columns
from sauro.ui.forms import PageForm

PARTIAL = _lazy(
    "Vai trò của bạn không xem được hết văn bản và nhiệm vụ của cơ quan, nên có yêu cầu chưa được lấy. Hãy nhờ văn thư "
    "hoặc Chánh Văn phòng bấm “Lấy yêu cầu”."
)


def _take_up(actor: Actor, pk: UUID, demand: UUID, data: QueryDict) -> object:
    entry = data.get("entry", "")
    if not entry:
        raise DomainError("entry-needed", _("Hãy chọn dòng đáp ứng yêu cầu này."))
    return answering.take_up(actor=actor, programme_id=pk, demand_id=demand, entry_id=_uuid(entry))


def _reopen(actor: Actor, pk: UUID, demand: UUID, data: QueryDict) -> object:
    entry = _uuid(data.get("entry", "")) if data.get("entry") else None
    return answering.reopen_demand(actor=actor, programme_id=pk, demand_id=demand, entry_id=entry)


_DEEDS: Mapping[str, Callable[[Actor, UUID, UUID, QueryDict], object]] = {
    "dua-vao": _take_up,
    "loai": lambda actor, pk, demand, data: answering.exclude_demand(
        actor=actor, programme_id=pk, demand_id=demand, reason=data.get("reason", "")
    ),
    "mo-lai": _reopen,
    "xac-nhan": lambda actor, pk, demand, _data: answering.confirm_answers(
        actor=actor, programme_id=pk, demand_id=demand
    ),
}


@require_POST
@login_required
def demand_deed(request: ActorRequest, pk: UUID, demand: UUID, act: str) -> HttpResponse:
    """Say which line answers a demand, leave it out, take either back, or confirm it after a change."""
    if act not in _DEEDS:
        raise Http404
    _DEEDS[act](request.actor, pk, demand, request.POST)
    return columns(request, pk)


@require_POST
@login_required
def demand_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Enter a demand by hand."""
    visible_programme(request.actor, pk)
    held = _checked(DemandForm(request.POST)).cleaned_data
    answering.add_demand(
        actor=request.actor, programme_id=pk, kind=DemandKind(held["kind"]), text=held["text"],
        source_text=held["source_text"], due_on=held["due_on"],
    )  # fmt: skip
    return columns(request, pk)


@require_POST
@login_required
def gather(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Bring the demands up to date."""
    found = gather_demands(actor=request.actor, programme_id=pk)
    text = _(
        "Thêm %(new)s yêu cầu; %(changed)s yêu cầu có nguồn đã đổi hoặc đã rút; %(others)s nhiệm vụ trong văn bản "
        "chỉ giao nơi khác."
    )
    messages.success(request, text % {"new": found.new, "changed": found.changed, "others": found.of_others})
    if found.is_partial:
        messages.warning(request, PARTIAL)
    return columns(request, pk)


@require_POST
@login_required
def recheck(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hold all lines against the rules again."""
    count = check_again(actor=request.actor, programme_id=pk)
    messages.success(
        request,
        _("Đã soát %(count)s dòng và cả văn bản sẽ in theo quy tắc, danh mục thẩm quyền hiện nay.") % {"count": count},
    )
    return columns(request, pk)


@require_POST
@login_required
def reference_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add reference documents by name."""
    visible_programme(request.actor, pk)
    held = _checked(ReferencesForm(request.POST)).cleaned_data
    answering.add_references(actor=request.actor, programme_id=pk, names=held["names"])
    return columns(request, pk)


@require_POST
@login_required
def reference_judge(request: ActorRequest, pk: UUID, reference: UUID) -> HttpResponse:
    """Say what a reference document means here."""
    visible_programme(request.actor, pk)
    held = _checked(JudgeForm(request.POST)).cleaned_data
    answering.judge_reference(
        actor=request.actor,
        programme_id=pk,
        reference_id=reference,
        state=ReferenceState(held["state"]),
        reason=held["reason"],
    )
    return columns(request, pk)


def _checked(form: PageForm) -> PageForm:
    if form.is_valid():
        return form
    field = next(iter(form.errors))
    label = str(form.fields[field].label) if field in form.fields else ""
    fault = " ".join(str(one) for one in form.errors[field])
    raise DomainError("form-wrong", f"{label}: {fault}" if label else fault)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
