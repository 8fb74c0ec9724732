"""What must hold for every sheet, year and unit, whatever is in it."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.appraisals.letter_levels import answer as second

from sauro.appraisals.rules.appraisal import appraise
from sauro.appraisals.rules.criteria import CRITERIA_335
from sauro.appraisals.rules.figures import hundredths, rounded
from sauro.appraisals.rules.instruments import ND335
from sauro.appraisals.rules.leadership import Conflict, Leader, Subordinate, UnitResult
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.rules.months import Period, State, year_of
from sauro.appraisals.rules.options import Settings, settings_for
from sauro.appraisals.rules.quota import Candidate, Merit, share_out
from sauro.appraisals.rules.scoring import score_period, staff_score
from sauro.appraisals.rules.splitting import side_by_side
from sauro.appraisals.rules.tasks import Exemption, Kind, Task, sums_of
from sauro.appraisals.rules.wire import answer as first

few = settings(max_examples=30)
# Sevenths, because no number of decimals writes them.
scores_of_hundred = st.integers(0, 700).map(lambda sevenths: Fraction(sevenths, 7))


counts = st.integers(0, 6)
tasks_drawn = st.lists(
    st.tuples(
        st.integers(1, 500_000),
        st.sampled_from(Kind),
        st.booleans(),
        st.booleans(),
        counts,
        counts,
        counts,
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def made(drawn: list[tuple[int, Kind, bool, bool, int, int, int, bool]]) -> list[Task]:
    """Tasks of what was drawn. The first is planned and of the catalogue, so that there is a denominator."""
    return [
        Task(
            id=f"việc {i}",
            units=units,
            kind=kind if i else Kind.PLANNED,
            done=done,
            given_back=back,
            failures=failures,
            late=late,
            exemption=Exemption(min(exempt, failures), min(exempt, late), "Chủ tịch Mẫu" if exempt % 2 else ""),
            pending=pending and i > 0,
        )
        for i, (units, kind, done, back, failures, late, exempt, pending) in enumerate(drawn)
    ]


many_tasks = tasks_drawn.map(made)


readings = st.builds(
    lambda cap, pending, between, nobody: settings_for(
        ND335,
        {"points_cap": cap, "pending_products": pending, "between_results": between, "no_subordinates": nobody},
    ),
    st.sampled_from(["points", "terms"]),
    st.sampled_from(["provisional", "left_out"]),
    st.sampled_from(["full", "half"]),
    st.sampled_from(["full", "left_out"]),
)
general = st.integers(0, 20).map(lambda n: {code: most * n / 20 for code, most in CRITERIA_335.items()})
leaders = st.none() | st.builds(
    lambda role, score, complete, initiative, prolonged: Leader(
        role=role,
        fields=frozenset({"đất đai"}),
        subordinates=(Subordinate("cb1", score, "đất đai"), Subordinate("cb2", Fraction(60), "văn hóa")),
        results=(UnitResult(complete, initiative, prolonged),),
        conflicts=(Conflict(prolonged, "đất đai"),),
    ),
    st.sampled_from(["head", "deputy"]),
    st.none() | scores_of_hundred,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


def score(tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings) -> Fraction:
    found = appraise(tasks, points, leader, reading).score.score
    assert found is not None
    return found


@few
@given(many_tasks, general, leaders, readings)
def test_scores_are_bounded(
    tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings
) -> None:
    found = appraise(tasks, points, leader, reading).score
    assert found.score is not None and found.results is not None
    assert 0 <= found.results <= 70
    assert 0 <= found.general <= 30
    assert found.score == found.general + found.results
    assert all(value >= 0 for value in found.terms.values())
    assert found.terms["b"] <= found.terms["a"] and found.terms["c"] <= found.terms["a"]


@few
@given(many_tasks, general, leaders, readings, st.data())
def test_a_failing_or_a_delay_never_helps(
    tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(tasks) - 1))
    task = tasks[index]
    before = score(tasks, points, leader, reading)
    worse = [replace(task, failures=task.failures + 1), replace(task, late=task.late + 1)]
    for other in worse:
        assert score([*tasks[:index], other, *tasks[index + 1 :]], points, leader, reading) <= before
    better = [
        replace(task, exemption=Exemption(task.failures, task.late, "Chủ tịch Mẫu")),
        replace(task, done=True, given_back=False),
    ]
    for other in better:
        assert score([*tasks[:index], other, *tasks[index + 1 :]], points, leader, reading) >= before


@few
@given(many_tasks, general, leaders, readings, st.randoms(use_true_random=False))
def test_the_order_of_tasks_changes_nothing_and_replay_gives_the_same(
    tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings, dice: random.Random
) -> None:
    shuffled = dice.sample(tasks, len(tasks))
    assert appraise(shuffled, points, leader, reading) == appraise(tasks, points, leader, reading)


@few
@given(many_tasks, general, leaders, readings)
def test_sums_are_all_that_a_score_needs(
    tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings
) -> None:
    total = sum(points.values(), Fraction(0))
    assert (
        score_period(sums_of(tasks, reading), total, leader, reading) == appraise(tasks, points, leader, reading).score
    )


@few
@given(many_tasks, general, leaders, readings, st.data())
def test_parts_that_fail_and_are_late_alike_change_nothing(
    tasks: list[Task], points: dict[str, Fraction], leader: Leader | None, reading: Settings, data: st.DataObject
) -> None:
    whole = replace(tasks[0], units=tasks[0].units + 10)
    cuts = data.draw(st.lists(st.integers(1, whole.units - 1), min_size=1, max_size=3, unique=True).map(sorted))
    sizes = [b - a for a, b in zip([0, *cuts], [*cuts, whole.units], strict=True)]
    parts = [replace(whole, id=f"{whole.id}.{i}", units=size) for i, size in enumerate(sizes)]
    assert score([*parts, *tasks[1:]], points, leader, reading) == score([whole, *tasks[1:]], points, leader, reading)
    assert side_by_side(parts, reading).same


@few
@given(many_tasks)
def test_parts_never_give_less_than_the_whole(parts: list[Task]) -> None:
    found = side_by_side(parts, settings_for(ND335))
    assert found.parts.quality >= found.whole.quality
    assert found.parts.progress >= found.whole.progress


@few
@given(
    st.dictionaries(st.integers(1, 12), st.tuples(st.sampled_from(State), scores_of_hundred), min_size=1),
    st.randoms(use_true_random=False),
)
def test_a_year_lies_between_its_months(months: dict[int, tuple[State, Fraction]], dice: random.Random) -> None:
    periods = [Period(i, state, value) for i, (state, value) in months.items()]
    year = year_of(periods, settings_for(ND335))
    scored = [value for state, value in months.values() if state in (State.WORKED, State.PROVISIONAL)]
    assert (year.year is None) == (not scored)
    if year.year is not None:
        assert min(scored) <= year.year <= max(scored)
    assert year == year_of(dice.sample(periods, len(periods)), settings_for(ND335))


@st.composite
def units_full_of_people(draw: st.DrawFn) -> list[Candidate]:
    kinds = st.tuples(st.sampled_from(Level), st.integers(50, 55), st.sampled_from(["", "một", "hai"]))
    drawn = draw(st.lists(kinds, max_size=40))
    return [Candidate(f"p{i:02}", level, Fraction(value), group) for i, (level, value, group) in enumerate(drawn)]


@few
@given(units_full_of_people(), st.sampled_from(["good_only", "good_or_better"]), st.randoms(use_true_random=False))
def test_no_circle_has_more_than_its_share(known: list[Candidate], base: str, dice: random.Random) -> None:
    reading = settings_for(ND335, {"cap_base": base})
    found = share_out(known, Merit(), reading)
    best = {code for code, level in found.proposed.items() if level is Level.EXCELLENT}
    for name, circle in [("", found.unit), *found.groups.items()]:
        inside = [one for one in known if not name or one.group == name]
        good = sum(found.proposed[one.id] is Level.GOOD for one in inside)
        chosen = sum(one.id in best for one in inside)
        assert chosen <= circle.most
        assert chosen * 5 <= (good if base == "good_only" else good + chosen)
    assert all(found.proposed[one.id] in (one.level, min(one.level, Level.GOOD)) for one in known)
    again = share_out(dice.sample(known, len(known)), Merit(), reading)
    assert (again.proposed, again.tied, again.unit) == (found.proposed, found.tied, found.unit)


wire_tasks = st.lists(
    st.fixed_dictionaries(
        {
            "units": st.integers(1, 600_000).map(lambda n: f"{n // 10_000}.{n % 10_000:04}"),
            "kind": st.sampled_from(["planned", "taken_over", "ad_hoc"]),
            "done": st.booleans(),
            "given_back": st.booleans(),
            "failures": counts,
            "late": counts,
            "exempt": st.fixed_dictionaries(
                {"failures": counts, "late": counts, "approver": st.sampled_from(["", "CT"])}
            ),
        }
    ),
    max_size=6,
).map(lambda tasks: [{"id": f"t{i}", **task} for i, task in enumerate(tasks)])


@settings(max_examples=80)
@given(
    wire_tasks,
    st.sampled_from(["nd-335-2025", "nd-233-2026"]),
    st.sampled_from(["points", "terms"]),
    st.sampled_from(["not_scored", "added_as_plan"]),
    st.booleans(),
)
def test_both_implementations_agree_on_any_sheet(
    tasks: list[dict[str, Any]], rules: str, cap: str, empty: str, leading: bool
) -> None:
    points = {"G": "21.3"} if rules == "nd-233-2026" else dict.fromkeys(CRITERIA_335, "1.7")
    leader = {"role": "head", "subordinates": [{"id": "a", "score": "49.999"}], "results": [], "conflicts": []}
    case = {
        "rule_set": rules,
        "operation": "sheet",
        "settings": {"points_cap": cap, "empty_plan": empty},
        "input": {"tasks": tasks, "general": points, "leader": leader if leading else None},
    }
    found = first(case)
    found.pop("trace", None)
    assert found == second(case)


def agree(operation: str, given: dict[str, Any], rules: str, **reading: str) -> None:
    """Put one case to both implementations."""
    case = {"rule_set": rules, "operation": operation, "settings": reading, "input": given}
    assert first(case) == second(case)


wire_people = st.lists(
    st.tuples(st.sampled_from(["XS", "TOT", "HT"]), st.integers(90, 93), st.sampled_from(["", "một", "hai"])),
    max_size=30,
).map(
    lambda drawn: [
        {"id": f"p{i:02}", "level": level, "score": str(score), "group": group}
        for i, (level, score, group) in enumerate(drawn)
    ]
)


@settings(max_examples=60)
@given(
    wire_people,
    st.sampled_from(["nd-335-2025", "nd-233-2026"]),
    st.sampled_from(["20", "22.5", "25"]),
    st.sampled_from(["", "organisations"]),
    st.sampled_from(["good_only", "good_or_better"]),
    st.sampled_from(["strict", "at_least_one"]),
)
def test_both_implementations_agree_on_any_unit(
    known: list[dict[str, Any]], rules: str, share: str, of: str, base: str, small: str
) -> None:
    given_ = {"people": known, "of": of, "decided_share": share, "outstanding": True, "unit_level": "XS"}
    agree("cap", given_, rules, cap_base=base, small_groups=small)


disciplines = st.lists(
    st.fixed_dictionaries(
        {
            "act": st.sampled_from(["h1", "h2"]),
            "year": st.integers(2025, 2026),
            "ground": st.sampled_from(["duty", "degradation", "other"]),
            "old_organisation": st.booleans(),
        }
    ),
    max_size=2,
)
findings = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["degradation", "example", "unit_corruption", "unit_corruption"]),
            "self_reported": st.booleans(),
        }
    ),
    max_size=2,
)
records = st.fixed_dictionaries(
    {
        "year": st.just(2026),
        "score": st.sampled_from(["49.995", "50", "89.995", "89.99", "90", "100", "70", "0"]),
        "months_worked": st.sampled_from(["5.5", "6", "12"]),
        "leave": st.sampled_from([None, "unpaid", "sick", "maternity"]),
        "leader": st.booleans(),
        "head": st.booleans(),
        "unit_level": st.sampled_from([None, "XS", "TOT", "HT", "KHT"]),
        "findings": findings,
        "disciplines": disciplines,
        "used_acts": st.sampled_from([[], [{"act": "h1", "year": 2025}], [{"act": "h1", "year": 2026}]]),
    }
)


@settings(max_examples=80)
@given(records, st.sampled_from(["nd-335-2025", "nd-233-2026"]), st.sampled_from(["exact", "shown"]))
def test_both_implementations_agree_on_any_rating(record: dict[str, Any], rules: str, threshold: str) -> None:
    agree("rating", record, rules, threshold=threshold)


months_drawn = st.dictionaries(
    st.integers(1, 12),
    st.tuples(st.sampled_from(["worked", "provisional", "absent", "missing"]), st.integers(0, 700)),
)


@settings(max_examples=40)
@given(months_drawn, st.sampled_from(["counted", "left_out"]))
def test_both_implementations_agree_on_any_year(months: dict[int, tuple[str, int]], provisional: str) -> None:
    periods = [{"period": i, "state": state, "score": f"{n}/7"} for i, (state, n) in months.items()]
    agree("year", {"periods": periods}, "nd-335-2025", provisional=provisional)


@few
@given(tasks_drawn, st.integers(0, 210), st.sampled_from(("points", "terms")), st.booleans())
def test_the_score_alone_is_that_of_the_whole_reckoning(
    drawn: list[tuple[int, Kind, bool, bool, int, int, int, bool]],
    sevenths: int,
    cap: str,
    is_empty: bool,
) -> None:
    chosen = settings_for(ND335, {"points_cap": cap})
    sums = sums_of([] if is_empty else made(drawn), chosen)
    general = Fraction(sevenths, 7)
    assert staff_score(sums, general, chosen) == score_period(sums, general, None, chosen).score


@few
@given(st.fractions(min_value=0, max_value=100))
def test_points_in_hundredths_are_those_shown(points: Fraction) -> None:
    assert hundredths(points) == rounded(points) * 100
