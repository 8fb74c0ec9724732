"""Digests and the outbox, against a mail server that takes, one that refuses, and one that is not there."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from tests.factories.assignments import days_from, make_assignment
from tests.factories.at_once import at_once
from tests.factories.smtp import Mailbox, dead_port, mail_server
from tests.personas import World

from sauro.common.clock import VIETNAM, now, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError
from sauro.notices.digest_days import latest_digest_day, quiet_until
from sauro.notices.enums import DigestRhythm, NoticeKind
from sauro.notices.models import MailPreference, Notice, OutgoingMail
from sauro.notices.services.digests import Wish, make_digests, set_mail_preference
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.services.sending import send_due_mail, wait_before

WORDING = "Lập danh mục các trạm bơm"


def use(settings: Settings, port: int) -> None:
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_SECURITY = "127.0.0.1", port, "none"
    settings.PUBLIC_URL = "https://sauro.example.vn"


def tell(world: World, persona: str = "office_a", *, unit: str = "ubnd_a", key: str = "một") -> Notice:
    body = world.units[unit]
    giver = world.units["tu"] if body.domain == Domain.PARTY else world.units["ubnd"]
    row = make_assignment(giver, body, wording=WORDING, due_on=days_from(today(), 2))
    users = frozenset({world.users[persona].pk})
    make_notices([Occasion(NoticeKind.GIVEN, key, users, assignment=row)])
    return Notice.objects.get(assignment=row)


def want(world: World, persona: str = "office_a", **columns: Any) -> MailPreference:
    """A wish whose digest of yesterday was the last one made."""
    held = {"address": "mau@example.vn", "rhythm": DigestRhythm.DAILY, "hour": 0, "last_digest_on": None}
    return MailPreference.objects.create(user=world.users[persona], **{**held, **columns})


def mail_of(world: World, **columns: Any) -> OutgoingMail:
    held = {"key": "thư", "address": "mau@example.vn", "subject": "Sáu Rõ", "body": "NV", "created_at": now()}
    return OutgoingMail.objects.create(user=world.users["office_a"], next_try_at=now(), **{**held, **columns})


def sent_text(server: Mailbox) -> str:
    (message,) = server.received
    return f"{message['Subject']}\n{message.get_content()}"


def test_digest_arrives_with_code_count_day_and_link_and_no_word_of_the_work(world: World, settings: Settings) -> None:
    notice = tell(world)
    want(world)
    with mail_server() as server:
        use(settings, server.port)
        assert (make_digests(), send_due_mail()) == (1, 1)
        assert (make_digests(), send_due_mail()) == (0, 0)
        text = sent_text(server)
    assert server.received[0]["To"] == "mau@example.vn"
    assert "1 thông báo chưa đọc" in text
    assert f"{notice.code}  hạn {notice.due_on:%d/%m/%Y}  https://sauro.example.vn/nhiem-vu/" in text
    for word in ("trạm bơm", "Ủy ban", "Ngô Văn", "Công văn"):
        assert word not in text


def test_nothing_of_the_party_leaves(world: World, settings: Settings) -> None:
    tell(world, "party_a", unit="du_a")
    want(world, "party_a")
    use(settings, dead_port())
    assert make_digests() == 0
    assert not OutgoingMail.objects.exists()


def test_what_was_read_or_mailed_or_is_no_longer_visible_is_not_in_the_digest(world: World, settings: Settings) -> None:
    use(settings, dead_port())
    Notice.objects.filter(pk=tell(world, key="đọc").pk).update(read_at=now())
    Notice.objects.filter(pk=tell(world, key="gửi").pk).update(mailed_at=now())
    tell(world, unit="ubnd_b", key="không thấy")
    want(world)
    assert make_digests() == 0


def test_dead_server_delays_and_loses_nothing(world: World, settings: Settings) -> None:
    first, second = mail_of(world, key="1"), mail_of(world, key="2")
    use(settings, dead_port())
    assert send_due_mail() == 0
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.attempts, first.sent_at, first.fault) == (1, None, "ConnectionRefusedError")
    assert first.next_try_at > now()
    assert second.attempts == 0, "the round ends at a server that is not there"
    OutgoingMail.objects.update(next_try_at=now())
    with mail_server() as server:
        use(settings, server.port)
        assert send_due_mail() == 2
    assert len(server.received) == 2
    assert not OutgoingMail.objects.filter(sent_at__isnull=True).exists()


@pytest.mark.parametrize("refusal", ["450 4.2.1 try later", "550 5.1.1 no such box"])
def test_refused_mail_waits_and_the_others_go_on(world: World, settings: Settings, refusal: str) -> None:
    mail_of(world, key="1")
    mail_of(world, key="2")
    with mail_server(refusal) as server:
        use(settings, server.port)
        assert send_due_mail() == 0
    assert server.received == []
    assert set(OutgoingMail.objects.values_list("attempts", "fault")) == {(1, f"SMTPRecipientsRefused {refusal[:3]}")}


def test_tries_come_further_and_further_apart() -> None:
    waits = [wait_before(attempt) for attempt in range(1, 30)]
    assert waits[:4] == [dt.timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert waits == sorted(waits)
    assert waits[-1] == dt.timedelta(hours=6)


def test_nothing_is_sent_in_quiet_hours(world: World, settings: Settings) -> None:
    here = now().astimezone(VIETNAM)
    begins, ends = (here - dt.timedelta(hours=1)).time(), (here + dt.timedelta(hours=1)).time()
    want(world, quiet_from=begins, quiet_until=ends)
    mail = mail_of(world)
    with mail_server() as server:
        use(settings, server.port)
        assert send_due_mail() == 0
    assert server.received == []
    mail.refresh_from_db()
    assert (mail.attempts, mail.sent_at) == (0, None)
    assert mail.next_try_at.astimezone(VIETNAM).time().replace(second=0) == ends.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("clock", "end"),
    [("21:59", None), ("22:00", "26 06:00"), ("23:30", "26 06:00"), ("00:10", "25 06:00"), ("06:00", None)],
)
def test_quiet_hours_may_go_over_midnight(clock: str, end: str | None) -> None:
    wish = MailPreference(quiet_from=dt.time(22), quiet_until=dt.time(6))
    hour, minute = (int(part) for part in clock.split(":"))
    found = quiet_until(wish, dt.datetime(2026, 11, 25, hour, minute, tzinfo=VIETNAM))
    assert (f"{found:%d %H:%M}" if found else None) == end


@pytest.mark.parametrize(
    ("rhythm", "weekday", "hour", "day"),
    [
        (DigestRhythm.OFF, 0, 7, None),
        (DigestRhythm.DAILY, 0, 7, dt.date(2026, 11, 25)),
        (DigestRhythm.DAILY, 0, 15, dt.date(2026, 11, 24)),
        (DigestRhythm.WEEKLY, 2, 7, dt.date(2026, 11, 25)),
        (DigestRhythm.WEEKLY, 2, 15, dt.date(2026, 11, 18)),
        (DigestRhythm.WEEKLY, 3, 7, dt.date(2026, 11, 19)),
    ],
)
def test_latest_digest_is_that_of_the_last_day_and_hour_wanted(
    rhythm: DigestRhythm, weekday: int, hour: int, day: dt.date | None
) -> None:
    wish = MailPreference(rhythm=rhythm, weekday=weekday, hour=hour)
    assert latest_digest_day(wish, dt.datetime(2026, 11, 25, 10, 0, tzinfo=VIETNAM)) == day


def test_without_a_mail_server_nothing_is_put_into_the_outbox(world: World) -> None:
    tell(world)
    want(world)
    assert (make_digests(), send_due_mail(), OutgoingMail.objects.count()) == (0, 0, 0)


def test_first_digest_after_the_choice_is_the_next_one(world: World, settings: Settings) -> None:
    use(settings, dead_port())
    tell(world)
    wish = Wish("mau@example.vn", DigestRhythm.DAILY, hour=0)
    set_mail_preference(actor=world.actor("office_a"), wish=wish)
    assert make_digests() == 0
    with pytest.raises(DomainError) as caught:
        set_mail_preference(actor=world.actor("office_a"), wish=Wish("", DigestRhythm.WEEKLY))
    assert caught.value.field == "address"


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_a_digest_once_and_send_a_mail_once(committed_world: World, settings: Settings) -> None:
    tell(committed_world)
    want(committed_world)
    with mail_server() as server:
        use(settings, server.port)
        at_once(make_digests, make_digests)
        assert OutgoingMail.objects.count() == 1
        at_once(send_due_mail, send_due_mail)
    assert len(server.received) == 1
