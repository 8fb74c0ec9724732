"""Numbers, refusals, the trace and what the documentation promises."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from tests.unit.appraisals.test_conformance import CASES

from sauro.appraisals.rules import leadership, months, people, quota, scoring, units
from sauro.appraisals.rules.appraisal import appraise
from sauro.appraisals.rules.criteria import CRITERIA_335
from sauro.appraisals.rules.errors import MESSAGES, RuleError
from sauro.appraisals.rules.figures import exact, plain, rounded, shown
from sauro.appraisals.rules.instruments import ND233, ND335, QD366
from sauro.appraisals.rules.leadership import Leader, Subordinate
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.rules.options import Settings, settings_for
from sauro.appraisals.rules.people import Record, rate_person
from sauro.appraisals.rules.proposals import REASONS
from sauro.appraisals.rules.splitting import as_whole
from sauro.appraisals.rules.tasks import Exemption, Kind, Task

ROOT = Path(__file__).resolve().parents[3]
RULES_PAGE = (ROOT / "docs" / "domain" / "appraisal-rules.md").read_text("utf-8")
FORMAT_PAGE = (ROOT / "conformance" / "appraisal" / "README.md").read_text("utf-8")
FULL = dict(CRITERIA_335)


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("0.005", 2, "0.01"),
        ("89.995", 2, "90.00"),
        ("89.9949", 2, "89.99"),
        ("275/3", 6, "91.666667"),
        ("-0.5", 0, "-1"),
    ],
)
def test_rounding_is_half_up(text: str, places: int, expected: str) -> None:
    assert rounded(exact(text), places) == Decimal(expected)


def test_numbers_are_printed_as_in_vietnam() -> None:
    assert shown(Fraction(275, 3)) == "91,67"
    assert plain(Fraction(27, 2)) == "13,5"
    assert plain(Fraction(120)) == "120"


@pytest.mark.parametrize(
    "value", ["", "1,5", "1e9", "NaN", "½", "1/0", "9" * 40, "٣", None, True, 0.5, Decimal("Infinity")]
)
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(RuleError) as refusal:
        exact(value)  # type: ignore[arg-type]  # the point of the test
    assert refusal.value.code == "not_a_number"


def test_thirds_do_not_drift() -> None:
    """Twelve months with thirds of a point have the mean of exactly 90, and so the level that begins there."""
    scores = [90 + Fraction(1 if i % 2 else -1, 3) for i in range(1, 13)]
    periods = [months.Period(i, months.State.WORKED, value) for i, value in enumerate(scores, start=1)]
    assert months.year_of(periods, settings_for(ND335)).year == 90


def test_the_trace_says_where_every_point_comes_from() -> None:
    tasks = [
        Task("báo cáo", 120_000, failures=1),
        Task("kế hoạch", 140_000, late=2, exemption=Exemption(late=1, approver="Chánh Văn phòng Mẫu")),
        Task("họp đột xuất", 30_000, kind=Kind.AD_HOC, late=1, exemption=Exemption(late=1)),
        Task("trả lại", 20_000, done=False, given_back=True),
        Task("mới", 10_000, pending=True),
    ]
    leader = Leader(subordinates=(Subordinate("cán bộ Thử", Fraction(40)),))
    found = appraise(tasks, {**FULL, "III.1": Fraction(0)}, leader, settings_for(ND335))
    text = found.text()
    assert "Được giao khi mở kỳ: 29 đơn vị chuẩn (4 việc)." in text
    assert "Việc đột xuất, ngoài kế hoạch, ngoài tổng được giao: 3 đơn vị chuẩn (1 việc)." in text
    assert "còn trong tổng được giao, không tính hoàn thành: trả lại." in text
    assert "báo cáo: 1 lần chưa đạt chất lượng, mỗi lần trừ 25 %, còn 9 trên 12 đơn vị." in text
    assert "kế hoạch: 1 lần chậm tiến độ, mỗi lần trừ 25 %, còn 10,5 trên 14 đơn vị." in text
    assert "kế hoạch: 1 lần chậm tiến độ do nguyên nhân khách quan, Chánh Văn phòng Mẫu xác nhận." in text
    assert "họp đột xuất: có đề nghị loại trừ do nguyên nhân khách quan nhưng chưa ai xác nhận" in text
    assert "điểm của kỳ là điểm tạm: mới." in text
    assert "d (kết quả hoạt động của đơn vị) = 50,00 %, vì có người dưới 50 điểm: cán bộ Thử." in text
    assert "chưa tối đa: III.1 0 trên 2,5." in text
    last = found.lines[-1]
    assert found.score.score is not None
    assert last.text.startswith(f"{shown(found.score.score)} điểm = 27,50 điểm tiêu chí chung + ")
    assert last.article == "Điều 17 khoản 1 NĐ 335/2025/NĐ-CP"
    assert {task for line in found.lines for task in line.tasks} == {task.id for task in tasks}


def test_the_trace_says_why_there_is_no_score() -> None:
    found = appraise([Task("việc mới", 10_000, kind=Kind.AD_HOC)], FULL, None, settings_for(ND335))
    assert found.score.score is None
    assert "Khi mở kỳ không có việc nào được giao, nên kỳ này không có điểm." in found.text()


def test_the_trace_says_when_added_work_is_the_plan_and_calls_tasks_by_title() -> None:
    tasks = [
        Task("NV-1", 10_000, kind=Kind.AD_HOC, title="Tiếp đoàn"),
        Task("NV-2", 10_000, kind=Kind.TAKEN_OVER, done=False, given_back=True),
    ]
    found = appraise(tasks, FULL, None, settings_for(ND335, {"empty_plan": "added_as_plan"}))
    assert "nên lấy việc giao thêm làm tổng được giao." in found.text()
    assert "Đã báo để giao người khác, không tính hoàn thành: NV-2." in found.text()
    assert tasks[0].name == "NV-1 (Tiếp đoàn)"
    assert found.score.score == 65


def test_the_trace_says_where_the_end_at_seventy_cuts() -> None:
    tasks = [Task("t1", 10_000), Task("t2", 10_000, kind=Kind.TAKEN_OVER)]
    by_points = appraise(tasks, FULL, None, settings_for(ND335)).text()
    assert "200,00 % x 70 = 140,00, lấy mức tối đa 70,00 điểm." in by_points
    by_terms = appraise(tasks, FULL, None, settings_for(ND335, {"points_cap": "terms"})).text()
    assert "a (số lượng) = 2 : 1 = 200,00 %, lấy 100 %." in by_terms


def test_weights_of_a_unit_stand_in_the_trace() -> None:
    reading = settings_for(ND233, {"weights": {"a": "2"}})
    text = appraise([Task("t1", 10_000, late=1)], {"G": Fraction(30)}, None, reading).text()
    assert "K = (2 x 100,00 + 1 x 100,00 + 1 x 75,00) : 4 = 93,75 %." in text


def test_pending_products_left_out_are_said_to_be() -> None:
    reading = settings_for(ND335, {"pending_products": "left_out"})
    found = appraise([Task("t1", 10_000), Task("t2", 90_000, pending=True, done=False)], FULL, None, reading)
    assert found.score.score == 100
    assert "chưa tính; điểm của kỳ là điểm tạm: t2." in found.text()


def test_reasons_of_a_proposal_are_sentences() -> None:
    found = rate_person(Record(2026, Fraction(95), head=True, leader=True, unit_level=Level.GOOD), settings_for(ND335))
    assert found.sentences() == ("Người đứng đầu không cao hơn mức của tổ chức mình.",)
    assert (found.by_score.title, found.proposed) == ("Hoàn thành xuất sắc nhiệm vụ", Level.GOOD)


def test_a_whole_has_at_least_one_part() -> None:
    with pytest.raises(RuleError, match="ít nhất một phần"):
        as_whole([])


@pytest.mark.parametrize("rules", [ND335, ND233, QD366])
def test_settings_that_say_the_default_are_the_default(rules: object) -> None:
    assert isinstance(rules, type(ND335))
    plain_settings = settings_for(rules)
    given = {"points_cap": "points", "failure_deduction": "25", "failed_conditions": plain_settings.failed_conditions}
    assert settings_for(rules, given) == plain_settings


@pytest.mark.parametrize("module", [scoring, leadership, months, people, units, quota])
def test_every_clause_cites_its_article(module: object) -> None:
    helpers = {"mean", "standard_units", "unmet", "share_out", "weak_subordinates", "score_period", "year_of"}
    clauses = [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == getattr(module, "__name__", "") and name[0] != "_" and name not in helpers
    ]
    assert clauses
    assert [one.__name__ for one in clauses if "Điều" not in (one.__doc__ or "")] == []


def test_the_documentation_names_every_setting_with_its_default() -> None:
    defaults = {one.name: one.default for one in fields(Settings) if isinstance(one.default, (str, int))}
    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)`", RULES_PAGE, flags=re.MULTILINE))
    assert {name: rows.get(name) for name in defaults} == {name: str(value) for name, value in defaults.items()}


def test_the_format_names_every_code_the_suite_uses() -> None:
    reasons = {code for case in CASES for code in case["expected"].get("reasons", [])}
    errors = {case["expected"]["error"] for case in CASES if "error" in case["expected"]}
    assert reasons <= set(REASONS) and errors <= set(MESSAGES)
    named = set(re.findall(r"`([a-z_0-9]+)`", FORMAT_PAGE))
    assert sorted((reasons | errors) - named) == []
    assert sorted((set(REASONS) | set(MESSAGES)) - named) == []
