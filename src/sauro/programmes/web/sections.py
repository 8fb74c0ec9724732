"""Deeds on sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotVisible
from sauro.programmes.enums import SectionRole
from sauro.programmes.forms import NewSectionForm, RemarkForm, SectionForm
from sauro.programmes.models import Section
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services import writing
from sauro.programmes.services.remarking import add_remark, close_remark
from sauro.programmes.web.columns import columns, fragment

Deed = Callable[[Actor, UUID, UUID], object]
_DEEDS: Mapping[str, Deed] = {
    "tha": lambda actor, pk, section: writing.release_section(actor=actor, programme_id=pk, section_id=section),
    "len": lambda actor, pk, section: writing.move_section(actor=actor, programme_id=pk, section_id=section, up=True),
    "xuong": lambda actor, pk, section: writing.move_section(actor=actor, programme_id=pk, section_id=section,
    up=False), "xoa": lambda actor, pk, section: writing.remove_section(actor=actor, programme_id=pk,
    section_id=section),
}  # fmt: skip
_HOLDS = {"giu": False, "nhan": True}


@require_POST
@login_required
def section_deed(request: ActorRequest, pk: UUID, section: UUID, act: str) -> HttpResponse:
    """Hold a section and show its form, save it, move it, remove it, give it back."""
    if act in _HOLDS:
        held = writing.hold_section(actor=request.actor, programme_id=pk, section_id=section, take_over=_HOLDS[act])
        return _form(request, pk, held, SectionForm(initial=_initial(held), auto_id=f"muc-{section}-%s"))
    if act == "luu":
        return _save(request, pk, section)
    if act == "gop-y":
        return _remark(request, pk, section)
    if act not in _DEEDS:
        raise Http404
    _DEEDS[act](request.actor, pk, section)
    return columns(request, pk)


@require_POST
@login_required
def section_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a heading."""
    visible_programme(request.actor, pk)
    form = NewSectionForm(request.POST)
    if not form.is_valid():
        raise DomainError("form-wrong", _("Hãy ghi tên đề mục (nhiều nhất 400 ký tự)."))
    held = form.cleaned_data
    writing.add_section(
        actor=request.actor,
        programme_id=pk,
        title=held["title"],
        role=SectionRole(held["role"]),
        parent_id=held["parent"],
    )
    return columns(request, pk)


@require_POST
@login_required
def remark_close(request: ActorRequest, pk: UUID, remark: UUID) -> HttpResponse:
    """Say what became of a remark."""
    close_remark(actor=request.actor, programme_id=pk, remark_id=remark, answer=request.POST.get("answer", ""))
    return columns(request, pk)


def _save(request: ActorRequest, pk: UUID, section_id: UUID) -> HttpResponse:
    programme = visible_programme(request.actor, pk)
    section = Section.objects.filter(programme=programme, pk=section_id).first()
    if section is None:
        raise NotVisible("section-gone", _("Mục này không còn trong văn bản. Hãy tải lại trang."))
    form = SectionForm(request.POST, auto_id=f"muc-{section_id}-%s")
    if form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            writing.save_section(
                actor=request.actor, programme_id=pk, section_id=section_id, version=held["version"],
                title=held["title"], text=held["text"], role=SectionRole(held["role"]),
            )  # fmt: skip
            return columns(request, pk)
    newer = section if str(section.version) != request.POST.get("version", "") else None
    return _form(request, pk, section, form, newer=newer, status=422)


def _form(
    request: ActorRequest,
    pk: UUID,
    section: Section,
    form: SectionForm,
    *,
    newer: Section | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"programme_pk": pk, "section": section, "form": form, "newer": newer}
    return fragment(request, "programmes/section_form.html", context, target=f"#khung-{section.pk}", status=status)


def _initial(section: Section) -> dict[str, object]:
    return {name: getattr(section, name) for name in ("title", "role", "text", "version")}


def _remark(request: ActorRequest, pk: UUID, section_id: UUID) -> HttpResponse:
    form = RemarkForm(request.POST)
    if not form.is_valid():
        raise DomainError("form-wrong", _("Hãy ghi góp ý (nhiều nhất 4.000 ký tự)."))
    add_remark(actor=request.actor, programme_id=pk, section_id=section_id, text=form.cleaned_data["text"])
    return columns(request, pk)
