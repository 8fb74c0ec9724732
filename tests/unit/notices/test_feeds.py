"""Calendar feeds: valid by RFC 5545, for whoever has the address and while it is not revoked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotVisible
from sauro.notices.icalendar import DayEntry, calendar_of
from sauro.notices.models import CalendarFeed
from sauro.notices.services.feeds import create_feed, revoke_feed, use_feed
from sauro.tasks.models import Assignment


def work(world: World, unit: str = "ubnd_a", **columns: object) -> Assignment:
    giver = world.units["tu" if unit == "du_a" else "ubnd"]
    held = {"state": "accepted", "due_on": days_from(today(), 4), "wording": "Lập danh mục trạm bơm"}
    return make_assignment(giver, world.units[unit], **{**held, **columns})


def read(feed: CalendarFeed, secret: str) -> tuple[int, str]:
    answer = Client().get(reverse("feed-read", args=[feed.pk, secret]))
    return answer.status_code, answer.content.decode()


def parsed(calendar: bytes) -> list[dict[str, str]]:
    """Read a calendar strictly, and return the properties of its events."""
    assert calendar.endswith(b"\r\n")
    physical = calendar.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    logical: list[str] = []
    for line in physical:
        text = line.decode()
        if text.startswith(" "):
            logical[-1] += text[1:]
        else:
            logical.append(text)
    assert logical[0] == "BEGIN:VCALENDAR"
    assert logical[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0"} <= set(logical)
    assert sum(line.startswith("PRODID:") for line in logical) == 1
    events: list[dict[str, str]] = []
    inside = False
    for line in logical[1:-1]:
        if line == "BEGIN:VEVENT":
            assert not inside
            inside = True
            events.append({})
        elif line == "END:VEVENT":
            inside = False
            assert {"UID", "DTSTAMP", "DTSTART"} <= set(events[-1])
        elif inside:
            name, _, value = line.partition(":")
            assert name.split(";")[0] not in events[-1]
            events[-1][name.split(";")[0]] = value
    assert not inside
    return events


def test_calendar_is_folded_between_characters_and_escaped() -> None:
    summary = "NV-1; hạn, " + "ễ" * 60 + "\\ hết\ndòng"
    stamp = dt.datetime(2026, 11, 26, 1, 2, 3, tzinfo=dt.UTC)
    entry = DayEntry("a@sauro.invalid", dt.date(2026, 12, 31), summary, "https://sauro.example.vn/nhiem-vu/1/")
    (event,) = parsed(calendar_of("Sáu Rõ", [entry], stamp=stamp))
    assert event["SUMMARY"] == "NV-1\\; hạn\\, " + "ễ" * 60 + "\\\\ hết\\ndòng"
    assert (event["DTSTART"], event["DTEND"], event["DTSTAMP"]) == ("20261231", "20270101", "20261126T010203Z")


def test_own_feed_shows_codes_and_days_that_count_and_no_word(world: World) -> None:
    mine = work(world, person=post_of("Bùi Thị Mẫu A"), held_days=2)
    work(world)
    work(world, person=post_of("Bùi Thị Mẫu A"), state="confirmed")
    feed, secret = create_feed(actor=world.actor("servant_a"))
    status, text = read(feed, secret)
    assert status == 200
    (event,) = parsed(text.encode())
    assert event["SUMMARY"] == f"{mine.code} đến hạn"
    assert event["DTSTART"] == f"{days_from(today(), 6):%Y%m%d}"
    assert "trạm bơm" not in text
    assert secret not in str(CalendarFeed.objects.values())


def test_unit_feed_follows_the_rights_of_its_owner_of_the_day(world: World) -> None:
    row = work(world)
    unit = world.units["ubnd_a"]
    feed, secret = create_feed(actor=world.actor("office_a"), unit_id=unit.pk)
    assert row.code in read(feed, secret)[1]
    Grant.objects.filter(user=world.users["office_a"]).delete()
    assert parsed(read(feed, secret)[1].encode()) == []
    world.users["office_a"].is_active = False
    world.users["office_a"].save()
    assert read(feed, secret)[0] == 404


def test_unit_of_another_and_of_the_party_has_no_feed(world: World) -> None:
    with pytest.raises(DomainError) as caught:
        create_feed(actor=world.actor("office_b"), unit_id=world.units["ubnd_a"].pk)
    assert caught.value.code == "unit-unknown"
    with pytest.raises(DomainError) as caught:
        create_feed(actor=world.actor("party_a"), unit_id=world.units["du_a"].pk)
    assert caught.value.code == "party"


def test_nothing_of_the_party_is_in_an_own_feed(world: World) -> None:
    work(world, "du_a", person=post_of("Đặng Văn Mẫu"))
    feed, secret = create_feed(actor=world.actor("party_a"))
    assert parsed(read(feed, secret)[1].encode()) == []


def test_wrong_and_revoked_addresses_lead_nowhere(world: World) -> None:
    feed, secret = create_feed(actor=world.actor("servant_a"))
    other, _secret = create_feed(actor=world.actor("servant_b"))
    assert use_feed(feed.pk, secret).pk == feed.pk
    assert read(feed, secret + "x")[0] == 404
    assert read(other, secret)[0] == 404
    with pytest.raises(NotVisible):
        revoke_feed(actor=world.actor("servant_b"), feed_id=feed.pk)
    revoke_feed(actor=world.actor("servant_a"), feed_id=feed.pk)
    assert read(feed, secret)[0] == 404
    with pytest.raises(DomainError):
        revoke_feed(actor=world.actor("servant_a"), feed_id=feed.pk)
