"""A table of the board as its template shows it: every number written, and with the address of its list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from html import escape

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.organizations.comparison import UnitGroup
from sauro.reporting.selectors.board import Column, Line, UnitLine, UnitTable
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.web.board_query import BoardQuery
from sauro.tasks.tables import TOGETHER
from sauro.tasks.timeliness import Timeliness

AT_ONCE = 8
"""Units shown of each group while no group is chosen: the worst."""
AT_MOST = 150
"""Units shown of a chosen group; the workbook holds them all."""
NOTHING = "–"

# The columns of the table by timeliness: the word of the list's address, what stands above, the kinds counted.
KINDS: tuple[tuple[str, str | Promise, tuple[Timeliness, ...]], ...] = (
    ("overdue", Timeliness.OVERDUE.label, (Timeliness.OVERDUE,)),
    ("due_soon", Timeliness.DUE_SOON.label, (Timeliness.DUE_SOON,)),
    ("in_time", Timeliness.IN_TIME.label, (Timeliness.IN_TIME,)),
    ("dang-cho", gettext_lazy("Đang chờ"), TOGETHER["dang-cho"][1]),
    ("khong-han", TOGETHER["khong-han"][0], TOGETHER["khong-han"][1]),
    ("done_on_time", gettext_lazy("Xong đúng hạn"), (Timeliness.DONE_ON_TIME,)),
    ("done_late", gettext_lazy("Xong quá hạn"), (Timeliness.DONE_LATE,)),
    ("stopped", Timeliness.STOPPED.label, (Timeliness.STOPPED,)),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A written number and the address of its list, or an empty one. ``is_late`` marks what is overdue."""

    text: str
    url: str = ""
    is_late: bool = False

    @property
    def html(self) -> str:
        """The number as its table shows it."""
        if not self.url:
            return escape(self.text)
        css = ' class="board-late"' if self.is_late else ""
        return f'<a href="{escape(self.url)}"{css}>{escape(self.text)}</a>'


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: its number, a word for people who hear it, and smaller numbers below (overdue, all)."""

    main: Shown
    hint: str = ""
    small: tuple[Shown, ...] = ()

    @property
    def html(self) -> str:
        """The cell as its table shows it."""
        hint = f'<span class="visually-hidden"> {escape(self.hint)}</span>' if self.hint else ""
        small = f'<span class="board-small">{"/".join(part.html for part in self.small)}</span>' if self.small else ""
        return f'<td class="col-number">{self.main.html}{hint}{small}</td>'


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of the table. ``url`` is the list of everything it counts."""

    label: str | Promise
    cells: tuple[ShownCell, ...]
    url: str = ""

    @property
    def html(self) -> SafeString:
        """The line as its table shows it: drawn here, because a board has a thousand cells."""
        cells = "".join(cell.html for cell in self.cells)
        return mark_safe(f'<tr><th scope="row">{escape(str(self.label))}</th>\n{cells}</tr>')  # noqa: S308 -- escaped above


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of units: its worst lines, its sum if it has several, and where the rest of it is shown."""

    label: str | Promise
    rows: tuple[ShownRow, ...]
    total: ShownRow | None
    more: int
    more_url: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table. ``is_divided`` tells columns of parts (share, overdue of all) from columns of timeliness."""

    heads: Sequence[Column]
    whole: ShownRow
    groups: tuple[ShownGroup, ...]
    is_divided: bool


Narrowed = Callable[..., str]


def shown_table(table: UnitTable, query: BoardQuery, *, is_divided: bool, is_all: bool = True) -> ShownTable:
    """Return the table for its template. ``is_all`` tells that the columns together are all the work of the lists."""
    make = (_divided_cells if is_all else _some_cells) if is_divided else _timeliness_cells
    columns = table.columns if is_divided else [Column(word, str(label), {"hinh": word}) for word, label, _k in KINDS]
    groups = tuple(
        _group(group, lines, table.sums[group], query, lambda line, lists, trend: make(columns, line, lists, trend))
        for group, lines in table.groups.items()
    )
    whole = ShownRow(_("Tổng cộng"), make(columns, table.whole, query.list, None), query.list())
    return ShownTable(columns, whole, groups, is_divided)


def _group(
    group: UnitGroup,
    lines: Sequence[UnitLine],
    total: Line,
    query: BoardQuery,
    make: Callable[..., tuple[ShownCell, ...]],
) -> ShownGroup:
    shown = sorted(lines, key=_worst_first)[: AT_MOST if query.scope.group else AT_ONCE]
    rows = []
    for one in shown:
        lists = _of_unit(query, one.unit.code)
        rows.append(ShownRow(one.unit.name, make(one.line, lists, one.trend), lists()))
    of_group = _of_group(query, group)
    sum_row = ShownRow(_("Cộng"), make(total, of_group, None), of_group()) if len(lines) > 1 else None
    return ShownGroup(group.label, tuple(rows), sum_row, len(lines) - len(shown), query.board(nhom=group, man_hinh=""))


