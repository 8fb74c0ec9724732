"""Writing an import: all or nothing, once, with history, and never over what changed meanwhile."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from tests.factories.roster import MAN, PERSON, checked_import
from tests.factories.workforce import KEEPER, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.organizations.models import Appointment
from sauro.roster.enums import ImportState
from sauro.roster.models import PeopleImport
from sauro.roster.services.applying import apply_import, start_apply
from sauro.workforce import sealing
from sauro.workforce.models import Dossier, Fact, Identity, Particulars, Tenure
from sauro.workforce.services.particulars import Stated, record_particulars

pytestmark = pytest.mark.django_db


def checked(world: World, rows: list[dict[str, Any]], since: dt.date = dt.date(2026, 11, 1)) -> PeopleImport:
    """Upload and check a table as the keeper of records."""
    return checked_import(world.actor(KEEPER), rows, since)


def applied(world: World, run: PeopleImport, *, skips_faulty: bool = False) -> PeopleImport:
    """Write a checked import, as the job does."""
    start_apply(actor=world.actor(KEEPER), import_id=run.pk, skips_faulty=skips_faulty)
    apply_import(run.pk)
    run.refresh_from_db()
    return run


def test_people_are_written_with_posts_seals_history_and_events_and_a_second_import_changes_nothing(
    world: World,
) -> None:
    allot(world, 2)
    make_post()
    run = applied(world, checked(world, [PERSON, MAN]))
    assert run.state == ImportState.DONE, run.failure
    woman = Dossier.objects.get(person__full_name="Nguyễn Thị Mẫu")
    assert woman.unit == world.units["ubnd_a"] and woman.tenure is not None and woman.particulars is not None
    assert woman.tenure.seat is not None and woman.tenure.decision == "12/QĐ-UBND"
    assert woman.tenure.appointment in Appointment.objects.filter(person=woman.person)
    identity = Identity.objects.get(person=woman.person)
    assert identity.number_index == sealing.index_of(PERSON["CCCD"])
    fact = Fact.objects.get(dossier=woman, kind="ethnicity")
    assert (fact.detail, fact.is_single) == ("", True)
    assert sealing.unseal(woman.person_id, identity.wrapped_key, fact.sealed)["detail"] == "Khmer"
    history = apps.get_model("workforce", "FactEvent")._default_manager
    assert history.filter(pgh_obj_id=fact.pk).count() == 1
    event = AuditEvent.objects.get(object_id=woman.pk, code="roster.dossier.imported")
    assert event.changes == {"import": run.code, "new": True} and event.object_text == woman.code
    before = (Fact.objects.count(), Particulars.objects.count(), Tenure.objects.count(), history.count())
    again = checked(world, [MAN, PERSON])
    assert again.counts["same"] == 2 and again.counts["error"] == 0
    assert before == (Fact.objects.count(), Particulars.objects.count(), Tenure.objects.count(), history.count())


def test_changed_cells_become_new_versions_and_the_old_ones_stay(world: World) -> None:
    allot(world, 2)
    make_post()
    make_post("CVC", "Chuyên viên chính")
    applied(world, checked(world, [PERSON]))
    changed = {**PERSON, "Chức vụ": "CVC", "Dân tộc": "Kinh", "LLCT": "Cao cấp", "Chuyên môn": ""}
    run = applied(world, checked(world, [changed], dt.date(2026, 11, 20)))
    assert run.state == ImportState.DONE and run.counts["changed"] == 1, run.failure
    first, second = Tenure.objects.order_by("valid")
    assert (first.last_day, second.first_day) == (dt.date(2026, 11, 19), dt.date(2026, 11, 20))
    assert first.end_reason == "moved" and Dossier.objects.get().tenure == second
    old, new = Fact.objects.filter(kind="ethnicity").order_by("valid")
    assert old.last_day == dt.date(2026, 11, 19) and new.first_day == dt.date(2026, 11, 20)
    assert set(Fact.objects.filter(kind="theory").values_list("value", flat=True)) == {"intermediate", "advanced"}
    assert Fact.objects.filter(kind="education").count() == 1


def test_the_same_day_corrects_and_the_post_of_who_leaves_is_free(world: World) -> None:
    allot(world, 1)
    post, other = make_post(), make_post("CVC", "Chuyên viên chính")
    held = dossier_of(world, number=PERSON["CCCD"])
    place(world, held, post=post)
    allot(world, 1, "ubnd_b")
    rows = [{**MAN, "Chức vụ": "Chuyên viên"}, {**PERSON, "Đơn vị": "XB.UBND", "Chức vụ": other.title}]
    run = applied(world, checked(world, rows))
    assert run.state == ImportState.DONE, (run.failure, list(run.faults.values_list("message", flat=True)))
    assert Dossier.objects.get(person__full_name="Trần Văn Thử").tenure is not None


def test_nobody_is_put_above_the_establishment_and_nothing_is_half_written(world: World) -> None:
    allot(world, 1)
    make_post()
    run = checked(world, [PERSON, MAN])
    assert run.counts["new"] == 1 and run.faults.get(severity="error").code == "no-seat"
    applied(world, run, skips_faulty=True)
    assert run.state == ImportState.DONE and Dossier.objects.count() == 1


def test_records_changed_meanwhile_stop_the_writing_in_words(world: World) -> None:
    held = dossier_of(world, number=PERSON["CCCD"])
    plain = {**PERSON, "Số QĐ": "", "Chức vụ": ""}
    run = checked(world, [plain])
    record_particulars(
        actor=world.actor(KEEPER), dossier_id=held.pk, since=dt.date(2026, 11, 10),
        stated=Stated("male", dt.date(1988, 3, 15)),  # type: ignore[arg-type]  # the word is the choice
    )  # fmt: skip
    facts = Fact.objects.count()
    applied(world, run)
    assert run.state == ImportState.CHECKED and "đã thay đổi" in run.failure
    assert Fact.objects.count() == facts
    # A job that comes a second time, after a kill or by mistake, finds nothing to do.
    apply_import(run.pk)
    assert Fact.objects.count() == facts


def test_a_conflict_in_the_database_leaves_nothing(world: World) -> None:
    run = checked(world, [{**PERSON, "Số QĐ": "", "Chức vụ": ""}])
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE workforce_fact ADD CONSTRAINT for_the_test CHECK (kind <> 'theory') NOT VALID"
        )  # fmt: skip
    applied(world, run)
    assert run.state == ImportState.CHECKED and "chưa ghi gì" in run.failure
    assert not Dossier.objects.exists() and not Fact.objects.exists()


def test_closed_units_future_births_and_people_with_a_post_elsewhere_are_said_clearly(world: World) -> None:
    allot(world, 3)
    make_post()
    closed = world.units["div_c"] if "div_c" in world.units else world.units["ubnd_b"]
    type(closed).objects.filter(pk=closed.pk).update(valid=(dt.date(2025, 7, 1), dt.date(2026, 6, 1)))
    rows = [
        {**PERSON, "Đơn vị": closed.code}, {**MAN, "Ngày, tháng, năm sinh": "15/03/2090"},
        {**MAN, "CCCD": "000088000125", "Họ và tên": "Lê Văn Giả Định", "Đơn vị": "Phòng Không Có"},
        {**MAN, "CCCD": "000088000126", "Họ và tên": "Võ Văn Ví Dụ", "Chức vụ": "Không có chức này"},
    ]  # fmt: skip
    run = checked(world, rows)
    found = dict(run.faults.filter(severity="error").values_list("code", "message"))
    assert run.counts["new"] == 0 and run.counts["faulty"] == 4
    assert "đã giải thể, sáp nhập hoặc chưa thành lập" in found["unit-closed"] and closed.name in found["unit-closed"]
    assert "Ngày sinh ở tương lai" in found["birth-in-future"]
    assert "Không có đơn vị “Phòng Không Có”" in found["unit-unknown"]
    assert "Không có vị trí việc làm “Không có chức này”" in found["post-unknown"]


def test_a_person_who_holds_a_later_post_is_not_put_into_a_second_one(world: World) -> None:
    allot(world, 2)
    post = make_post()
    make_post("CVC", "Chuyên viên chính")
    held = dossier_of(world, number=PERSON["CCCD"])
    place(world, held, post=post)
    run = checked(world, [{**PERSON, "Chức vụ": "CVC"}], dt.date(2026, 1, 1))
    assert run.counts["faulty"] == 1
    fault = run.faults.get(code="two-posts")
    assert "đã có vị trí từ ngày 05/01/2026" in fault.message and "sau ngày đó" in fault.message
