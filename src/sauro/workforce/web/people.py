"""The page of a dossier as of a day, new dossiers, particulars, and opening what is masked."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.ui.forms import UnitPicker
from sauro.ui.timeline import entries_of
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS, IDENTITY_NUMBER
from sauro.workforce.forms import ChangeParticularsForm, NewPersonForm, RevealForm
from sauro.workforce.models import Dossier
from sauro.workforce.page_panels import panels_of_person
from sauro.workforce.policies import dossier_policy, establishment_policy
from sauro.workforce.selectors.own import looks_at
from sauro.workforce.selectors.people import DossierPage, get_dossier, get_page, suggest_people
from sauro.workforce.services.dossiers import NewPerson, make_dossier
from sauro.workforce.services.looking import note_look, reveal_facts, reveal_number
from sauro.workforce.services.particulars import Stated, record_particulars
from sauro.workforce.web.days import day_of
from sauro.workforce.web.shown import shown_particulars

NUMBER = "so-dinh-danh"
"""What stands in the address for the identity number."""

MOST_SUGGESTIONS = 10


@require_safe
@never_cache
@login_required
def person_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a dossier as of a day; that it was opened is recorded for the person to read."""
    day, form = day_of(request)
    shown = get_page(request.actor, pk, day)
    note_look(actor=request.actor, dossier=shown.dossier)
    context = {
        **person_context(shown), "form": form, "looks": entries_of(looks_at(shown.dossier)[:10]),
        "panels": panels_of_person(request.actor, shown.dossier) if day == today() else (),
    }  # fmt: skip
    return render(request, "workforce/person.html", context)


def person_context(shown: DossierPage, *, is_own: bool = False) -> dict[str, object]:
    """Return what the parts of a dossier's page need."""
    in_clear = is_own or "record" in shown.may
    stated = shown.particulars
    return {
        "shown": shown,
        "dossier": shown.dossier,
        "is_today": shown.day == today(),
        "in_clear": in_clear,
        "stated": list(shown_particulars(stated, in_clear=in_clear)) if stated else [],
        "number": {"slug": NUMBER, "label": IDENTITY_NUMBER.label, "purpose": IDENTITY_NUMBER.purpose},
    }


@require_safe
@never_cache
@login_required
def person_suggest(request: ActorRequest) -> JsonResponse:
    """Complete the name of a person for ``?q=``, among the dossiers the reader may see."""
    people = suggest_people(request.actor, request.GET.get("q", ""), MOST_SUGGESTIONS)
    return JsonResponse({"results": [_option(dossier) for dossier in people]})


def _option(dossier: Dossier) -> dict[str, str]:
    held = dossier.tenure.post.title if dossier.tenure is not None else ""
    detail = ", ".join(filter(None, (held, dossier.unit.name, dossier.code)))
    return {"id": str(dossier.pk), "name": dossier.person.full_name, "detail": detail}


@require_http_methods(["GET", "POST"])
@login_required
def person_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a new dossier, begun with ``?ten=`` and the unit ``?dv=``, or make it."""
    if not request.actor.holds("workforce.record"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền lập hồ sơ."))
    begun = {"full_name": request.GET.get("ten")}
    form = NewPersonForm(request.POST if request.method == "POST" else None, initial=begun)
    unit = establishment_policy.visible(request.actor, "record").filter(code=request.GET.get("dv", "")).first()
    if unit is not None and not form.is_bound:
        form.fields["unit"].initial = unit.pk
        form.fields["unit"].widget = UnitPicker(unit.name, {"class": "form-control"})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = make_dossier(
                actor=request.actor, unit_id=held["unit"], who=NewPerson(held["full_name"], held["identity_number"]),
                stated=form.stated,
            )  # fmt: skip
            messages.success(request, _("Đã lập hồ sơ %(code)s.") % {"code": made.code})
            return redirect("person-detail", pk=made.pk)
    context = {"form": form, "title": _("Lập hồ sơ"), "draft": ""}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def person_particulars(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the particulars for changing, or record them."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    form = ChangeParticularsForm(request.POST if request.method == "POST" else None, initial=_initial(dossier))
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            record_particulars(
                actor=request.actor, dossier_id=pk, stated=form.stated, since=held["since"], reason=held["reason"],
                decision=held["decision"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi thông tin cơ bản."))
            return redirect("person-detail", pk=pk)
    context = {"form": form, "dossier": dossier, "title": _("Thông tin cơ bản")}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


def _initial(dossier: Dossier) -> dict[str, object]:
    stated = dossier.particulars
    if stated is None:
        return {"since": today()}
    return {name: getattr(stated, name) for name in Stated.__dataclass_fields__} | {"since": today()}


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def person_reveal(request: ActorRequest, pk: UUID, what: str) -> HttpResponse:
    """Ask why something masked is opened; then show it once, on record."""
    dossier = get_dossier(request.actor, pk)
    spec = FACTS.get(what)
    if what != NUMBER and (spec is None or not spec.is_sealed):
        raise Http404
    dossier_policy.require(request.actor, "open" if spec else "record", dossier)
    form = RevealForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "form": form, "dossier": dossier, "label": spec.label if spec else IDENTITY_NUMBER.label,
    }  # fmt: skip
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            context["opened"] = _opened(request, pk, what, form.cleaned_data["reason"])
            return render(request, "workforce/reveal.html", context)
    return render(request, "workforce/reveal.html", context, status=422 if form.is_bound else 200)


def _opened(request: ActorRequest, pk: UUID, what: str, reason: str) -> list[dict[str, object]]:
    if what == NUMBER:
        return [{"words": reveal_number(actor=request.actor, dossier_id=pk, reason=reason), "fact": None}]
    spec = FACTS[what]
    found = reveal_facts(actor=request.actor, dossier_id=pk, kind=FactKind(what), reason=reason)
    return [
        {
            "fact": fact,
            "words": " – ".join(filter(None, [spec.words_of(held["value"]), held["detail"], held["place"]])),
        }
        for fact, held in found
    ]
