"""Targets in the register: defined, divided, recorded, added up, and seen by those concerned alone."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import normalize

import pytest
from tests.factories.at_once import at_once
from tests.factories.targets import HOUSES, POOR, give, make_share, record
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice
from sauro.targets.models import Ask, Indicator, Share, YearLine
from sauro.targets.policies import share_policy
from sauro.targets.rules import AddUp, Amount
from sauro.targets.selectors.asked import asked_of
from sauro.targets.selectors.register import get_share_page, visible_lines
from sauro.targets.services.actuals import Evidence, cancel_actual, record_actual
from sauro.targets.services.indicators import IndicatorFields, change_indicator, define_indicator
from sauro.targets.services.lines import PathEntry, set_path
from sauro.targets.services.settling import settle
from sauro.targets.services.shares import give_share

YEAR = today().year


def line_of(share: Share, year: int = YEAR) -> YearLine:
    return YearLine.objects.get(share=share, year=year)


def test_the_same_indicator_is_defined_once_whatever_form_its_letters_take(world: World) -> None:
    share = make_share(world)
    again = IndicatorFields(normalize("NFD", HOUSES.name.upper()), "Căn")
    with pytest.raises(Conflict, match=share.indicator.code):
        define_indicator(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, fields=again)
    assert make_share(world, HOUSES, persona="office_a", unit="ubnd_a").indicator.code != share.indicator.code


def test_ratio_needs_its_parts_and_people_need_the_right(world: World) -> None:
    blank = IndicatorFields("Tỷ lệ hộ nghèo", "%", rule=AddUp.RATIO)
    with pytest.raises(DomainError, match="tử số"):
        make_share(world, blank)
    for persona in ("office_a", "snv_servant", "party_clerk", "inspector"):
        with pytest.raises(NotAllowed):
            make_share(world, persona=persona)
    elsewhere = IndicatorFields("Số lớp học", "lớp", responsible_unit_id=world.units["pkt_b"].pk)
    with pytest.raises(DomainError, match="địa bàn"):
        make_share(world, elsewhere, persona="office_a", unit="ubnd_a")
    across = IndicatorFields("Số lớp học", "lớp", responsible_unit_id=world.units["tu"].pk)
    with pytest.raises(DomainError, match="khối khác"):
        make_share(world, across)


def test_divided_recorded_and_added_up(world: World) -> None:
    whole = make_share(world, path={YEAR: 100})
    part_a, part_b = (give(world, whole, f"ubnd_{letter}", {YEAR: 40}) for letter in "ab")
    give(world, whole, "snv", {YEAR: 100})
    record(world, part_a, "servant_a", 30)
    line = line_of(whole)
    assert (line.actual, line.counted, line.parts, line.is_summed) == (30, 1, 2, True)
    record(world, part_b, "servant_b", 45)
    assert line_of(whole).actual == 75
    assert line_of(whole).progress == 75
    local, bodies = get_share_page(world.actor("head"), whole.pk).cuts
    assert [(one.remainder, one.given.counted) for one in local.years] == [(20, 2)]
    assert [one.remainder for one in bodies.years] == [0]
    record(world, whole, "clerk", 70)  # what the province itself publishes goes before the sum
    assert (line_of(whole).actual, line_of(whole).is_summed) == (70, False)


def test_ratios_of_communes_are_added_by_their_parts(world: World) -> None:
    whole = make_share(world, POOR)
    for letter, figures in (("a", (9, 10)), ("b", (100, 1000))):
        record(world, give(world, whole, f"ubnd_{letter}", {YEAR: 5}), f"servant_{letter}", *figures)
    line = line_of(whole)
    assert (line.actual, line.actual_numerator, line.actual_denominator) == (Decimal("10.792079"), 109, 1010)
    assert get_share_page(world.actor("head"), whole.pk).cuts[0].years[0].remainder is None
    with pytest.raises(DomainError, match="tử số và mẫu số"):
        record(world, whole, "clerk", 12)


def test_only_those_concerned_see_a_part(world: World) -> None:
    whole = make_share(world, path={YEAR: 100})
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    give(world, whole, "ubnd_b", {YEAR: 60})
    seen = {name for name in world.users if visible_lines(world.actor(name)).filter(share=part).exists()}
    assert seen == {"office_a", "servant_a", "head", "chair", "clerk", "inspector"}
    with pytest.raises(NotVisible):
        get_share_page(world.actor("office_a"), whole.pk)
    assert [one.share_id for one in asked_of(world.actor("office_a"), world.units["ubnd_a"].pk)] == [part.pk]
    assert asked_of(world.actor("office_b"), world.units["ubnd_a"].pk) == []
    assert not share_policy.visible(world.actor("party_a")).exists()


def test_body_that_answers_for_an_indicator_sees_all_its_parts(world: World) -> None:
    fields = IndicatorFields(HOUSES.name, "căn", responsible_unit_id=world.units["snv"].pk)
    whole = make_share(world, fields)
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    assert set(share_policy.visible(world.actor("snv_head"))) == {whole, part}
    assert not share_policy.can(world.actor("snv_head"), "decide", whole)


def test_figures_need_evidence_and_wrong_ones_are_cancelled_with_a_reason(world: World) -> None:
    share = make_share(world, persona="office_a", unit="ubnd_a", path={YEAR: 10})
    actor = world.actor("servant_a")
    with pytest.raises(DomainError, match="căn cứ"):
        record_actual(actor=actor, share_id=share.pk, as_of=today(), amount=Amount(Decimal(3)), evidence=Evidence())
    with pytest.raises(DomainError, match="https"):
        record_actual(
            actor=actor, share_id=share.pk, as_of=today(), amount=Amount(Decimal(3)),
            evidence=Evidence(link="javascript:alert(1)"),
        )  # fmt: skip
    record(world, share, "servant_a", 3)
    record(world, share, "servant_a", 99)
    wrong = share.actuals.get(value=99)
    with pytest.raises(DomainError, match="vì sao"):
        cancel_actual(actor=actor, actual_id=wrong.pk, reason=" ")
    cancel_actual(actor=actor, actual_id=wrong.pk, reason="Nhập nhầm")
    assert line_of(share).actual == 3
    with pytest.raises(Conflict):
        cancel_actual(actor=actor, actual_id=wrong.pk, reason="Lần nữa")
    with pytest.raises(Conflict, match="đã có số thực hiện"):
        change_indicator(
            actor=world.actor("office_a"), indicator_id=share.indicator_id, fields=IndicatorFields(HOUSES.name, "hộ")
        )


def test_what_is_asked_may_be_exceeded_but_not_lowered_without_a_decision(world: World) -> None:
    part = give(world, make_share(world), "ubnd_a", {YEAR: 40})
    actor = world.actor("office_a")

    def path(value: int | None) -> None:
        amount = Amount(None if value is None else Decimal(value))
        set_path(actor=actor, share_id=part.pk, baseline_year=None, baseline=None, entries=[PathEntry(YEAR, amount)])

    path(45)
    assert line_of(part).target == 45
    for lower in (39, None):
        with pytest.raises(Conflict, match="thống nhất"):
            path(lower)
    assert AuditEvent.objects.filter(code="targets.line.path_set", object_id=part.pk).count() == 1


def test_shares_go_to_units_below_alone(world: World) -> None:
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    for unit in ("tu", "province", "ubnd"):
        with pytest.raises(DomainError):
            give(world, whole, unit, {YEAR: 1})
    office = world.actor("office_a")
    with pytest.raises(DomainError, match="địa bàn"):
        give_share(actor=office, share_id=part.pk, unit_id=world.units["pkt_b"].pk, values={YEAR: Amount(Decimal(1))})
    below = give_share(
        actor=office, share_id=part.pk, unit_id=world.units["pkt_a"].pk, values={YEAR: Amount(Decimal(9))}
    )
    assert (below.parent_id, line_of(below).target) == (part.pk, 9)
    with pytest.raises(DomainError, match="cơ quan khác"):
        give(world, whole, "pkt_a", {YEAR: 1})


def test_given_value_that_differs_waits_for_the_unit(world: World) -> None:
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    give(world, whole, "ubnd_a", {YEAR: 50})
    assert line_of(part).target == 50  # nobody else asks: the unit follows what it is given
    office = world.actor("office_a")
    set_path(
        actor=office,
        share_id=part.pk,
        baseline_year=None,
        baseline=None,
        entries=[PathEntry(YEAR, Amount(Decimal(60)))],
    )
    give(world, whole, "ubnd_a", {YEAR: 70})
    line = line_of(part)
    assert line.target == 60
    ask = Ask.objects.get(share=part, state="open")
    with pytest.raises(DomainError, match="lý do"):
        settle(actor=office, line_id=line.pk, chosen_id=ask.pk, reason="")
    kept = settle(actor=office, line_id=line.pk, chosen_id=None, reason="Đất chưa thu hồi xong")
    assert (kept.is_weaker, line_of(part).target) == (True, 60)
    assert Ask.objects.get(pk=ask.pk).reason == "Đất chưa thu hồi xong"
    with pytest.raises(Conflict):
        settle(actor=office, line_id=line.pk, chosen_id=ask.pk, reason="Lần nữa")


def test_two_people_define_one_indicator_at_once(committed_world: World) -> None:
    world = committed_world

    def define() -> None:
        define_indicator(actor=world.actor("head"), unit_id=world.units["ubnd"].pk, fields=HOUSES)

    assert at_once(define, define) == ["known", "ok"]
    assert Indicator.objects.count() == 1


def told(world: World, share: Share) -> set[tuple[str, str]]:
    rows = Notice.objects.filter(subject_kind="target", subject_id=share.pk).select_related("user")
    return {(row.kind, name) for row in rows for name, user in world.users.items() if user == row.user}


def test_unit_is_told_of_a_target_given_and_of_each_change_and_its_neighbour_is_not(world: World) -> None:
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    assert told(world, part) == {("target_given", "office_a"), ("target_given", "servant_a")}
    give(world, whole, "ubnd_a", {YEAR: 45})
    assert ("target_changed", "servant_a") in told(world, part)
    assert not Notice.objects.filter(user=world.users["office_b"]).exists()


def test_forecast_of_a_ratio_is_worked_out_from_its_parts(world: World) -> None:
    whole = make_share(world, POOR)
    forecast = Amount(None, Decimal(30), Decimal(1200))
    entry = PathEntry(YEAR, Amount(Decimal(3)), forecast)
    set_path(actor=world.actor("head"), share_id=whole.pk, baseline_year=None, baseline=None, entries=[entry])
    line = line_of(whole)
    assert (line.forecast, line.forecast_numerator, line.forecast_denominator) == (Decimal("2.5"), 30, 1200)
    wrong = PathEntry(YEAR, Amount(Decimal(3)), Amount(Decimal(4), Decimal(30), Decimal(1200)))
    with pytest.raises(DomainError, match="cho ra 2,5"):
        set_path(actor=world.actor("head"), share_id=whole.pk, baseline_year=None, baseline=None, entries=[wrong])


def test_two_figures_at_once_are_both_kept_and_the_total_is_right(committed_world: World) -> None:
    world = committed_world
    whole = make_share(world, path={YEAR: 100})
    parts = {letter: give(world, whole, f"ubnd_{letter}", {YEAR: 40}) for letter in "ab"}

    def enter(letter: str) -> None:
        record(world, parts[letter], f"servant_{letter}", 20)

    assert at_once(lambda: enter("a"), lambda: enter("b")) == ["ok", "ok"]
    assert (line_of(whole).actual, line_of(whole).counted) == (40, 2)


def test_a_conflict_is_settled_once(committed_world: World) -> None:
    world = committed_world
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {YEAR: 40})
    Ask.objects.create(
        share=part, year=YEAR, kind="document", value=Decimal(60), source_text="Kế hoạch 14/KH-UBND", taken_at=now(),
        taken_by_name="Bùi Thị Mẫu A",
    )  # fmt: skip
    line = line_of(part)
    chosen = {ask.value: ask.pk for ask in part.asks.all()}

    def choose(value: int) -> object:
        return settle(actor=world.actor("office_a"), line_id=line.pk, chosen_id=chosen[Decimal(value)], reason="Chọn")

    assert at_once(lambda: choose(40), lambda: choose(60)) == ["ok", "settled"]
    line.refresh_from_db()
    states = dict(part.asks.values_list("value", "state"))
    assert [value for value, state in states.items() if state == "adopted"] == [line.target]
    assert line.settlements.count() == 1
