"""Switching rules: who may, that it leaves a reason, and that two people do not switch twice."""

from __future__ import annotations

import pytest
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.checking.selectors.rules import find_rule, rule_families, rules_switched_off
from sauro.checking.services.switching import switch_rule
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from vanban.check.registry import RULES


def test_rule_is_switched_off_and_on_with_reasons(world: World) -> None:
    admin = world.actor("admin")
    switch_rule(actor=admin, code="SL001", is_off=True, reason="Báo nhầm với số nhà")
    assert rules_switched_off() == ("SL001",)
    shown = find_rule("SL001")
    assert shown is not None
    assert shown.is_off
    with pytest.raises(Conflict):
        switch_rule(actor=admin, code="SL001", is_off=True, reason="Lần nữa")
    switch_rule(actor=admin, code="SL001", is_off=False, reason="Đã sửa quy tắc")
    assert rules_switched_off() == ()
    codes = AuditEvent.objects.filter(object_text="SL001").order_by("sequence").values_list("code", "reason")
    assert list(codes) == [
        ("checking.rule.switched_off", "Báo nhầm với số nhà"),
        ("checking.rule.switched_on", "Đã sửa quy tắc"),
    ]


def test_only_administrators_switch_and_never_without_a_reason(world: World) -> None:
    for persona in ("head", "clerk", "outsider"):
        with pytest.raises(NotAllowed):
            switch_rule(actor=world.actor(persona), code="SL001", is_off=True, reason="x")
    with pytest.raises(DomainError) as refused:
        switch_rule(actor=world.actor("admin"), code="SL001", is_off=True, reason=" ")
    assert refused.value.field == "reason"
    with pytest.raises(NotVisible):
        switch_rule(actor=world.actor("admin"), code="SL999", is_off=True, reason="x")
    assert rules_switched_off() == ()


def test_every_rule_is_listed_and_explains_itself(world: World) -> None:
    listed = [shown for family in rule_families() for shown in family.rules]
    assert sorted(shown.rule.code for shown in listed) == [rule.code for rule in RULES]
    assert all(shown.explanation.summary and shown.severity and shown.scope for shown in listed)


@pytest.mark.django_db(transaction=True)
def test_of_two_switching_at_once_one_is_told(committed_world: World) -> None:
    admin = committed_world.actor("admin")
    switch_rule(actor=admin, code="SL001", is_off=True, reason="a")
    act = lambda: switch_rule(actor=admin, code="SL001", is_off=False, reason="b")  # noqa: E731 - two equal acts
    assert at_once(act, act) == ["ok", "switched-already"]
