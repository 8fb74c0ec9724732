"""Makes records of the workforce for tests, through the services the pages use."""

from __future__ import annotations

import datetime as dt

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.documents.quarantine import quarantined
from sauro.documents.services.storage import store_upload
from sauro.numbering.services import next_code
from sauro.organizations.models import Person, Unit
from sauro.workforce import sealing
from sauro.workforce.enums import Block, PostGroup, Sex, TenureKind
from sauro.workforce.models import (
    Allotment,
    AllotmentDecision,
    Dossier,
    DossierPaper,
    Fact,
    Identity,
    Particulars,
    Post,
    Seat,
    Tenure,
)
from sauro.workforce.services.appointing import Place, appoint
from sauro.workforce.services.dossiers import NewPerson, make_dossier
from sauro.workforce.services.establishment import Paper, decide_allotment
from sauro.workforce.services.particulars import Stated
from tests.personas import World
from vanban.text.normalize import fold, name_sort_key, sort_key

KEEPER = "snv_servant"
"""The persona who keeps the records of the State's side in the whole province."""

SINCE = dt.date(2026, 1, 5)
PAPER = Paper("12/QĐ-UBND", dt.date(2025, 12, 30))
BORN = dt.date(1988, 3, 15)


def known(unit: Unit, name: str) -> Dossier:
    """Store a dossier with its particulars, without the services."""
    person = Person.objects.create(full_name=name, search_key=fold(name), sort_key=name_sort_key(name))
    Identity.objects.create(person=person, wrapped_key=sealing.new_key(person.pk))
    dossier = Dossier.objects.create(
        code=next_code(prefix="HS", year=2026), person=person, domain=unit.domain, unit=unit, search_key=fold(name),
        sort_key=name_sort_key(name),
    )  # fmt: skip
    dossier.particulars = Particulars.objects.create(
        dossier=dossier, valid=(BORN, None), recorded_by_name="Đỗ Văn Mẫu", sex=Sex.FEMALE, birth_date=BORN,
        home_town="Lạc Giang", residence="Xã A Thử", phone="0296000000", schooling="12/12",
    )  # fmt: skip
    dossier.save()
    return dossier


def allotted(unit: Unit) -> Seat:
    """Store one seat more of a unit's establishment, free."""
    allotment, made = Allotment.objects.get_or_create(
        unit=unit, block=Block.OFFICIALS, defaults={"domain": unit.domain}
    )
    if made:
        AllotmentDecision.objects.create(
            allotment=allotment, year=2026, posts=9, valid=(SINCE, None), decision="12/QĐ-UBND",
            recorded_by_name="Đỗ Văn Mẫu", note="Giao đầu năm",
        )  # fmt: skip
    return Seat.objects.create(allotment=allotment, number=allotment.seats.count() + 1, valid=(SINCE, None))


def taken(dossier: Dossier, post: Post, seat: Seat) -> Tenure:
    """Store a full post of the dossier's person in a seat."""
    tenure: Tenure = Tenure.objects.create(
        dossier=dossier, person=dossier.person, unit=seat.allotment.unit, post=post, seat=seat, valid=(SINCE, None),
        decision="12/QĐ-UBND", recorded_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip
    dossier.tenure = tenure
    dossier.save()
    tenure.refresh_from_db()
    return tenure


def sealed(dossier: Dossier, kind: str, detail: str) -> Fact:
    """Store a sensitive fact."""
    key = Identity.objects.get(person=dossier.person).wrapped_key
    held = {"value": "", "detail": detail, "place": ""}
    fact: Fact = Fact.objects.create(
        dossier=dossier, kind=kind, is_single=True, valid=(BORN, None), recorded_by_name="Đỗ Văn Mẫu",
        sealed=sealing.seal(dossier.person_id, key or b"", held),
    )  # fmt: skip
    return fact


def attached(fact: Fact, words: str) -> DossierPaper:
    """Store a paper that proves a fact, sealed, without the services."""
    dossier = fact.dossier
    key = Identity.objects.get(person=dossier.person).wrapped_key
    with quarantined([sealing.seal_bytes(dossier.person_id, key or b"", words.encode())], name="tep") as upload:
        file = store_upload(upload=upload, domain=dossier.domain, media_type="application/octet-stream")
    return DossierPaper.objects.create(
        dossier=dossier, fact=fact, kind="degree", file=file, file_name="bang.txt", media_type="text/plain", size=9,
        added_by_name="Đỗ Văn Mẫu", withdrawn_reason="",
    )  # fmt: skip


def make_post(code: str = "CV", title: str = "Chuyên viên", *, block: Block = Block.OFFICIALS) -> Post:
    """Enter a job position, or return the one with this code."""
    held = {"title": title, "block": block, "group": PostGroup.PROFESSIONAL, "search_key": fold(title)}
    return Post.objects.get_or_create(code=code, defaults={**held, "sort_key": sort_key(title)})[0]


def allot(world: World, posts: int, unit: str = "ubnd_a", *, since: dt.date = SINCE, persona: str = KEEPER) -> None:
    """Give a unit posts of cadres and civil servants."""
    decide_allotment(
        actor=world.actor(persona), unit_id=world.units[unit].pk, block=Block.OFFICIALS, posts=posts, since=since,
        paper=Paper(PAPER.number),
    )  # fmt: skip


def dossier_of(
    world: World, name: str = "Nguyễn Thị Mẫu", *, unit: str = "ubnd_a", number: str = "", actor: Actor | None = None
) -> Dossier:
    """Make the dossier of somebody new."""
    return make_dossier(
        actor=actor or world.actor(KEEPER), unit_id=world.units[unit].pk, who=NewPerson(name, number),
        stated=Stated(Sex.FEMALE, BORN, home_town="Lạc Giang"),
    )  # fmt: skip


def place(
    world: World, dossier: Dossier, unit: str = "ubnd_a", *, since: dt.date = SINCE, until: dt.date | None = None,
    post: Post | None = None, kind: TenureKind = TenureKind.FULL,
) -> Tenure:  # fmt: skip
    """Put somebody into a post."""
    where = Place(world.units[unit].pk, (post or make_post()).pk, since, until, kind)
    return appoint(actor=world.actor(KEEPER), dossier_id=dossier.pk, place=where, paper=PAPER)


def days(number: int) -> dt.date:
    """Return the day so many days from today."""
    return today() + dt.timedelta(days=number)
