"""The assignments chosen in a list: some of its rows, or all that match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.bulk.models import RunRow
from sauro.common.errors import NotVisible
from sauro.listings.selectors.views import list_page
from sauro.tasks.models import Assignment
from sauro.ui.lists.paging import in_order
from sauro.ui.lists.state import read_state

MOST_ROWS = 500
"""A run takes no more rows; the page says so before and after choosing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen assignments in the order of the list, and whether more matched."""

    pks: Sequence[UUID]
    is_cut: bool


def chosen_rows(
    actor: Actor,
    list_name: str,
    query: QueryDict,
    chosen: Sequence[UUID] | None,
    *,
    left_out: QuerySet[RunRow] | None = None,
) -> Choice:
    """Return what was chosen, as far as the list shows it to the actor now. Takes one query and those of filters.

    The assignments of the rows ``left_out`` are taken for not shown.
    """
    page = list_page(actor, list_name)
    rows = page.rows(actor)
    if rows.model is not Assignment:
        raise NotVisible("not-found", _("Danh sách này không có thao tác trên nhiều mục."))
    state = read_state(page, query, actor)
    rows = state.narrowed(rows) if chosen is None else rows.filter(pk__in=list(chosen))
    if left_out is not None:
        rows = rows.exclude(pk__in=left_out.values("assignment"))
    ordered = in_order(rows, page.order(state.sort)).values_list("pk", flat=True)
    pks = list(dict.fromkeys(ordered[: MOST_ROWS + 1]))
    return Choice(pks[:MOST_ROWS], len(pks) > MOST_ROWS)