def _worst_first(one: UnitLine) -> tuple[float, int]:
    share = one.line.whole.share
    return (share if share is not None else 101.0, -one.line.whole.of(Timeliness.OVERDUE))


def _of_unit(query: BoardQuery, code: str) -> Narrowed:
    return lambda **more: query.list(dv=code, dv_rieng="1", **more)


def _of_group(query: BoardQuery, group: UnitGroup) -> Narrowed:
    return lambda **more: query.list(nhom=group, **more)


def _timeliness_cells(_columns: object, line: Line, lists: Narrowed, trend: float | None) -> tuple[ShownCell, ...]:
    figures = line.whole
    return (
        ShownCell(_number(figures.total, lists)),
        share_cell(figures, lists),
        trend_cell(trend),
        *(ShownCell(_number(figures.of(*kinds), lists, hinh=word)) for word, _label, kinds in KINDS),
    )


def _divided_cells(columns: Sequence[Column], line: Line, lists: Narrowed, _trend: object) -> tuple[ShownCell, ...]:
    whole = _part_cell(line.whole, lists, {})
    return (whole, *(_part_cell(line.parts.get(one.key), lists, one.parameters) for one in columns))


def _some_cells(columns: Sequence[Column], line: Line, lists: Narrowed, trend: object) -> tuple[ShownCell, ...]:
    """As above, but what the columns have together opens no list: there is none that holds just that."""
    whole, *parts = _divided_cells(columns, line, lists, trend)
    return (ShownCell(_unlinked(whole.main), small=tuple(map(_unlinked, whole.small))), *parts)


def _unlinked(shown: Shown) -> Shown:
    return replace(shown, url="")


def _part_cell(figures: Figures | None, lists: Narrowed, parameters: object) -> ShownCell:
    """The share on time, and below it how many of all are overdue."""
    if figures is None or not figures.total:
        return ShownCell(Shown(""))
    narrowed: dict[str, str] = dict(parameters)  # type: ignore[call-overload]  # a mapping of the column
    late = _number(figures.of(Timeliness.OVERDUE), lists, hinh="overdue", **narrowed)
    share = Shown(percent(figures.share), lists(xet="co", **narrowed) if figures.judged else "")
    return ShownCell(share, small=(late, _number(figures.total, lists, **narrowed)))


def share_cell(figures: Figures, lists: Narrowed) -> ShownCell:
    """The share on time, with its numerator and denominator as lists."""
    if not figures.judged:
        return ShownCell(Shown(NOTHING), _("chưa có việc nào được xét"))
    on_time = _number(figures.on_time, lists, xet="dung") if figures.on_time else Shown("0")
    parts = (on_time, _number(figures.judged, lists, xet="co"))
    return ShownCell(Shown(percent(figures.share)), small=parts)


def trend_cell(trend: float | None) -> ShownCell:
    """By how many points the share on time went up or down, with an arrow and a word."""
    if trend is None:
        return ShownCell(Shown(NOTHING))
    points = Decimal(str(trend)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if not points:
        return ShownCell(Shown("="), _("không đổi"))
    written = number_format(abs(points), 1)
    return ShownCell(Shown(f"▲ {written}"), _("tăng")) if points > 0 else ShownCell(Shown(f"▼ {written}"), _("giảm"))


def _number(number: int, lists: Narrowed, **more: str) -> Shown:
    if not number:
        return Shown(NOTHING)
    return Shown(whole_number(number), lists(**more), is_late=more.get("hinh") == "overdue")


@lru_cache(maxsize=4_096)
def whole_number(number: int) -> str:
    """Return a number as it is written in Vietnamese."""
    return str(number) if number < 1000 else number_format(number, force_grouping=True)


@lru_cache(maxsize=4_096)
def percent(share: float | None) -> str:
    """Return a share with one decimal."""
    if share is None:
        return NOTHING
    return f"{number_format(Decimal(str(share)).quantize(Decimal('0.1'), ROUND_HALF_UP), 1)}%"


def lines_of(table: UnitTable) -> Iterator[tuple[str, str, str, Figures]]:
    """Yield what a workbook holds: unit, group, part and figures, a line for each."""
    for group, lines in table.groups.items():
        for one in lines:
            if not table.columns:
                yield one.unit.name, str(group.label), "", one.line.whole
            for column in table.columns:
                if column.key in one.line.parts:
                    yield one.unit.name, str(group.label), column.label, one.line.parts[column.key]
