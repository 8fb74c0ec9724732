"""The chapter of the demo on programmes: a Party programme with released lines, a plan under way, an issued plan.

Everything is done through the services, as the people of the demo.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.common.ids import new_id
from sauro.demo.accounts import demo_units
from sauro.organizations.models import Unit
from sauro.programmes.enums import DemandKind, DemandState, ProgrammeKind, ReferenceState, Step
from sauro.programmes.models import Entry, Programme
from sauro.programmes.services.answering import (
    add_demand,
    add_references,
    exclude_demand,
    judge_reference,
)
from sauro.programmes.services.approving import StepFields, take_step
from sauro.programmes.services.entries import Amount, EntryFields, add_entry
from sauro.programmes.services.gathering import gather_demands
from sauro.programmes.services.giving import give_entries
from sauro.programmes.services.making import create_programme, default_years
from sauro.programmes.services.setting import set_targets
from sauro.targets.demo import POOR
from sauro.targets.enums import AddUpChoice
from sauro.targets.models import Share
from sauro.targets.rules import Amount as Figure
from sauro.targets.services.actuals import Evidence, record_actual

_REFERENCES = """Đề án phát triển nông nghiệp công nghệ cao của tỉnh (mẫu)
Đề án hoàn thiện hạ tầng giao thông của tỉnh (mẫu)
Đề án phát triển kinh tế biển của tỉnh (mẫu)
Kế hoạch nâng cao các chỉ số cải cách hành chính của tỉnh (mẫu)"""
_SOURCE = "Nghị quyết đại hội đảng bộ xã (mẫu)"
_WATER = "Tỷ lệ hộ dân dùng nước sạch đạt ít nhất 95% vào năm 2030"
_POOREST = Decimal("2.7")
"""Of a hundred households in the first year: less than the province gave every commune."""
_SCHOOL = "Bàn giao hai điểm trường lẻ không còn dùng cho nhà văn hóa trước ngày 31/12/2027"


def play_programmes() -> None:
    """Play the chapter once: it leaves alone what exists."""
    units = demo_units()
    if Programme.objects.filter(unit=units["xa1.UBND"]).exists():
        return
    with transaction.atomic():
        _party_programme(units["xa1.DU"], _actor("vanphong.du1"))
        _plan_under_way(units["xa1.UBND"], units["xa1.PKT"])
        _issued_plan(units["xa2.UBND"])


def _actor(username: str) -> Actor:
    user = User.objects.select_related("person").get(username=username)
    return load_actor(user=user, door=Door.COMMAND, request_id=str(new_id()))


def _start(actor: Actor, unit: Unit, kind: ProgrammeKind) -> Programme:
    first, last = default_years(today())
    key = "chuong-trinh" if kind == ProgrammeKind.PROGRAMME else "ke-hoach"
    return create_programme(
        actor=actor, unit_id=unit.pk, kind=kind, template=key, first_year=first, last_year=last
    )  # fmt: skip


def _add(actor: Actor, programme: Programme, title: str, fields: EntryFields, demand: UUID | None = None) -> Entry:
    section = programme.sections.filter(title=title).order_by("position")[0]
    return add_entry(
        actor=actor, programme_id=programme.pk, section_id=section.pk, fields=fields, demand_id=demand
    )  # fmt: skip


def _party_programme(unit: Unit, actor: Actor) -> None:
    """A programme that the committee has not adopted yet: nothing of it is on the State's side."""
    programme = _start(actor, unit, ProgrammeKind.PROGRAMME)
    demand = add_demand(
        actor=actor, programme_id=programme.pk, kind=DemandKind.TARGET, text=_WATER, source_text=_SOURCE
    )  # fmt: skip
    target = EntryFields(
        "Tỷ lệ hộ dân dùng nước sạch", value=Decimal(96), value_unit="%", due_text="Năm 2030",
        lead_text="Ban Thường vụ Đảng ủy", person_text="Phó Bí thư Thường trực",
    )  # fmt: skip
    _add(actor, programme, "Các chỉ tiêu chủ yếu", target, demand.pk)
    work = EntryFields(
        "Mỗi chi bộ chọn một việc cụ thể về vệ sinh môi trường và làm xong trong năm", lead_text="Văn phòng Đảng ủy",
        person_text="Chánh Văn phòng Đảng ủy", measures="Đăng ký đầu năm, chấm cuối năm", money="none",
        rhythm="annual", authority="Ban Thường vụ Đảng ủy công nhận", product="Danh sách việc đã xong",
    )  # fmt: skip
    _add(actor, programme, "Môi trường, thích ứng biến đổi khí hậu", work)


