"""The chronicle tells everything once, to those who may know it, in the order in which it happened."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.personas import World

from sauro.common.clock import now, today
from sauro.difficulties.enums import Cause
from sauro.difficulties.services.answering import answer_difficulty
from sauro.difficulties.services.raising import Trouble, raise_difficulty
from sauro.discussions.enums import Side
from sauro.discussions.selectors.audience import Scope
from sauro.discussions.services.writing import Saying, withdraw_comment, write_comment
from sauro.notices.services.explanations import ask_explanation
from sauro.tasks.chronicle import Entry
from sauro.tasks.enums import ReturnKind
from sauro.tasks.figures import Figure
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.selectors.chronicle import chronicle_of
from sauro.tasks.services.deadlines import ask_extension, grant_extension, set_deadline
from sauro.tasks.services.delegation import delegate_part
from sauro.tasks.services.demands import Demand, set_demand
from sauro.tasks.services.judging import Finding
from sauro.tasks.services.lifecycle import accept_assignment, name_person, report_progress
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product
from sauro.tasks.services.waits import begin_wait, end_wait


def work(world: World, **columns: object) -> Assignment:
    due = days_from(today(), 10)
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], due_on=due, due_original=due, **columns)


def told(world: World, persona: str, row: Assignment, **choice: bool) -> list[Entry]:
    chronicle = chronicle_of(world.actor(persona), row, oldest_first=True, **choice)
    return [entry for day in chronicle.days for entry in day.entries]


def sentences(world: World, persona: str, row: Assignment, **choice: bool) -> list[str]:
    return [f"{entry.who} {entry.sentence}" for entry in told(world, persona, row, **choice)]


def live(world: World, row: Assignment) -> None:
    """Lead an assignment through a whole life."""
    office, servant, head = world.actor("office_a"), world.actor("servant_a"), world.actor("head")
    pk = row.pk
    accept_assignment(actor=office, assignment_id=pk)
    name_person(actor=office, assignment_id=pk, appointment_id=post_of("Bùi Thị Mẫu A").pk)
    part = delegate_part(actor=office, assignment_id=pk, unit_id=world.units["pkt_a"].pk, wording="Khảo sát")
    set_demand(actor=head, assignment_id=pk, demand=Demand("Báo cáo", criteria=["Có danh mục"]))
    report_progress(actor=servant, assignment_id=pk, progress=40, text="Đã khảo sát 4 trạm")
    day = days_from(today(), 20)
    ask_extension(actor=servant, assignment_id=pk, day=day, reason="Chờ dự toán")
    grant_extension(actor=head, assignment_id=pk, day=day, text="Lần cuối")
    begin_wait(actor=servant, assignment_id=pk, part_id=part.pk, reason="Chờ số liệu")
    end_wait(actor=servant, assignment_id=pk)
    hand_in = HandIn(
        text="Danh mục 4 trạm", link="https://vi-du.vn/1", figures=[Figure("Số trạm", "trạm", Decimal(4))],
        open_parts_reason="Phần kia không ảnh hưởng", claims={criteria_of(row)[0].pk: "trang 1"},
    )  # fmt: skip
    hand_in_product(actor=servant, assignment_id=pk, hand_in=hand_in)
    failed = {criteria_of(row)[0].pk: Finding(is_met=False, note="thiếu trạm số 5")}
    return_product(actor=head, assignment_id=pk, kind=ReturnKind.CONTENT, reason="Bổ sung trạm số 5", findings=failed)
    hand_in_product(
        actor=servant, assignment_id=pk, hand_in=HandIn(text="Danh mục 5 trạm", open_parts_reason="như trên")
    )
    met = {criteria_of(row)[0].pk: Finding(is_met=True)}
    confirm_product(actor=head, assignment_id=pk, findings=met)


def test_whole_life_is_told_once_and_in_order(world: World) -> None:
    row = work(world)
    live(world, row)
    day, later = (f"{days_from(today(), count):%d/%m/%Y}" for count in (10, 20))
    part = row.parts.get()
    assert sentences(world, "office_a", row) == [
        f"{row.giver_unit.name} giao nhiệm vụ cho {row.unit.name}.",
        f"Ngô Văn Thử A nhận nhiệm vụ cho {row.unit.name}.",
        "Ngô Văn Thử A phân công Bùi Thị Mẫu A (Chuyên viên) thực hiện.",
        f"Ngô Văn Thử A giao một phần việc cho {part.unit.name} ({part.code}).",
        "Lê Văn Thử đặt 1 tiêu chí nghiệm thu.",
        "Lê Văn Thử đặt lại yêu cầu về sản phẩm.",
        "Bùi Thị Mẫu A báo cáo tiến độ 40%.",
        f"Bùi Thị Mẫu A đề nghị lùi thời hạn từ {day} đến {later}.",
        f"Lê Văn Thử đồng ý lùi thời hạn đến {later}.",
        f"Bùi Thị Mẫu A ghi nhận đang chờ phần việc của {part.unit.name} ({part.code}).",
        f"Bùi Thị Mẫu A ghi nhận hết chờ {part.unit.name} ({part.code}).",
        "Bùi Thị Mẫu A nộp sản phẩm lần 1 khi còn phần việc của đơn vị khác chưa xong.",
        "Lê Văn Thử trả lại sản phẩm lần 1 (nội dung chính chưa đạt).",
        "Bùi Thị Mẫu A nộp sản phẩm lần 2 khi còn phần việc của đơn vị khác chưa xong.",
        "Lê Văn Thử xác nhận hoàn thành, theo sản phẩm lần 2.",
    ]


def test_entry_says_why_and_what_with(world: World) -> None:
    row = work(world)
    live(world, row)
    by_sentence = {entry.sentence: entry for entry in told(world, "head", row)}
    handed = by_sentence["nộp sản phẩm lần 1 khi còn phần việc của đơn vị khác chưa xong."]
    assert (handed.words, handed.unit) == ("Danh mục 4 trạm", world.units["ubnd_a"].name)
    assert list(handed.points) == ["Số trạm: 4 trạm", "Tự đánh giá đạt: Có danh mục"]
    assert [link.url for link in handed.links] == ["https://vi-du.vn/1"]
    assert handed.why == "Phần kia không ảnh hưởng"
    returned = by_sentence["trả lại sản phẩm lần 1 (nội dung chính chưa đạt)."]
    assert (returned.why, list(returned.points)) == (
        "Bổ sung trạm số 5",
        ["Không đạt: Có danh mục – thiếu trạm số 5"],
    )
    assert by_sentence["báo cáo tiến độ 40%."].words == "Đã khảo sát 4 trạm"


def test_decisions_alone_leave_out_what_is_only_said(world: World) -> None:
    row = work(world)
    live(world, row)
    decided = sentences(world, "head", row, only_decisions=True)
    assert "Bùi Thị Mẫu A báo cáo tiến độ 40%." not in decided
    assert not [sentence for sentence in decided if "nộp sản phẩm" in sentence]
    assert "Lê Văn Thử trả lại sản phẩm lần 1 (nội dung chính chưa đạt)." in decided
    assert 0 < len(decided) < len(sentences(world, "head", row))


def test_part_is_named_to_those_who_see_it(world: World) -> None:
    row = work(world, state="accepted")
    part = delegate_part(
        actor=world.actor("office_a"), assignment_id=row.pk, unit_id=world.units["pkt_a"].pk, wording="Khảo sát"
    )
    [own] = [entry for entry in told(world, "office_a", row) if entry.icon == "sitemap"]
    assert own.sentence == f"giao một phần việc cho {part.unit.name} ({part.code})."
    [given] = [entry for entry in told(world, "head", row) if entry.icon == "sitemap"]
    assert given.sentence == "giao một phần việc trong đơn vị."
    assert list(given.links) == []


def test_what_one_side_says_to_itself_is_told_on_that_side_alone(world: World) -> None:
    row = work(world, state="accepted")
    office = world.actor("office_a")
    write_comment(actor=office, assignment_id=row.pk, saying=Saying("Thiếu người", Scope(Side.BODY)))
    gone = write_comment(actor=office, assignment_id=row.pk, saying=Saying("Gửi nhầm"))
    withdraw_comment(actor=office, comment_id=gone.pk)
    own = told(world, "office_a", row)
    assert [(entry.words, entry.is_private) for entry in own if entry.icon == "message"] == [
        ("Thiếu người", True),
        ("", False),
    ]
    other = told(world, "head", row)
    assert [entry.sentence for entry in other if entry.icon == "message"] == ["viết một trao đổi, sau đó đã rút."]


def test_difficulties_and_explanations_belong_to_the_story(world: World) -> None:
    due = days_from(today(), -3)
    row = work(world, state="accepted")
    Assignment.objects.filter(pk=row.pk).update(due_on=due, due_original=due)
    one = raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, trouble=Trouble("Thiếu kinh phí"))
    answer_difficulty(actor=world.actor("head"), difficulty_id=one.pk, text="Bố trí quý I", cause=Cause.OBJECTIVE)
    ask_explanation(actor=world.actor("head"), assignment_id=row.pk, question="Vì sao chậm?")
    found = sentences(world, "office_a", row)[1:]
    assert found == [
        f"Ngô Văn Thử A nêu khó khăn, vướng mắc {one.code}.",
        f"Lê Văn Thử trả lời khó khăn, vướng mắc {one.code}.",
        "Lê Văn Thử yêu cầu giải trình.",
    ]


def test_days_are_those_of_vietnam_and_of_a_long_story_the_newest_stay(world: World) -> None:
    row = work(world, state="accepted", given_at=dt.datetime(2026, 8, 13, 18, 30, tzinfo=dt.UTC))
    set_deadline(actor=world.actor("head"), assignment_id=row.pk, day=days_from(today(), 30), reason="Dời họp")
    chronicle = chronicle_of(world.actor("head"), row, oldest_first=True)
    assert [day.day for day in chronicle.days] == [dt.date(2026, 8, 14), today()]
    shortened = chronicle_of(world.actor("head"), row, most=1)
    assert (shortened.count, shortened.left_out, shortened.days[0].entries[0].icon) == (1, 1, "calendar")


def test_number_of_queries_does_not_grow(world: World) -> None:
    row, servant = work(world, state="accepted"), world.actor("office_a")
    counts = []
    for _round in range(2):
        report_progress(actor=servant, assignment_id=row.pk, progress=10, text="Đang làm")
        write_comment(actor=servant, assignment_id=row.pk, saying=Saying("Đã gửi"))
        hand_in_product(actor=servant, assignment_id=row.pk, hand_in=HandIn(text="Danh mục"))
        return_product(actor=world.actor("head"), assignment_id=row.pk, kind=ReturnKind.FORM, reason="Thể thức")
        with CaptureQueriesContext(connection) as seen:
            told(world, "head", Assignment.objects.get(pk=row.pk))
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert now() > row.given_at
