"""The yearly rating of units: what is on record of them, proposals, the decision, and the bound of their heads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from tests.factories.appraisals import make_rating_round, make_sheet, set_score
from tests.factories.assignments import make_assignment, post_of
from tests.factories.targets import give, make_share, record
from tests.factories.unit_ratings import make_unit_rating, make_unit_round
from tests.personas import World

from sauro.appraisals.enums import BeyondOf, LevelChoice, ScoreOf
from sauro.appraisals.models import RatingRound, UnitRating, UnitRound
from sauro.appraisals.selectors.unit_facts import WorkKind, Works, facts_of, works_behind
from sauro.appraisals.selectors.unit_ratings import get_unit_rating, unit_reasons_of, works_of
from sauro.appraisals.services.papers import RoundPaper
from sauro.appraisals.services.rating import Meeting, hold_meeting
from sauro.appraisals.services.unit_papers import unit_notice_file, unit_round_file
from sauro.appraisals.services.unit_rating import (
    Stated,
    Ways,
    choose_unit_level,
    decide_units,
    prepare_units,
    reckon_units,
    set_unit_ways,
    state_unit_facts,
)
from sauro.common.clock import VIETNAM, today
from sauro.common.errors import DomainError, NotVisible
from sauro.documents.services.composing import PaperKind
from sauro.tasks.models import Assignment, ProductVersion

FIRST = dt.date(2026, 3, 2)
AS_OF = dt.date(2026, 11, 20)
SERVANT_A = "Bùi Thị Mẫu A"


def at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(23, 30), tzinfo=VIETNAM)


def work(world: World, unit: str = "ubnd_a", *, done: int | None = None, **columns: object) -> Assignment:
    """Work due on FIRST; ``done`` so many days after it (before it when negative)."""
    handed = {} if done is None else {"state": "confirmed", "handed_in_at": at(FIRST + dt.timedelta(done))}
    return make_assignment(world.units["ubnd"], world.units[unit], **{"due_on": FIRST, **handed, **columns})


def returned(assignment: Assignment, kind: str) -> None:
    ProductVersion.objects.create(
        assignment=assignment, number=1, handed_in_by_name="Bùi Thị Mẫu A", handed_in_at=at(FIRST), text="Báo cáo",
        decision="returned", return_kind=kind, decided_at=at(FIRST),
    )  # fmt: skip


def works_a(world: World, as_of: dt.date = AS_OF) -> Works:
    unit = world.units["ubnd_a"].pk
    return facts_of([unit, world.units["ubnd_b"].pk], 2026, as_of, ScoreOf.PEOPLE)[unit].works


def scored(world: World, score: str = "95") -> None:
    for month in (1, 2):
        set_score(make_sheet(post_of(SERVANT_A), dt.date(2026, month, 1), state="closed"), score)


def prepared(world: World) -> UnitRound:
    return prepare_units(actor=world.actor("snv_servant"), unit_id=world.units["ubnd"].pk, year=2026)


def of_a(world: World, found: UnitRound) -> UnitRating:
    return found.ratings.select_related("round", "unit").get(unit=world.units["ubnd_a"])


def refused(call: object) -> str:
    with pytest.raises(DomainError) as error:
        call()  # type: ignore[operator]  # a call without arguments
    return error.value.code


def test_works_are_judged_by_the_last_day_that_counts(world: World) -> None:
    work(world, done=0)
    work(world, done=-1)
    work(world, done=5, held_days=5)
    work(world, done=6, held_days=5)
    work(world)
    returned(work(world, done=0), "content")
    returned(work(world, done=0), "form")
    assert works_a(world) == Works(tasks=7, done=6, good=4, late=2, early=1)


def test_what_is_no_work_of_the_year_is_not_counted(world: World) -> None:
    work(world, role="coordinator")
    work(world, state="stopped")
    work(world, waiting_since=FIRST)
    work(world, due_on=None)
    work(world, due_on=dt.date(2025, 5, 5), done=0, handed_in_at=at(dt.date(2025, 6, 1)))
    work(world, due_on=dt.date(2026, 12, 20))
    work(world, due_on=dt.date(2027, 1, 5))
    assert works_a(world) == Works()
    work(world, due_on=dt.date(2025, 5, 5))
    work(world, due_on=None, done=0)
    assert works_a(world) == Works(tasks=2, done=1, good=1, late=1)


def test_work_handed_down_inside_the_unit_counts_once_and_work_of_divisions_counts(world: World) -> None:
    whole = work(world, done=0)
    work(world, "pkt_a", parent=whole, done=0)
    work(world, "pkt_a", done=0)
    outside = work(world, "ubnd_b", done=0)
    work(world, parent=outside, done=0)
    assert works_a(world).tasks == 3
    assert works_a(world, FIRST - dt.timedelta(1)) == Works()


def test_each_number_opens_the_works_it_counts(world: World) -> None:
    scored(world)
    late, good = work(world, done=3), work(world, done=0)
    rating = of_a(world, prepared(world))
    assert (rating.tasks, rating.late, rating.good) == (2, 1, 1)
    assert works_behind(rating, WorkKind.LATE) == [late.pk]
    seen = works_of(world.actor("chair"), rating, WorkKind.GOOD)
    assert ([row.pk for row in seen.rows], seen.counted) == ([good.pk], 1)
    assert works_of(world.actor("office_b"), rating, WorkKind.GOOD).hidden == 1


def test_the_score_is_the_mean_of_confirmed_months_or_what_the_body_gave(world: World) -> None:
    scored(world, "80")
    set_score(make_sheet(post_of(SERVANT_A), dt.date(2026, 3, 1), state="closed"), "91")
    set_score(make_sheet(post_of(SERVANT_A), dt.date(2026, 4, 1), state="submitted"), "10")
    found = prepared(world)
    rating = of_a(world, found)
    assert (rating.score, rating.score_exact, rating.sheets) == (Decimal("83.67"), "251/3", 3)
    keeper = world.actor("snv_servant")
    state_unit_facts(actor=keeper, rating_id=rating.pk, stated=Stated(own_score=Decimal("71.5")))
    set_unit_ways(actor=keeper, round_id=found.pk, ways=Ways(score_of=ScoreOf.TYPED))
    assert of_a(world, found).score == Decimal("71.50")
    assert refused(
        lambda: state_unit_facts(actor=keeper, rating_id=rating.pk, stated=Stated(own_score=Decimal(101)))
    ) == "score-wrong"  # fmt: skip


def test_conditions_of_the_decree_lower_what_the_score_gives(world: World) -> None:
    scored(world)
    for number in range(4):
        work(world, done=-1 if number < 2 else 0)
    found = prepared(world)
    rating = of_a(world, found)
    assert (rating.by_score, rating.proposed) == ("XS", "TOT")
    assert unit_reasons_of(rating) == ["Chưa ghi việc khắc phục hạn chế, khuyết điểm đã chỉ ra."]
    keeper = world.actor("snv_servant")
    rating = state_unit_facts(actor=keeper, rating_id=rating.pk, stated=Stated(defects="fixed"))
    assert (rating.highest, rating.reasons) == ("XS", [])
    set_unit_ways(actor=keeper, round_id=found.pk, ways=Ways(beyond_of=BeyondOf.TYPED))
    assert of_a(world, found).reasons == ["not_beyond"]
    rating = state_unit_facts(actor=keeper, rating_id=rating.pk, stated=Stated(has_violation=True, defects="fixed"))
    assert (rating.proposed, rating.reasons) == ("KHT", ["personnel_violation"])


def test_less_than_seventy_per_cent_fails_unless_by_force_majeure(world: World) -> None:
    scored(world)
    work(world)
    rating = of_a(world, prepared(world))
    assert (rating.proposed, rating.reasons) == ("KHT", ["under_70"])
    stated = Stated(force_majeure="Bão số 9")
    rating = state_unit_facts(actor=world.actor("snv_servant"), rating_id=rating.pk, stated=stated)
    assert (rating.proposed, rating.highest) == ("", "HT")


def test_without_works_or_score_nothing_is_proposed(world: World) -> None:
    scored(world, "75")
    found = prepared(world)
    rating = of_a(world, found)
    assert (rating.by_score, rating.highest, rating.proposed) == ("TOT", "TOT", "")
    other = found.ratings.get(unit=world.units["ubnd_b"])
    assert (other.highest, unit_reasons_of(other)) == ("", ["Đơn vị chưa có điểm của năm."])
    stated = Stated(own_score=Decimal(60))
    assert state_unit_facts(actor=world.actor("snv_servant"), rating_id=other.pk, stated=stated).highest == "HT"
    assert set(found.ratings.values_list("unit__code", flat=True)) == {"T.VP", "T.SNV", "T.STC", "XA.UBND", "XB.UBND"}


def test_targets_of_the_province_count_as_works_or_are_only_shown(world: World) -> None:
    scored(world, "80")
    work(world, done=0)
    whole = make_share(world, path={today().year: 100})
    part = give(world, whole, "ubnd_a", {today().year: 30})
    record(world, part, "office_a", 10)
    found = prepare_units(actor=world.actor("snv_servant"), unit_id=world.units["ubnd"].pk, year=today().year)
    rating = of_a(world, found)
    assert (rating.targets, rating.reached, rating.unknown) == (1, 0, 0)
    assert (rating.proposed, "under_70" in rating.reasons) == ("KHT", True)
    set_unit_ways(actor=world.actor("chair"), round_id=found.pk, ways=Ways(counts_targets=False))
    assert (of_a(world, found).proposed, of_a(world, found).targets) == ("TOT", 1)
    record(world, part, "office_a", 31)
    set_unit_ways(actor=world.actor("chair"), round_id=found.pk, ways=Ways())
    rating = of_a(world, found)
    assert (rating.reached, rating.exceeded, rating.proposed) == (1, 1, "TOT")


def test_a_failed_unit_below_is_taken_from_its_decision(world: World) -> None:
    below = make_unit_round(world.units["ubnd_a"])
    make_unit_rating(below, world.units["pkt_a"], level="KHT")
    units = [world.units["ubnd_a"].pk]
    assert not facts_of(units, 2026, AS_OF, ScoreOf.PEOPLE)[units[0]].is_sub_failed
    UnitRound.objects.filter(pk=below.pk).update(state="decided")
    assert facts_of(units, 2026, AS_OF, ScoreOf.PEOPLE)[units[0]].is_sub_failed


def test_the_decision_keeps_to_the_bound_and_the_share_and_binds_the_head(world: World) -> None:
    scored(world, "95")
    for _number in range(3):
        work(world, done=-1)
    people = make_rating_round(world.units["ubnd_a"], unit_level="XS")
    found, chair = prepared(world), world.actor("chair")
    rating = of_a(world, found)
    state_unit_facts(actor=chair, rating_id=rating.pk, stated=Stated(defects="none"))
    choose = {"actor": chair, "rating_id": rating.pk}
    assert refused(lambda: choose_unit_level(**choose, level=LevelChoice.XS)) == "level-wrong"
    decision = {"actor": chair, "round_id": found.pk, "decision": "98/QĐ-UBND", "decided_on": AS_OF}
    choose_unit_level(**choose, level=LevelChoice.XS, reason="Dẫn đầu tỉnh")
    assert refused(lambda: decide_units(**decision)) == "too-many"
    choose_unit_level(**choose, level=LevelChoice.TOT)
    with pytest.raises(NotVisible):
        get_unit_rating(world.actor("office_a"), rating.pk)
    decide_units(**decision)
    assert refused(lambda: reckon_units(actor=chair, round_id=found.pk)) == "round-decided"
    people.refresh_from_db()
    assert people.unit_level == "TOT"
    keeper = world.actor("snv_servant")
    hold_meeting(actor=keeper, round_id=people.pk, meeting=Meeting("Họp", unit_level="XS"))
    assert RatingRound.objects.get(pk=people.pk).unit_level == "TOT"
    for paper in RoundPaper:
        data, name = unit_round_file(actor=chair, round_id=found.pk, paper=paper, kind=PaperKind.DOCX)
        assert (data[:2], name.startswith(paper)) == (b"PK", True)
    told = unit_notice_file(actor=chair, rating_id=of_a(world, found).pk, kind=PaperKind.PDF)
    assert (told[0][:4], told[1][:9]) == (b"%PDF", "thong-bao")


def test_a_level_chosen_before_the_facts_came_down_is_not_decided(world: World) -> None:
    scored(world, "80")
    work(world, done=0)
    found, chair = prepared(world), world.actor("chair")
    rating = of_a(world, found)
    choose_unit_level(actor=chair, rating_id=rating.pk, level=LevelChoice.TOT)
    state_unit_facts(actor=chair, rating_id=rating.pk, stated=Stated(has_violation=True))
    held = {"actor": chair, "round_id": found.pk, "decision": "98/QĐ-UBND", "decided_on": AS_OF}
    assert refused(lambda: decide_units(**held)) == "level-wrong"
