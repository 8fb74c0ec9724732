"""Reading sheets: the list, one of them with everything behind its points, and what changed since it was closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals.enums import OwnLine, SheetState
from sauro.appraisals.models import Claim, Renewal, Sheet, SheetItem
from sauro.appraisals.policies import sheet_policy
from sauro.appraisals.rules.appraisal import Appraisal, appraise
from sauro.appraisals.rules.criteria import limits_of
from sauro.appraisals.rules.figures import exact
from sauro.appraisals.rules.leadership import Leader, Subordinate
from sauro.appraisals.rulings import exact_score, general_of, points_that_count, settings_of, tasks_of
from sauro.appraisals.selectors.led import Led
from sauro.appraisals.selectors.regulations import field_paths
from sauro.tasks.policies import assignment_policy

_ACTS = ("own", "judge")


def visible_sheets(actor: Actor) -> QuerySet[Sheet]:
    """Return the sheets an actor may see, with who and where."""
    rows = sheet_policy.visible(actor)
    return rows.select_related("appointment__person", "appointment__position", "unit")


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A line with its code, whether the actor may open the work, and its claims."""

    item: SheetItem
    code: str
    may_open: bool
    claims: Sequence[Claim]

    @property
    def is_undecided(self) -> bool:
        """Whether the head has still to say something to it."""
        return self.item.own == OwnLine.PROPOSED or any(claim.state == "open" for claim in self.claims)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet with its lines, the trace of its score (None while points are missing), and what the actor may do."""

    sheet: Sheet
    items: Sequence[ShownItem]
    appraisal: Appraisal | None
    may: frozenset[str]
    is_due_for_reckoning: bool
    limits: Sequence[tuple[str, str]]


def get_sheet(actor: Actor, pk: UUID) -> Sheet:
    """Return one sheet. Raises ``NotVisible``."""
    base = Sheet.objects.select_related("appointment__person", "appointment__position", "unit")
    return sheet_policy.get_visible(actor, pk, base=base)


def get_sheet_page(actor: Actor, pk: UUID) -> SheetPage:
    """Return what the page of a sheet shows. Takes a constant number of queries."""
    sheet = get_sheet(actor, pk)
    items = _items(actor, sheet)
    limits = [(code, str(most)) for code, most in limits_of(settings_of(sheet.settings)).items()]
    return SheetPage(
        sheet,
        items,
        _appraisal(sheet, items),
        frozenset(sheet_policy.allowed(actor, _ACTS, sheet)),
        sheet.state != SheetState.CLOSED and Renewal.objects.filter(appointment=sheet.appointment_id).exists(),
        limits,
    )


def leader_behind(sheet: Sheet) -> Leader | None:
    """Return what the further terms of a leader are judged by; None for staff."""
    if not sheet.is_leader:
        return None
    fields = field_paths([sheet.appointment_id]).get(sheet.appointment_id, ())
    return Led([sheet]).leader(sheet, fields)


def own_sheets(actor: Actor, *, year: int) -> list[Sheet]:
    """Return the actor's own sheets of a year, first month first."""
    rows = sheet_policy.visible(actor, "own").filter(month__year=year)
    return list(rows.select_related("unit", "appointment__position", "appointment__person").order_by("month", "pk"))


def _items(actor: Actor, sheet: Sheet) -> list[ShownItem]:
    claims = Prefetch("claims", Claim.objects.order_by("made_at", "id"))
    rows = list(
        sheet.items.select_related("plan_item__assignment", "plan_item__part", "product")
        .prefetch_related(claims)
        .order_by("kind", "plan_item__due_on", "id")
    )
    works = {row.plan_item.assignment_id for row in rows if row.plan_item}
    opened = set(assignment_policy.visible(actor).filter(pk__in=works).values_list("pk", flat=True)) if works else set()
    return [
        ShownItem(
            row,
            _code(row, number),
            row.plan_item is not None and row.plan_item.assignment_id in opened,
            list(row.claims.all()),
        )
        for number, row in enumerate(rows, 1)
    ]


def _code(row: SheetItem, number: int) -> str:
    if row.plan_item is None:
        return f"TK-{number}"
    part = row.plan_item.part
    return f"{row.plan_item.assignment.code}#{part.number}" if part else row.plan_item.assignment.code


def _appraisal(sheet: Sheet, items: Sequence[ShownItem]) -> Appraisal | None:
    points = points_that_count(sheet)
    if general_of(points, sheet.settings) is None:
        return None
    tasks = tasks_of([shown.item for shown in items], {shown.item.pk: shown.code for shown in items})
    exact_points, settings = {code: exact(text) for code, text in points.items()}, settings_of(sheet.settings)
    leader = leader_behind(sheet)
    found = appraise(tasks, exact_points, leader, settings)
    if leader is None or sheet.state != SheetState.CLOSED:
        return found
    # People below may have changed since; a closed sheet shows the terms its stored score came from.
    kept = exact_score(sheet.score_exact)
    others = (appraise(tasks, exact_points, other, settings) for other in _otherwise(leader))
    return next((one for one in (found, *others) if one.score.score == kept), found)


def _otherwise(leader: Leader) -> Iterator[Leader]:
    """Yield how those below may have stood when a sheet was closed: nobody weak or somebody, all done or not."""
    name, field = _("người dưới quyền lúc chốt"), next(iter(leader.fields), "")
    for score, complete in product((Fraction(100), Fraction(0)), (True, False)):
        results = tuple(replace(one, complete=complete) for one in leader.results)
        yield replace(leader, subordinates=(Subordinate(name, score, field),), results=results)


def words_for(actor: Actor, item: SheetItem) -> str:
    """Return what a line is about, for whoever may read it: nothing of work the actor may not open."""
    if item.plan_item is None:
        return item.wording
    may = assignment_policy.visible(actor).filter(pk=item.plan_item.assignment_id).exists()
    return item.plan_item.wording if may else ""
