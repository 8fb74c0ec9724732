"""Keeping open sheets in step with the work: what the monthly plans hold, how it went, what it adds up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sauro.appraisals.enums import Duty, ProductState, SheetState
from sauro.appraisals.models import Claim, Product, Renewal, Sheet, SheetItem
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.selectors.catalogues import Catalogues
from sauro.appraisals.services.scoring import score_sheets
from sauro.appraisals.services.sums import read_work
from sauro.appraisals.stays import days_held
from sauro.audit.listeners import Heard
from sauro.organizations.paths import with_those_above
from sauro.plans.models import MonthlyPart, MonthlyPlan, PlanItem
from sauro.plans.parting import WHOLE
from sauro.tasks.models import Assignment
from sauro.tasks.work_changes import WorkChange
from vanban.text.normalize import fold


def renew(sheet_ids: Sequence[UUID]) -> None:
    """Bring open sheets up to date. Needs a transaction; closed ones are left alone."""
    ids = list(
        Sheet.objects.select_for_update(of=("self",))
        .filter(pk__in=sheet_ids)
        .exclude(state=SheetState.CLOSED)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    if not ids:
        return
    sheets = list(Sheet.objects.filter(pk__in=ids).select_related("unit", "appointment"))
    _count_days(sheets)
    _take_in(sheets)
    read_work(ids)
    score_sheets(ids)


def _count_days(sheets: Sequence[Sheet]) -> None:
    """Write how long the posts are held: whoever moves in the month had a whole month when the sheet was made."""
    changed = []
    for sheet in sheets:
        days = days_held(sheet.appointment, sheet.month)
        if days != sheet.days:
            sheet.days = days
            changed.append(sheet)
    Sheet.objects.bulk_update(changed, ["days"])


def _take_in(sheets: Sequence[Sheet]) -> None:
    """Add lines for what the monthly plans hold and the sheets do not.

    A product is proposed for each, and for those that have none yet: the one chosen for the same work before, or for
    the last occurrence of the same recurring work, or the one of the catalogue whose product is named alike.
    """
    missing, bare = _missing(sheets), _bare(sheets)
    new: dict[UUID, list[SheetItem]] = {
        sheet.pk: [SheetItem(sheet=sheet, plan_item=item, kind=item.kind) for item in missing.get(_key(sheet), ())]
        for sheet in sheets
    }
    touched = [(sheet, [*new[sheet.pk], *bare.get(sheet.pk, ())]) for sheet in sheets]
    proposals = _Proposals([(sheet, rows) for sheet, rows in touched if rows])
    for sheet, rows in touched:
        for row in rows:
            proposals.put_into(sheet, row)
    SheetItem.objects.bulk_create([row for rows in new.values() for row in rows])
    old = [row for rows in bare.values() for row in rows]
    SheetItem.objects.bulk_update(old, ["product", "units", "is_pending"])


def _key(sheet: Sheet) -> tuple[UUID, dt.date]:
    return sheet.appointment_id, sheet.month


def _bare(sheets: Sequence[Sheet]) -> dict[UUID, list[SheetItem]]:
    rows = SheetItem.objects.filter(sheet__in=sheets, product=None, plan_item__isnull=False)
    found: dict[UUID, list[SheetItem]] = {}
    for row in rows.select_related("plan_item__assignment", "plan_item__part"):
        found.setdefault(row.sheet_id, []).append(row)
    return found


def _missing(sheets: Sequence[Sheet]) -> dict[tuple[UUID, dt.date], list[PlanItem]]:
    held = SheetItem.objects.filter(plan_item=OuterRef("pk"))
    plans = MonthlyPlan.objects.filter(
        appointment__in={sheet.appointment_id for sheet in sheets}, month__in={sheet.month for sheet in sheets}
    )
    rows = PlanItem.objects.filter(~Exists(held), plan__in=plans).select_related("plan", "assignment", "part")
    found: dict[tuple[UUID, dt.date], list[PlanItem]] = {}
    for item in rows.order_by("due_on", "id"):
        found.setdefault((item.plan.appointment_id, item.plan.month), []).append(item)
    return found


def put_product(row: SheetItem, product: Product) -> None:
    """Convert a line to standard units by a product. A monthly part has its share of them."""
    row.product, row.is_pending = product, product.state == ProductState.PENDING
    row.units = product.units * row.quantity * _share(row) // WHOLE


def _share(row: SheetItem) -> int:
    return row.plan_item.part.share if row.plan_item and row.plan_item.part else WHOLE


_Chosen = dict[tuple[UUID, UUID], tuple[UUID, str]]
"""By unit and work (or head of a series): the product last chosen there, as whose catalogue and which code."""


class _Known(NamedTuple):
    """The products in force for a unit: by whose catalogue and which code, and by the folded product."""

    by_code: dict[tuple[UUID, str], Product]
    by_key: dict[str, Product]


class _Proposals:
    """Which product is proposed for lines of many sheets; what is asked of the database does not grow with them."""

    def __init__(self, sheets: Sequence[tuple[Sheet, Sequence[SheetItem]]]) -> None:
        works = [row.plan_item.assignment for _sheet, rows in sheets for row in rows if row.plan_item]
        units = {sheet.unit_id for sheet, _rows in sheets}
        chosen = SheetItem.objects.filter(product__isnull=False, sheet__unit__in=units)
        self._of_work = _last_product(chosen, "plan_item__assignment", {work.pk for work in works})
        heads = {work.parent_id for work in works if work.parent_id}
        self._of_series = _last_product(chosen, "plan_item__assignment__parent", heads)
        self._catalogues = Catalogues() if sheets else None
        self._held: dict[tuple[UUID, int], _Known] = {}

    def put_into(self, sheet: Sheet, row: SheetItem) -> None:
        """Convert a line as proposed; it stays without units where a person has to choose.

        Before any catalogue was decided each product counts as one standard unit, provisionally.
        """
        product = self._of(sheet, row.plan_item) if row.plan_item else None
        if product is not None:
            put_product(row, product)
        elif not self._of_unit(sheet).by_code:
            row.units, row.is_pending = UNIT * _share(row) // WHOLE, True
        else:
            row.units, row.is_pending = 0, False

    def _of(self, sheet: Sheet, item: PlanItem) -> Product | None:
        work, known = item.assignment, self._of_unit(sheet)
        series = self._of_series.get((sheet.unit_id, work.parent_id)) if work.parent_id else None
        chosen = self._of_work.get((sheet.unit_id, work.pk)) or series
        if chosen is not None and chosen in known.by_code:
            return known.by_code[chosen]
        return known.by_key.get(fold(work.product)) if work.product else None

    def _of_unit(self, sheet: Sheet) -> _Known:
        key = sheet.unit_id, sheet.month.year
        if key not in self._held:
            products = self._catalogues.products(sheet.unit, sheet.month.year) if self._catalogues else []
            self._held[key] = _Known(
                {(one.catalogue.unit_id, one.code): one for one in products},
                {one.product_key: one for one in products},
            )
        return self._held[key]


def _last_product(chosen: QuerySet[SheetItem], lookup: str, among: Collection[UUID]) -> _Chosen:
    """Return the product last chosen for each of some works in each unit, by what ``lookup`` names.

    The next version of a catalogue has rows of its own under the same codes.
    """
    if not among:
        return {}
    columns = ("sheet__unit", lookup, "product__catalogue__unit", "product__code")
    rows = chosen.filter(**{f"{lookup}__in": among}).order_by("pk").values_list(*columns)
    return {(unit, of): (body, code) for unit, of, body, code in rows}


def note_change(heard: Heard) -> None:
    """Mark the sheets of whoever is in charge of some work as due for reckoning, in the transaction of the act."""
    work = heard.obj
    if isinstance(work, Assignment) and work.person_id is not None:
        mark_for_renewal([work.person_id])


def note_plan(heard: Heard) -> None:
    """Mark whose plan changed, or whose monthly part did."""
    changed = heard.obj
    if isinstance(changed, MonthlyPlan):
        mark_for_renewal([changed.appointment_id])
    elif isinstance(changed, MonthlyPart) and changed.assignment.person_id is not None:
        mark_for_renewal([changed.assignment.person_id])


def note_person_change(change: WorkChange) -> None:
    """Mark who has the work now and who had it."""
    people = {change.assignment.person_id, change.person_before} - {None}
    mark_for_renewal([one for one in people if one is not None])


def note_below(heard: Heard) -> None:
    """Mark the leaders above whose sheet a person's own one bears on, when something was said to it."""
    said = heard.obj
    sheet = said.item.sheet if isinstance(said, Claim) else said
    if not isinstance(sheet, Sheet):
        return
    above = Sheet.objects.filter(
        month=sheet.month, domain=sheet.domain, unit__path__in=with_those_above(sheet.unit.path)
    ).exclude(pk=sheet.pk)
    leaders = above.exclude(duty=Duty.STAFF).exclude(state=SheetState.CLOSED)
    mark_for_renewal(list(leaders.order_by("appointment").values_list("appointment", flat=True)))


def mark_for_renewal(appointments: Sequence[UUID]) -> None:
    """Mark appointments whose sheets are to be reckoned again. Two that mark the same one do not wait for long."""
    Renewal.objects.bulk_create([Renewal(appointment_id=one) for one in appointments], ignore_conflicts=True)


def renew_marked(most: int = 500) -> int:
    """Reckon the open sheets of marked appointments, and return how many there were. Needs a transaction.

    What another worker holds is left to it; a mark made meanwhile waits for the next run.
    """
    marks = list(Renewal.objects.select_for_update(skip_locked=True).order_by("pk")[:most])
    people = [mark.appointment_id for mark in marks]
    sheets = Sheet.objects.filter(appointment__in=people).exclude(state=SheetState.CLOSED)
    Renewal.objects.filter(pk__in=[mark.pk for mark in marks]).delete()
    renew(list(sheets.values_list("pk", flat=True)))
    return len(marks)
