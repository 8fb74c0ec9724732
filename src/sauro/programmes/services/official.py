"""A programme as an official document: sections as its body, lines as its annexes, money as a table of sums."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.common.domains import Domain
from sauro.organizations.selectors.letterhead import letterhead_of
from sauro.programmes.builtin import LABELS
from sauro.programmes.enums import EntryKind, Money, Part, ProgrammeKind, Rhythm
from sauro.programmes.models import Entry, Programme
from sauro.programmes.selectors.entries import marked_entries, target_time, time_of
from sauro.programmes.selectors.money import MoneyTable, money_table
from sauro.programmes.selectors.outline import PlacedSection, ordered_sections
from sauro.tasks.figures import written_number
from vanban.compose.kinds import abbreviation, split_number
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    CellValue,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Level,
    Numbered,
    Paragraph,
    Row,
    Signature,
    Table,
    dash,
)

_LINE = re.compile(r"(?:(?P<number>\d{1,2})\.|(?P<letter>[a-zđ])\)|(?P<dash>[-–+]))\s+(?P<text>.+)")
_LEVELS = (Level.SECTION, Level.ITEM, Level.SUBITEM)
_NUMBERED_BELOW = {1: Level.ITEM, 2: Level.SUBITEM, 3: Level.POINT}


def content_of(programme: Programme) -> Content:
    """Return what the document says. A draft leaves room for its number and day. Empty sections are left out."""
    placed = ordered_sections(programme)
    entries = marked_entries(programme)
    by_section: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_section[entry.section_id].append(entry)
    party = programme.domain == Domain.PARTY
    head = letterhead_of(programme.unit)
    layout = Layout.PARTY if party else Layout.STATE
    kind = Kind.CHUONG_TRINH if programme.kind == ProgrammeKind.PROGRAMME else Kind.KE_HOACH
    number, symbol = split_number(programme.number)
    draft_symbol = f"{abbreviation(kind, layout)}{'/ĐU' if party else '-UBND'}"
    return Content(
        kind=kind,
        layout=layout,
        title=_("Chương trình hành động") if kind is Kind.CHUONG_TRINH else None,
        subject=programme.subject,
        header=Header(
            upper=head.upper,
            issuer=head.issuer,
            number=number,
            symbol=symbol or draft_symbol,
            place=head.place,
            date=programme.issued_on,
        ),
        body=tuple(_body(programme, placed, by_section)),
        signature=Signature(tuple(programme.signer_capacity.splitlines()) or ("",), programme.signer_name),
        recipients=tuple(programme.recipients.splitlines()),
        filing="VT" if not party else _("Văn phòng Đảng ủy"),
        annexes=tuple(_annexes(programme, placed, by_section)),
    )


def _body(
    programme: Programme, placed: Sequence[PlacedSection], by_section: dict[UUID, list[Entry]]
) -> Iterator[Block]:
    for line in programme.opening.splitlines():
        if line.strip():
            yield Paragraph(line.strip())
    yield from _sections(placed, by_section, 0, len(placed), 1)
    if programme.replaces_text:
        replaced = _("%(this)s này thay thế %(older)s.")
        yield Paragraph(replaced % {"this": programme.get_kind_display(), "older": programme.replaces_text})


def _sections(
    placed: Sequence[PlacedSection], by_section: dict[UUID, list[Entry]], start: int, stop: int, level: int
) -> Iterator[Block]:
    at = start
    while at < stop:
        one = placed[at]
        end = next((place for place in range(at + 1, stop) if placed[place].level <= level), stop)
        below = (
            *_text(one.section.text, level),
            *_lines(by_section.get(one.section.pk, ())),
            *_sections(placed, by_section, at + 1, end, level + 1),
        )
        if below:
            yield Numbered(_LEVELS[level - 1], heading=one.section.title, body=below)
        at = end


def _text(text: str, level: int) -> Iterator[Block]:
    """Running text: "1. …", "a) …" and "- …" begin points; what a clerk types is what the composer numbers."""
    for line in text.splitlines():
        words = line.strip()
        found = _LINE.fullmatch(words)
        if not words:
            continue
        if found is None:
            yield Paragraph(words)
        elif found["number"]:
            yield Numbered(_NUMBERED_BELOW[level], text=found["text"])
        elif found["letter"]:
            yield Numbered(Level.POINT, text=found["text"])
        else:
            yield dash(found["text"])


def _lines(entries: Sequence[Entry]) -> Iterator[Block]:
    """The lines of a section in the body: their work alone, direct work apart from coordination."""
    targets = [one for one in entries if one.kind == EntryKind.TARGET]
    for one in targets:
        yield dash(_target(one))
    tasks = [one for one in entries if one.kind == EntryKind.TASK]
    groups = [(part, [one for one in tasks if one.part == part]) for part in Part]
    if not groups[1][1]:
        for one in tasks:
            yield dash(_sentence(one.work))
        return
    names = {Part.DIRECT: _("Trực tiếp thực hiện:"), Part.COORDINATION: _("Phối hợp thực hiện:")}
    for part, held in groups:
        if held:
            yield Numbered(Level.POINT, text=names[part], body=tuple(dash(_sentence(one.work)) for one in held))


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _target(entry: Entry) -> str:
    value = entry.printed_value
    time = target_time(entry)
    return "".join([_sentence(entry.work), f": {value}" if value else "", f" ({time})" if time else ""])


def _annexes(
    programme: Programme, placed: Sequence[PlacedSection], by_section: dict[UUID, list[Entry]]
) -> Iterator[Annex]:
    for kind, title in ((EntryKind.TARGET, _("Phân công thực hiện các chỉ tiêu")),):
        if any(one.kind == kind for rows in by_section.values() for one in rows):
            yield Annex(title, (_target_table(placed, by_section),), landscape=True)
    titles = {
        Part.DIRECT: _("Phân công nhiệm vụ trực tiếp thực hiện"),
        Part.COORDINATION: _("Phân công nhiệm vụ phối hợp thực hiện"),
    }
    labels = {**{name: str(label) for name, label in LABELS.items()}, **programme.labels}
    for part in Part:
        rows = tuple(_task_rows(placed, by_section, part))
        if rows:
            yield Annex(titles[part], (_task_table(rows, labels),), landscape=True)
    money = money_table(programme)
    if money.rows:
        yield Annex(_("Tổng hợp nguồn lực"), (_money(money),), landscape=True)


def _task_table(rows: tuple[Row, ...], labels: dict[str, str]) -> Table:
    columns = (
        Column(_("TT"), 1, Align.CENTER),
        Column(labels["work"], 6),
        Column(labels["people"], 4),
        Column(labels["means"], 4),
        Column(labels["time"], 2.4, Align.CENTER),
        Column(labels["authority"], 3.4),
        Column(labels["product"], 3.4),
    )
    return Table(columns, rows)


def _task_rows(placed: Sequence[PlacedSection], by_section: dict[UUID, list[Entry]], part: Part) -> Iterator[Row]:
    number, words = 0, _Words()
    for one in placed:
        held = [row for row in by_section.get(one.section.pk, ()) if row.kind == EntryKind.TASK and row.part == part]
        if held:
            yield (Cell(f"{one.label}. {one.section.title}", column_span=7, bold=True, align=Align.LEFT),)
        for row in held:
            number += 1
            yield (str(number), *_clears(row, words))


class _Words:
    """What the cells of an annex say in the language of the page: looked up once for all lines."""

    def __init__(self) -> None:
        self.together = _("Phối hợp: %(names)s")
        self.million = _("%(amount)s triệu đồng")
        self.money = {key: str(label) for key, label in Money.choices}
        self.rhythm = {key: str(label) for key, label in Rhythm.choices}
        self.others = (
            ("assets", _("tài sản công")),
            ("people", _("nhân lực")),
            ("science", _("khoa học, công nghệ")),
        )


def _clears(entry: Entry, words: _Words) -> tuple[CellValue, ...]:
    people = [
        entry.lead,
        entry.in_charge,
        words.together % {"names": entry.coordination} if entry.coordination else "",
    ]
    means = [entry.measures, words.money[entry.money] if entry.money else "", _amounts(entry, words)]
    means += [f"{name}: {text}" for column, name in words.others if (text := getattr(entry, column))]
    time = time_of(entry.due_on, entry.due_text, words.rhythm[entry.rhythm] if entry.rhythm else "")
    return (
        _sentence(entry.work), "\n".join(filter(None, people)), "\n".join(filter(None, means)), time,
        entry.authority, entry.product,
    )  # fmt: skip


def _amounts(entry: Entry, words: _Words) -> str:
    total = sum((one.amount for one in entry.fundings.all()), Decimal())
    return words.million % {"amount": written_number(total)} if total else ""


def _target_table(placed: Sequence[PlacedSection], by_section: dict[UUID, list[Entry]]) -> Table:
    columns = (
        Column(_("TT"), 1, Align.CENTER), Column(_("Chỉ tiêu, cách tính"), 6),
        Column(_("Đơn vị tính"), 2, Align.CENTER),
        Column(_("Giá trị"), 2, Align.NUMBER), Column(_("Thời gian"), 2.2, Align.CENTER), Column(_("Lộ trình"), 3),
        Column(_("Chủ trì, người chịu trách nhiệm"), 4), Column(_("Phối hợp"), 3),
    )  # fmt: skip
    entries = [row for one in placed for row in by_section.get(one.section.pk, ()) if row.kind == EntryKind.TARGET]
    rows: list[Row] = [
        (
            str(place), "\n".join(filter(None, [_sentence(row.work), row.definition])), row.value_unit,
            row.value.normalize() if row.value is not None else "", target_time(row), row.printed_path,
            "\n".join(filter(None, [row.lead, row.in_charge])), row.coordination,
        )
        for place, row in enumerate(entries, 1)
    ]  # fmt: skip
    return Table(columns, tuple(rows))


def _money(money: MoneyTable) -> Table:
    columns = (
        Column(_("Nguồn"), 5), Column(_("Phân bổ"), 3),
        *(Column(str(year), 2, Align.NUMBER) for year in money.years), Column(_("Cộng"), 2.4, Align.NUMBER),
    )  # fmt: skip
    rows: list[Row] = [(row.source, row.origin, *row.amounts, row.total) for row in money.rows]
    rows.append((Cell(_("Tổng cộng"), column_span=2, bold=True), *money.sums, money.total))
    return Table(columns, tuple(rows), unit=_("Đơn vị tính: triệu đồng"))
