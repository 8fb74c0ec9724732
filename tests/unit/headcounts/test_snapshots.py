"""The snapshot equals the records on its day, however they change, and forgets what a destroyed key hid."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

import pytest
from tests.factories.headcounts import counted, stated
from tests.factories.workforce import KEEPER, PAPER, SINCE, days, make_post
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError
from sauro.headcounts import events
from sauro.headcounts.ethnicity import ethnic_code
from sauro.headcounts.models import Line, Mark, Pending, Places, Snapshot
from sauro.headcounts.services.snapshots import MOST_ASKED, drop_old, is_month_end, snapshot_of
from sauro.workforce.enums import Block, EndReason, FactKind, Sex
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Allotment, Dossier, Identity, Particulars, Seat, Tenure
from sauro.workforce.models.facts import Fact
from sauro.workforce.selectors.as_of import opened_as_of
from sauro.workforce.services.appointing import end_tenure

DAY = dt.date(2026, 6, 30)


def _rebuilt(day: dt.date) -> dict[object, tuple[object, ...]]:
    """What the State's lines should be, person by person, from the facts alone."""
    found = {}
    for tenure in Tenure.objects.as_of(day).filter(kind="full", dossier__domain=Domain.STATE):
        dossier = tenure.dossier
        known = Particulars.objects.as_of(day).filter(dossier=dossier).first()
        levels = []
        for kind in (FactKind.EDUCATION, FactKind.THEORY, FactKind.RANK, FactKind.RATING):
            facts = Fact.objects.as_of(day).filter(dossier=dossier, kind=kind)
            levels.append(max((FACTS[kind].level_of(one.value) for one in facts), default=0))
        opened = opened_as_of(FactKind.ETHNICITY, day, [dossier.pk])
        found[dossier.pk] = (
            tenure.unit_id, tenure.unit.path, tenure.post_id, tenure.post.block, not tenure.seat.is_exceptional,
            known.sex if known else "", known.birth_date if known else None, *levels,
            ethnic_code(opened[dossier.pk]["detail"]) if opened else "",
        )  # fmt: skip
    return found


def _kept(day: dt.date) -> dict[object, tuple[object, ...]]:
    rows = Line.objects.filter(snapshot=snapshot_of(Domain.STATE, day)).values_list(
        "dossier_id", "unit_id", "path", "post_id", "block", "is_within", "sex", "birth_date", "education", "theory",
        "rank", "rating", "ethnicity",
    )  # fmt: skip
    return {row[0]: row[1:] for row in rows}


@pytest.fixture
def people(world: World) -> list[Dossier]:
    post = make_post()
    made = [
        counted(world.units["ubnd_a"], post, ethnicity="Khmer"),
        counted(world.units["vp_a"], post, sex=Sex.MALE, ethnicity=normalize("NFD", "Chăm")),
        counted(world.units["ubnd_b"], post, education="", ethnicity=""),
        counted(world.units["snv"], make_post("GV", "Giáo viên", block=Block.EMPLOYEES)),
    ]
    stated(made[0], FactKind.EDUCATION, "doctor", since=dt.date(2026, 7, 1))
    stated(made[1], FactKind.RATING, "well", until=dt.date(2026, 6, 1))
    return made


def test_lines_equal_the_facts_row_for_row(people: list[Dossier]) -> None:
    for day in (SINCE, DAY, dt.date(2026, 7, 1), SINCE - dt.timedelta(days=1)):
        assert _kept(day) == _rebuilt(day)
    assert len(_kept(DAY)) == len(people)
    opened = AuditEvent.objects.filter(code=events.OPENED.code).first()
    assert opened is not None
    assert opened.changes["kind"] == "ethnicity"
    # What one snapshot has read, another takes over: three facts, each opened once.
    assert sum(one.changes["facts"] for one in AuditEvent.objects.filter(code=events.OPENED.code)) == 3


def test_what_changes_the_day_is_mended_and_nothing_else(world: World, people: list[Dossier]) -> None:
    before = _kept(DAY)
    Mark.objects.all().delete()
    # Later days are another snapshot's affair.
    stated(people[2], FactKind.EDUCATION, "college", since=dt.date(2026, 9, 1))
    end_tenure(
        actor=world.actor(KEEPER), tenure_id=people[1].tenure.pk, last_day=dt.date(2026, 8, 31),  # type: ignore[union-attr]  # in a post
        reason=EndReason.RETIRED, paper=PAPER,
    )  # fmt: skip
    built = Snapshot.objects.get(day=DAY).built_at
    assert _kept(DAY) == before
    assert Snapshot.objects.get(day=DAY).built_at == built
    # A correction of that day: only the line concerned is written anew.
    kept_ids = set(Line.objects.exclude(dossier_id=people[0].pk).values_list("pk", flat=True))
    wrong = Fact.objects.get(dossier=people[0], kind=FactKind.EDUCATION, value="university")
    wrong.withdrawn_at, wrong.withdrawn_reason = now(), "Ghi nhầm"
    wrong.save()
    assert _kept(DAY) == _rebuilt(DAY)
    assert _kept(DAY)[people[0].pk][7] == 0
    assert set(Line.objects.exclude(dossier_id=people[0].pk).values_list("pk", flat=True)) == kept_ids
    assert not Pending.objects.exists()


def test_raw_and_bulk_changes_are_noticed(people: list[Dossier]) -> None:
    _kept(DAY)
    Particulars.objects.filter(dossier=people[0]).update(sex=Sex.MALE)
    Tenure.objects.filter(dossier=people[3]).update(withdrawn_at=now())
    Seat.objects.filter(allotment__unit=people[2].unit_id).update(valid=(SINCE, DAY))
    kept = _kept(DAY)
    assert kept == _rebuilt(DAY)
    assert len(kept) == len(people) - 1
    of_b = Allotment.objects.get(unit=people[2].unit_id)
    assert not Places.objects.filter(snapshot__day=DAY, group="officials", unit_id=of_b.unit_id).exists()


def test_a_destroyed_key_empties_what_was_opened(people: list[Dossier]) -> None:
    assert _kept(DAY)[people[0].pk][-1] == "khmer"
    Identity.objects.filter(person=people[0].person_id).update(wrapped_key=None)
    assert Line.objects.get(snapshot__day=DAY, dossier_id=people[0].pk).ethnicity == ""
    assert _kept(DAY)[people[1].pk][-1] == "cham"
    assert _kept(days(-1))[people[0].pk][-1] == ""


def test_days_ahead_are_refused_and_days_asked_for_are_not_kept_for_ever(people: list[Dossier]) -> None:
    with pytest.raises(DomainError) as refused:
        snapshot_of(Domain.STATE, today() + dt.timedelta(days=1))
    assert refused.value.code == "day-in-future"
    snapshot_of(Domain.STATE, DAY)
    others = [day for day in (dt.date(2026, 2, number) for number in range(2, 28)) if not is_month_end(day)]
    for day in others[: MOST_ASKED + 1]:
        snapshot_of(Domain.STATE, day)
    assert drop_old() == 1
    assert Snapshot.objects.filter(day=DAY).exists()
    assert not Line.objects.filter(snapshot__day=others[0]).exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("Khơ-me", "khmer"), (normalize("NFD", "Ê Đê"), "ede"), ("Dân tộc Kinh", "kinh"), ("không rõ", ""), ("", "")],
)
def test_names_of_ethnic_groups(name: str, code: str) -> None:
    assert ethnic_code(name) == code
