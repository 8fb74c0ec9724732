"""Deeds on lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotVisible
from sauro.programmes.enums import DemandKind, EntryKind, SectionRole
from sauro.programmes.forms import EntryForm, FundingRows, TargetEntryForm
from sauro.programmes.models import Demand, Entry, Programme, Section
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.starting import lead_units, names_of_units, people_of, share_choices
from sauro.programmes.selectors.values import settled_values
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services.entries import add_entry, change_entry, move_entry, remove_entry
from sauro.programmes.web.columns import columns, fragment


@require_http_methods(["GET", "POST"])
@login_required
def entry_add(request: ActorRequest, pk: UUID, section: UUID) -> HttpResponse:
    """Show the form of a new line below a section, or add it. ``?yc=`` names the demand it answers."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "write", programme)
    place = _section(programme, section)
    kind = EntryKind.TARGET if place.role == SectionRole.TARGETS else EntryKind.TASK
    demand = _demand(programme, request.GET.get("yc") or request.POST.get("demand", ""))
    data = request.POST if request.method == "POST" else None
    initial = _initial(demand, programme) if demand else {}
    form, fundings = _forms(request, programme, kind, data, initial=initial, auto_id=f"moi-{section}-%s")
    if data is not None and form.is_valid() and fundings.is_valid():
        with form.showing_refusals():
            fields = form.fields_of(fundings.amounts())
            add_entry(
                actor=request.actor, programme_id=pk, section_id=section, fields=fields,
                demand_id=demand.pk if demand else None,
            )  # fmt: skip
            return columns(request, pk)
    context = {"programme_pk": pk, "section": place, "form": form, "fundings": fundings, "demand": demand}
    status = 422 if data is not None else 200
    return fragment(request, "programmes/entry_form.html", context, target=f"#them-{section}", status=status)


@require_safe
@login_required
def entry_go(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a new line below the section chosen in the form of a demand."""
    visible_programme(request.actor, pk)
    return entry_add(request, pk, _uuid(request.GET.get("section", "")))


@require_http_methods(["GET", "POST"])
@login_required
def entry_edit(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Show the form of a line, or save it."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "write", programme)
    row = _entry(programme, entry)
    data = request.POST if request.method == "POST" else None
    initial = TargetEntryForm.initial_of(row) if row.kind == EntryKind.TARGET else EntryForm.initial_of(row)
    form, fundings = _forms(request, programme, row.kind, data, entry=row, initial=initial, auto_id=f"dong-{entry}-%s")
    if data is not None and form.is_valid() and fundings.is_valid():
        with form.showing_refusals():
            change_entry(
                actor=request.actor, programme_id=pk, entry_id=entry, version=form.cleaned_data["version"] or 0,
                fields=form.fields_of(fundings.amounts()),
            )  # fmt: skip
            return columns(request, pk, section=row.section_id)
    newer = row if data is not None and str(row.version) != data.get("version") else None
    context = {
        "programme_pk": pk,
        "entry": row,
        "section": row.section,
        "form": form,
        "fundings": fundings,
        "newer": newer,
    }
    status = 422 if data is not None else 200
    return fragment(request, "programmes/entry_form.html", context, target=f"#dong-{entry}", status=status)


@require_POST
@login_required
def entry_deed(request: ActorRequest, pk: UUID, entry: UUID, act: str) -> HttpResponse:
    """Move a line or take it out."""
    actor = request.actor
    if act in ("len", "xuong"):
        move_entry(actor=actor, programme_id=pk, entry_id=entry, up=act == "len")
    elif act == "chuyen":
        before = request.POST.get("before") or None
        section = _uuid(request.POST.get("section", ""))
        move_entry(
            actor=actor,
            programme_id=pk,
            entry_id=entry,
            section_id=section,
            before_id=_uuid(before) if before else None,
        )
    elif act == "bo":
        remove_entry(actor=actor, programme_id=pk, entry_id=entry, reason=request.POST.get("reason", ""))
    else:
        raise Http404
    return columns(request, pk)


def _initial(demand: Demand, programme: Programme) -> dict[str, object]:
    """What a line that answers a demand starts from: a target with the value people settled on."""
    initial: dict[str, object] = {"demand": demand.pk, "due_on": demand.due_on, "product": demand.product}
    if demand.kind == DemandKind.TARGET:
        value = settled_values(programme).get(demand.ask_id, demand.value) if demand.ask_id else demand.value
        initial |= {
            "work": demand.indicator, "value": value.normalize() if value is not None else None,
            "value_unit": demand.value_unit, "target_year": demand.year, "direction": demand.direction,
            "target_share": str(demand.ask.share_id) if demand.ask else "",
            "rule": demand.ask.share.indicator.rule if demand.ask else "",
        }  # fmt: skip
        years = demand.released.path if demand.released else {}
        initial |= {f"path_{year}": Decimal(held) for year, held in years.items()}
    return initial


def _forms(
    request: ActorRequest,
    programme: Programme,
    kind: str,
    data: object,
    *,
    initial: Mapping[str, object],
    auto_id: str,
    entry: Entry | None = None,
) -> tuple[EntryForm, FundingRows]:
    chosen = [*request.POST.getlist("coordinator_units"), *(str(one) for one in _chosen(initial))]
    shown: dict[str, Any] = {
        "units": lead_units(programme), "people_near": people_of(programme),
        "names": names_of_units(request.actor, chosen),
    }  # fmt: skip
    if kind == EntryKind.TARGET:
        form: EntryForm = TargetEntryForm(
            data, shares=share_choices(request.actor, programme), initial=initial, auto_id=auto_id,
            years=range(programme.first_year, programme.last_year), **shown,
        )  # fmt: skip
    else:
        form = EntryForm(data, kind=kind, initial=initial, auto_id=auto_id, **shown)
    return form, FundingRows(data, entry)


def _chosen(initial: Mapping[str, object]) -> Iterable[object]:
    held = initial.get("coordinator_units", ())
    return held if isinstance(held, list) else ()


def _section(programme: Programme, pk: UUID) -> Section:
    section = Section.objects.filter(programme=programme, pk=pk).first()
    if section is None:
        raise NotVisible("section-gone", _("Mục này không còn trong văn bản. Hãy tải lại trang."))
    return section


def _entry(programme: Programme, pk: UUID) -> Entry:
    rows = Entry.objects.select_related("section", "lead_unit").prefetch_related("fundings")
    entry = rows.filter(programme=programme, pk=pk, is_removed=False).first()
    if entry is None:
        raise NotVisible("entry-gone", _("Dòng này không còn trong văn bản. Hãy tải lại trang."))
    return entry


def _demand(programme: Programme, key: str) -> Demand | None:
    rows = Demand.objects.filter(programme=programme).select_related("ask__share__indicator", "released")
    return rows.filter(pk=_uuid(key)).first() if key else None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
