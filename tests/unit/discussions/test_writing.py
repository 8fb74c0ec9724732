"""Comments: said to both sides or to one, corrected for a while, taken back with a trace, and counted for the light."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from django.test import override_settings
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.discussions.enums import Side
from sauro.discussions.models import Comment
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope
from sauro.discussions.selectors.comments import LATEST, talk_of
from sauro.discussions.services.files import open_comment_file
from sauro.discussions.services.writing import MOST_FILES, Saying, edit_comment, withdraw_comment, write_comment
from sauro.documents.quarantine import quarantined
from sauro.notices.models import Notice
from sauro.tasks.lights import Light
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import with_timeliness

OWN = Scope(Side.BODY)


def work(world: World, **columns: object) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted", **columns)


def say(
    world: World, persona: str, row: Assignment, text: str = "Đã rà soát xong", scope: Scope = BOTH_SIDES
) -> Comment:
    return write_comment(actor=world.actor(persona), assignment_id=row.pk, saying=Saying(text=text, scope=scope))


def told(world: World) -> set[str]:
    names = {user.pk: name for name, user in world.users.items()}
    return {names[row.user_id] for row in Notice.objects.filter(kind="mentioned")}


def texts(world: World, persona: str, row: Assignment) -> list[str]:
    talk = talk_of(world.actor(persona), row)
    return ["".join(piece.text for piece in one.pieces) for one in talk.comments]


def test_both_sides_read_it_and_the_event_holds_no_word(world: World) -> None:
    row = work(world)
    comment = say(world, "office_a", row, "Đề nghị gửi lại biểu mẫu")
    assert texts(world, "head", row) == ["Đề nghị gửi lại biểu mẫu"]
    event = AuditEvent.objects.get(object_id=comment.pk)
    assert (event.code, event.object_text, event.unit_id) == ("discussions.comment.written", row.code, row.unit_id)
    assert "biểu mẫu" not in str(event.__dict__)
    assert (comment.author_name, comment.author_unit_name) == ("Ngô Văn Thử A", world.units["vp_a"].name)


def test_own_talk_stays_on_its_side(world: World) -> None:
    row = work(world)
    say(world, "office_a", row, "Chưa đủ người làm", OWN)
    say(world, "head", row, "Xã này hay chậm", Scope(Side.GIVER))
    assert texts(world, "office_a", row) == ["Chưa đủ người làm"]
    assert texts(world, "head", row) == ["Xã này hay chậm"]
    event = AuditEvent.objects.filter(code="discussions.comment.written").order_by("sequence").last()
    assert event is not None
    assert event.unit_id == row.giver_unit_id


def test_nobody_speaks_for_the_other_side_or_on_unseen_work(world: World) -> None:
    row = work(world)
    with pytest.raises(DomainError) as refused:
        say(world, "head", row, scope=OWN)
    assert (refused.value.code, refused.value.field) == ("not-your-side", "scope")
    with pytest.raises(NotVisible):
        say(world, "office_b", row)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_said_is_refused(world: World, text: str) -> None:
    with pytest.raises(DomainError) as refused:
        say(world, "office_a", work(world), text)
    assert refused.value.field == "text"


def test_text_is_kept_composed_whatever_the_keyboard_sent(world: World) -> None:
    row = work(world)
    say(world, "office_a", row, unicodedata.normalize("NFD", "@Lê Văn Thử đã nhận đủ số liệu"))
    assert Comment.objects.get().text == "@Lê Văn Thử đã nhận đủ số liệu"
    assert told(world) == {"head"}


def test_named_people_and_units_are_told_once(world: World) -> None:
    row = work(world)
    comment = say(world, "office_a", row, "@Lê Văn Thử và @Lê Văn Thử, kính gửi @Ủy ban nhân dân tỉnh Lạc Giang")
    assert told(world) == {"head", "chair"}
    assert {one.label for one in comment.mentions.all()} == {"Lê Văn Thử", row.giver_unit.name}
    edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="@Lê Văn Thử, @Trần Thị Mẫu xem giúp")
    assert told(world) == {"head", "chair", "clerk"}
    assert Notice.objects.filter(kind="mentioned").count() == 3


def test_naming_those_who_do_not_see_the_work_tells_nobody(world: World) -> None:
    row = work(world)
    say(world, "office_a", row, "@Ngô Văn Thử B, @Bùi Thị Mẫu A, @Ủy ban nhân dân phường B Thử")
    assert told(world) == set()
    assert not talk_of(world.actor("office_a"), row).comments[0].comment.mentions.exists()


def test_naming_the_other_side_in_ones_own_talk_is_refused_by_name(world: World) -> None:
    row = work(world)
    with pytest.raises(DomainError) as refused:
        say(world, "office_a", row, "Chờ @Lê Văn Thử", OWN)
    assert (refused.value.code, refused.value.field) == ("named-outside", "text")
    assert "Lê Văn Thử" in refused.value.message
    assert not Comment.objects.exists()
    assert told(world) == set()


def test_correcting_keeps_the_words_before(world: World) -> None:
    row = work(world)
    comment = say(world, "office_a", row, "Đã xong 3 trạm")
    edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="Đã xong 4 trạm")
    shown = talk_of(world.actor("head"), row).comments[0]
    assert shown.comment.text == "Đã xong 4 trạm"
    assert [one.text for one in shown.earlier] == ["Đã xong 3 trạm"]
    assert (shown.may_edit, shown.may_withdraw) == (False, False)
    edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="Đã xong 4 trạm ")
    assert comment.earlier.count() == 1


def test_correcting_ends_after_the_time_of_the_site(world: World) -> None:
    row = work(world)
    comment = say(world, "office_a", row)
    Comment.objects.update(written_at=now() - dt.timedelta(minutes=16))
    assert not talk_of(world.actor("office_a"), row).comments[0].may_edit
    with pytest.raises(Conflict) as refused:
        edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="Khác")
    assert "15 phút" in refused.value.message
    with override_settings(COMMENT_EDIT_MINUTES=30):
        edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="Khác")


def test_only_the_writer_changes_it(world: World) -> None:
    comment = say(world, "office_a", work(world))
    for persona, expected in (("head", NotAllowed), ("office_b", NotVisible)):
        with pytest.raises(expected):
            edit_comment(actor=world.actor(persona), comment_id=comment.pk, text="Khác")
        with pytest.raises(expected):
            withdraw_comment(actor=world.actor(persona), comment_id=comment.pk)


def test_taken_back_leaves_a_line_without_words_or_files(world: World) -> None:
    row = work(world)
    with quarantined(["Danh mục".encode()], name="danh-muc.txt") as upload:
        comment = write_comment(
            actor=world.actor("office_a"), assignment_id=row.pk, saying=Saying("Nhầm tệp", uploads=[upload])
        )
    file, name = open_comment_file(actor=world.actor("head"), comment_id=comment.pk, number=1)
    assert (file.size, name) == (len("Danh mục".encode()), "danh-muc.txt")
    withdraw_comment(actor=world.actor("office_a"), comment_id=comment.pk)
    shown = talk_of(world.actor("head"), row).comments[0]
    assert (list(shown.pieces), list(shown.files), shown.comment.withdrawn_at is None) == ([], [], False)
    with pytest.raises(NotVisible):
        open_comment_file(actor=world.actor("head"), comment_id=comment.pk, number=1)
    with pytest.raises(Conflict):
        edit_comment(actor=world.actor("office_a"), comment_id=comment.pk, text="Khác")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("chay.exe", b"MZ\x90\x00", "program"),
        ("trong.txt", b"", "empty"),
        ("van-ban.txt", "TUYỆT MẬT\nBáo cáo số 1".encode(), "secret"),
    ],
)
def test_hostile_files_are_refused_and_nothing_is_half_said(world: World, name: str, content: bytes, code: str) -> None:
    row = work(world)
    with quarantined([content], name=name) as upload, pytest.raises(DomainError) as refused:
        write_comment(actor=world.actor("office_a"), assignment_id=row.pk, saying=Saying("Gửi tệp", uploads=[upload]))
    assert refused.value.code == code
    assert not Comment.objects.exists()


def test_too_many_files_are_refused_before_any_is_read(world: World) -> None:
    row = work(world)
    with quarantined([b"x"], name="a.txt") as upload, pytest.raises(DomainError) as refused:
        saying = Saying(uploads=[upload] * (MOST_FILES + 1))
        write_comment(actor=world.actor("office_a"), assignment_id=row.pk, saying=saying)
    assert refused.value.code == "too-many-files"


def test_word_of_the_body_to_the_giver_touches_the_work(world: World) -> None:
    long_ago = now() - dt.timedelta(days=40)
    row = work(world, given_at=long_ago)

    def light() -> str:
        return with_timeliness(Assignment.objects.filter(pk=row.pk), today=today()).get().light

    assert light() == Light.GREY
    say(world, "head", row, "Đến đâu rồi?")
    say(world, "office_a", row, "Nội bộ thôi", OWN)
    assert light() == Light.GREY
    first = say(world, "office_a", row, "Đang chờ báo giá")
    assert light() == Light.BLUE
    second = say(world, "office_a", row, "Đã có báo giá")
    withdraw_comment(actor=world.actor("office_a"), comment_id=second.pk)
    row.refresh_from_db()
    assert row.commented_at == first.written_at
    withdraw_comment(actor=world.actor("office_a"), comment_id=first.pk)
    assert light() == Light.GREY


def test_word_of_whoever_keeps_the_record_is_not_the_bodys(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["stc"], is_kept_by_giver=True)
    say(world, "head", row, "Đã nhắc Sở")
    row.refresh_from_db()
    assert row.commented_at is None


def test_latest_are_shown_first_and_all_on_request(world: World) -> None:
    row = work(world)
    author = world.users["office_a"]
    Comment.objects.bulk_create(
        Comment(assignment=row, domain="state", audience="both", text=f"Câu {number}", author=author, author_name="A",
                written_at=now() + dt.timedelta(seconds=number))
        for number in range(LATEST + 3)
    )  # fmt: skip
    talk = talk_of(world.actor("head"), row)
    assert (len(talk.comments), talk.left_out, talk.comments[0].comment.text) == (LATEST, 3, "Câu 3")
    assert len(talk_of(world.actor("head"), row, everything=True).comments) == LATEST + 3


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_back_at_once_one_wins(committed_world: World) -> None:
    world = committed_world
    comment = say(world, "office_a", work(world))
    outcomes = at_once(
        *[lambda: withdraw_comment(actor=world.actor("office_a"), comment_id=comment.pk) for _each in range(2)]
    )
    assert outcomes == ["comment-withdrawn", "ok"]
    assert AuditEvent.objects.filter(code="discussions.comment.withdrawn").count() == 1


@pytest.mark.django_db(transaction=True)
def test_words_said_at_once_are_all_kept_and_the_latest_counts(committed_world: World) -> None:
    world = committed_world
    row = work(world)
    assert at_once(*[lambda: say(world, "office_a", row) for _each in range(3)]) == ["ok", "ok", "ok"]
    row.refresh_from_db()
    assert Comment.objects.count() == 3
    assert row.commented_at == max(Comment.objects.values_list("written_at", flat=True))
