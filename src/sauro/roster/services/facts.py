"""The facts of a row against those that stand: what is new, what it ends, what stays."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from sauro.roster.selectors.records import HeldFact
from sauro.roster.services.plan import NewFact, PlannedRow
from sauro.roster.sheets.cells import Training
from sauro.roster.sheets.columns import FIELDS, Field, Kind
from sauro.roster.sheets.days import Day
from sauro.roster.sheets.faults import MASK, Complaint
from sauro.roster.sheets.people import People
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS

if TYPE_CHECKING:
    from sauro.roster.services.planning import Order

_FROM_BIRTH = FactKind.ETHNICITY


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one kind of fact, as values by row; ``since`` is the code of the column of its day."""

    kind: str
    field: Field
    leading: Sequence[Any]
    value: Sequence[Any]
    detail: Sequence[Any]
    place: Sequence[Any]
    since: str


class Facts:
    """Works out the facts of rows, column by column of the sheet."""

    def __init__(self, people: People, order: Order) -> None:
        self._people, self._order = people, order
        self._parts: Mapping[str, dict[str, Field]] = defaultdict(dict)
        self._trainings: list[Field] = []
        for code in people.values:
            field = FIELDS[code]
            if field.kind == Kind.TRAINING:
                self._trainings.append(field)
            elif field.fact is not None:
                self._parts[field.fact][field.part] = field
        self._columns = [
            self._of_kind(kind, parts, parts.get("value") or parts["detail"])
            for kind, parts in self._parts.items()
            if "value" in parts or ("detail" in parts and not FACTS[kind].choices)
        ]
        self.kinds = {one.kind for one in self._columns}
        if self._trainings:
            self.kinds.add(str(FactKind.TRAINING))

    def of(self, planned: PlannedRow) -> list[NewFact]:
        """Return the facts to be added for a row; what it changes is noted there, faults at their columns."""
        made: list[NewFact] = []
        for columns in self._columns:
            if columns.leading[planned.number] is not None:
                self._one(planned, columns, made)
        for field in self._trainings:
            value = self._people.values[field.code][planned.number]
            if isinstance(value, Training):
                self._training(planned, field, value, made)
        return made

    def _of_kind(self, kind: str, parts: Mapping[str, Field], field: Field) -> _Columns:
        values = {part: self._people.values[one.code] for part, one in parts.items()}
        leading = self._people.values[field.code]
        if not FACTS[kind].choices:
            values["detail"] = leading
        nothing = [None] * len(leading)
        value, detail, place = (values.get(part, nothing) for part in ("value", "detail", "place"))
        said = parts.get("since")
        return _Columns(str(kind), field, leading, value, detail, place, said.code if said is not None else "")

    def _one(self, planned: PlannedRow, columns: _Columns, made: list[NewFact]) -> None:
        number, kind, leading = planned.number, columns.kind, columns.field
        since, is_said = self._since(planned, kind, columns.since)
        fact = NewFact(
            kind, columns.value[number] or "", columns.detail[number] or "", columns.place[number] or "", since
        )
        if planned.held is None and since <= self._order.today:
            # Of somebody new everything is new.
            made.append(fact)
            return
        spec = FACTS[kind]
        stands = planned.held.facts.get(kind, []) if planned.held is not None else []
        if any(_same(one, fact) for one in (stands[-1:] if spec.is_single else stands)):
            return
        place = columns.since if is_said else leading.code
        if since > self._order.today:
            self._complain(number, place, "since-in-future", _("Ngày ở tương lai. Hãy kiểm tra lại năm."))
            return
        if spec.is_single and stands:
            last = stands[-1]
            if kind == _FROM_BIRTH:
                fact.since = self._order.since
            if last.lower >= fact.since:
                day = {"day": f"{last.lower:%d/%m/%Y}"}
                words_of = _("Đã có giá trị khác từ ngày %(day)s. Hãy ghi ngày sau đó, hoặc rút giá trị cũ ở hồ sơ.")
                self._complain(number, place, "later-fact", words_of % day)
                return
            if last.upper is None or last.upper > fact.since:
                fact.ends = last.pk
        before = stands[-1] if spec.is_single and stands else None
        self._note(planned, leading, before, fact)
        made.append(fact)

    def _training(self, planned: PlannedRow, field: Field, value: Training, made: list[NewFact]) -> None:
        stands = planned.held.facts.get(FactKind.TRAINING, []) if planned.held is not None else []
        day = value.day.on if value.day is not None else None
        for one in stands:
            is_told = one.value == field.value and (not value.detail or one.detail == value.detail)
            if is_told and (value.day is None or value.day.fits(one.lower)):
                return
        since = day or self._order.since
        if since > self._order.today:
            self._complain(planned.number, field.code, "since-in-future", _("Ngày ở tương lai. Hãy kiểm tra lại năm."))
            return
        fact = NewFact(FactKind.TRAINING, field.value, value.detail, "", since)
        self._note(planned, field, None, fact)
        made.append(fact)

    def _since(self, planned: PlannedRow, kind: str, code: str) -> tuple[dt.date, bool]:
        """Return from when a fact holds, and whether the sheet says so. Who is born of a people is so from birth."""
        day = self._people.values[code][planned.number] if code else None
        if isinstance(day, Day):
            if kind == FactKind.RATING and day.precision == "year":
                return min(dt.date(day.on.year, 12, 31), max(self._order.today, day.on)), True
            return day.on, True
        if kind == _FROM_BIRTH:
            birth = self._people.values["birth_date"][planned.number]
            if isinstance(birth, Day):
                return birth.on, False
        return self._order.since, False

    def _complain(self, number: int, code: str, fault: str, words: str) -> None:
        shown = MASK if FIELDS[code].is_covered else ""
        self._people.complain(number, code, Complaint(fault, words), shown)

    def _note(self, planned: PlannedRow, field: Field, before: HeldFact | None, fact: NewFact) -> None:
        if planned.held is None:
            # Of somebody new everything is new.
            return
        spec = FACTS[fact.kind]
        if spec.is_sealed:
            planned.changes.append((str(field.label), MASK if before else "", MASK))
            return
        now = " – ".join(filter(None, (spec.words_of(before.value), before.detail))) if before else ""
        then = " – ".join(filter(None, (spec.words_of(fact.value), fact.detail, fact.place)))
        planned.changes.append((str(field.label), now, then))


def _same(held: HeldFact, fact: NewFact) -> bool:
    """Tell whether a fact that stands says all that the sheet says; what the sheet leaves out does not count."""
    return (
        held.value == fact.value
        and (not fact.detail or held.detail == fact.detail)
        and (not fact.place or held.place == fact.place)
    )
