"""Filling a report in, alone and together: nobody's text is lost, and the system's numbers stay visible."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.factories.reports import fill, make_round, report_of, send, type_figure, with_chairs
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.periodic_reports.models import FigureValue, SectionText, TakenSource, TextVersion, UnitReport
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import FigureEntry, save_figure, save_text, settle_aside, take_source
from sauro.periodic_reports.services.rolling import refresh_running_rounds, roll_up_if_open


@pytest.fixture
def report(world: World) -> UnitReport:
    with_chairs(world)
    return report_of(make_round(world, ended=-5), world)


def figure(report: UnitReport, code: str) -> FigureValue:
    return report.figures.get(field__code=code)


def section(report: UnitReport, code: str = "ket-qua") -> SectionText:
    return report.texts.get(field__code=code)


def write(world: World, report: UnitReport, persona: str, text: str, edits: int) -> bool:
    _section, is_put = save_text(
        actor=world.actor(persona), report_id=report.pk, code="ket-qua", text=text, edits=edits
    )
    return is_put


def test_typed_figures_work_ratios_out(world: World, report: UnitReport) -> None:
    type_figure(world, report, "office_a", "ho", 9)
    assert figure(report, "ty-le").value is None
    type_figure(world, report, "servant_a", "ho-ra-soat", 36)
    ratio = figure(report, "ty-le")
    assert (ratio.value, ratio.numerator, ratio.denominator) == (25, 9, 36)
    type_figure(world, report, "servant_a", "ho-ra-soat", 0)
    assert (figure(report, "ty-le").value, figure(report, "ty-le").denominator) == (None, 0)
    assert figure(report, "ho").by_name == "Ngô Văn Thử A"
    event = AuditEvent.objects.filter(code="periodic_reports.report.edited").earliest("sequence")
    assert event.changes == {"figure": [None, "ho"], "value": [None, "9"]}


def test_a_changed_system_number_keeps_both_until_they_agree(world: World, report: UnitReport) -> None:
    type_figure(world, report, "office_a", "duoc-giao", 3, "Có ba việc giao bằng giấy")
    changed = figure(report, "duoc-giao")
    assert (changed.value, changed.system_value, changed.origin) == (3, 0, "changed")
    assert changed.reason == "Có ba việc giao bằng giấy"
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    refresh_figures(actor=world.actor("office_a"), report_id=report.pk)
    changed.refresh_from_db()
    assert (changed.value, changed.system_value, changed.origin, changed.basis) == (3, 1, "changed", [row.code])
    type_figure(world, report, "office_a", "duoc-giao", 1)
    changed.refresh_from_db()
    assert (changed.origin, changed.reason) == ("system", "")


def test_numbers_that_cannot_be_are_refused(world: World, report: UnitReport) -> None:
    actor = world.actor("office_a")
    for code in ("ty-le", "khong-co"):
        with pytest.raises(NotVisible):
            save_figure(actor=actor, report_id=report.pk, code=code, entry=FigureEntry(Decimal(1), 0))
    for number in (Decimal(10) ** 15, Decimal("0.00001")):
        with pytest.raises(DomainError) as refusal:
            save_figure(actor=actor, report_id=report.pk, code="ho", entry=FigureEntry(number, 0))
        assert refusal.value.field == "value"


def test_whoever_types_a_figure_second_is_told_of_the_first(world: World, report: UnitReport) -> None:
    save_figure(actor=world.actor("office_a"), report_id=report.pk, code="ho", entry=FigureEntry(Decimal(1234), 0))
    second = world.actor("servant_a")
    with pytest.raises(Conflict) as refusal:
        save_figure(actor=second, report_id=report.pk, code="ho", entry=FigureEntry(Decimal(7), 0))
    assert "Ngô Văn Thử A vừa ghi số này là 1.234" in refusal.value.message
    # The same number twice is no conflict.
    save_figure(actor=second, report_id=report.pk, code="ho", entry=FigureEntry(Decimal(1234), 0))


def test_a_text_goes_on_in_one_version_while_its_author_types(world: World, report: UnitReport) -> None:
    assert write(world, report, "office_a", "Đã", 0)
    assert write(world, report, "office_a", "Đã xong", 1)
    assert write(world, report, "servant_a", "Đã xong hết", 2)
    assert write(world, report, "office_a", "Đã xong hết rồi", 3)
    versions = section(report).versions.order_by("number")
    assert [(one.text, one.by_name) for one in versions] == [
        ("Đã xong", "Ngô Văn Thử A"), ("Đã xong hết", "Bùi Thị Mẫu A"), ("Đã xong hết rồi", "Ngô Văn Thử A"),
    ]  # fmt: skip
    assert AuditEvent.objects.filter(code="periodic_reports.report.edited").count() == 3


def test_texts_are_kept_composed_and_without_windows_line_ends(world: World, report: UnitReport) -> None:
    typed = unicodedata.normalize("NFD", "Hỗ trợ hộ nghèo\r\nxã Thử  ")
    write(world, report, "office_a", typed, 0)
    assert section(report).text == "Hỗ trợ hộ nghèo\nxã Thử"
    assert write(world, report, "office_a", typed, 0), "what is there already is no change, whatever was read before"


def test_a_text_that_comes_too_late_is_kept_aside_and_settled_by_a_person(world: World, report: UnitReport) -> None:
    assert write(world, report, "office_a", "Bản của văn phòng", 0)
    assert not write(world, report, "servant_a", "Bản của công chức", 0)
    assert not write(world, report, "servant_a", "Bản của công chức, viết tiếp", 0)
    held = section(report)
    assert held.text == "Bản của văn phòng"
    (aside,) = held.versions.filter(is_aside=True)
    assert (aside.text, aside.by_name) == ("Bản của công chức, viết tiếp", "Bùi Thị Mẫu A")
    settle_aside(actor=world.actor("office_a"), report_id=report.pk, version_id=aside.pk, use=True)
    held.refresh_from_db()
    assert held.text == "Bản của công chức, viết tiếp"
    assert [one.text for one in held.versions.filter(is_aside=False).order_by("number")] == [
        "Bản của văn phòng", "Bản của công chức, viết tiếp",
    ]  # fmt: skip
    with pytest.raises(NotVisible):
        settle_aside(actor=world.actor("office_a"), report_id=report.pk, version_id=aside.pk, use=True)


def test_an_aside_that_is_not_wanted_stays_on_record(world: World, report: UnitReport) -> None:
    write(world, report, "office_a", "Bản của văn phòng", 0)
    write(world, report, "servant_a", "Bản của công chức", 0)
    aside = TextVersion.objects.get(is_aside=True)
    settle_aside(actor=world.actor("office_a"), report_id=report.pk, version_id=aside.pk, use=False)
    aside.refresh_from_db()
    assert aside.settled_at is not None
    assert aside.text == "Bản của công chức"
    assert section(report).text == "Bản của văn phòng"


def test_a_text_that_is_too_long_is_refused_and_nothing_is_cut(world: World, report: UnitReport) -> None:
    with pytest.raises(DomainError) as refusal:
        write(world, report, "office_a", "x" * 20_001, 0)
    assert refusal.value.field == "text"
    assert section(report).text == ""


def test_only_the_units_people_fill_its_report(world: World, report: UnitReport) -> None:
    refusals = {
        "head": NotAllowed, "clerk": NotAllowed, "inspector": NotAllowed, "office_b": NotVisible,
        "party_a": NotVisible, "snv_servant": NotVisible, "outsider": NotVisible, "admin": NotVisible,
    }  # fmt: skip
    for persona, kind in refusals.items():
        with pytest.raises(kind):
            write(world, report, persona, "Của người khác", 0)
        with pytest.raises(kind):
            type_figure(world, report, persona, "ho", 1)
        with pytest.raises(kind):
            refresh_figures(actor=world.actor(persona), report_id=report.pk)
    assert section(report).text == ""


def test_the_office_keeps_the_report_of_a_unit_without_accounts(world: World) -> None:
    report = report_of(make_round(world, units="stc"), world, "stc")
    assert report.is_kept
    assert write(world, report, "head", "Nhập thay", 0)
    with pytest.raises(NotAllowed):
        write(world, report, "clerk", "Nhập thay", 1)


def sent_by_both(world: World) -> tuple[UnitReport, UnitReport, UnitReport]:
    with_chairs(world)
    this_round = make_round(world)
    a, b = report_of(this_round, world), report_of(this_round, world, "ubnd_b")
    fill(world, a, "office_a", households=10, of=40)
    fill(world, b, "office_b", households=5, of=10)
    send(world, a, "office_a", "chair_a")
    send(world, b, "office_b", "chair_b")
    return report_of(this_round, world, "ubnd"), a, b


def test_the_joint_report_adds_up_and_keeps_every_source(world: World) -> None:
    joint, a, b = sent_by_both(world)
    refresh_figures(actor=world.actor("head"), report_id=joint.pk)
    ho, ratio = figure(joint, "ho"), figure(joint, "ty-le")
    assert (ho.value, ho.origin, ho.counted) == (15, "rolled_up", 2)
    parts = [(one["unit_code"], one["value"], one["number"]) for one in ho.basis]
    assert parts == [("XB.UBND", "5", 1), ("XA.UBND", "10", 1)]
    assert (ratio.value, ratio.numerator, ratio.denominator) == (30, 15, 50)
    assert (figure(joint, "muc-do").value, figure(joint, "muc-do").counted) == (None, 0)
    joint.refresh_from_db()
    assert sorted(joint.rolled_from) == sorted([[str(a.pk), 1], [str(b.pk), 1]])


def test_a_changed_total_moves_the_ratio_and_survives_the_next_roll_up(world: World) -> None:
    joint, _a, _b = sent_by_both(world)
    head = world.actor("head")
    refresh_figures(actor=head, report_id=joint.pk)
    type_figure(world, joint, "head", "ho", 25, "Thêm số của ngành")
    assert figure(joint, "ty-le").value == 50
    refresh_figures(actor=head, report_id=joint.pk)
    ho, ratio = figure(joint, "ho"), figure(joint, "ty-le")
    assert (ho.value, ho.system_value, ho.origin) == (25, 15, "changed")
    assert (ratio.value, ratio.numerator) == (50, 25)


def test_what_a_unit_wrote_is_taken_under_its_name_and_noted(world: World) -> None:
    joint, a, b = sent_by_both(world)
    clerk = world.actor("clerk")
    save_text(actor=clerk, report_id=joint.pk, code="ket-qua", text="Toàn tỉnh:", edits=0)
    held = take_source(actor=clerk, report_id=joint.pk, code="ket-qua", source_id=a.pk)
    assert held.text == f"Toàn tỉnh:\n\n{a.unit.name}: Kết quả của {a.unit.name}"
    assert [(one.source_id, one.sent_number) for one in TakenSource.objects.all()] == [(a.pk, 1)]
    with pytest.raises(NotVisible):
        take_source(actor=clerk, report_id=joint.pk, code="de-xuat", source_id=b.pk)
    with pytest.raises(NotAllowed):
        take_source(actor=world.actor("inspector"), report_id=joint.pk, code="ket-qua", source_id=b.pk)


def test_the_night_refreshes_running_rounds_only(world: World, report: UnitReport) -> None:
    over = report_of(make_round_of_the_past(world), world)
    make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    assert refresh_running_rounds() == 2
    assert figure(report, "duoc-giao").value == 1
    assert figure(over, "duoc-giao").value == 0
    assert refresh_running_rounds() == 2


def make_round_of_the_past(world: World) -> object:
    return make_round(world, ended=40)


def test_the_joint_report_is_rolled_up_by_itself_once(world: World) -> None:
    joint, _a, _b = sent_by_both(world)
    assert roll_up_if_open(joint.pk)
    assert not roll_up_if_open(joint.pk)
    assert figure(joint, "ho").value == 15
    UnitReport.objects.filter(pk=joint.pk).update(state="with_head", rolled_from=[])
    assert not roll_up_if_open(joint.pk)


@pytest.mark.django_db(transaction=True)
def test_of_two_that_write_a_section_at_once_neither_is_lost(committed_world: World) -> None:
    world = committed_world
    report = report_of(make_round(world), world)
    outcomes = at_once(
        lambda: write(world, report, "office_a", "Bản của văn phòng", 0),
        lambda: write(world, report, "servant_a", "Bản của công chức", 0),
    )
    assert outcomes == ["ok", "ok"]
    texts = set(TextVersion.objects.values_list("text", flat=True))
    assert texts == {"Bản của văn phòng", "Bản của công chức"}
    assert TextVersion.objects.filter(is_aside=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_that_type_one_figure_at_once_one_is_told(committed_world: World) -> None:
    world = committed_world
    report = report_of(make_round(world), world)

    def act(persona: str, number: int) -> FigureValue:
        entry = FigureEntry(Decimal(number), 0)
        return save_figure(actor=world.actor(persona), report_id=report.pk, code="ho", entry=entry)

    assert at_once(lambda: act("office_a", 1), lambda: act("servant_a", 2)) == ["figure-changed", "ok"]
