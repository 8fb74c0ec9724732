"""Targets: the list, one unit's part with its path, writing the path, recording what was reached."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, PageOf, Paging, answers, page_answer
from sauro.targets.api.schemas import ActualIn, PathIn, TargetOut, TargetRow, Year, target_out, target_row
from sauro.targets.selectors.register import get_share_page, visible_lines
from sauro.targets.services.actuals import Evidence, record_actual
from sauro.targets.services.lines import set_path
from sauro.ui.lists.paging import Order

router = Router()


class TargetQuery(Paging):
    """Which years of whose parts: those of one unit, of one year; all the caller may see where neither is named."""

    unit_id: UUID | None = None
    year: Year | None = None


@router.get("/targets", response=answers(PageOf[TargetRow]), summary="List targets by year")
def list_targets(request: ActorRequest, query: Query[TargetQuery]) -> dict[str, Any]:
    """Return the years of the parts the caller may see, one page at a time, by indicator, year and unit."""
    rows = visible_lines(request.actor)
    if query.unit_id is not None:
        rows = rows.filter(share__unit_id=query.unit_id)
    if query.year is not None:
        rows = rows.filter(year=query.year)
    order = Order(("share__indicator__sort_key", "year", "share__unit__sort_key"), descending=False)
    return page_answer(rows, order, query, target_row)


@router.get("/targets/{uuid:share_id}", response=answers(TargetOut, *READS), summary="One target")
def read_target(request: ActorRequest, share_id: UUID) -> TargetOut:
    """Return the part of one unit with its definition, years, who asks for what, and the newest figures."""
    return target_out(get_share_page(request.actor, share_id))


@router.post("/targets/{uuid:share_id}/path", response=answers(TargetOut, *ACTS), summary="Write the path")
def write_target_path(request: ActorRequest, share_id: UUID, said: PathIn) -> TargetOut:
    """Write the baseline and the years named. A year that somebody asks a value for is not set lower."""
    entries = [year.to_entry() for year in said.years]
    set_path(
        actor=request.actor, share_id=share_id, baseline_year=said.baseline_year, baseline=said.baseline,
        entries=entries,
    )  # fmt: skip
    return read_target(request, share_id)


@router.post("/targets/{uuid:share_id}/actuals", response=answers(TargetOut, *ACTS), summary="Record a figure")
def record_target_actual(request: ActorRequest, share_id: UUID, said: ActualIn) -> TargetOut:
    """Record what a unit has reached by the end of a day, with its evidence."""
    evidence = Evidence(basis=said.basis, link=said.link)
    record_actual(
        actor=request.actor, share_id=share_id, as_of=said.as_of, amount=said.to_amount(), evidence=evidence,
        note=said.note,
    )  # fmt: skip
    return read_target(request, share_id)
