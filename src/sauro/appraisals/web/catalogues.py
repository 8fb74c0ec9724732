"""The pages of catalogues and of their products."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.appraisals import catalogue_forms as forms
from sauro.appraisals.enums import CatalogueState, ProductState
from sauro.appraisals.models import Catalogue, Product
from sauro.appraisals.policies import catalogue_policy, product_policy
from sauro.appraisals.product_sheet import read_products, write_products, written_units
from sauro.appraisals.selectors.catalogues import get_catalogue, products_of
from sauro.appraisals.services import catalogues as services
from sauro.appraisals.services.gathering import gather_products
from sauro.appraisals.services.product_import import import_products, note_export
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.web.file_answers import made_file_answer
from sauro.ui.forms import PageForm


@dataclass(frozen=True, slots=True)
class CatalogueAct:
    """An act on a catalogue: its words, the permission it needs somewhere, its form, and what it does."""

    title: str | Promise
    button: str | Promise
    permission: str
    form: type[PageForm]
    do: Callable[[ActorRequest, UUID, Any], str]


def _propose(request: ActorRequest, pk: UUID, form: Any) -> str:
    held = form.cleaned_data
    made = services.add_product(actor=request.actor, catalogue_id=pk, unit_id=held["unit"], fields=form.fields_typed)
    return _("Đã ghi sản phẩm %(code)s.") % {"code": made.code}


def _gather(request: ActorRequest, pk: UUID, form: Any) -> str:
    made = gather_products(actor=request.actor, catalogue_id=pk, unit_id=form.cleaned_data["unit"])
    return _("Đã đề xuất %(number)d sản phẩm từ việc đã xác nhận.") % {"number": made}


def _decide(request: ActorRequest, pk: UUID, form: Any) -> str:
    services.decide_catalogue(actor=request.actor, catalogue_id=pk, **form.cleaned_data)
    return _("Đã ban hành danh mục: việc được quy đổi theo danh mục này.")


def _import(request: ActorRequest, pk: UUID, form: Any) -> str:
    rows = read_products(form.cleaned_data["file"].read())
    taken = import_products(actor=request.actor, catalogue_id=pk, unit_id=form.cleaned_data["unit"], rows=rows)
    if taken.faults:
        for fault in taken.faults[:MOST_FAULTS]:
            form.add_error("file", fault)
        words = _("Tệp có %(number)d chỗ sai nên chưa ghi gì. Hãy sửa trong tệp rồi nhập lại.")
        raise DomainError("rows-wrong", words % {"number": len(taken.faults)})
    held = {"added": taken.added, "changed": taken.changed, "same": taken.unchanged}
    return _("Đã nhập: %(added)d sản phẩm mới, %(changed)d sửa, %(same)d giữ nguyên.") % held


MOST_FAULTS = 20
ACTS: Mapping[str, CatalogueAct] = {
    "de-xuat": CatalogueAct(
        gettext_lazy("Đề xuất sản phẩm"), gettext_lazy("Đề xuất"), "appraisal_rules.propose", forms.ProposeForm,
        _propose,
    ),
    "tu-nhiem-vu": CatalogueAct(
        gettext_lazy("Đề xuất từ nhiệm vụ đã xác nhận"), gettext_lazy("Đề xuất"), "appraisal_rules.propose",
        forms.GatherForm, _gather,
    ),
    "nhap": CatalogueAct(
        gettext_lazy("Nhập từ tệp .xlsx"), gettext_lazy("Nhập"), "appraisal_rules.manage", forms.ImportForm, _import
    ),
    "ban-hanh": CatalogueAct(
        gettext_lazy("Ban hành danh mục"), gettext_lazy("Ban hành"), "appraisal_rules.decide", forms.DecideForm, _decide
    ),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def catalogue_new(request: ActorRequest) -> HttpResponse:
    """Ask for a new version of a catalogue, or begin it."""
    _require(request, "appraisal_rules.manage")
    form = forms.CatalogueForm(request.POST if request.method == "POST" else None, initial={"year": today().year})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = services.begin_catalogue(
                actor=request.actor, unit_id=held["unit"], year=held["year"], standard=held["standard"]
            )
            messages.success(request, _("Đã lập danh mục. Sản phẩm của danh mục trước đã được đưa sang."))
            return redirect("catalogue-detail", pk=made.pk)
    return _form_page(request, form, _("Lập danh mục"), _("Lập"))


@require_safe
@login_required
def catalogue_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a catalogue: how many products stand where, and what can be done next."""
    catalogue = get_catalogue(request.actor, pk)
    counted = dict(catalogue.products.values_list("state").annotate(n=Count("pk")).order_by())
    states = [(one.label, one.value, counted.get(one.value, 0)) for one in ProductState if one != ProductState.MERGED]
    groups = catalogue.products.filter(state__in=(ProductState.ACCEPTED, ProductState.PENDING))
    context = {
        "catalogue": catalogue,
        "states": states,
        "groups": list(groups.values_list("group").annotate(n=Count("pk")).order_by("group")),
        "acts": [(slug, act) for slug, act in ACTS.items() if _offered(request, catalogue, slug)],
    }
    return render(request, "appraisals/catalogue.html", context)


