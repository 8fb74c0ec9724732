"""Rows of the tab about load: units for everybody, people for those who lead them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.organizations.models import Unit
from sauro.reporting.selectors.board import UnitTable
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.selectors.load import PersonLoad
from sauro.reporting.web.board_query import BoardQuery
from sauro.reporting.web.board_table import AT_MOST, AT_ONCE, NOTHING, Narrowed, Shown, whole_number
from sauro.tasks.filters import NOBODY_IN_CHARGE
from sauro.tasks.tables import TOGETHER
from sauro.tasks.timeliness import Timeliness

COLUMNS = (
    ("phai-lam", TOGETHER["phai-lam"][1]),
    ("overdue", (Timeliness.OVERDUE,)),
    ("due_soon", (Timeliness.DUE_SOON,)),
    ("waiting", (Timeliness.WAITING,)),
)


@dataclass(frozen=True, slots=True)
class LoadRow:
    """Who has how much to do. ``url`` opens the people of a unit; ``share`` is the load in percent of the heaviest."""

    label: str
    cells: tuple[Shown, ...]
    number: int
    heaviest: int
    url: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LoadGroup:
    """The units of a group, heaviest first, and where the rest is shown."""

    label: str
    rows: tuple[LoadRow, ...]
    more: int
    more_url: str


def load_rows(table: UnitTable, query: BoardQuery) -> list[LoadGroup]:
    """Return the units by what they have to do, group by group."""
    groups = []
    for group, lines in table.groups.items():
        ranked = sorted(lines, key=lambda one: -one.line.whole.doing)
        shown = ranked[: AT_MOST if query.scope.group else AT_ONCE]
        heaviest = ranked[0].line.whole.doing
        rows = []
        for one in shown:
            lists = _lists(query, dv=one.unit.code, dv_rieng="1")
            people = query.board(dv=one.unit.code)
            rows.append(_row(one.unit.name, one.line.whole, heaviest, lists, url=people))
        more_url = query.board(nhom=group, dv="")
        groups.append(LoadGroup(str(group.label), tuple(rows), len(lines) - len(shown), more_url))
    return groups


def people_rows(people: Sequence[PersonLoad], query: BoardQuery, unit: Unit) -> list[LoadRow]:
    """Return the people of a unit by what they have to do; work nobody is in charge of comes last."""
    heaviest = max((one.figures.doing for one in people), default=0)
    rows = []
    for one in people:
        key = str(one.post.pk) if one.post else NOBODY_IN_CHARGE
        label = str(one.post.person) if one.post else _("Chưa phân công")
        detail = str(one.post.position) if one.post else ""
        lists = _lists(query, dv=unit.code, dv_rieng="1", ng=key)
        rows.append(_row(label, one.figures, heaviest, lists, detail=detail))
    return rows


def _lists(query: BoardQuery, **narrowed: str) -> Narrowed:
    return lambda **more: query.list(**narrowed, **more)


def _row(label: str, figures: Figures, heaviest: int, lists: Narrowed, *, url: str = "", detail: str = "") -> LoadRow:
    cells = []
    for word, kinds in COLUMNS:
        number = figures.of(*kinds)
        late = word == "overdue"
        cells.append(Shown(whole_number(number), lists(hinh=word), late) if number else Shown(NOTHING))
    return LoadRow(label, tuple(cells), figures.doing, max(heaviest, 1), url, detail)
