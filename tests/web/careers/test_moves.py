"""Moves as people use the pages: conditions, decision, end, papers; terms that fall due."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.conftest import SignedIn
from tests.factories.careers import moving
from tests.factories.workforce import KEEPER, allot, days, dossier_of, make_post, place
from tests.personas import World

from sauro.careers.models import Move
from sauro.careers.services.papers import decision_content
from sauro.careers.services.watching import stage_of, watch_terms
from sauro.common.clock import today
from sauro.notices.models import Notice
from sauro.workforce.enums import TenureKind
from sauro.workforce.models import Fact, Tenure

pytestmark = pytest.mark.django_db


def _written(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def tenure(world: World) -> Tenure:
    """A post of commune A, held."""
    allot(world, 2)
    return place(world, dossier_of(world))


def _asked(world: World, tenure: Tenure, **changed: str) -> dict[str, str]:
    return {
        "kind": "secondment", "to_unit": str(world.units["pkt_a"].pk), "to_post": str(tenure.post_id),
        "first_day": _written(days(10)), "last_day": _written(days(400)), **changed,
    }  # fmt: skip


def test_a_secondment_from_its_first_record_to_its_end(world: World, signed_in: SignedIn, tenure: Tenure) -> None:
    client, address = signed_in(KEEPER), f"/nhan-su/{tenure.dossier_id}/luan-chuyen/"
    backwards = client.post(address, _asked(world, tenure, last_day=_written(days(1))))
    assert backwards.status_code == 422 and "trước ngày bắt đầu" in backwards.content.decode()
    foreign = client.post(address, _asked(world, tenure, to_unit=str(world.units["du_a"].pk)))
    assert foreign.status_code == 422
    assert client.post(address, _asked(world, tenure)).status_code == 302
    move = Move.objects.get()
    page = client.get(f"/luan-chuyen/{move.pk}/").content.decode()
    assert "Chưa rõ" in page and "Thời hạn biệt phái không quá 36 tháng" in page
    assert signed_in("office_a").get(f"/luan-chuyen/{move.pk}/").status_code == 404
    decided = {"decision": "44/QĐ-UBND", "decided_on": _written(today()), "appoints": "on"}
    future = client.post(f"/luan-chuyen/{move.pk}/quyet-dinh/", {**decided, "decided_on": _written(days(1))})
    assert future.status_code == 422
    assert client.post(f"/luan-chuyen/{move.pk}/quyet-dinh/", decided).status_code == 302
    assert client.post(f"/luan-chuyen/{move.pk}/quyet-dinh/", decided).status_code == 422
    fact = Fact.objects.get(kind="move")
    assert (fact.value, fact.first_day, fact.last_day) == ("secondment", days(10), days(400))
    assert Tenure.objects.get(kind=TenureKind.SECONDED).unit == world.units["pkt_a"]
    assert "44/QĐ-UBND" in signed_in("office_a").get(f"/luan-chuyen/{move.pk}/").content.decode()
    end = {"ended_on": _written(days(30)), "decision": "50/QĐ-UBND"}
    assert client.post(f"/luan-chuyen/{move.pk}/ket-thuc/", {**end, "ended_on": _written(days(1))}).status_code == 422
    assert client.post(f"/luan-chuyen/{move.pk}/ket-thuc/", end).status_code == 302
    assert Fact.objects.standing().get(kind="move").last_day == days(30)
    assert client.post(f"/luan-chuyen/{move.pk}/ket-thuc/", end).status_code == 422


def test_a_condition_that_fails_needs_a_reason_and_stays_on_record(
    world: World, signed_in: SignedIn, tenure: Tenure
) -> None:
    client = signed_in(KEEPER)
    too_long = {"last_day": _written(days(10 + 4 * 365)), "bars": "clear"}
    client.post(f"/nhan-su/{tenure.dossier_id}/luan-chuyen/", _asked(world, tenure, **too_long))
    address = f"/luan-chuyen/{Move.objects.get().pk}/"
    decided = {"decision": "44/QĐ-UBND", "decided_on": _written(today())}
    refused = client.post(f"{address}quyet-dinh/", decided)
    assert refused.status_code == 422 and "không quá 36 tháng" in refused.content.decode()
    assert not Fact.objects.filter(kind="move").exists()
    assert client.post(f"{address}quyet-dinh/", {**decided, "despite": "Theo kết luận"}).status_code == 302
    outcomes = {one["condition"]: one["outcome"] for one in Move.objects.get().findings}
    assert outcomes == {"not_barred": "met", "secondment_length": "lacking"}
    assert "Theo kết luận" in client.get(address).content.decode()


def test_a_transfer_takes_the_new_post_within_the_establishment(
    world: World, signed_in: SignedIn, tenure: Tenure
) -> None:
    client, unit = signed_in(KEEPER), world.units["ubnd_b"]
    asked = _asked(world, tenure, kind="transfer", to_unit=str(unit.pk), last_day="", first_day=_written(today()))
    client.post(f"/nhan-su/{tenure.dossier_id}/luan-chuyen/", asked)
    address = f"/luan-chuyen/{Move.objects.get().pk}/quyet-dinh/"
    decided = {"decision": "44/QĐ-UBND", "decided_on": _written(today()), "appoints": "on"}
    assert client.post(address, decided).status_code == 422
    assert (Move.objects.get().state, Fact.objects.filter(kind="move").count()) == ("draft", 0)
    allot(world, 1, "ubnd_b")
    assert client.post(address, decided).status_code == 302
    tenure.dossier.refresh_from_db()
    assert tenure.dossier.unit == unit


def test_a_move_stays_or_goes_as_its_kind_says(world: World, signed_in: SignedIn, tenure: Tenure) -> None:
    client, address = signed_in(KEEPER), f"/nhan-su/{tenure.dossier_id}/luan-chuyen/"
    here = str(world.units["ubnd_a"].pk)
    assert client.post(address, _asked(world, tenure, kind="reappointment")).status_code == 422
    assert client.post(address, _asked(world, tenure, to_unit=here)).status_code == 422
    assert client.post(address, _asked(world, tenure, kind="reappointment", to_unit=here)).status_code == 302
    move = Move.objects.get()
    assert "nghỉ hưu " in client.get(f"/luan-chuyen/{move.pk}/").content.decode()
    assert client.post(f"/luan-chuyen/{move.pk}/thoi/", {"reason": "Đổi nhiệm vụ"}).status_code == 302
    assert "Đổi nhiệm vụ" in client.get(f"/luan-chuyen/{move.pk}/").content.decode()
    assert client.post(f"/luan-chuyen/{move.pk}/sua/", _asked(world, tenure)).status_code == 422


def test_papers_are_word_files_that_show_what_is_missing(world: World, signed_in: SignedIn, tenure: Tenure) -> None:
    client, move = signed_in(KEEPER), moving(tenure, world.units["pkt_a"])
    for paper, words in (("quyet-dinh", "Biệt phái"), ("to-trinh", "không quá 36 tháng")):
        answer = client.get(f"/luan-chuyen/{move.pk}/van-ban/{paper}/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as package:
            text = package.read("word/document.xml").decode().replace("\xa0", " ")
        assert words in text and "[chưa ghi: " in text and "à Nguyễn Thị Mẫu" in text and "300/2026" in text
    # The letterhead is not that of the unit the person leaves, which decides nothing.
    assert decision_content(move).header.issuer == ("[chưa ghi: cơ quan ban hành]",)
    assert client.get(f"/luan-chuyen/{move.pk}/van-ban/la-gi/").status_code == 404


def test_officers_are_told_before_a_term_ends_once_for_each_stage(
    world: World, signed_in: SignedIn, tenure: Tenure
) -> None:
    away = moving(
        tenure, world.units["pkt_a"], state="decided", decision="4/QĐ", decided_on=days(-400),
        first_day=days(-400), last_day=days(-1),
    )  # fmt: skip
    place(world, dossier_of(world, "Trần Văn Thử"), until=days(25), post=make_post("TC", "Thanh tra"))
    assert watch_terms() == watch_terms()
    told = set(Notice.objects.values_list("user__username", "kind", "due_on"))
    assert told == {("chuyenvien.snv", "career_due", days(25)), ("chuyenvien.snv", "career_late", days(-1))}
    home = signed_in(KEEPER).get("/").content.decode()
    assert "Trần Văn Thử" in home and "/luan-chuyen/?han=qua" in home
    assert away.code in signed_in(KEEPER).get("/luan-chuyen/?han=qua").content.decode()
    assert "Thời hạn của cán bộ" not in signed_in("office_b").get("/").content.decode()


@pytest.mark.parametrize(
    ("title", "authority", "lines"),
    [
        ("Chủ tịch", "CHỦ TỊCH ", ("CHỦ TỊCH",)),
        ("Phó Chủ tịch", "CHỦ TỊCH ", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ],
)
def test_whoever_decides_in_person_signs_so_and_a_deputy_in_their_place(
    world: World, tenure: Tenure, title: str, authority: str, lines: tuple[str, ...]
) -> None:
    issuer = world.units["ubnd_a"]
    content = decision_content(moving(tenure, world.units["pkt_a"], issuer=issuer, signer_capacity=title))
    assert content.authority == f"{authority}{issuer.name}".upper()
    assert content.signature.capacity == lines and content.header.symbol == "QĐ-UBND"


@pytest.mark.parametrize(("left", "stage"), [(181, None), (180, 180), (91, 180), (90, 90), (30, 30), (0, 30), (-1, 0)])
def test_stages(left: int, stage: int | None) -> None:
    assert stage_of(today() + dt.timedelta(days=left), today()) == stage
