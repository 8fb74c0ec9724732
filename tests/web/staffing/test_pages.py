"""Pages of proposals of moves: as the officer and the person use them, with right and wrong input."""

from __future__ import annotations

import html
import re
import unicodedata
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook
from tests.conftest import SignedIn
from tests.factories.staffing import answered, movable, needed, on_the_map
from tests.factories.workforce import KEEPER, days
from tests.personas import World

from sauro.staffing.models import (
    Candidate,
    Consent,
    Need,
    PlaceData,
    ProposedMove,
    RecruitmentPlan,
    Road,
    Scenario,
    Standing,
)
from sauro.staffing.services.running import run_scenario
from sauro.workforce.models import Tenure

pytestmark = pytest.mark.django_db

WEIGHTS = {
    "importance": "5", "fairness": "3", "distance": "3", "circumstances": "3", "support": "1", "longest_minutes": "180",
    "stay_months": "0",
}  # fmt: skip


def test_a_scenario_is_asked_for_calculated_and_decided_on(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    movable(world, "Nguyễn Thị Mẫu <b>")
    needed(world, number=2)
    on_the_map(world)
    asked = {**WEIGHTS, "name": "Quý I", "unit": str(world.units["province"].pk), "day": f"{days(9):%d/%m/%Y}"}
    wrong = client.post("/dieu-dong/lap/", {**asked, "importance": "11", "day": "1/1/2020"})
    assert wrong.status_code == 422
    assert not Scenario.objects.exists()
    page = client.post("/dieu-dong/lap/", {**asked, "consent_needed": "on"}, follow=True).content.decode()
    assert "Đang tính" in page
    scenario = Scenario.objects.get()
    run_scenario(scenario_id=scenario.pk)
    page = client.get(f"/dieu-dong/{scenario.pk}/").content.decode()
    assert "đã chứng minh là cao nhất" in page and "còn trống 1" in page and "<svg" in page
    assert "Nguyễn Thị Mẫu &lt;b&gt;" in page and "Mẫu <b>" not in page
    file = client.get(f"/dieu-dong/{scenario.pk}/can-tuyen/")
    sheet = CalamineWorkbook.from_filelike(BytesIO(b"".join(file.streaming_content))).get_sheet_by_name("Theo đơn vị")
    assert sheet.to_python()[1] == ["", "Chuyên viên", world.units["ubnd_b"].name, 1]
    move = ProposedMove.objects.get()
    address = f"/dieu-dong/de-xuat/{move.pk}/"
    assert "Vì sao đề xuất" in client.get(address).content.decode()
    assert client.post(address, {"seen": "proposed", "outcome": "refused"}).status_code == 422
    done = client.post(address, {"seen": "proposed", "outcome": "confirmed"}, follow=True).content.decode()
    assert "Chưa có ai được điều động" in done
    late = client.post(address, {"seen": "proposed", "outcome": "refused", "reason": "Ở lại"})
    assert late.status_code == 422
    assert "Hãy xem lại" in late.content.decode()
    found = client.get(f"/dieu-dong/de-xuat/?pa={scenario.pk}&tt=confirmed&q=nguyen+thi").content.decode()
    assert address in found
    assert address not in client.get("/dieu-dong/de-xuat/?tt=refused").content.decode()
    staying = client.get(f"/dieu-dong/lap/?tu={scenario.pk}&o-lai={move.pk}").content.decode()
    assert "Nguyễn Thị Mẫu &lt;b&gt; được giữ ở lại đơn vị hiện nay." in staying
    again = client.get(f"/dieu-dong/lap/?tu={scenario.pk}").content.decode()
    assert "được giữ" not in again
    assert "Quý I (trọng số khác)" in again
    Scenario.objects.update(name="Q" * 184 + " (trọng số khác)")
    longest = client.get(f"/dieu-dong/lap/?tu={scenario.pk}").content.decode()
    assert f'value="{"Q" * 184} (trọng số khác)"' in longest


def test_who_is_not_proposed_reads_why_and_other_weights_are_tried(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    movable(world, "Nguyễn Thị Mẫu")
    movable(world, "Trần Văn Thử", consents=False)
    movable(world, "Lê Thị Ví Dụ")
    needed(world, number=1)
    on_the_map(world)
    scenario = answered(world)
    assert scenario.calculation.percent == 100
    page = client.get(f"/dieu-dong/chua-de-xuat/?pa={scenario.pk}").content.decode()
    assert "Trần Văn Thử" in page and "chưa đồng ý" in page
    barred, beaten = scenario.unplaced.get(bar="consent"), scenario.unplaced.get(bar="")
    page = client.get(f"/dieu-dong/chua-de-xuat/{barred.pk}/").content.decode()
    assert "Không xét cho vị trí nào: chưa đồng ý" in page
    page = client.get(f"/dieu-dong/chua-de-xuat/{beaten.pk}/").content.decode()
    assert world.units["ubnd_b"].name in page and "Mất 0 nghĩa là" in page
    other = next(name for name in ("Nguyễn Thị Mẫu", "Lê Thị Ví Dụ") if name != beaten.dossier.person.full_name)
    assert other not in page
    goals = "importance=0&fairness=0&distance=10&circumstances=3&support=1"
    page = client.get(f"/dieu-dong/{scenario.pk}/neu/?{goals}").content.decode()
    assert "đi nơi khác, hoặc thêm, bớt: 1 người" in page
    assert f"?tu={scenario.pk}&amp;importance=0" in page
    wrong = client.get(f"/dieu-dong/{scenario.pk}/neu/?{goals}1")
    assert wrong.status_code == 422
    begun = client.get(f"/dieu-dong/lap/?tu={scenario.pk}&importance=7").content.decode()
    assert 'value="7"' in begun and 'type="range"' in begun


def test_a_draft_leads_to_a_form_filled_in_beforehand(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    movable(world, "Nguyễn Thị Mẫu")
    needed(world)
    on_the_map(world)
    move = answered(world).moves.get()
    address = f"/dieu-dong/de-xuat/{move.pk}/"
    assert "Ghi quyết định bố trí" not in client.get(address).content.decode()
    page = client.post(address, {"seen": "proposed", "outcome": "confirmed"}, follow=True).content.decode()
    link = re.search(r'href="(/nhan-su/[^"]+/bo-tri/[^"]+)"', page)
    assert link
    form = client.get(html.unescape(link[1])).content.decode()
    assert world.units["ubnd_b"].name in form and f'value="{days(30):%d/%m/%Y}"' in form
    assert not Tenure.objects.filter(unit=world.units["ubnd_b"]).exists()


def test_two_scenarios_stand_side_by_side(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    movable(world, "Nguyễn Thị Mẫu", consents=False)
    needed(world)
    on_the_map(world)
    first, second = answered(world, name="Một"), answered(world, name="Hai", consent_needed=False)
    page = client.get(f"/dieu-dong/so-sanh/?a={first.pk}&b={second.pk}").content.decode()
    assert "Một" in page and "Hai" in page and "không đề xuất" in page and "Nguyễn Thị Mẫu" in page
    assert "Hãy mở một phương án" in client.get("/dieu-dong/so-sanh/?a=x&b=").content.decode()


def test_data_are_set_down_and_wrong_ones_refused(world: World, signed_in: SignedIn) -> None:
    client, unit = signed_in(KEEPER), str(world.units["commune_a"].pk)
    place = {"unit": unit, "latitude": "10.4", "longitude": "105.1", "hardship": "2"}
    assert client.post("/dieu-dong/du-lieu/dia-ban/", {**place, "latitude": "91"}).status_code == 422
    assert client.post("/dieu-dong/du-lieu/dia-ban/", {**place, "crossing_minutes": "20"}).status_code == 422
    assert client.post("/dieu-dong/du-lieu/dia-ban/", place).status_code == 302
    assert PlaceData.objects.get().hardship == 2
    tenure = movable(world, "Nguyễn Thị Mẫu")
    need = {"unit": str(world.units["ubnd_a"].pk), "post": str(tenure.post_id), "number": "-1"}
    assert client.post("/dieu-dong/du-lieu/nhu-cau/", need).status_code == 422
    assert client.post("/dieu-dong/du-lieu/nhu-cau/", {**need, "number": "3"}).status_code == 302
    assert Need.objects.get().number == 3
    assert "<strong>1</strong> nhu cầu bố trí" in client.get("/dieu-dong/du-lieu/").content.decode()
    needs = client.get("/dieu-dong/du-lieu/cac-nhu-cau/?q=chuyen+vien").content.decode()
    assert world.units["ubnd_a"].name in needs
    edit = html.unescape(re.search(r'href="(/dieu-dong/du-lieu/nhu-cau/[^"]+)"', needs)[1])  # type: ignore[index]  # it is there
    assert 'value="3"' in client.get(edit).content.decode()
    assert world.units["commune_a"].name in client.get("/dieu-dong/du-lieu/cac-dia-ban/?kk=2").content.decode()
    assert world.units["commune_a"].name not in client.get("/dieu-dong/du-lieu/cac-dia-ban/?kk=3").content.decode()
    standing = f"/nhan-su/{tenure.dossier_id}/dieu-dong/"
    assert client.post(standing, {"circumstances": "4"}).status_code == 422
    home = {"circumstances": "3", "home": str(world.units["ubnd_a"].pk)}
    assert "Quê quán phải là" in client.post(standing, home).content.decode()
    assert client.post(standing, {**home, "home": unit, "not_before": "01/01/2027"}).status_code == 302
    assert (Standing.objects.get().could_move, Standing.objects.get().circumstances) == (False, 3)


def _brought(text: bytes, name: str = "duong.csv") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, text)}


def test_measured_ways_are_checked_shown_and_then_written(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    one, other = world.units["commune_a"], world.units["commune_b"]
    address = "/dieu-dong/du-lieu/duong-di/nhap/"
    wrong = f"Số phút;Từ;Đến\n70;{one.name};{other.code}\n80;{other.name};{one.name}\nx;{one.code};Xã Không Có\n"
    page = client.post(address, _brought(wrong.encode("utf-8-sig")))
    assert page.status_code == 422
    assert "Dòng 3: Cặp này đã có ở dòng 2" in page.content.decode()
    assert "Không có địa bàn, đơn vị “Xã Không Có”" in page.content.decode()
    assert client.post(address, _brought(b"a,b\n1,2\n")).status_code == 422
    assert client.post(address, {}).status_code == 422
    assert not Road.objects.exists()
    name = unicodedata.normalize("NFD", one.name)
    page = client.post(address, _brought(f"Từ\tĐến\tSố phút\n{name}\t{other.name}\t75\n".encode("utf-16")))
    assert "Đọc được 1 cặp: 1 mới" in page.content.decode()
    payload = re.search(r'name="payload" value="([^"]+)"', page.content.decode())
    assert payload
    assert client.post(f"{address}ghi/", {"payload": payload[1] + "x"}).status_code == 302
    assert not Road.objects.exists()
    written = client.post(f"{address}ghi/", {"payload": payload[1]}, follow=True).content.decode()
    assert "Đã ghi 1 đường đi" in written and ">75<" in written
    assert Road.objects.get().minutes == 75


def test_a_person_consents_and_withdraws(world: World, signed_in: SignedIn) -> None:
    dossier = movable(world, "Nguyễn Thị Mẫu", consents=False).dossier
    client = signed_in("servant_a")
    assert "Chưa có hồ sơ" in client.get("/dong-y-dieu-dong/").content.decode()
    assert client.post(f"/dong-y-dieu-dong/{dossier.pk}/", {"dong-y": "co"}).status_code == 404
    dossier.person = world.users["servant_a"].person
    dossier.save()
    page = client.post(f"/dong-y-dieu-dong/{dossier.pk}/", {"dong-y": "co"}, follow=True).content.decode()
    assert "Rút đồng ý" in page
    assert Consent.objects.get().withdrawn_at is None
    client.post(f"/dong-y-dieu-dong/{dossier.pk}/", {"dong-y": "khong"})
    assert Consent.objects.get().withdrawn_at is not None


def test_recruitment_goes_from_what_is_left_to_a_dossier(world: World, signed_in: SignedIn) -> None:
    client = signed_in(KEEPER)
    needed(world, number=2)
    on_the_map(world)
    scenario = answered(world)
    assert "Lập kế hoạch tuyển dụng" in client.get(f"/dieu-dong/{scenario.pk}/").content.decode()
    begun = client.get(f"/tuyen-dung/lap/?pa={scenario.pk}").content.decode()
    assert "từ Phương án thử" in begun
    asked = {"name": "Tuyển <b>", "unit": str(world.units["province"].pk), "year": "1999", "way": "exam"}
    assert client.post(f"/tuyen-dung/lap/?pa={scenario.pk}", asked).status_code == 422
    page = client.post(f"/tuyen-dung/lap/?pa={scenario.pk}", {**asked, "year": f"{days(0).year}"}, follow=True)
    text = page.content.decode()
    assert "Tuyển &lt;b&gt;" in text and world.units["ubnd_b"].name in text
    plan = RecruitmentPlan.objects.get()
    line = plan.lines.get()
    address = f"/tuyen-dung/{plan.pk}/"
    asked_line = {"unit": str(line.unit_id), "post": str(line.post_id), "way": "exam"}
    assert client.post(address, {**asked_line, "number": "-1"}).status_code == 422
    assert client.post(address, {**asked_line, "number": "1"}).status_code == 302
    assert client.post(f"{address}buoc/", {"seen": "draft", "decision": ""}).status_code == 422
    page = client.post(f"{address}buoc/", {"seen": "draft", "decision": "14/QĐ"}, follow=True).content.decode()
    assert "Đã duyệt" in page and "Duyệt theo 14/QĐ" in page
    address = f"/tuyen-dung/chi-tieu/{line.pk}/"
    assert client.post(address, {"full_name": "Phan Thị Giả Định", "birth_year": "1901"}).status_code == 422
    page = client.post(address, {"full_name": "Phan Thị Giả Định", "birth_year": "1999"}, follow=True).content.decode()
    assert "Phan Thị Giả Định" in page
    address = f"/tuyen-dung/nguoi-du-tuyen/{Candidate.objects.get().pk}/"
    passed = {"seen": "applied", "state": "passed", "decision": "15/QĐ", "result": "82 điểm"}
    assert client.post(address, {**passed, "decision": ""}).status_code == 422
    assert client.post(address, passed).status_code == 302
    assert client.post(address, passed).status_code == 422
    page = html.unescape(client.get(address).content.decode())
    link = re.search(r'href="(/nhan-su/lap/[^"]+)"', page)
    assert link
    assert 'value="Phan Thị Giả Định"' in client.get(link[1]).content.decode()
    found = client.get("/tuyen-dung/?tt=approved&q=tuyen").content.decode()
    assert f"/tuyen-dung/{plan.pk}/" in found
