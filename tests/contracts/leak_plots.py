"""The places of the leak test: three bodies whose records nobody else may see, each with one object of every kind.

Objects are those of :mod:`tests.contracts.objects`, made once per place: a place gives every unit and persona of the
tests a stand-in of its own, so that what is made for one table of addresses is there for all of them. What hangs on
objects without having an address of its own is added by :data:`TAILS`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model
from django.urls import reverse
from tests.contracts.objects import Objects
from tests.factories.assignments import make_assignment
from tests.factories.organizations import make_unit, make_user
from tests.factories.status_reports import stored_row
from tests.personas import World

from sauro.accounts.models import User
from sauro.accounts.roles import Role
from sauro.annotations.models import Comparison
from sauro.appraisals.models import Appraisee, Complaint, OwnLevel, Renewal, ResultsFile
from sauro.assistant.models import ModelCall
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.difficulties.models import Forwarding
from sauro.discussions.models import EarlierText, Mention
from sauro.documents.models import NameBinding, Reference
from sauro.notices.models import MailPreference, ReminderRule
from sauro.numbering.services import next_code
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.periodic_reports.models import TakenSource
from sauro.plans.models import PlanItem
from sauro.programmes.models import (
    Answer,
    EntryAssignment,
    EntryTarget,
    Funding,
    ProgrammeVersion,
    ReleasedLine,
    StepTaken,
)
from sauro.targets.models import LeftOut, Settlement
from sauro.tasks.models import (
    Binding,
    BoundAssignment,
    DeadlineChange,
    DeskPresence,
    Handover,
    ProgressReport,
    Question,
    Series,
    Wait,
)
from sauro.workforce.models import OwnCheck
from vanban.text.normalize import fold

READER = "reader"
"""The member of a place who sees everything of the giver and may change nothing."""

PAGES_OF_WORK = (
    "assignment-detail", "assignment-chronicle", "comment-list", "difficulty-raise", "api:read_assignment",
    "api:read_tree",
)  # fmt: skip
"""Pages that show one assignment."""

SIBLING = "sibling"
"""The head of a unit beside the one that does the work, below the same giver: it has no part in it."""

# Closes the document it is about, so it is made from a document of its own.
APART = frozenset({"document_to_purge"})
# Entries of registers of the whole site: there is one of each, and everybody with a role reads it.
SHARED = (
    "calendar_day", "competence", "work_field", "job_position", "competency", "standard", "planning_clearance",
    "closed_post",
)  # fmt: skip


@dataclass(frozen=True)
class Plot:
    """A place: its name, the members by role, and the world in which every unit and persona is one of its own."""

    name: str
    members: dict[str, User]
    world: World
    sibling: User
    shared: Objects

    @cached_property
    def objects(self) -> Objects:
        """The objects of the place."""
        return Objects(self.world, word=f"zq{self.name}w")

    @cached_property
    def objects_apart(self) -> Objects:
        """The same again, for objects that close others."""
        return Objects(self.world, word=f"zq{self.name}x")

    def holding(self, name: str) -> Objects:
        """Return the set of objects to which one belongs."""
        if name in SHARED:
            return self.shared
        return self.objects_apart if name in APART else self.objects

    def fill(self) -> None:
        """Make every object that tests know of, and what hangs on them."""
        for name in kinds_of_objects():
            getattr(self.holding(name), name)
        for hang in TAILS:
            hang(self.objects)

    def pages_of_part(self) -> Iterator[str]:
        """Yield what shows the part of the second body, which may not see the work it is a part of."""
        part = Wait.objects.get(assignment=self.objects.assignment).part
        yield from (reverse(name, args=[part.pk]) for name in PAGES_OF_WORK)


def kinds_of_objects() -> list[str]:
    """Return the names of all objects of the contract tests, in the order they are declared."""
    declared = {name: held for base in reversed(Objects.__mro__) for name, held in vars(base).items()}
    return [name for name, held in declared.items() if isinstance(held, cached_property)]


def make_plots(world: World) -> list[Plot]:
    """Make the places, without objects of their own: the province, a commune, and the Party of the province."""
    units, shared = world.units, Objects(world)
    for name in SHARED:
        getattr(shared, name)
    beside = make_unit(
        "XC.UBND", "Ủy ban nhân dân xã C Thử", kind=UnitKind.PEOPLES_COMMITTEE, level=UnitLevel.COMMUNE,
        parent=units["province"], commune_type="xa",
    )  # fmt: skip
    return [
        _plot(shared, "tinh", units["ubnd"], [beside, units["stc"], units["ubnd_b"]]),
        _plot(shared, "xa", units["ubnd_a"], [units["pkt_a"], *_below(units["ubnd_a"], "pvh", "ptt")]),
        _plot(shared, "dang", units["tu"], [units["du_a"], *_below(units["tu"], "btc"), units["du_b"]]),
    ]


def _below(parent: Unit, *codes: str) -> list[Unit]:
    return [
        make_unit(
            f"{parent.code}.{code.upper()}", f"Phòng {code} thuộc {parent.name}", kind=UnitKind.DIVISION,
            level=UnitLevel(parent.level), domain=Domain(parent.domain), parent=parent,
        )
        for code in codes
    ]  # fmt: skip


def _plot(shared: Objects, name: str, giver: Unit, doers: list[Unit]) -> Plot:
    """Make a place. Of ``doers`` the first does the work, the second may have a part in it, the third has none."""
    world, (doer, second, third) = shared.world, doers

    def member(role: str, kind: Role, unit: Unit) -> User:
        return make_user(f"{name}.{role}", f"Người {role} {name} Thử", (kind, unit), unit=unit, title=f"{role} {name}")

    members = {
        "clerk": member("clerk", Role.CLERK, giver),
        "keeper": member("keeper", Role.HEAD_OF_OFFICE, giver),
        "chief": member("chief", Role.LEADER, giver),
        READER: member(READER, Role.INSPECTOR, giver),
        "doer": member("doer", Role.HEAD_OF_OFFICE, doer),
        "manager": member("manager", Role.UNIT_HEAD, doer),
        "servant": member("servant", Role.CIVIL_SERVANT, doer),
        "second": member("second", Role.UNIT_HEAD, second),
    }
    inner = World(_stand_ins(world, giver, doer, second), _people(world, members))
    return Plot(name, members, inner, member(SIBLING, Role.UNIT_HEAD, third), shared)


def _stand_ins(world: World, giver: Unit, doer: Unit, second: Unit) -> dict[str, Unit]:
    own = dict.fromkeys(world.units, second)
    own |= dict.fromkeys(("ubnd", "office", "tu"), giver)
    own |= dict.fromkeys(("ubnd_a", "vp_a", "pkt_a", "du_a", "snv"), doer)
    return own | {"province": world.units["province"]}


def _people(world: World, members: dict[str, User]) -> dict[str, User]:
    own = dict.fromkeys(world.users, members["second"])
    own |= {"clerk": members["clerk"], "party_clerk": members["clerk"], "head": members["keeper"]}
    own |= {"chair": members["chief"], "inspector": members[READER]}
    own |= {"office_a": members["doer"], "party_a": members["doer"], "snv_head": members["manager"]}
    own |= dict.fromkeys(("servant_a", "snv_servant"), members["servant"])
    return own | {"admin": world.users["admin"], "outsider": world.users["outsider"]}


def _report(objects: Objects) -> Model:
    return ProgressReport.objects.create(
        assignment=objects.assignment, progress=40, text="Đã khảo sát", reported_by_name="Bùi Thị Mẫu",
        reported_at=now(),
    )  # fmt: skip


def _deadline_change(objects: Objects) -> Model:
    return DeadlineChange.objects.create(
        assignment=objects.assignment, from_day=today(), asked_day=today() + dt.timedelta(days=9), reason="Chờ dự toán",
        asked_by_name="Bùi Thị Mẫu", asked_at=now(), granted_day=today() + dt.timedelta(days=9), answer="granted",
        answer_text="Đồng ý", answered_by_name="Lê Văn Thử", answered_at=now(),
    )  # fmt: skip


def _wait(objects: Objects) -> Model:
    units = objects.world.units
    part = make_assignment(units["ubnd"], units["ubnd_b"], parent=objects.assignment, role="coordinator")
    return Wait.objects.create(
        assignment=objects.assignment, part=part, reason="Chờ số liệu", began_at=now(), began_by_name="Bùi Thị Mẫu",
        ended_at=now(), ended_by_name="Bùi Thị Mẫu",
    )  # fmt: skip


def _series(objects: Objects) -> Model:
    units = objects.world.units
    head = make_assignment(units["ubnd"], units["ubnd_a"], is_recurring=True)
    make_assignment(
        units["ubnd"], units["ubnd_a"], parent=head, period_first=today(), period_last=today(), period_label="Kỳ thử"
    )
    return Series.objects.create(head=head, rhythm="monthly", starts_on=today())


def _bound(objects: Objects) -> Model:
    """Bind the assignment with work of another giver; a third was taken out again."""
    units = objects.world.units
    others = [make_assignment(units["snv"], units["ubnd_a"]) for _other in range(2)]
    binding = Binding.objects.create(
        code=next_code(prefix="GC", year=2026), domain=others[0].domain, unit=units["ubnd_a"], made_at=now()
    )
    held = {"binding": binding, "reason": "Cùng một danh mục", "bound_at": now(), "bound_by_name": "Ngô Văn Thử"}
    out = {"unbound_at": now(), "unbound_by_name": "Ngô Văn Thử", "unbound_reason": "Khác phạm vi"}
    BoundAssignment.objects.create(assignment=objects.assignment, **held)
    BoundAssignment.objects.create(assignment=others[0], **held)
    return BoundAssignment.objects.create(assignment=others[1], **held, **out)


def _settled(objects: Objects) -> Model:
    held = {"reason": "Theo kế hoạch", "by_name": "Ngô Văn Thử", "at": now()}
    LeftOut.objects.create(document=objects.document, start=0, end=5, **held)
    return Settlement.objects.create(line=objects.target_line, **held)


def _question(objects: Objects) -> Model:
    return Question.objects.create(
        assignment=objects.assignment, text="Xin làm rõ phạm vi", asked_at=now(), asked_by_name="Ngô Văn Thử",
        end="answered", answer="Toàn xã", ended_at=now(), ended_by_name="Lê Văn Thử",
    )  # fmt: skip


def _of_programme(objects: Objects) -> Model:
    """Hang on the plan: what a line answers, its money, its work, a step, a version, and what another side released."""
    plan, line, moment = objects.plan, objects.plan_line, now()
    others = [domain for domain in Domain if domain != plan.domain]
    Answer.objects.create(
        demand=objects.plan_demand, entry=line, demand_digest="0", entry_digest="0", by_name="Bùi Thị Mẫu", at=moment
    )
    Funding.objects.create(entry=line, year=2026, source="province", amount=12, national_programme="Nông thôn mẫu")
    EntryAssignment.objects.create(entry=line, assignment=make_assignment(plan.unit, objects.world.units["vp_a"]))
    EntryTarget.objects.create(entry=line, share=objects.target)
    StepTaken.objects.create(programme=plan, step="submit", note="Kính trình", by_name="Bùi Thị Mẫu", at=moment)
    ReleasedLine.objects.create(
        from_domain=others[0], domain=plan.domain, unit=plan.unit, text="Phát triển du lịch mẫu", product="Đề án",
        source_text="Chương trình mẫu", source_key="mau", released_by_name="Lê Văn Thử", released_at=moment,
    )  # fmt: skip
    return ProgrammeVersion.objects.create(
        programme=plan, number=90, label="Bản gửi góp ý", content={}, made_at=moment, made_by_name="Bùi Thị Mẫu"
    )


def _forwarding(objects: Objects) -> Model:
    units = objects.world.units
    return Forwarding.objects.create(
        difficulty=objects.difficulty, from_unit=units["ubnd_a"], to_unit=units["ubnd"], reason="Vượt thẩm quyền",
        by_name="Ngô Văn Thử", at=now(),
    )  # fmt: skip


def _plan_item(objects: Objects) -> Model:
    return PlanItem.objects.create(
        plan=objects.monthly_plan, assignment=objects.assignment, kind="planned", wording="Lập danh mục",
        added_at=now(), added_by_name="Lê Văn Thử", given_back_at=now(), given_back_by_name="Lê Văn Thử",
    )  # fmt: skip


def _handover(objects: Objects) -> Model:
    units = objects.world.units
    return Handover.objects.create(
        obligation=objects.obligation, domain=objects.document.domain, to_domain="front", owner_unit=units["ubnd"],
        to_unit=units["ubnd_a"], text="Phát động phong trào", assignment_code="NV-2026-999999",
        released_by_id=objects.world.users["head"].pk, released_by_name="Lê Văn Thử", released_at=now(),
        answer="Đã phát động", answered_at=now(),
    )  # fmt: skip


def _reference(objects: Objects) -> Model:
    return Reference.objects.create(
        document=objects.document, text="Kế hoạch số 88/KH-UBND", start=0, end=10, number="88", symbol="KH-UBND",
        issuer_name="Ủy ban nhân dân tỉnh",
    )  # fmt: skip


def _binding(objects: Objects) -> Model:
    units = objects.world.units
    return NameBinding.objects.create(
        name="Cơ quan thử", name_key=f"{objects.word} co quan thu", unit=units["ubnd_a"], scope="document",
        document=objects.document, domain=objects.document.domain, owner_unit=units["ubnd"],
        bound_by_name="Trần Thị Mẫu", bound_at=now(),
    )  # fmt: skip


def _comparison(objects: Objects) -> Model:
    return Comparison.objects.create(
        document=objects.document, domain=objects.document.domain, owner_unit=objects.world.units["ubnd"],
        kind="thong_bao", counts={"kept": 2}, compared_at=now(),
    )  # fmt: skip


def _model_call(objects: Objects) -> Model:
    return ModelCall.objects.create(
        document=objects.document, state="done", asked_by_id=objects.world.users["clerk"].pk,
        asked_by_name="Trần Thị Mẫu", asked_at=now(), purpose="Tìm nhiệm vụ", host="mo-hinh.example.vn",
        message="Không có gì thêm",
    )  # fmt: skip


def _report_row(objects: Objects) -> Model:
    report = objects.status_report
    report.remarks, report.proposals, report.number = "Nhận xét", "Kiến nghị", "12/BC-VP"
    report.document_text, report.issued_by_name, report.withdrawal_reason = "Công văn thử", "Lê Văn Thử", "Nhầm"
    report.save()
    row = stored_row(report, objects.assignment, 1)
    row.reason, row.point = "Thiếu vốn", "mục 1"
    row.save()
    return row


def _comment_tails(objects: Objects) -> Model:
    comment = objects.comment
    Mention.objects.create(comment=comment, user=objects.world.users["head"], label="Lê Văn Thử")
    return EarlierText.objects.create(comment=comment, text="Bản trước khi sửa", since=now())


def _taken_source(objects: Objects) -> Model:
    text = objects.report.texts.get(field__code="ket-qua")
    return TakenSource.objects.create(
        section=text, source=objects.report_sent, sent_number=1, by_name="Trần Thị Mẫu", at=now()
    )


def _rule(objects: Objects) -> Model:
    return ReminderRule.objects.create(
        unit=objects.world.units["ubnd_a"], days_before=[3], days_after=1, every_days=7, unit_head_days=5,
        giver_head_days=9,
    )  # fmt: skip


def _mail_preference(objects: Objects) -> Model:
    return MailPreference.objects.create(user=objects.world.users["office_a"])


def _presence(objects: Objects) -> Model:
    return DeskPresence.objects.create(document=objects.document, user=objects.world.users["head"], seen_at=now())


def _answers(objects: Objects) -> Model:
    """Fill what is empty until somebody answers: an empty column can hold no word to look for."""
    moment, product, hard, why = now(), objects.product, objects.difficulty, objects.explanation
    product.link, product.text, product.reason = "https://example.vn/thu", "Danh mục kèm theo", "Đã xem"
    product.open_parts_reason, product.decided_by_name = "Sẽ bổ sung", "Lê Văn Thử"
    product.save()
    hard.request, hard.answer, hard.answered_by_name, hard.answered_at = "Bổ sung vốn", "Bố trí", "Lê Văn Thử", moment
    hard.search_key = fold(hard.text)
    hard.save()
    why.answer, why.answered_by_name, why.answered_at = "Do thiếu vốn", "Ngô Văn Thử", moment
    why.save()
    document, row = objects.document, objects.assignment
    document.search_key = fold(document.subject)
    document.signer_name, document.signer_capacity, document.place = "Nguyễn Văn Mẫu", "KT. CHỦ TỊCH", "Lạc Giang"
    document.save()
    row.product, row.due_phrase, row.state_reason = "Danh mục", "trong tháng này", "Đang làm"
    row.save()
    return row


def _own_check(objects: Objects) -> Model:
    """Take the person's word, an exceptional seat, and a withdrawal: columns that are empty otherwise."""
    tenure = objects.tenure
    seat = tenure.seat
    seat.is_exceptional, seat.decision, seat.reason = True, "45/QĐ-UBND", "Dôi dư sau sắp xếp"
    seat.valid = (tenure.first_day, today() + dt.timedelta(days=90))
    seat.save()
    fact = objects.fact
    fact.withdrawn_at, fact.withdrawn_by_name, fact.withdrawn_reason = now(), "Đỗ Văn Mẫu", "Ghi nhầm trường"
    fact.save()
    return OwnCheck.objects.create(dossier=objects.dossier, is_right=False, remark="Sai ngày tuyển dụng")


