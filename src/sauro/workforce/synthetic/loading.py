"""Writes the synthetic province: units, approved posts, people, dossiers and tenures, a table at a time by COPY.

A post is held in the domain of its unit, and the dossier is of that domain. Members of the committee whose post is in
another domain have a second dossier, kept by the committee: both lead to one person and are never read together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict
from sauro.common.ids import new_id
from sauro.demo.cast import demo_actors
from sauro.demo.people import PEOPLE
from sauro.demo.province import demo_communes
from sauro.numbering.services import next_codes
from sauro.organizations.enums import CommuneType
from sauro.organizations.models import Appointment, Unit
from sauro.organizations.services.blueprint import commune_code
from sauro.organizations.services.people import position_of
from sauro.workforce import events, sealing
from sauro.workforce.demo import KEEPER
from sauro.workforce.demo import POSTS as USUAL_POSTS
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Allotment, AllotmentDecision, Dossier, Post
from sauro.workforce.services.dossiers import CODE_PREFIX
from sauro.workforce.services.posts import save_post
from sauro.workforce.synthetic.lives import SINCE, Life, Lives, Said, trained
from sauro.workforce.synthetic.people import Invented, people_for
from sauro.workforce.synthetic.shape import POSTS, Place, places
from sauro.workforce.synthetic.tables import NULL, Tables, binary, row_id, span
from sauro.workforce.synthetic.units import add_service_units
from vanban.text.normalize import fold, name_sort_key

PAPER, PAPER_ON = "1234/QĐ-TỔNG HỢP (mẫu)", dt.date(2025, 6, 30)
RECORDED_BY = "Nạp đội ngũ mẫu"
_FIRST_NUMBER = 1_000_000
"""Identity numbers begin with 000, which no province has."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was written: approved posts, people in them, dossiers, rows in all without their history."""

    seats: int
    people: int
    dossiers: int
    rows: int


@transaction.atomic
def load_province(*, actor: Actor) -> Loaded | None:
    """Write the synthetic province into an installation with the demo's units; None when it is there already.

    Raises :class:`Conflict` where other records of the workforce are: the figures would not be those published.
    """
    if AllotmentDecision.objects.filter(decision=PAPER).exists():
        return None
    if Dossier.objects.exists() or Allotment.objects.exists():
        words = _("Thư mục dữ liệu này đã có hồ sơ, biên chế. Hãy nạp đội ngũ mẫu vào một thư mục dữ liệu mới.")
        raise Conflict("workforce-there", words)
    add_service_units()
    every = list(places(special_zones=special_zones()))
    made = write_people(every, people_for(every, today()))
    root = Unit.objects.get(level="province", kind="territory")
    record_event(
        actor=actor, event=events.PROVINCE_LOADED, obj=root, changes={"people": made.people, "posts": made.seats}
    )
    return made


def write_people(every: Sequence[Place], people: Mapping[int, Invented]) -> Loaded:
    """Write approved posts and who sits in them, by the number of the place. Part of the caller's transaction."""
    communes = demo_communes()
    writer = _Writer([commune_code(row.code) for row in communes], [row.name for row in communes])
    return writer.write(every, people)


def special_zones() -> frozenset[int]:
    """Return the numbers of the demo's communes that are special zones."""
    return frozenset(at for at, row in enumerate(demo_communes()) if row.type == CommuneType.SPECIAL_ZONE)


def _save_posts() -> dict[str, Post]:
    keeper = demo_actors()[KEEPER]
    return {fields.code: save_post(actor=keeper, fields=fields) for fields in (*USUAL_POSTS, *POSTS)}