def _plan_under_way(unit: Unit, economy: Unit) -> None:
    """A plan with answered, excluded and red demands, a weaker target and a line that lacks elements."""
    actor = _actor("chanhvp.xa1")
    plan = _start(actor, unit, ProgrammeKind.PLAN)
    gather_demands(actor=actor, programme_id=plan.pk)
    add_references(actor=actor, programme_id=plan.pk, names=_REFERENCES)
    water, school = (
        add_demand(actor=actor, programme_id=plan.pk, kind=kind, text=text, source_text=_SOURCE, due_on=due)
        for kind, text, due in (
            (DemandKind.TARGET, _WATER, None),
            (DemandKind.TASK, _SCHOOL, dt.date(2027, 12, 31)),
        )
    )
    target = EntryFields(
        "Tỷ lệ hộ dân dùng nước sạch", value=Decimal(90), value_unit="%", due_text="Năm 2030",
        lead_unit_id=economy.pk, person_text="Trưởng phòng Kinh tế",
    )  # fmt: skip
    _add(actor, plan, "Mục tiêu cụ thể", target, water.pk)
    _add(actor, plan, "Số hóa tài liệu, sử dụng trụ sở, tài sản công", _school(unit), school.pk)
    _add(actor, plan, "Hạ tầng giao thông, logistics", _lights(economy))
    _add(actor, plan, "Kinh tế tư nhân", EntryFields("Gặp mặt hộ kinh doanh hai lần mỗi năm"))
    coordinated = EntryFields(
        "Cùng chủ đầu tư vận động các hộ bàn giao mặt bằng tuyến đường tỉnh qua xã", part="coordination",
        lead_text="Ban Quản lý dự án của tỉnh", coordinators=unit.name, person_text="Phó Chủ tịch",
        measures="Họp dân từng ấp", money="none", due_text="Quý II/2027", authority="Theo phân công của tỉnh",
        product="Biên bản bàn giao",
    )  # fmt: skip
    _add(actor, plan, "Hạ tầng giao thông, logistics", coordinated)
    _judge(actor, plan)


def _school(unit: Unit) -> EntryFields:
    return EntryFields(
        "Chuyển hai điểm trường lẻ thành nhà văn hóa ấp", lead_unit_id=unit.pk, person_text="Phó Chủ tịch",
        measures="Kiểm kê, lập phương án, sửa chữa nhỏ", money="budget", assets="hai điểm trường lẻ",
        due_on=dt.date(2027, 11, 30), authority="Chủ tịch Ủy ban nhân dân xã quyết định",
        product="Hai quyết định chuyển giao và biên bản bàn giao",
        fundings=(Amount(2027, "commune", Decimal(350)),),
    )  # fmt: skip


def _lights(economy: Unit) -> EntryFields:
    return EntryFields(
        "Lắp 120 bộ đèn chiếu sáng trên năm tuyến đường ấp", lead_unit_id=economy.pk,
        person_text="Trưởng phòng Kinh tế", coordinators="Công an xã",
        measures="Chia hai đợt, ưu tiên tuyến qua trường học", money="both",
        due_text="Quý IV/2028", authority="Chủ tịch Ủy ban nhân dân xã phê duyệt", product="120 bộ đèn được nghiệm thu",
        fundings=(
            Amount(2027, "province", Decimal(900), is_allocated=True, national_programme="Xây dựng nông thôn mới"),
            Amount(2028, "commune", Decimal(400)),
            Amount(2028, "people", Decimal("150.5")),
        ),
    )  # fmt: skip