def _judged(objects: Objects) -> Model:
    """Say what a head says of a sheet, lay down what the person is, and mark the sheet for reckoning."""
    sheet = objects.sheet
    sheet.comment, sheet.confirmed_by_name, sheet.reopened_reason = "Tốt", "Võ Thị Thử", "Sót việc"
    sheet.initiative, sheet.prolonged, sheet.conflict = "Số hóa hồ sơ", "Chậm báo cáo", "Có đơn"
    sheet.save()
    Appraisee.objects.create(appointment=sheet.appointment, subject="civil_servant", like_group="Tổng hợp")
    of_unit = {"unit": sheet.unit, "domain": sheet.domain}
    OwnLevel.objects.create(
        **of_unit, appointment=sheet.appointment, year=2026, level="TOT", note="Đã học", stated_at=now()
    )
    ResultsFile.objects.create(
        **of_unit, kind="month", period=sheet.month, people=1, unnamed=0, made_at=now(), made_by_name="Đỗ Văn Mẫu"
    )
    for about in ({"unit_rating": objects.unit_rating}, {"period": objects.cadre_period}):
        Complaint.objects.create(
            **about, state="changed", text="Chưa tính sáng kiến", made_at=now(), made_by_name="Đỗ Văn Mẫu",
            due_on=sheet.month, answer="Đã xem lại", decision="101/QĐ", answered_by_name="Võ Thị Thử",
        )  # fmt: skip
    return Renewal.objects.create(appointment=sheet.appointment)


TAILS: tuple[Callable[[Objects], Model], ...] = (
    _report, _deadline_change, _question, _of_programme, _wait, _series, _bound, _settled,
    _forwarding, _plan_item, _handover, _reference, _binding, _own_check, _judged,
    _comparison, _model_call, _report_row, _comment_tails, _taken_source, _rule, _mail_preference, _presence, _answers,
)  # fmt: skip
"""What hangs on the objects of a place. A kind of row that neither this nor ``Objects`` makes is named by the test."""
