"""Standards, assessments and needs of training, as people use the pages."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

import pytest
from tests.conftest import SignedIn
from tests.factories.careers import make_competency, moving
from tests.factories.workforce import KEEPER, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.careers.models import Assessment, Competency, Gap, Standard
from sauro.careers.services.measuring import holders_of, measure_people
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier, Tenure
from sauro.workforce.services.facts import Content, record_fact

pytestmark = pytest.mark.django_db
ASKED = {
    "since": "05/01/2026", "education": "university", "subjects": "Quản lý đất đai\nLuật", "theory": "intermediate",
    "digital": "on", "grace_months": "6", "decision": "21/QĐ-UBND",
}  # fmt: skip


@pytest.fixture
def held(world: World) -> Dossier:
    """Somebody in a post of commune A."""
    allot(world, 2)
    dossier = dossier_of(world)
    place(world, dossier)
    return dossier


def _known(world: World, dossier: Dossier, kind: FactKind, value: str, detail: str = "") -> None:
    content = Content(dt.date(2020, 6, 1), value, detail)
    record_fact(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=kind, content=content)


def test_a_standard_is_laid_down_people_measured_and_numbers_open_lists(
    world: World, signed_in: SignedIn, held: Dossier
) -> None:
    client, post, competency = signed_in(KEEPER), make_post(), make_competency()
    data = {**ASKED, f"nl_{competency.pk.hex}": "3"}
    empty = client.post(f"/vi-tri-viec-lam/{post.pk}/tieu-chuan/", {"since": "05/01/2026", "decision": "1/QĐ"})
    assert empty.status_code == 422 and "ít nhất một yêu cầu" in empty.content.decode()
    assert client.post(f"/vi-tri-viec-lam/{post.pk}/tieu-chuan/", data).status_code == 302
    measure_people(holders_of(post.pk))
    assert set(Gap.objects.values_list("need", "outcome")) == {
        (need, "unknown") for need in ("education", "subject", "theory", "digital", "competency", "yearly_periods")
    }
    _known(world, held, FactKind.EDUCATION, "university", normalize("NFD", "Luật kinh tế"))
    _known(world, held, FactKind.THEORY, "elementary")
    assert set(Gap.objects.values_list("need", "outcome", "due_on")) >= {("theory", "lacking", dt.date(2026, 7, 5))}
    assert not Gap.objects.filter(need__in=("education", "subject")).exists()
    overview = client.get("/tieu-chuan/").content.decode()
    assert "/tieu-chuan/chua-dat/?lop=theory%3A3&amp;tt=lacking" in overview
    listed = client.get("/tieu-chuan/chua-dat/?lop=theory%3A3&tt=lacking&han=qua&q=nguyen thi mau").content.decode()
    assert "Nguyễn Thị Mẫu" in listed and "Lý luận chính trị từ trung cấp" in listed
    by_unit = client.get("/tieu-chuan/?theo=don-vi&lop=theory%3A3").content.decode()
    assert f"lop=theory%3A3&amp;dv={held.unit.code}&amp;dv-rieng=1&amp;tt=lacking" in by_unit
    checked = client.get("/tieu-chuan/doi-chieu/?tt=chua-dat").content.decode()
    assert "Nguyễn Thị Mẫu" in checked
    assert "Nguyễn Thị Mẫu" not in client.get("/tieu-chuan/doi-chieu/?tt=dat").content.decode()
    page = client.get(f"/nhan-su/{held.pk}/").content.decode()
    assert "So với tiêu chuẩn của vị trí" in page and "Soạn thảo văn bản, mức 3" in page
    assert "Nguyễn Thị Mẫu" not in signed_in("office_b").get("/tieu-chuan/chua-dat/").content.decode()


def test_a_later_standard_ends_the_one_before_and_a_correction_needs_its_reason(
    signed_in: SignedIn, held: Dossier
) -> None:
    client, address = signed_in(KEEPER), f"/vi-tri-viec-lam/{make_post().pk}/tieu-chuan/"
    assert client.post(address, ASKED).status_code == 302
    assert client.post(address, ASKED).status_code == 422
    earlier = client.post(address, {**ASKED, "since": "04/01/2026"})
    assert "Đã có tiêu chuẩn từ ngày 05/01/2026" in earlier.content.decode()
    assert client.post(address, {**ASKED, "reason": "Nhầm ngành"}).status_code == 302
    assert client.post(address, {**ASKED, "since": "01/11/2026"}).status_code == 302
    standing = Standard.objects.standing().order_by("valid")
    assert [(one.first_day, one.last_day) for one in standing] == [
        (dt.date(2026, 1, 5), dt.date(2026, 10, 31)), (dt.date(2026, 11, 1), None),
    ]  # fmt: skip
    assert Standard.objects.filter(withdrawn_reason="Nhầm ngành").count() == 1
    page = client.get(address.removesuffix("tieu-chuan/")).content.decode()
    assert "đã rút, Đỗ Văn Mẫu: Nhầm ngành" in page


def test_a_competency_is_assessed_and_taken_back(world: World, signed_in: SignedIn, held: Dossier) -> None:
    client, competency = signed_in(KEEPER), make_competency()
    address = f"/nhan-su/{held.pk}/nang-luc/"
    data = {"competency": str(competency.pk), "level": "2", "since": "01/02/2026"}
    assert client.post(address, {**data, "since": "01/02/2031"}).status_code == 422
    assert client.post(address, {**data, "since": "01/02/2025"}).status_code == 422
    assert client.post(address, data).status_code == 302
    assert client.post(address, {**data, "level": "4"}).status_code == 422
    assert client.post(address, {**data, "level": "4", "since": "01/03/2026"}).status_code == 302
    last = Assessment.objects.get(level=4)
    assert client.post(f"/nhan-su/nang-luc/{last.pk}/rut/", {"reason": " "}).status_code == 422
    assert client.post(f"/nhan-su/nang-luc/{last.pk}/rut/", {"reason": "Nhầm người"}).status_code == 302
    page = client.get(f"/nhan-su/{held.pk}/").content.decode()
    assert "đã rút, Đỗ Văn Mẫu: Nhầm người" in page
    assert signed_in("office_b").get(address).status_code == 404
    assert signed_in("office_a").get(address).status_code == 403


def test_people_read_on_their_own_page_how_they_stand_and_what_was_decided(
    world: World, signed_in: SignedIn, held: Dossier
) -> None:
    tenure = Tenure.objects.get()
    moving(tenure, world.units["ubnd_b"], last_day=None)
    signed_in(KEEPER).post(f"/vi-tri-viec-lam/{tenure.post_id}/tieu-chuan/", ASKED)
    Dossier.objects.filter(pk=held.pk).update(person=world.users["servant_a"].person)
    page = signed_in("servant_a").get("/ho-so-cua-toi/").content.decode()
    assert "Tôi so với tiêu chuẩn vị trí của mình" in page and "Tôi cần bồi dưỡng" in page
    assert "Bồi dưỡng kỹ năng số" in page and "21/QĐ-UBND" in page and "NĐ 171/2025/NĐ-CP" in page
    assert "Nghỉ hưu" not in page and "Chưa có quyết định điều động" in page
    assert "Đánh giá năng lực" not in page


def test_the_framework_is_kept_and_closed(signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    data = {"code": "NL-KH", "title": "Lập kế hoạch", "group": "common", "since": "05/01/2026", "level_1": "Biết việc"}
    assert client.post("/khung-nang-luc/them/", {**data, "until": "01/01/2026"}).status_code == 422
    assert client.post("/khung-nang-luc/them/", data).status_code == 302
    assert client.post("/khung-nang-luc/them/", data).status_code == 422
    row = Competency.objects.get()
    assert client.post(f"/khung-nang-luc/{row.pk}/", {**data, "until": "31/10/2026"}).status_code == 302
    assert "Lập kế hoạch" not in client.get("/khung-nang-luc/?dung=co").content.decode()
    assert "Lập kế hoạch" in client.get("/khung-nang-luc/?q=lap+ke+hoach").content.decode()


def test_measuring_again_changes_nothing(held: Dossier) -> None:
    measure_people()
    before = set(Gap.objects.values_list("pk", flat=True))
    assert (measure_people(), set(Gap.objects.values_list("pk", flat=True))) == (0, before)
