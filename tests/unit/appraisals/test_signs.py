"""What a person may be asked to explain: found from facts, seen by the person first, answered, and never scored."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from tests.factories.appraisals import FULL_POINTS, ND335, make_sheet, own_line, planned
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

import sauro.appraisals
from sauro.appraisals.catalogue_tables import CATALOGUES, PRODUCTS
from sauro.appraisals.enums import Duty
from sauro.appraisals.models import Sheet, Sign
from sauro.appraisals.rating_tables import LEVELS, ROUNDS
from sauro.appraisals.rules import signs
from sauro.appraisals.rules.tasks import Sums, Task
from sauro.appraisals.rulings import settings_of
from sauro.appraisals.selectors.fair_play import FairPlay, fair_play
from sauro.appraisals.selectors.sheets import get_sheet_page
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.signs import answer_sign, note_signs_seen, reckon_signs
from sauro.appraisals.services.stating import submit_sheet
from sauro.appraisals.tables import SHEETS
from sauro.common.clock import VIETNAM, now
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.plans.models import MonthlyPart, PlanItem
from sauro.tasks.models import Assignment, DeadlineChange, ProductVersion

SERVANT, HEAD = "Đỗ Văn Mẫu", "Võ Thị Thử"
MONTH = dt.date(2026, 10, 1)
HALF = 5_000


def at(day: int) -> dt.datetime:
    return dt.datetime(2026, 10, day, 9, tzinfo=VIETNAM)


def work(world: World, *, giver: str = "ubnd", **columns: object) -> Assignment:
    held = {
        "state": "confirmed", "due_on": dt.date(2026, 10, 20), "person": post_of(SERVANT), "handed_in_at": at(15),
    }  # fmt: skip
    return make_assignment(world.units[giver], world.units["snv"], **{**held, **columns})


def handed_in(one: Assignment, text: str) -> Assignment:
    ProductVersion.objects.create(
        assignment=one, number=1, handed_in_by_name=SERVANT, handed_in_at=at(15), text=text, decision="confirmed"
    )
    return one


def moved(one: Assignment, on: dt.datetime) -> None:
    DeadlineChange.objects.create(
        assignment=one, from_day=dt.date(2026, 10, 20), asked_day=dt.date(2026, 10, 28), asked_at=on, answered_at=on,
        granted_day=dt.date(2026, 10, 28), answer="granted", is_by_giver=True, reason="Cần thêm ngày",
    )  # fmt: skip


def sheet_with(*works: Assignment) -> Sheet:
    post = post_of(SERVANT)
    planned(post, MONTH, *works)
    sheet = make_sheet(post, MONTH)
    renew([sheet.pk])
    return sheet


def two_parts(world: World) -> Sheet:
    """One work in two monthly parts of October, both delivered on the 25th, the first of them late."""
    one = handed_in(work(world), "Báo cáo 12/BC-SNV")
    sheet = make_sheet(post_of(SERVANT), MONTH)
    [first] = planned(post_of(SERVANT), MONTH, one)
    for number, due in enumerate((20, 30), 1):
        part = MonthlyPart.objects.create(
            assignment=one, number=number, month=MONTH, month_first=MONTH, share=50, product="Phần",
            delivered_at=at(25), delivered_text="Công văn 45/SNV",
        )  # fmt: skip
        PlanItem.objects.create(
            plan=first.plan, assignment=one, part=part, kind="planned", wording=one.wording,
            due_on=dt.date(2026, 10, due), added_at=at(1), added_by_name="Hệ thống",
        )  # fmt: skip
    PlanItem.objects.filter(pk=first.pk).delete()
    renew([sheet.pk])
    return sheet


def beside(world: World, sheet: Sheet, persona: str = "snv_servant") -> FairPlay:
    actor = world.actor(persona)
    return fair_play(actor, get_sheet_page(actor, sheet.pk))


def codes(world: World, sheet: Sheet, persona: str) -> list[str]:
    return [one.sign.code for one in beside(world, sheet, persona).signs]


def test_parts_that_differ_are_asked_about_and_shown_beside_the_whole(world: World) -> None:
    sheet = two_parts(world)
    reckon_signs(MONTH)
    sign = Sign.objects.get()
    assert (sign.code, sign.facts["works"]) == ("split", 1)
    assert sorted(sign.facts["items"]) == sorted(str(item.pk) for item in sheet.items.all())
    [split] = beside(world, sheet).splits
    # Progress keeps 75 % of one half, or of the whole: K is (1 + 1 + 0,875) / 3 or (1 + 1 + 0,75) / 3.
    assert split.by_parts is not None
    assert split.by_whole is not None
    assert (split.by_parts - split.by_whole) * 12 == 35
    assert (split.whole.late, split.whole.units) == (1, 2 * HALF)


def test_parts_alike_or_not_delivered_yet_are_not_asked_about() -> None:
    settings = settings_of(ND335)
    alike = [Task("1", HALF, late=1), Task("2", HALF, late=1)]
    running = [Task("1", HALF, late=1), Task("2", HALF, done=False)]
    unlike = [Task("1", HALF, late=1), Task("2", HALF)]
    assert signs.split([alike, running], settings) is None
    assert signs.split([alike, unlike], settings) == {"items": ["1", "2"], "works": 1}


@pytest.mark.parametrize(("giver", "day", "is_asked"), [("snv", 17, True), ("snv", 16, False), ("ubnd", 22, False)])
def test_a_deadline_moved_late_is_asked_about_where_the_unit_gave_it_itself(
    world: World, giver: str, day: int, *, is_asked: bool
) -> None:
    one = handed_in(work(world, giver=giver), "Báo cáo 12/BC-SNV")
    moved(one, at(day))
    sheet = sheet_with(one)
    reckon_signs(MONTH)
    found = list(Sign.objects.filter(sheet=sheet).values_list("code", flat=True))
    assert found == (["moved"] if is_asked else [])
    if is_asked:
        assert Sign.objects.get().facts["moves"][0][1:] == ["2026-10-20", "2026-10-28", f"2026-10-{day}"]


def test_finished_work_without_a_result_is_asked_about(world: World) -> None:
    told, untold = handed_in(work(world), "45/TTr"), handed_in(work(world), "xong")
    sheet = sheet_with(told, untold)
    own = own_line(sheet, is_done=True)
    own_line(sheet, is_done=True, result="Biên bản số 3")
    reckon_signs(MONTH, [sheet.pk])
    items = Sign.objects.get(code="no_product").facts["items"]
    assert set(items) == {str(own.pk), str(sheet.items.get(plan_item__assignment=untold).pk)}


def _closed(world: World, month: dt.date, **columns: object) -> Sheet:
    held = {
        "state": "closed", "points": FULL_POINTS, "assigned": 10, "done": 10, "quality": 1_000, "progress": 1_000,
    }  # fmt: skip
    return make_sheet(post_of(SERVANT), month, **{**held, **columns})


def test_three_full_months_in_a_row_are_asked_about_in_the_last(world: World) -> None:
    months = [dt.date(2026, month, 1) for month in (8, 9, 10)]
    sheets = [_closed(world, month) for month in months]
    reckon_signs(MONTH)
    sign = Sign.objects.get()
    assert (sign.sheet, sign.code, sign.facts["months"]) == (sheets[-1], "all_full", ["2026-08", "2026-09", "2026-10"])
    Sheet.objects.filter(pk=sheets[1].pk).update(progress=975)
    reckon_signs(MONTH)
    assert not Sign.objects.exists()
    assert signs.all_full([signs.MonthOfOne(month, signs.GENERAL_POINTS, Sums(1, 0, 1, 100, 100)) for month in
                           (months[0], months[2], dt.date(2026, 11, 1))]) is None  # fmt: skip


def test_a_unit_all_at_the_most_is_asked_of_who_confirmed_it(world: World) -> None:
    head = post_of(HEAD)
    own = make_sheet(head, MONTH, duty=Duty.HEAD)
    given = {"state": "confirmed", "points": FULL_POINTS, "confirmed_by_id": world.users["snv_head"].pk}
    make_sheet(post_of(SERVANT), MONTH, **given)
    others = [post for post in (post_of("Ngô Văn Thử A"), post_of("Phạm Văn Mẫu")) if post.pk != head.pk]
    sheets = [make_sheet(post, MONTH, **{**given, "unit": head.unit, "domain": head.unit.domain}) for post in others]
    reckon_signs(MONTH)
    sign = Sign.objects.get()
    assert (sign.sheet, sign.code, sign.facts) == (own, "all_alike", {"people": 3})
    Sheet.objects.filter(pk=sheets[0].pk).update(points={**FULL_POINTS, "I.1": "4"})
    reckon_signs(MONTH)
    assert not Sign.objects.exists()


def test_the_person_sees_it_first_then_the_head_and_nobody_else(world: World) -> None:
    sheet = sheet_with(handed_in(work(world), "xong"))
    sheet = submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=FULL_POINTS)
    assert codes(world, sheet, "snv_servant") == ["no_product"]
    assert codes(world, sheet, "snv_head") == []
    assert note_signs_seen(actor=world.actor("snv_head"), sheet=sheet) == 0
    Sign.objects.update(found_at=now() - dt.timedelta(days=3, minutes=1))
    assert codes(world, sheet, "snv_head") == ["no_product"]
    Sign.objects.update(found_at=now())
    assert note_signs_seen(actor=world.actor("snv_servant"), sheet=sheet) == 1
    assert note_signs_seen(actor=world.actor("snv_servant"), sheet=sheet) == 0
    assert codes(world, sheet, "snv_head") == ["no_product"]


def test_an_answer_stays_when_the_facts_are_gone_and_new_facts_come_to_the_person_first(world: World) -> None:
    one = handed_in(work(world), "xong")
    sheet = sheet_with(one)
    reckon_signs(MONTH)
    sign, servant = Sign.objects.get(), world.actor("snv_servant")
    for persona, refusal in (("snv_head", NotVisible), ("office_a", NotVisible)):
        with pytest.raises(refusal):
            answer_sign(actor=world.actor(persona), sign_id=sign.pk, text="Thay")
    with pytest.raises(DomainError) as refused:
        answer_sign(actor=servant, sign_id=sign.pk, text="  ")
    assert refused.value.code == "text-needed"
    answer_sign(actor=servant, sign_id=sign.pk, text="Sản phẩm lưu ở hồ sơ giấy.")
    with pytest.raises(NotAllowed):
        answer_sign(actor=world.actor("snv_head"), sign_id=sign.pk, text="Thay")
    ProductVersion.objects.filter(assignment=one).update(text="Báo cáo 12/BC-SNV")
    reckon_signs(MONTH)
    sign.refresh_from_db()
    assert sign.gone_at is not None
    with pytest.raises(DomainError) as refused:
        answer_sign(actor=servant, sign_id=sign.pk, text="Thêm")
    assert refused.value.code == "sign-gone"
    own_line(sheet, is_done=True)
    reckon_signs(MONTH)
    sign.refresh_from_db()
    assert (sign.gone_at, sign.seen_at, sign.answer) == (None, None, "Sản phẩm lưu ở hồ sơ giấy.")


def test_no_score_or_trace_knows_of_signs(world: World) -> None:
    sheet = two_parts(world)
    sheet = submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=FULL_POINTS)
    assert Sign.objects.count() == 1

    def told() -> tuple[str, object, str]:
        renew([sheet.pk])
        sheet.refresh_from_db()
        page = get_sheet_page(world.actor("snv_head"), sheet.pk)
        assert page.appraisal is not None
        return sheet.score_exact, sheet.score, page.appraisal.text()

    with_sign = told()
    Sign.objects.all().delete()
    assert told() == with_sign


READERS_OF_SIGNS = {
    "services/own_data.py",
    "models/__init__.py", "models/signs.py", "policies.py", "selectors/fair_play.py", "services/signs.py",
    "services/stating.py", "jobs.py", "sign_words.py", "web/signs.py", "web/sheets.py", "web/urls.py", "enums.py",
    "events.py", "forms.py", "rules/signs.py", "selectors/sign_facts.py",
    "services/telling_signs.py", "panels.py",  # notices to the person and the head, and where they lead
    "demo.py",
}  # fmt: skip


def test_nothing_that_scores_rates_or_lists_reads_signs() -> None:
    """Whoever reads them is named here, and none of these scores, rates, filters, sorts or exports."""
    base = Path(sauro.appraisals.__file__).parent
    words = re.compile(r"\bSign\b|\.signs\b|\bsigns__|[\"']signs[\"']|sign_policy|sign_facts|fair_play")
    readers = {
        str(path.relative_to(base))
        for path in base.rglob("*.py")
        if "migrations" not in path.parts and words.search(path.read_text(encoding="utf-8"))
    }
    assert readers <= READERS_OF_SIGNS
    for page in (SHEETS, CATALOGUES, PRODUCTS, LEVELS, ROUNDS):
        names = [str(getattr(one, "sort", "") or "") + str(getattr(one, "field", "") or "") for one in
                 (*page.columns, *page.filters)]  # fmt: skip
        assert not any("sign" in name for name in names)


def test_a_closed_sheet_tells_what_changed_in_the_work_since(world: World) -> None:
    one = handed_in(work(world), "Báo cáo 12/BC-SNV")
    sheet = sheet_with(one, handed_in(work(world), "Báo cáo 13/BC-SNV"))
    Sheet.objects.filter(pk=sheet.pk).update(state="closed", closed_at=now(), points=FULL_POINTS)
    assert beside(world, sheet).later == []
    Assignment.objects.filter(pk=one.pk).update(state="returned", handed_in_at=None)
    found = beside(world, sheet, "snv_head")
    assert [later.shown.item.plan_item.assignment for later in found.later if later.shown.item.plan_item] == [one]
    assert (found.later[0].now.is_done, found.score_now) == (False, 65)
    assert sheet.items.filter(is_done=True).count() == 2