class _Writer:
    """Turns places and people into the lines of every table."""

    def __init__(self, codes: Sequence[str], names: Sequence[str]) -> None:
        self._codes, self._names = codes, names
        self._units = {unit.code: unit for unit in Unit.objects.filter(level="commune")}
        self._posts = _save_posts()
        self._positions = {
            code: position_of(post.title, is_head=post.is_head, rank=post.rank).pk.hex
            for code, post in self._posts.items()
        }
        self._known = _Accounts()
        self._day = today()
        self._into = Tables()

    def write(self, every: Sequence[Place], people: Mapping[int, Invented]) -> Loaded:
        """Write everything; parents before children, as the constraints are checked in the end."""
        seats = self._write_seats(every)
        second = sum(1 for one in people.values() if one.party_post and self._unit(one.place).domain != Domain.PARTY)
        codes = iter(next_codes(prefix=CODE_PREFIX, year=self._day.year, count=len(people) + second))
        lives = Lives(self._day, len(self._codes))
        for turn, (at, one) in enumerate(people.items()):
            self._write_person(one, lives.of(one), seats[at], codes, f"000{_FIRST_NUMBER + turn:09d}")
        dossiers = len(self._into.dossiers)
        return Loaded(len(every), len(people), dossiers, self._into.write())

    def _unit(self, place: Place) -> Unit:
        return self._units[f"{self._codes[place.commune]}.{place.suffix}"]

    def _write_seats(self, every: Sequence[Place]) -> list[str]:
        """Take the approved posts of every unit; return the identities of the seats in the order of the places."""
        numbers: dict[tuple[UUID, str], int] = {}
        allotments: dict[tuple[UUID, str], str] = {}
        seats, valid = [], span(SINCE)
        for place in every:
            unit = self._unit(place)
            key = (unit.pk, str(place.block))
            if key not in allotments:
                allotments[key] = row_id()
                self._into.allotments.add(allotments[key], unit.pk.hex, unit.domain, key[1])
            numbers[key] = numbers.get(key, 0) + 1
            seats.append(row_id())
            post = self._posts[place.post].pk.hex
            self._into.seats.add(seats[-1], allotments[key], str(numbers[key]), post, valid)
        for key, number in numbers.items():
            self._into.decisions.add(
                row_id(), allotments[key], str(SINCE.year), str(number), valid, PAPER, PAPER_ON.isoformat(),
                RECORDED_BY,
            )  # fmt: skip
        return seats

    def _write_person(self, one: Invented, life: Life, seat: str, codes: Iterable[str], number: str) -> None:
        unit, codes = self._unit(one.place), iter(codes)
        post, valid = self._posts[one.place.post], span(life.since)
        known = self._known.take(unit.pk, post.title, one.sex)
        person, name = (known.person_id, known.name) if known else (new_id(), one.name)
        keys = (fold(name), name_sort_key(name))
        if known is None:
            self._into.people.add(person.hex, name, *keys)
        work = known.appointment_id.hex if known else row_id()
        if known is None:
            self._into.work.add(work, person.hex, self._positions[one.place.post], unit.pk.hex, valid)
        wrapped = sealing.new_key(person)
        self._into.identities.add(
            row_id(), person.hex, binary(wrapped), binary(sealing.seal(person, wrapped, {"number": number})),
            binary(sealing.index_of(number)),
        )  # fmt: skip
        held = _Held(person.hex, one, life, binary(sealing.seal(person, wrapped, _ethnicity(one))), keys)
        tenure = row_id()
        dossier = self._write_dossier(held, unit, next(codes), tenure)
        self._into.tenures.add(
            tenure, dossier, person.hex, unit.pk.hex, post.pk.hex, seat, work, valid, PAPER, PAPER_ON.isoformat(),
            RECORDED_BY,
        )  # fmt: skip
        if one.party_post and unit.domain != Domain.PARTY:
            committee = self._units[f"{self._codes[one.place.commune]}.DU"]
            self._write_dossier(held, committee, next(codes), NULL)

    def _write_dossier(self, held: _Held, unit: Unit, code: str, tenure: str) -> str:
        """Write a dossier in the domain of a unit; without a tenure it holds only what a committee's record says."""
        dossier, particulars, one = row_id(), row_id(), held.one
        self._into.dossiers.add(dossier, code, held.person, unit.domain, unit.pk.hex, tenure, particulars, *held.keys)
        self._into.particulars.add(
            particulars, dossier, str(one.sex), one.birth_date.isoformat(),
            f"{self._names[held.life.home]}, tỉnh Lạc Giang", self._names[one.place.commune],
            held.life.recruited_on.isoformat(), "12/12", span(one.birth_date), RECORDED_BY,
        )  # fmt: skip
        self._write_fact(dossier, Said(FactKind.ETHNICITY, one.birth_date, ""), held.ethnicity)
        for said in held.life.facts if tenure != NULL else trained(one, ""):
            self._write_fact(dossier, said)
        if one.party_post and unit.domain == Domain.PARTY:
            self._write_fact(dossier, Said(FactKind.PARTY_POST, SINCE, one.party_post))
        return dossier

    def _write_fact(self, dossier: str, said: Said, sealed: str = NULL) -> None:
        spec = FACTS[said.kind]
        self._into.facts.add(
            row_id(), dossier, str(said.kind), said.value, str(spec.level_of(said.value)), said.detail,
            NULL if said.amount is None else str(said.amount), sealed, "t" if spec.is_single else "f",
            span(said.since), RECORDED_BY,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    """A person on the way into dossiers: identity, what is invented, the sealed ethnicity, the keys of the name."""

    person: str
    one: Invented
    life: Life
    ethnicity: str
    keys: tuple[str, str]


def _ethnicity(one: Invented) -> dict[str, str]:
    return {"value": "", "detail": one.ethnicity, "place": ""}


@dataclass(frozen=True, slots=True)
class _Account:
    """Somebody of the demo who signs in, with the post they have been given there."""

    person_id: UUID
    appointment_id: UUID
    name: str


class _Accounts:
    """The people of the demo's accounts in communes: they sit in the places of their titles, once each."""

    def __init__(self) -> None:
        rows = Appointment.objects.filter(
            unit__level="commune", person__user__username__in=[person.username for person in PEOPLE]
        ).select_related("person", "position")
        self._waiting = {
            (row.unit_id, row.position.title, Sex.FEMALE if " Thị " in row.person.full_name else Sex.MALE): _Account(
                row.person_id, row.pk, row.person.full_name
            )
            for row in rows
        }

    def take(self, unit_id: UUID, title: str, sex: Sex) -> _Account | None:
        """Return who waits for a post of this title in the unit, and let nobody else have them."""
        return self._waiting.pop((unit_id, title, sex), None)
