"""The pages of the rules."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from tests.conftest import SignedIn
from tests.personas import World

from sauro.checking.models import RuleSwitch


def test_rules_are_read_and_switched(world: World, signed_in: SignedIn) -> None:
    world.users["admin"].totp_confirmed_at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    world.users["admin"].save()
    admin = signed_in("admin")
    assert "SL001" in admin.get(reverse("rule-list")).content.decode()
    address = reverse("rule-switch", args=["SL001"])
    refused = admin.post(address, {"off": "1", "reason": ""})
    assert refused.status_code == 422
    page = admin.post(address, {"off": "1", "reason": "Báo nhầm"}, follow=True).content.decode()
    assert "đã tắt tại đây" in page
    assert "Báo nhầm" in page
    again = admin.post(address, {"off": "1", "reason": "Lần nữa"})
    assert again.status_code == 422
    assert "Quy tắc đã ở trạng thái này" in again.content.decode()


def test_others_read_and_may_not_switch(signed_in: SignedIn) -> None:
    clerk = signed_in("clerk")
    page = clerk.get(reverse("rule-detail", args=["TG001"])).content.decode()
    assert "Kiểm tra gì" in page
    assert "bat-tat" not in page
    assert clerk.post(reverse("rule-switch", args=["TG001"]), {"off": "1", "reason": "x"}).status_code == 403
    assert clerk.post(reverse("rule-switch", args=["TG001"]), {"off": "1"}).status_code == 403
    assert not RuleSwitch.objects.exists()


def test_unknown_rule_is_not_found(signed_in: SignedIn) -> None:
    assert signed_in("clerk").get(reverse("rule-detail", args=["SL999"])).status_code == 404
