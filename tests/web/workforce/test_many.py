"""One change for many people: chosen, tried and shown, written for all it fits or for none."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from django.test import Client
from tests.conftest import SignedIn
from tests.factories.workforce import KEEPER, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.workforce import events
from sauro.workforce.enums import FactKind, RunOutcome, RunState
from sauro.workforce.models import Dossier, Fact, PeopleRun, Tenure
from sauro.workforce.services import many
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.many_jobs import check_run, perform_run

pytestmark = pytest.mark.django_db

RATED = {"value": "well", "since": "31/12/2025", "decision": "3/TB"}


def _begun(client: Client, act: str, people: list[Dossier], **more: str) -> PeopleRun:
    answer = client.post("/nhan-su/ghi-nhieu/", {"act": act, "row": [one.pk for one in people], **more})
    assert answer.status_code == 302
    return PeopleRun.objects.latest("created_at")


def _step(client: Client, run: PeopleRun, step: str, **data: str) -> str:
    answer = client.post(f"/nhan-su/ghi-nhieu/{run.pk}/{step}/", data, follow=True)
    run.refresh_from_db()
    return answer.content.decode()


def _outcomes(run: PeopleRun) -> dict[str, str]:
    return {row.dossier.person.full_name: row.outcome for row in run.rows.select_related("dossier__person")}


def test_a_rating_is_tried_shown_and_recorded_for_those_it_fits(world: World, signed_in: SignedIn) -> None:
    actor, client = world.actor(KEEPER), signed_in(KEEPER)
    first, later, same = dossier_of(world), dossier_of(world, "Trần Văn Thử"), dossier_of(world, "Lê Thị Giả Định")
    record_fact(
        actor=actor, dossier_id=later.pk, kind=FactKind.RATING, content=Content(date(2026, 6, 30), "done")
    )  # fmt: skip
    record_fact(actor=actor, dossier_id=same.pk, kind=FactKind.RATING, content=Content(date(2025, 1, 1), "well"))
    run = _begun(client, "rating", [first, later, same])
    page = _step(client, run, "noi-dung", **RATED)
    assert "Đã có giá trị từ ngày 30/06/2026" in page and "Ghi cho 1 người" in page
    assert "1 người đã như vậy, giữ nguyên." in page and "Hoàn thành tốt nhiệm vụ" in page
    assert Fact.objects.count() == 2
    _step(client, run, "ghi")
    assert run.state == RunState.RUNNING
    perform_run(run.pk)
    perform_run(run.pk)
    assert "Đã ghi cho 1 người." in client.get(f"/nhan-su/ghi-nhieu/{run.pk}/").content.decode()
    assert Fact.objects.get(dossier=first).value == "well" and Fact.objects.count() == 3
    recorded = AuditEvent.objects.filter(code=events.FACT_RECORDED.code, object_id=first.pk)
    assert [one.actor_user_id for one in recorded] == [world.users[KEEPER].pk]


def test_what_makes_no_sense_changes_nothing(world: World, signed_in: SignedIn) -> None:
    client, dossier = signed_in(KEEPER), dossier_of(world)
    run = _begun(client, "rating", [dossier])
    assert client.post(f"/nhan-su/ghi-nhieu/{run.pk}/noi-dung/", {**RATED, "since": "31/02/2026"}).status_code == 422
    assert "Lần ghi này đã chuyển bước" in _step(client, run, "ghi")
    assert client.post("/nhan-su/ghi-nhieu/", {"act": "ethnicity", "row": [dossier.pk]}).status_code == 404
    assert client.post(f"/nhan-su/ghi-nhieu/{run.pk}/la/").status_code == 404
    nobody = client.post("/nhan-su/ghi-nhieu/", {"act": "rating", "row": ["x"]}, follow=True).content.decode()
    assert "Chưa chọn người nào." in nobody
    other = signed_in("office_a")
    assert other.get(f"/nhan-su/ghi-nhieu/{run.pk}/").status_code == 404
    assert other.post("/nhan-su/ghi-nhieu/", {"act": "rating", "row": [dossier.pk]}).status_code == 403
    assert not Fact.objects.exists()


def test_one_who_refuses_at_last_leaves_everybody_as_they_were(world: World, signed_in: SignedIn) -> None:
    client, people = signed_in(KEEPER), [dossier_of(world), dossier_of(world, "Trần Văn Thử")]
    run = _begun(client, "rating", people)
    _step(client, run, "noi-dung", **RATED)
    _step(client, run, "ghi")
    late = Content(date(2026, 6, 30), "done")
    record_fact(actor=world.actor(KEEPER), dossier_id=people[1].pk, kind=FactKind.RATING, content=late)
    perform_run(run.pk)
    run.refresh_from_db()
    assert run.state == RunState.READY and people[1].code in run.failure
    assert not Fact.objects.filter(value="well").exists()
    assert _outcomes(run)["Trần Văn Thử"] == RunOutcome.REFUSED
    _step(client, run, "ghi")
    perform_run(run.pk)
    assert [one.dossier_id for one in Fact.objects.filter(value="well")] == [people[0].pk]


def test_people_are_moved_as_far_as_there_are_posts(world: World, signed_in: SignedIn) -> None:
    client, post = signed_in(KEEPER), make_post("TP", "Trưởng phòng")
    allot(world, 2)
    allot(world, 1, "ubnd_b")
    people = [dossier_of(world, normalize("NFD", "Bùi Thị Mẫu")), dossier_of(world, "Võ Văn Thử")]
    held = [place(world, one) for one in people]
    run = _begun(client, "appoint", people)
    moved = {"unit": str(world.units["ubnd_b"].pk), "post": str(post.pk), "since": "01/09/2026", "decision": "7/QĐ"}
    page = _step(client, run, "noi-dung", **moved)
    assert sorted(_outcomes(run).values()) == [RunOutcome.REFUSED, RunOutcome.WILL_CHANGE]
    assert "Trưởng phòng" in page
    assert Tenure.objects.count() == 2
    _step(client, run, "ghi")
    perform_run(run.pk)
    assert Tenure.objects.filter(unit=world.units["ubnd_b"], post=post).count() == 1
    held[0].refresh_from_db()
    assert held[0].last_day == date(2026, 8, 31)


def test_all_that_match_are_taken_run_by_run(
    world: World, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(many, "MOST_AT_ONCE", 2)
    monkeypatch.setattr(many, "TRIED_AT_ONCE", 1)
    client = signed_in(KEEPER)
    people = [dossier_of(world, name) for name in ("An Văn Mẫu", "Bình Thị Thử", "Chi Văn Ví Dụ")]
    run = _begun(client, "theory", [], all="1", query="")
    assert run.total == 2 and run.is_cut
    said = {"value": "intermediate", "since": "01/03/2026"}
    assert "Đang xem trước" in _step(client, run, "noi-dung", **said)
    check_run(run.pk)
    _step(client, run, "ghi")
    perform_run(run.pk)
    _step(client, run, "tiep")
    rest = PeopleRun.objects.latest("created_at")
    assert rest.arguments == run.arguments and rest.total == 1 and not rest.is_cut
    _step(client, rest, "ghi")
    perform_run(rest.pk)
    assert Fact.objects.filter(kind=FactKind.THEORY).count() == len(people)
