"""The facts of a row against those that stand: what is new, what it ends, what stays."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
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
        self._leading = [
            (kind, parts, parts.get("value") or parts["detail"])
            for kind, parts in self._parts.items()
            if "value" in parts or ("detail" in parts and not FACTS[kind].choices)
        ]
        self.kinds = {str(kind) for kind, _parts, _field in self._leading}
        if self._trainings:
            self.kinds.add(str(FactKind.TRAINING))

    def of(self, planned: PlannedRow) -> list[NewFact]:
        """Return the facts to be added for a row; what it changes is noted there, faults at their columns."""
        made: list[NewFact] = []
        for kind, parts, leading in self._leading:
            value = self._people.values[leading.code][planned.number]
            if value is not None:
                self._one(planned, kind, parts, leading, value, made)
        for field in self._trainings:
            value = self._people.values[field.code][planned.number]
            if isinstance(value, Training):
                self._training(planned, field, value, made)
        return made

    def _one(
        self, planned: PlannedRow, kind: str, parts: Mapping[str, Field], leading: Field, value: Any,
        made: list[NewFact],
    ) -> None:  # fmt: skip
        number = planned.number
        spec = FACTS[kind]
        words = {
            part: self._people.values[field.code][number] or "" for part, field in parts.items() if part != "since"
        }
        if not spec.choices:
            words["detail"] = value
        since, is_said = self._since(planned, kind, parts.get("since"))
        fact = NewFact(kind, words.get("value", ""), words.get("detail", ""), words.get("place", ""), since)
        stands = planned.held.facts.get(kind, []) if planned.held is not None else []
        if any(_same(one, fact) for one in (stands[-1:] if spec.is_single else stands)):
            return
        place = parts["since"].code if is_said else leading.code
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

    def _since(self, planned: PlannedRow, kind: str, field: Field | None) -> tuple[dt.date, bool]:
        """Return from when a fact holds, and whether the sheet says so. Who is born of a people is so from birth."""
        day = self._people.values[field.code][planned.number] if field is not None else None
        if isinstance(day, Day):
            if kind == FactKind.RATING and day.precision == "year":
                return min(dt.date(day.on.year, 12, 31), max(self._order.today, day.on)), True
            return day.on, True
        birth = self._people.values["birth_date"][planned.number]
        if kind == _FROM_BIRTH and isinstance(birth, Day):
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
