"""Saved views: keeping one from a list, and the page where they are named, ordered, shared and thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.listings.forms import NameForm, QueryForm, SaveForm, ShareForm
from sauro.listings.models import SavedView
from sauro.listings.policies import saved_view_policy
from sauro.listings.selectors.views import kept_by, list_page, saved_view_rows, units_to_share_with
from sauro.listings.services import views
from sauro.ui.forms import PageForm
from sauro.ui.lists.export import filters_in_words
from sauro.ui.lists.page import ListPage
from sauro.ui.lists.state import read_state

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]

ACTS: Mapping[str, tuple[Act, str | Promise]] = {
    "ghi-de": (
        lambda actor, pk, held: views.overwrite_view(actor=actor, view_id=pk, query=held["query"]),
        gettext_lazy("Đã ghi đè cách xem."),
    ),
    "doi-ten": (
        lambda actor, pk, held: views.rename_view(actor=actor, view_id=pk, name=held["name"]),
        gettext_lazy("Đã đổi tên."),
    ),
    "len": (lambda actor, pk, _held: views.move_view(actor=actor, view_id=pk, forward=True), ""),
    "xuong": (lambda actor, pk, _held: views.move_view(actor=actor, view_id=pk, forward=False), ""),
    "mac-dinh": (
        lambda actor, pk, _held: views.open_with(actor=actor, view_id=pk, is_default=True),
        gettext_lazy("Từ nay danh sách mở bằng cách xem này."),
    ),
    "bo-mac-dinh": (
        lambda actor, pk, _held: views.open_with(actor=actor, view_id=pk, is_default=False),
        gettext_lazy("Từ nay danh sách mở với mọi mục."),
    ),
    "chia-se": (
        lambda actor, pk, held: views.share_view(
            actor=actor, view_id=pk, unit_id=UUID(held["unit"]), includes_below=held["includes_below"]
        ),
        gettext_lazy("Đã chia sẻ với đơn vị."),
    ),
    "thoi-chia-se": (
        lambda actor, pk, _held: views.withdraw_view(actor=actor, view_id=pk),
        gettext_lazy("Đã thôi chia sẻ."),
    ),
    "xoa": (
        lambda actor, pk, _held: views.delete_view(actor=actor, view_id=pk),
        gettext_lazy("Đã xóa cách xem."),
    ),
}


@require_safe
@login_required
def view_list(request: ActorRequest, list_name: str) -> HttpResponse:
    """Show the saved views of a list."""
    return _page(request, list_page(request.actor, list_name))


@require_POST
@login_required
def view_save(request: ActorRequest, list_name: str) -> HttpResponse:
    """Keep what the list shows under a new name and go back to it."""
    page = list_page(request.actor, list_name)
    form = SaveForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            view = views.save_view(actor=request.actor, list_name=list_name, **form.cleaned_data)
            messages.success(request, _("Đã lưu cách xem “%(name)s”.") % {"name": view.name})
            return _open(page, f"{view.query}&xem={view.pk}".lstrip("&"))
    return _page(request, page, save_form=form, status=422)


@require_POST
@login_required
def columns_keep(request: ActorRequest, list_name: str) -> HttpResponse:
    """Keep the columns for oneself, or forget them, and go back to the list with its filters."""
    page = list_page(request.actor, list_name)
    columns = [] if "forget" in request.POST else request.POST.getlist("cot")
    views.keep_columns(actor=request.actor, list_name=list_name, columns=columns)
    messages.success(request, _("Đã ghi nhớ các cột.") if columns else _("Đã trở về các cột ban đầu."))
    query = QueryDict(request.POST.get("query", ""), mutable=True)
    query.pop("cot", None)
    return _open(page, query.urlencode())


@require_POST
@login_required
def view_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Do something with a saved view; a wrong answer shows the page of the views with what was typed."""
    if act not in ACTS:
        raise Http404
    view = saved_view_policy.get_visible(request.actor, pk)
    page = list_page(request.actor, view.list_name)
    form = _form(request.actor, act, request.POST)
    if form.is_valid():
        do, done = ACTS[act]
        with form.showing_refusals():
            do(request.actor, pk, form.cleaned_data)
            if done:
                messages.success(request, str(done))
            if act != "ghi-de":
                return redirect("view-list", page.name)
            view.refresh_from_db()
            return _open(page, f"{view.query}&xem={pk}")
    return _page(request, page, bound={(pk, act): form}, status=422)


def _open(page: ListPage[Any], query: str) -> HttpResponse:
    """Go to the list; what a person typed only ever becomes its query."""
    return redirect(f"{reverse(page.name)}?{query}".rstrip("?"))


def _form(actor: Actor, act: str, data: QueryDict | None = None, *, view: SavedView | None = None) -> PageForm:
    if act == "chia-se":
        units = units_to_share_with(actor)
        initial = {"unit": view.unit_id, "includes_below": view.includes_below} if view else None
        return ShareForm(data, units=units, initial=initial, auto_id=_ids(act, view))
    kinds: dict[str, type[PageForm]] = {"doi-ten": NameForm, "ghi-de": QueryForm}
    return kinds.get(act, PageForm)(data, initial={"name": view.name} if view else None, auto_id=_ids(act, view))


def _ids(act: str, view: SavedView | None) -> str:
    return f"id_{act}_{view.pk}_%s" if view else f"id_{act}_%s"


def _page(
    request: ActorRequest,
    page: ListPage[Any],
    *,
    save_form: SaveForm | None = None,
    bound: Mapping[tuple[UUID, str], PageForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, bound = request.actor, bound or {}
    own, shared = saved_view_rows(actor, page.name)
    may_share = bool(actor.scopes("listings.share"))
    may_withdraw = set(saved_view_policy.visible(actor, "withdraw").values_list("pk", flat=True))
    context = {
        "page": page,
        "list_url": reverse(page.name),
        "own": [_own_row(actor, page, view, bound, may_share=may_share) for view in own],
        "shared": [(view, _words(actor, page, view), view.pk in may_withdraw) for view in shared],
        "default": kept_by(actor, page.name).default,
        "save_form": save_form,
        "faults": [form for form in bound.values() if not form.fields],
    }
    return render(request, "listings/views.html", context, status=status)


def _own_row(
    actor: Actor,
    page: ListPage[Any],
    view: SavedView,
    bound: Mapping[tuple[UUID, str], PageForm],
    *,
    may_share: bool,
) -> dict[str, Any]:
    sent = {act: bound.get((view.pk, act)) for act in ("doi-ten", "chia-se")}
    return {
        "view": view,
        "words": _words(actor, page, view),
        "rename": sent["doi-ten"] or _form(actor, "doi-ten", view=view),
        "share": (sent["chia-se"] or _form(actor, "chia-se", view=view)) if may_share else None,
        "is_open": any(sent.values()),
    }


def _words(actor: Actor, page: ListPage[Any], view: SavedView) -> list[str]:
    """What a view holds, for people."""
    state = read_state(page, QueryDict(view.query), actor)
    found = [f"{label}: {value}" for label, value in filters_in_words(state).items()]
    if not state.has_page_columns:
        found.append(_("Cột: %(columns)s") % {"columns": ", ".join(str(column.label) for column in state.columns)})
    return found
