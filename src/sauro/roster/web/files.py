"""Files that imports give: the table with its faults, the faults alone."""

from __future__ import annotations

import io
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.web.file_answers import made_file_answer
from sauro.roster.selectors.imports import get_import
from sauro.roster.services.exporting import empty_table, export_people
from sauro.roster.services.giving_back import annotated_workbook, faults_as_csv


@require_safe
@never_cache
@login_required
def import_annotated(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Give the table back with a comment in each bad cell."""
    run = get_import(request.actor, pk)
    try:
        data = annotated_workbook(actor=request.actor, run=run)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("import-detail", pk=pk)
    return made_file_answer(io.BytesIO(data), f"{run.code}-loi.xlsx")


@require_safe
@never_cache
@login_required
def import_faults_csv(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Give all faults as a .csv."""
    run = get_import(request.actor, pk)
    return made_file_answer(io.BytesIO(faults_as_csv(actor=request.actor, run=run)), f"{run.code}-loi.csv")


@require_safe
@login_required
def import_template(request: ActorRequest) -> HttpResponseBase:
    """Give an empty table with all columns and how to fill them."""
    return made_file_answer(empty_table(actor=request.actor), "mau-ho-so.xlsx")


@require_safe
@never_cache
@login_required
def people_export(request: ActorRequest) -> HttpResponseBase:
    """Give the people whose records the reader keeps as a table that can be brought back."""
    return made_file_answer(export_people(actor=request.actor), f"ho-so-{today():%Y-%m-%d}.xlsx")