def _judge(actor: Actor, plan: Programme) -> None:
    """One reference is not ours, one only coordinated; the first two demands of the province are dealt with."""
    named = list(plan.references.filter(document__isnull=True).order_by("position"))
    judge_reference(
        actor=actor, programme_id=plan.pk, reference_id=named[2].pk, state=ReferenceState.NOT_OURS,
        reason="Xã không có biển",
    )  # fmt: skip
    judge_reference(
        actor=actor, programme_id=plan.pk, reference_id=named[1].pk, state=ReferenceState.COORDINATED
    )  # fmt: skip
    open_ones = list(plan.demands.filter(state=DemandState.OPEN).order_by("position")[:2])
    if open_ones:
        exclude_demand(
            actor=actor, programme_id=plan.pk, demand_id=open_ones[0].pk, reason="Đã hoàn thành trước khi lập kế hoạch"
        )


def _issued_plan(unit: Unit) -> None:
    """A plan of the second commune, through all steps by different people, with a task on the board and two targets."""
    servant, head, chair = _actor("congchuc.xa2"), _actor("chanhvp.xa2"), _actor("lanhdao.xa2")
    plan = _start(servant, unit, ProgrammeKind.PLAN)
    demand = add_demand(
        actor=servant, programme_id=plan.pk, kind=DemandKind.TASK, text="Rà soát hộ nghèo hằng năm", source_text=_SOURCE
    )  # fmt: skip
    poor = EntryFields(
        "Đến từng hộ nghèo, ghi nguyên nhân và việc giúp được", lead_unit_id=unit.pk, person_text="Phó Chủ tịch",
        measures="Mỗi công chức phụ trách một ấp", money="none", due_text="Tháng 11 hằng năm", rhythm="annual",
        authority="Chủ tịch Ủy ban nhân dân xã phê duyệt", product="Danh sách hộ nghèo kèm nguyên nhân",
    )  # fmt: skip
    entry = _add(servant, plan, "Giảm nghèo bền vững", poor, demand.pk)
    targets = [_add(servant, plan, "Mục tiêu cụ thể", fields) for fields in _issued_targets(plan)]
    take_step(actor=servant, programme_id=plan.pk, step=Step.SUBMIT)
    take_step(actor=head, programme_id=plan.pk, step=Step.APPRAISE, fields=StepFields(note="Đủ 6 rõ"))
    take_step(actor=chair, programme_id=plan.pk, step=Step.ADOPT)
    issue = StepFields(number="15/KH-UBND", issued_on=today())
    take_step(actor=chair, programme_id=plan.pk, step=Step.ISSUE, fields=issue)
    give_entries(actor=head, programme_id=plan.pk, entry_ids=[entry.pk])
    lines = set_targets(actor=head, programme_id=plan.pk, entry_ids=[one.pk for one in targets])
    record_actual(
        actor=head, share_id=lines[-1].share_id, as_of=today(), amount=Figure(Decimal(7)),
        evidence=Evidence(basis="Biên bản nghiệm thu ngày 20/11 (mẫu)"),
    )  # fmt: skip


def _issued_targets(plan: Programme) -> Iterator[EntryFields]:
    """A better value of what the province gave the commune, where it gave it, and a target of the commune's own."""
    years, last = range(plan.first_year, plan.last_year), plan.last_year
    given = Share.objects.filter(unit=plan.unit, indicator__name=POOR.name).first()
    if given is not None:
        path = {year: _POOREST - Decimal("0.2") * number for number, year in enumerate(years)}
        yield EntryFields(
            "Tỷ lệ hộ nghèo", value=Decimal("1.8"), value_unit="%", target_year=last, path=path,
            target_share_id=given.pk, lead_unit_id=plan.unit_id, person_text="Phó Chủ tịch",
        )  # fmt: skip
    yield EntryFields(
        "Số tuyến đường ấp có đèn chiếu sáng", value=Decimal(12), value_unit="tuyến", target_year=last,
        path={year: Decimal(8 + number) for number, year in enumerate(years)}, lead_unit_id=plan.unit_id,
        person_text="Phó Chủ tịch", rule=AddUpChoice.LATEST, definition="Đếm tuyến có đèn suốt chiều dài",
    )  # fmt: skip
