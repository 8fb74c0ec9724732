"""Pages of the workforce: as people use them, with right and wrong input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from unicodedata import normalize

import pytest
from tests.conftest import SignedIn
from tests.factories.workforce import KEEPER, allot, days, dossier_of, make_post, place
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.workforce import workload
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier, Fact, Identity, OwnCheck, Post, Seat, Tenure
from sauro.workforce.services.facts import Content, record_fact

pytestmark = pytest.mark.django_db

NUMBER = "091188000123"
APPOINTED = {"kind": "full", "since": "01/02/2026", "decision": "13/QĐ-UBND"}


def test_a_dossier_is_made_masked_and_opened_on_record(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    data = {
        "full_name": "Nguyễn Thị Mẫu", "identity_number": NUMBER, "sex": "female", "birth_date": "15/03/1988",
        "phone": "0296111222", "unit": str(world.units["ubnd_a"].pk),
    }  # fmt: skip
    wrong = client.post("/nhan-su/lap/", {**data, "birth_date": "15/03/2090"})
    assert wrong.status_code == 422
    assert "Ngày sinh ở tương lai" in wrong.content.decode()
    assert not Dossier.objects.exists() and not Identity.objects.exists()
    made = client.post("/nhan-su/lap/", data, follow=True)
    dossier = Dossier.objects.get()
    page = made.content.decode()
    assert "15/03/1988" in page and NUMBER not in page
    opened = client.post(f"/nhan-su/{dossier.pk}/mo/so-dinh-danh/", {"reason": "Đối chiếu căn cước"})
    assert NUMBER in opened.content.decode()
    assert client.post(f"/nhan-su/{dossier.pk}/mo/so-dinh-danh/", {"reason": ""}).status_code == 422
    seen = signed_in("office_a").get(f"/nhan-su/{dossier.pk}/").content.decode()
    assert "15/03/1988" not in seen and "1988" in seen and "0296111222" not in seen
    codes = set(AuditEvent.objects.filter(object_id=dossier.pk).values_list("code", "actor_name"))
    assert ("workforce.dossier.looked_at", "Ngô Văn Thử A") in codes


def test_people_are_found_without_accents_and_exported_masked(world: World, signed_in: SignedIn) -> None:
    allot(world, 2)
    place(world, dossier_of(world, number=NUMBER))
    record_fact(
        actor=world.actor(KEEPER), dossier_id=Dossier.objects.get().pk, kind=FactKind.EDUCATION,
        content=Content(date(2012, 7, 1), "master"),
    )  # fmt: skip
    dossier_of(world, "Trần Văn Thử", unit="ubnd_b")
    client = signed_in(KEEPER)
    page = client.get("/nhan-su/?q=nguyen+thi+mau&td=master&gt=female&tre=co").content.decode()
    assert "Nguyễn Thị Mẫu" in page and "Thạc sĩ" in page and "Trần Văn Thử" not in page
    assert "Trần Văn Thử" in client.get("/nhan-su/?bt=khong").content.decode()
    assert "Trần Văn Thử" not in signed_in("office_a").get("/nhan-su/").content.decode()
    file = client.get("/nhan-su/?xuat=xlsx&cot=ten,nam-sinh")
    assert NUMBER.encode() not in b"".join(file.streaming_content)


def test_posts_are_filled_from_the_page_and_each_number_opens_its_list(world: World, signed_in: SignedIn) -> None:
    client, unit, post = signed_in(KEEPER), world.units["ubnd_a"], make_post()
    decided = {"unit": str(unit.pk), "block": "officials", "posts": "1", "since": "05/01/2026", "decision": "1/QĐ-UBND"}
    assert client.post("/bien-che/giao/", decided).status_code == 302
    first, second = dossier_of(world), dossier_of(world, "Trần Văn Thử")
    asked = {**APPOINTED, "unit": str(unit.pk), "post": str(post.pk)}
    assert client.post(f"/nhan-su/{first.pk}/bo-tri/", asked).status_code == 302
    full = client.post(f"/nhan-su/{second.pk}/bo-tri/", asked)
    assert full.status_code == 422
    assert "Đã hết biên chế" in full.content.decode()
    lower = client.post("/bien-che/giao/", {**decided, "posts": "0", "since": "01/03/2026"})
    assert "thấp hơn 1 người" in lower.content.decode()
    table = client.get("/bien-che/?ngay=15/02/2026").content.decode()
    assert f"/bien-che/{unit.pk}/?khoi=officials&amp;xem=co" in table
    held = client.get(f"/bien-che/{unit.pk}/?khoi=officials&xem=co&ngay=15/02/2026").content.decode()
    assert "Nguyễn Thị Mẫu" in held
    assert "Nguyễn Thị Mẫu" not in client.get(f"/bien-che/{unit.pk}/?ngay=15/01/2026").content.decode()
    tenure = Tenure.objects.get()
    end = {"last_day": "31/03/2026", "reason": "retired", "decision": "9/QĐ-UBND"}
    early = client.post(f"/nhan-su/vi-tri/{tenure.pk}/thoi/", {**end, "last_day": "01/01/2026"})
    assert early.status_code == 422
    assert client.post(f"/nhan-su/vi-tri/{tenure.pk}/thoi/", end).status_code == 302
    past = client.get(f"/nhan-su/{first.pk}/?ngay=15/02/2026").content.decode()
    assert "Hồ sơ như tại ngày 15/02/2026" in past and "Chuyên viên" in past
    assert "chưa giữ vào ngày này" not in past
    assert "chưa giữ vào ngày này" in client.get(f"/nhan-su/{first.pk}/?ngay=15/01/2026").content.decode()
    assert f"/bien-che/{unit.pk}/" in client.get(f"/bien-che/?ngay=15/02/2026&cap={unit.level}").content.decode()
    other = "province" if unit.level == "commune" else "commune"
    assert f"/bien-che/{unit.pk}/" not in client.get(f"/bien-che/?ngay=15/02/2026&cap={other}").content.decode()


def test_sensitive_facts_stay_covered_and_withdrawn_ones_stay_told(world: World, signed_in: SignedIn) -> None:
    client, dossier = signed_in(KEEPER), dossier_of(world)
    assert client.get(f"/nhan-su/{dossier.pk}/ghi/party_joined/").status_code == 404
    assert client.get(f"/nhan-su/{dossier.pk}/ghi/la-gi/").status_code == 404
    client.post(f"/nhan-su/{dossier.pk}/ghi/ethnicity/", {"since": "15/03/1988", "detail": "Khmer"})
    client.post(
        f"/nhan-su/{dossier.pk}/ghi/theory/", {"since": "01/06/2020", "value": "advanced", "place": "Trường Mẫu"}
    )
    page = client.get(f"/nhan-su/{dossier.pk}/").content.decode()
    assert "Cao cấp – Trường Mẫu" in page and "Khmer" not in page
    opened = client.post(f"/nhan-su/{dossier.pk}/mo/ethnicity/", {"reason": "Báo cáo"})
    assert "Khmer" in opened.content.decode()
    recorded = Fact.objects.get(kind="theory")
    client.post(f"/nhan-su/thong-tin/{recorded.pk}/rut/", {"reason": "Nhầm bằng"})
    assert "đã rút, Đỗ Văn Mẫu: Nhầm bằng" in client.get(f"/nhan-su/{dossier.pk}/").content.decode()


def test_people_see_their_own_and_who_looked(world: World, signed_in: SignedIn) -> None:
    assert "Chưa có hồ sơ nào" in signed_in("servant_a").get("/ho-so-cua-toi/").content.decode()
    dossier = dossier_of(world)
    Dossier.objects.filter(pk=dossier.pk).update(person=world.users["servant_a"].person)
    signed_in(KEEPER).get(f"/nhan-su/{dossier.pk}/")
    ethnicity = Content(date(1988, 3, 15), detail="Khmer")
    record_fact(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=FactKind.ETHNICITY, content=ethnicity)
    own = signed_in("servant_a")
    assert "Khmer" in own.get(f"/ho-so-cua-toi/{dossier.pk}/ro/").content.decode()
    assert signed_in(KEEPER).get(f"/ho-so-cua-toi/{dossier.pk}/ro/").status_code == 404
    page = own.get("/ho-so-cua-toi/").content.decode()
    assert "15/03/1988" in page and "Đỗ Văn Mẫu" in page
    refused = own.post(f"/ho-so-cua-toi/{dossier.pk}/xac-nhan/", {"is_right": "sai", "remark": " "})
    assert (refused.status_code, OwnCheck.objects.count()) == (422, 0)
    own.post(f"/ho-so-cua-toi/{dossier.pk}/xac-nhan/", {"is_right": "sai", "remark": "Sai quê quán"})
    assert "Sai quê quán" in signed_in(KEEPER).get(f"/nhan-su/{dossier.pk}/").content.decode()


def test_names_of_people_are_completed_for_those_alone_who_see_them(world: World, signed_in: SignedIn) -> None:
    dossier = dossier_of(world)
    found = signed_in(KEEPER).get("/nhan-su/goi-y/", {"q": normalize("NFD", "mẫu nguyễn")}).json()["results"]
    assert [one["id"] for one in found] == [str(dossier.pk)] and dossier.code in found[0]["detail"]
    assert signed_in(KEEPER).get("/nhan-su/goi-y/", {"q": dossier.code}).json()["results"] == found
    for persona, typed in ((KEEPER, "  "), (KEEPER, "mẫu thử("), ("office_b", "mẫu"), ("servant_a", "mẫu")):
        assert signed_in(persona).get("/nhan-su/goi-y/", {"q": typed}).json() == {"results": []}


def test_the_catalogue_keeps_codes_apart(world: World, signed_in: SignedIn) -> None:
    client, post = signed_in(KEEPER), make_post()
    held = {"title": "Kế toán", "block": "officials", "group": "support", "rank": "90", "level": "0"}
    assert "Mã này đã dùng" in client.post("/vi-tri-viec-lam/them/", {**held, "code": "CV"}).content.decode()
    assert client.post("/vi-tri-viec-lam/them/", {**held, "code": "KT"}).status_code == 302
    assert Post.objects.get(code="KT").title == "Kế toán"
    shown = signed_in("office_a").get(f"/vi-tri-viec-lam/{post.pk}/").content.decode()
    assert "Chuyên viên" in shown and '<form class="card"' not in shown


def test_what_is_to_be_mended_opens_its_people(world: World, signed_in: SignedIn) -> None:
    allot(world, 2)
    place(world, dossier_of(world))
    place(world, dossier_of(world, "Trần Văn Thử", number=NUMBER))
    dossier_of(world, "Lê Thị Thử")
    client = signed_in(KEEPER)
    page = client.get("/nhan-su/chat-luong/").content.decode()
    assert "0/2 hồ sơ" in page and '/nhan-su/?loi=thieu-dinh-danh">1</a>' in page
    found = client.get("/nhan-su/?loi=thieu-dinh-danh").content.decode()
    assert "Nguyễn Thị Mẫu" in found and "Trần Văn Thử" not in found and "Lê Thị Thử" not in found
    own = signed_in("office_b").get("/nhan-su/chat-luong/").content.decode()
    assert "Chưa có hồ sơ của người đang giữ vị trí nào" in own


def test_seats_are_laid_down_after_a_preview(world: World, signed_in: SignedIn) -> None:
    client, unit = signed_in(KEEPER), world.units["ubnd_a"]
    allot(world, 2)
    post = make_post("VT", "Văn thư")
    address = f"/bien-che/{unit.pk}/cho/"
    assert client.post(address, {"post": str(post.pk)}).status_code == 302
    seats = [str(pk) for pk in Seat.objects.values_list("pk", flat=True)]
    assert client.post(address, {"cho": seats, "post": "x"}).status_code == 422
    page = client.post(address, {"cho": seats, "post": str(post.pk)}).content.decode()
    assert "Ghi cho 2 chỗ" in page and not Seat.objects.filter(post=post).exists()
    page = client.post(address, {"cho": seats, "post": str(post.pk), "buoc": "ghi"}, follow=True).content.decode()
    assert "Đã ghi cho 2 chỗ" in page and "Theo vị trí việc làm" in page
    assert Seat.objects.filter(post=post).count() == 2


def test_the_list_of_another_day_reads_the_records_of_that_day(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    allot(world, 2)
    place(world, dossier_of(world), until=days(-1))
    place(world, dossier_of(world, "Trần Văn Thử"), since=days(0))
    page = client.get(f"/nhan-su/?ngay={days(-1):%d/%m/%Y}", follow=True)
    assert page.redirect_chain[-1][0] == f"/nhan-su/tai-ngay/{days(-1):%d-%m-%Y}/"
    assert "Nguyễn Thị Mẫu" in page.content.decode() and "Trần Văn Thử" not in page.content.decode()
    page = client.get(f"/nhan-su/tai-ngay/{days(0):%d-%m-%Y}/?gt=female&q=thu").content.decode()
    assert "Trần Văn Thử" in page and "Nguyễn Thị Mẫu" not in page
    assert client.get("/nhan-su/tai-ngay/32-01-2026/").status_code == 404


def test_confirmed_work_is_shown_beside_posts_once_somebody_delivers_it(
    world: World, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, unit = signed_in(KEEPER), world.units["ubnd_a"]
    allot(world, 2)
    monkeypatch.setattr(workload, "_provider", [])
    page = client.get("/bien-che/?kl=1").content.decode()
    assert "phần đánh giá chưa chuyển số liệu" in page and "chưa có" in page
    workload.register_workload(lambda units, _day: {one: Decimal("12.5") for one in units if one == unit.pk})
    page = client.get("/bien-che/?kl=1").content.decode()
    assert "12,5" in page and "phần đánh giá chưa chuyển số liệu" not in page
    assert "12,5" not in client.get("/bien-che/").content.decode()
    with pytest.raises(ValueError, match="provider"):
        workload.register_workload(lambda _units, _day: {})


def test_the_api_reads_people_and_posts_behind_the_same_masks(world: World, signed_in: SignedIn) -> None:
    allot(world, 2)
    dossier = dossier_of(world)
    place(world, dossier)
    actor, kind = world.actor(KEEPER), FactKind.ETHNICITY
    record_fact(actor=actor, dossier_id=dossier.pk, kind=kind, content=Content(date(2020, 1, 1), detail="Khmer"))
    keeper, viewer = signed_in(KEEPER), signed_in("office_a")
    counts = keeper.get("/api/v1/establishment").json()
    assert [(one["code"], one["counts"][0]["approved"], one["counts"][0]["vacant"]) for one in counts] == [
        (world.units["ubnd_a"].code, 2, 1)
    ]
    assert keeper.get("/api/v1/establishment?below=KHONG-CO").json() == []
    assert [one["code"] for one in keeper.get("/api/v1/dossiers?q=nguyen+mau").json()["items"]] == [dossier.code]
    assert keeper.get("/api/v1/dossiers?q=nguyen&unit=X").json()["items"] == []
    full, masked = (one.get(f"/api/v1/dossiers/{dossier.pk}").json() for one in (keeper, viewer))
    assert (full["particulars"]["home_town"], masked["particulars"]["home_town"]) == ("Lạc Giang", None)
    assert (full["particulars"]["birth_date"], masked["particulars"]["birth_date"]) == ("1988-03-15", None)
    assert masked["birth_year"] == 1988
    for read in (full, masked):
        assert [(one["kind"], one["is_sealed"], one["detail"]) for one in read["facts"]] == [("ethnicity", True, "")]
    assert AuditEvent.objects.filter(code="workforce.dossier.looked_at", object_id=dossier.pk).count() == 2
    assert keeper.get(f"/api/v1/dossiers/{dossier.pk}?day=2025-01-01").json()["posts"] == []
    assert signed_in("office_b").get(f"/api/v1/dossiers/{dossier.pk}").status_code == 404
    assert keeper.get("/api/v1/establishment?day=0001-01-01").status_code == 422