def _offered(request: ActorRequest, catalogue: Catalogue, slug: str) -> bool:
    is_draft = catalogue.state == CatalogueState.DRAFT
    if slug == "ban-hanh":
        return is_draft and catalogue_policy.can(request.actor, "decide", catalogue)
    return request.actor.holds(ACTS[slug].permission) and (is_draft or slug == "de-xuat")


@require_safe
@login_required
def catalogue_file(request: ActorRequest, pk: UUID) -> FileResponse:
    """Give a catalogue as a workbook that can be changed and brought back."""
    catalogue = get_catalogue(request.actor, pk)
    products = list(products_of(catalogue))
    note_export(actor=request.actor, catalogue=catalogue, rows=len(products))
    return made_file_answer(write_products(products), f"danh-muc-{catalogue}.xlsx")


@require_http_methods(["GET", "POST"])
@login_required
def catalogue_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a catalogue, or do it."""
    if act not in ACTS:
        raise Http404
    step = ACTS[act]
    catalogue = get_catalogue(request.actor, pk)
    _require(request, step.permission)
    is_sent = request.method == "POST"
    form = step.form(request.POST if is_sent else None, request.FILES if is_sent else None)
    if "unit" in form.fields and request.actor.unit_id:
        form.fields["unit"].initial = request.actor.unit_id
        form.fields["unit"].widget.text = request.actor.unit_name
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            messages.success(request, step.do(request, pk, form))
            return redirect("catalogue-detail", pk=pk)
    return _form_page(request, form, step.title, step.button, catalogue)


@require_http_methods(["GET", "POST"])
@login_required
def product_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a product, to whoever keeps the catalogue with a form, or save it."""
    product = _product(request, pk)
    may = product_policy.can(request.actor, "manage", product)
    if request.method == "POST":
        product_policy.require(request.actor, "manage", product)
    initial = {name: getattr(product, name) for name in ("code", "field", "work", "product", "group", "note", "state")}
    initial |= {"units": written_units(product.units), "mark": product.mark}
    form = forms.StandardiseForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            state = ProductState(form.cleaned_data["state"])
            services.save_product(
                actor=request.actor, product_id=pk, fields=form.fields_typed, state=state,
                mark=form.cleaned_data["mark"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi sản phẩm."))
            return redirect("catalogue-detail", pk=product.catalogue_id)
    context = {"form": form, "product": product, "may": may, "units": written_units(product.units)}
    return render(request, "appraisals/product.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def product_merge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask which other proposals are the same product, or merge them."""
    product = _product(request, pk)
    product_policy.require(request.actor, "manage", product)
    others = product.catalogue.products.filter(state__in=services.mergeable(product.catalogue)).exclude(pk=pk)
    form = forms.MergeForm(request.POST if request.method == "POST" else None, others=list(others))
    if form.is_bound and form.is_valid():
        chosen = [UUID(one) for one in form.cleaned_data["others"]]
        with form.showing_refusals():
            services.merge_products(actor=request.actor, into_id=pk, other_ids=chosen)
            messages.success(request, _("Đã gộp."))
            return redirect("product-edit", pk=pk)
    return _form_page(request, form, _("Gộp vào %(code)s") % {"code": product.code}, _("Gộp"), product.catalogue)


def _product(request: ActorRequest, pk: UUID) -> Product:
    base = Product.objects.select_related("catalogue__unit", "proposed_by")
    return product_policy.get_visible(request.actor, pk, base=base)


def _require(request: ActorRequest, permission: str) -> None:
    if not request.actor.holds(permission):
        raise NotAllowed("not-allowed", _("Bạn không có quyền thực hiện thao tác này."))


def _form_page(
    request: ActorRequest, form: PageForm, title: object, button: object, catalogue: Catalogue | None = None
) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, "catalogue": catalogue}
    return render(request, "appraisals/catalogue_form.html", context, status=422 if form.is_bound else 200)
