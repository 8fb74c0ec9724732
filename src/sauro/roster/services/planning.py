"""Compares a sheet with the records: who each row is, what it changes, and what stands in the way."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.roster.enums import Outcome
from sauro.roster.selectors.records import Asked, Held, Records, load_records
from sauro.roster.selectors.seats import Seats, load_seats
from sauro.roster.selectors.units import Place, Posts, Units, load_posts, load_units
from sauro.roster.services.facts import Facts
from sauro.roster.services.plan import NewTenure, Plan, PlannedRow
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.days import Day
from sauro.roster.sheets.faults import MASK, Complaint, Severity
from sauro.roster.sheets.people import People
from sauro.workforce import sealing
from sauro.workforce.fields import PARTICULARS, Sensitivity
from sauro.workforce.models import Post
from vanban.text.normalize import fold

_STATED = ("sex", "birth_date", "home_town", "residence", "phone", "recruited_on", "schooling")
_COVERED = {field.code for field in PARTICULARS if field.sensitivity == Sensitivity.SENSITIVE}
OTHER = "other"
"""The answer that a person of the same name and birth date is somebody else."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the importer said besides the columns: from when changes hold, the paper, the unit of rows without one.

    ``answers`` holds, by row, the identity of a dossier of the same person, or :data:`OTHER`.
    """

    domain: str
    since: dt.date
    today: dt.date
    decision: str = ""
    unit_id: UUID | None = None
    answers: Mapping[str, str] | None = None


def plan_import(actor: Actor, people: People, order: Order) -> Plan:
    """Return what writing the sheet would do. Reads the records in a dozen queries, writes nothing."""
    return _Planner(actor, people, order).plan()


class _Planner:
    def __init__(self, actor: Actor, people: People, order: Order) -> None:
        self.actor, self.people, self.order = actor, people, order
        self.nothing: list[Any] = [None] * len(people.rows)
        self.units: Units = load_units(actor, order.domain, order.today)
        self.posts: Posts = load_posts()
        self.default = next((one for one in self.units.by_code.values() if one.pk == order.unit_id), None)
        self.indexes = [sealing.index_of(number) if number else None for number in self._column("identity_number")]
        folded = {name: fold(name) for name in set(self._column("full_name")) if name}
        self.keys = [folded.get(name, "") for name in self._column("full_name")]
        self.facts = Facts(people, order)
        self.records: Records = load_records(actor, order.domain, self._asked())
        self.rows: list[PlannedRow] = []
        self.places: list[Place | None] = []
        self.jobs: list[Post | None] = []

    def plan(self) -> Plan:
        people = self.people
        twice = self._twice()
        self._place_all()
        for number, row in enumerate(people.rows):
            self.rows.append(
                PlannedRow(number, row, people.values["full_name"][number] or "", unit=self.places[number])
            )
        for planned in self.rows:
            if planned.number not in twice:
                self._identify(planned)
        self._meet_once()
        seats = self._seats()
        wrong = {fault.row for fault in people.faults if fault.complaint.severity == Severity.ERROR}
        for planned in self.rows:
            if planned.row not in wrong and planned.outcome != Outcome.ASKED:
                self._compare(planned, seats)
        self._settle_outcomes()
        allotments = [seats.allotments[key] for key in sorted(seats.allotments)]
        return Plan(self.rows, people.faults, people.skipped, allotments)

    def _asked(self) -> Asked:
        numbers = [index for index in self.indexes if index is not None]
        codes = [code for code in self._column("code") if code]
        names = list({key for key in self.keys if key})
        return Asked(numbers, codes, names, self.facts.kinds, self.order.since)

    def _column(self, code: str) -> list[Any]:
        return self.people.values.get(code) or self.nothing

    def _say(self, number: int, field: str, code: str, words: str, *, warns: bool = False, shown: str = "") -> None:
        severity = Severity.WARNING if warns else Severity.ERROR
        self.people.complain(number, field, Complaint(code, words, severity), shown)

    def _twice(self) -> set[int]:
        """Complain of numbers that stand in two rows, and remark people of the same name and birth date."""
        first: dict[bytes, int] = {}
        alike: dict[tuple[str, dt.date], int] = {}
        twice: set[int] = set()
        births = self._column("birth_date")
        for number, index in enumerate(self.indexes):
            row = self.people.rows[number] + 1
            if index is not None and index in first:
                before = first[index]
                for one, other in ((number, self.people.rows[before] + 1), (before, row)):
                    if one not in twice:
                        words = _("Trùng số định danh với dòng %(row)d. Hãy giữ một dòng.") % {"row": other}
                        self._say(one, "identity_number", "number-twice", words, shown=MASK)
                        twice.add(one)
            elif index is not None:
                first[index] = number
            if isinstance(births[number], Day) and self.keys[number]:
                key = (self.keys[number], births[number].on)
                before = alike.setdefault(key, number)
                if before != number and number not in twice:
                    words = _("Cùng họ tên và ngày sinh với dòng %(row)d. Nếu là một người, hãy xóa một dòng.")
                    line = {"row": self.people.rows[before] + 1}
                    self._say(number, "full_name", "alike-in-file", words % line, warns=True)
        return twice

    def _place_all(self) -> None:
        """Find the unit and the job position of every row."""
        units, bodies, posts = self._column("unit"), self._column("body"), self._column("post")
        for number in range(len(self.people.rows)):
            text, body = units[number], bodies[number] or ""
            place: Place | Complaint | None = self.default
            if text or body:
                place = self.units.find(text, body) if text else self.units.find(body)
            if isinstance(place, Complaint):
                self.people.complain(number, "unit" if text else "body", place, (text or body)[:200])
                place = None
            post: Post | Complaint | None = self.posts.find(posts[number]) if posts[number] else None
            if isinstance(post, Complaint):
                self.people.complain(number, "post", post, posts[number][:200])
                post = None
            self.places.append(place)
            self.jobs.append(post)

    def _identify(self, planned: PlannedRow) -> None:
        """Find whose dossier a row means: by number, by code, by somebody's word, else ask about people alike."""
        number = planned.number
        index, code = self.indexes[number], self._column("code")[number]
        held = self.records.by_number.get(index) if index else None
        by_code = self.records.by_code.get(code) if code else None
        if code and by_code is None:
            words = _("Không có hồ sơ mang mã này trong phạm vi của bạn. Hãy để trống mã nếu là người mới.")
            self._say(number, "code", "code-unknown", words, shown=code)
            return
        if held is not None and by_code is not None and held is not by_code:
            words = _("Mã hồ sơ và số định danh thuộc hai hồ sơ khác nhau. Hãy sửa một trong hai ô.")
            self._say(number, "code", "code-and-number", words, shown=code)
            return
        found = held or by_code
        if found is None:
            found = self._alike(planned, index)
        if found is None:
            if planned.outcome != Outcome.ASKED:
                self._stranger(planned, index)
            return
        self._take(planned, found, index)

    def _take(self, planned: PlannedRow, found: Held, index: bytes | None) -> None:
        """Take a dossier for a row, unless it is another office's or bears another name."""
        number = planned.number
        if not found.may:
            words = _("Người này đã có hồ sơ ở đơn vị ngoài phạm vi bạn quản lý. Hãy đề nghị chuyển hồ sơ.")
            self._say(number, "identity_number", "number-taken", words, shown=MASK)
            return
        if found.name_key != self.keys[number]:
            words = _("Số định danh hoặc mã này là của hồ sơ %(code)s, mang tên khác (%(name)s). Hãy kiểm tra lại.")
            self._say(number, "full_name", "other-name", words % {"code": found.code, "name": found.name})
            return
        planned.held, planned.person_id, planned.person_key = found, found.person_id, found.wrapped_key
        if index is not None and found.number_index is None:
            planned.identity_number = self._column("identity_number")[number]
            planned.changes.append((str(FIELDS["identity_number"].label), "", MASK))
        elif index is not None and found.number_index != index:
            words = _("Hồ sơ %(code)s đang có số định danh khác. Sửa số định danh ở trang hồ sơ, có ghi lý do.")
            self._say(number, "identity_number", "number-differs", words % {"code": found.code}, shown=MASK)

    def _alike(self, planned: PlannedRow, index: bytes | None) -> Held | None:
        """Return the dossier that somebody said is the same person's, or note those to be asked about."""
        birth = self._column("birth_date")[planned.number]
        if not isinstance(birth, Day):
            return None
        found = [
            one for one in self.records.by_likeness.get((self.keys[planned.number], birth.on), ())
            if one.may and not (index is not None and one.number_index not in (None, index))
        ]  # fmt: skip
        answer = (self.order.answers or {}).get(str(planned.row), "")
        if not found or answer == OTHER:
            return None
        said = next((one for one in found if str(one.dossier_id) == answer), None)
        if said is None:
            planned.outcome, planned.likely = Outcome.ASKED, found
        return said

    def _stranger(self, planned: PlannedRow, index: bytes | None) -> None:
        """Make a new dossier: of somebody known in another domain by the number and the name, or of somebody new."""
        number = planned.number
        known = self.records.strangers.get(index) if index else None
        if known is not None and known[1] != self.keys[number]:
            words = _("Số định danh này đã thuộc một người mang tên khác. Hãy kiểm tra lại số.")
            self._say(number, "identity_number", "number-taken", words, shown=MASK)
            return
        if known is not None:
            planned.person_id, planned.person_key = known[0], known[2]
        planned.outcome = Outcome.NEW
        if index is not None:
            planned.identity_number = self._column("identity_number")[number]
        needed = [("sex", _("Thiếu giới tính của người mới.")), ("birth_date", _("Thiếu ngày sinh của người mới."))]
        noted = {(fault.row, fault.field) for fault in self._faults_of(planned.row)}
        # Where a column for men and one for women tell both, one cell that cannot be read is one fault.
        is_split = not noted.isdisjoint({(planned.row, "birth_male"), (planned.row, "birth_female")})
        for code, words in needed:
            if self._column(code)[number] is None and (planned.row, code) not in noted and not is_split:
                self._say(number, code, "missing", words)
        if planned.unit is None and not any(field in ("unit", "body") for _row, field in noted):
            words = _("Thiếu đơn vị của người mới. Hãy ghi, hoặc chọn đơn vị chung ở trang ghép cột.")
            self._say(number, "unit", "missing", words)

    def _faults_of(self, row: int) -> list[Any]:
        if not hasattr(self, "_by_row"):
            self._by_row: dict[int, list[Any]] = defaultdict(list)
            self._noted = 0
        for fault in self.people.faults[self._noted :]:
            self._by_row[fault.row].append(fault)
        self._noted = len(self.people.faults)
        return self._by_row[row]

    def _meet_once(self) -> None:
        """Complain where two rows lead to one dossier."""
        first: dict[UUID, PlannedRow] = {}
        for planned in self.rows:
            if planned.held is None:
                continue
            before = first.setdefault(planned.held.dossier_id, planned)
            if before is not planned:
                words = _("Dòng này và dòng %(row)d cùng là hồ sơ %(code)s. Hãy giữ một dòng.")
                named = {"row": before.row + 1, "code": planned.held.code}
                self._say(planned.number, "full_name", "dossier-twice", words % named)

    def _seats(self) -> Seats:
        """Load the free seats, and let those who move by this import leave theirs first."""
        places = {place for place, job in zip(self.places, self.jobs, strict=True) if place and job}
        seats = load_seats(self.order.domain, places, self.order.since)
        for planned in self.rows:
            present = self._present(planned)
            if present is not None and present.seat_id is not None and self._moves(planned, present):
                seats.release(present.seat_id, self._since(planned, "post_on"))
        return seats

    def _present(self, planned: PlannedRow) -> Any:
        return planned.held.tenures[0] if planned.held is not None and planned.held.tenures else None

    def _moves(self, planned: PlannedRow, present: Any) -> bool:
        place, post = self.places[planned.number], self.jobs[planned.number]
        return bool(place and post and (present.unit_id, present.post_id) != (place.pk, post.pk))

    def _since(self, planned: PlannedRow, code: str) -> dt.date:
        day = self._column(code)[planned.number]
        return day.on if isinstance(day, Day) else self.order.since

    def _compare(self, planned: PlannedRow, seats: Seats) -> None:
        self._state(planned)
        planned.facts = self.facts.of(planned)
        self._put(planned, seats)

    def _state(self, planned: PlannedRow) -> None:
        """Work out the particulars: blank cells leave what stands, others make a version from the stated day."""
        number, held = planned.number, planned.held
        stands = held.stated if held is not None else None
        columns: list[Any] = []
        for place, code in enumerate(_STATED):
            value = self._column(code)[number]
            before = stands[2 + place] if stands is not None else None
            if isinstance(value, Day):
                value = before if value.fits(before) else value.on
            if value is None:
                value = before if before is not None else None if code == "recruited_on" else ""
            elif stands is not None and value != before:
                planned.changes.append((str(FIELDS[code].label), _shown(before), _shown(value)))
            columns.append(value)
        recruited, birth = columns[5], columns[1]
        if recruited is not None and birth and not birth.year + 15 <= recruited.year <= self.order.today.year + 1:
            self._say(number, "recruited_on", "recruited-odd",
                      _("Ngày tuyển dụng không khớp ngày sinh, hoặc ở tương lai."))  # fmt: skip
        if stands is None:
            planned.stated, planned.stated_since = tuple(columns), birth or self.order.since
        elif tuple(columns) != stands[2:]:
            self._version(planned, tuple(columns), stands[1])

    def _version(self, planned: PlannedRow, columns: tuple[Any, ...], lower: dt.date) -> None:
        if lower > self.order.since:
            words = _("Hồ sơ đã có thông tin từ ngày %(day)s. Hãy chọn ngày hiệu lực từ ngày đó trở đi.")
            self._say(planned.number, "", "later-version", words % {"day": f"{lower:%d/%m/%Y}"})
            return
        planned.stated, planned.stated_since, planned.corrects = columns, self.order.since, lower == self.order.since

    def _put(self, planned: PlannedRow, seats: Seats) -> None:
        """Work out the post: a new one when the row names another than the one held."""
        number, place, post = planned.number, self.places[planned.number], self.jobs[planned.number]
        present = self._present(planned)
        if place is None or post is None or (present is not None and not self._moves(planned, present)):
            return
        if planned.person_id in self.records.busy:
            words = _("Người này đang giữ một vị trí chính thức ở khối khác. Hãy ghi kiêm nhiệm ở trang hồ sơ.")
            self._say(number, "post", "two-posts", words)
            return
        since = self._begin(planned, place, post, seats)
        later = [one for one in planned.held.tenures if one.lower >= since] if planned.held else []
        if later:
            words = _("Người này đã có vị trí từ ngày %(day)s. Hãy ghi ngày giữ vị trí sau ngày đó.")
            self._say(number, "post_on", "two-posts", words % {"day": f"{later[0].lower:%d/%m/%Y}"})
            return
        decision = self._column("decision")[number] or self.order.decision
        if not decision:
            words = _("Bố trí vị trí phải có số quyết định. Hãy ghi ở cột số quyết định hoặc ở trang ghép cột.")
            self._say(number, "decision", "decision-needed", words)
            return
        seat = seats.take(place, post, since)
        if isinstance(seat, Complaint):
            self.people.complain(number, "post", seat, post.title)
            return
        decided = self._column("decided_on")[number]
        planned.tenure = NewTenure(
            place, post, seat, since, decision, decided.on if isinstance(decided, Day) else None,
            present.pk if present else None, present.appointment_id if present else None,
        )  # fmt: skip
        if planned.held is not None:
            before = _("đang giữ vị trí khác") if present else ""
            planned.changes.append((str(FIELDS["post"].label), before, f"{post.title} – {place.name}"))

    def _begin(self, planned: PlannedRow, place: Place, post: Post, seats: Seats) -> dt.date:
        """Return the first day of a post: not before its unit and its establishment began."""
        since = self._since(planned, "post_on")
        key = seats.home(place, post.block)
        begins = [day for day in (place.lower, seats.begins.get(key) if key else None) if day is not None]
        first = max([since, *begins])
        if first > since:
            words = _("Đơn vị hoặc biên chế có từ ngày %(day)s; ghi giữ vị trí từ ngày đó.")
            self._say(planned.number, "post_on", "post-clamped", words % {"day": f"{first:%d/%m/%Y}"}, warns=True)
        return first

    def _settle_outcomes(self) -> None:
        wrong = {fault.row for fault in self.people.faults if fault.complaint.severity == Severity.ERROR}
        for planned in self.rows:
            if planned.row in wrong:
                planned.outcome = Outcome.FAULTY
            elif planned.outcome == Outcome.SAME and planned.changes:
                planned.outcome = Outcome.CHANGED


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(getattr(value, "label", value))
