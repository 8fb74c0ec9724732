"""The forms offices send upward: their list, one with its preview, and its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.web.file_answers import made_file_answer
from sauro.headcounts.dimensions import USUAL_CUT
from sauro.headcounts.forms import ALL_LEVELS, OfficialQuestionForm, OpenColumnsForm
from sauro.headcounts.official.declaring import HeadCell, Naming, OfficialForm, all_forms, form_named
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.official import Filled, FormLine, fill
from sauro.headcounts.selectors.official_people import Opened
from sauro.headcounts.selectors.places import domains_of, may_open
from sauro.headcounts.services.exporting import FileKind
from sauro.headcounts.services.official_files import MOST_ON_PAPER, form_file, head_of
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.headcounts.web.files import place_in_words
from sauro.headcounts.web.question import asked_data, held_scope
from sauro.organizations.models import Unit
from sauro.workforce.services.looking import reveal_for_many

MOST_SHOWN = 100
"""So many lines of a form are shown on the page; its files hold all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of a form: the scope, the last day of one that looks ahead, and the units chosen."""

    form: OfficialForm
    scope: Scope
    until: dt.date
    units: Sequence[Unit]
    question: OfficialQuestionForm

    @property
    def address(self) -> str:
        """The question as the part of an address after the question mark."""
        held = [
            ("khoi", str(self.scope.domain)), ("ngay", f"{self.scope.day:%d/%m/%Y}"),
            ("cap", self.scope.level or ALL_LEVELS), *(("dv", str(unit.pk)) for unit in self.units),
        ]  # fmt: skip
        if self.form.looks_ahead:
            held.append(("den", f"{self.until:%d/%m/%Y}"))
        return urlencode(held)


@require_safe
@login_required
def official_forms(request: ActorRequest) -> HttpResponse:
    """List the forms of the domains whose workforce the reader sees."""
    domains = _domains(request.actor)
    forms = [one for one in all_forms() if one.domains & set(domains)]
    return render(request, "headcounts/official_list.html", {"forms": forms})


@require_safe
@never_cache
@login_required
def official_form(request: ActorRequest, code: str) -> HttpResponse:
    """Show a form filled for the scope asked for, as far as a page holds it."""
    asked = _asked(request, code)
    return _page(request, asked, OpenColumnsForm())


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def official_file(request: ActorRequest, code: str, kind: str) -> HttpResponseBase:
    """Give a form as .docx, .pdf or .xlsx; posted with a reason, with its sensitive columns opened on record."""
    if kind not in FileKind.__members__.values():
        raise Http404
    asked = _asked(request, code)
    opening = OpenColumnsForm(request.POST) if request.method == "POST" else None
    if opening is not None and not opening.is_valid():
        return _page(request, asked, opening, status=422)
    is_named = bool(asked.units or asked.scope.level)
    place = place_in_words(asked.units, asked.scope) if is_named else request.actor.unit_name
    try:
        filled = _filled(request.actor, asked, _opened(request.actor, asked, opening))
        data, name = form_file(actor=request.actor, filled=filled, place=place, kind=FileKind(kind))
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
        return redirect(f"{reverse('official-form', args=[code])}?{asked.address}")
    return made_file_answer(data, name)


def _domains(actor: Actor) -> list[Domain]:
    domains = domains_of(actor)
    if not domains:
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem số liệu đội ngũ."))
    return domains


def _asked(request: ActorRequest, code: str) -> Asked:
    form = form_named(code)
    domains = [one for one in _domains(request.actor) if form is None or one in form.domains]
    if form is None or not domains:
        raise Http404
    data = asked_data(request)
    question = OfficialQuestionForm(
        data, domains=[(str(one), one.label) for one in domains], looks_ahead=form.looks_ahead
    )
    question.is_valid()
    scope, units = held_scope(request, question, domains, cut=USUAL_CUT)
    until = question.cleaned_data.get("den") or dt.date(scope.day.year + 1, 12, 31)
    for name, value in (("cap", scope.level or ALL_LEVELS), ("den", f"{until:%d/%m/%Y}")):
        if not data.get(name):
            data[name] = value
    return Asked(form, scope, max(until, scope.day), units, question)


def _filled(actor: Actor, asked: Asked, opened: Opened | None = None) -> Filled:
    snapshot = snapshot_of(asked.scope.domain, asked.scope.day)
    return fill(actor, asked.form, snapshot, asked.scope, asked.until, opened=opened)


def _opened(actor: Actor, asked: Asked, opening: OpenColumnsForm | None) -> Opened | None:
    content = asked.form.content
    if opening is None or not isinstance(content, Naming) or not content.sealed:
        return None
    people = _filled(actor, asked).dossiers
    found: dict[UUID, dict[str, str]] = {pk: {} for pk in people}
    for kind in content.sealed:
        words = reveal_for_many(actor=actor, dossier_ids=people, kind=kind, reason=opening.cleaned_data["reason"])
        for pk, said in words.items():
            found[pk][kind] = said
    return found


def _page(request: ActorRequest, asked: Asked, opening: OpenColumnsForm, *, status: int = 200) -> HttpResponse:
    filled = _filled(request.actor, asked)
    content = asked.form.content
    has_sealed = isinstance(content, Naming) and bool(content.sealed)
    context = {
        "form": asked.question, "official": asked.form, "filled": filled, "scope": asked.scope, "units": asked.units,
        "head": list(_head_rows(head_of(asked.form))), "columns": range(1, len(asked.form.leaves) + 2),
        "lines": list(_shown(filled.lines)), "more": max(filled.rows - MOST_SHOWN, 0), "address": asked.address,
        "kinds": [str(kind) for kind in FileKind if kind == FileKind.XLSX or filled.rows <= MOST_ON_PAPER],
        "opening": opening if has_sealed and filled.dossiers and may_open(request.actor, asked.scope) else None,
        "most_on_paper": MOST_ON_PAPER,
    }  # fmt: skip
    return render(request, "headcounts/official.html", context, status=status)


def _shown(lines: Sequence[FormLine]) -> Iterator[FormLine]:
    """Yield the first lines with their headings, and the totals."""
    rows = 0
    for line in lines:
        rows += line.number is not None
        if rows <= MOST_SHOWN or line.is_total:
            yield line


def _head_rows(cells: Sequence[HeadCell]) -> Iterator[list[HeadCell]]:
    for row in range(max(one.row for one in cells) + 1):
        yield [one for one in cells if one.row == row]
