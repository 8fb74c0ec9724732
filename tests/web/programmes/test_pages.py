"""The pages of programmes: the workspace, forms that keep what was typed, approval, passing on."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.organizations import make_user
from tests.factories.programmes import WORK, entry_of, plan_of, section
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.accounts.models import User
from sauro.accounts.roles import Role
from sauro.common.clock import today
from sauro.documents.services.purging import propose_purge
from sauro.programmes.enums import DemandKind
from sauro.programmes.models import Demand, Entry, Programme, ProgrammeTemplate
from sauro.programmes.services import writing
from sauro.programmes.services.answering import add_demand

HTMX = {"HX-Request": "true"}


def line(world: World, **columns: str) -> dict[str, str]:
    held = {
        "part": "direct", "work": WORK, "lead_unit": str(world.units["pkt_a"].pk), "person_text": "Trưởng phòng",
        "measures": "Đấu thầu", "due_text": "Quý IV/2028", "authority": "Chủ tịch", "product": "12 bộ đèn",
        "money": "none",
    }  # fmt: skip
    return {**held, **columns}


def post(client: Client, name: str, *at: Any, **data: str) -> Any:
    return client.post(reverse(name, args=at), data, headers=HTMX)


def test_plan_starts_from_the_form_and_shows_three_columns(world: World, signed_in: SignedIn) -> None:
    office = signed_in("office_a")
    address = reverse("programme-new")
    form = {"unit": str(world.units["ubnd_a"].pk), "kind": "plan", "template": "ke-hoach", "first_year": "2026"}
    wrong = office.post(address, {**form, "last_year": "2020"})
    assert wrong.status_code == 422
    assert "Năm cuối phải từ năm đầu" in wrong.content.decode()
    page = office.post(address, {**form, "last_year": "2030"}, follow=True).content.decode()
    assert "Chưa có yêu cầu nào" in page
    assert "I. Mục đích, yêu cầu" in page
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert signed_in("office_b").get(reverse("programme-detail", args=[Programme.objects.get().pk])).status_code == 404


def test_a_line_goes_from_the_demand_to_the_page(world: World, signed_in: SignedIn) -> None:
    plan, office = plan_of(world), signed_in("office_a")
    place = section(plan)
    demand = add_demand(
        actor=world.actor("office_a"),
        programme_id=plan.pk,
        kind=DemandKind.TASK,
        text="Lắp 12 bộ đèn",
        source_text="NQ",
    )
    opened = office.get(f"{reverse('programme-detail', args=[plan.pk])}?vb=typed&yc={demand.pk}", headers=HTMX)
    assert "Soạn dòng mới" in opened.content.decode()
    go = f"{reverse('programme-entry-go', args=[plan.pk])}?section={place.pk}&yc={demand.pk}"
    shown = office.get(go, headers=HTMX)
    assert shown.headers["HX-Retarget"] == f"#them-{place.pk}"
    assert "Lắp 12 bộ đèn" in shown.content.decode()
    empty = post(office, "programme-entry-add", plan.pk, place.pk, **line(world, work=" ", product="Giữ lại"))
    assert empty.status_code == 422
    assert "Giữ lại" in empty.content.decode()
    half = line(world, **{"fund-0-year": "2027", "money": "budget"})
    refused = post(office, "programme-entry-add", plan.pk, place.pk, **half)
    assert "Dòng kinh phí cần đủ năm, nguồn và số tiền" in refused.content.decode()
    money = {"fund-0-year": "2027", "fund-0-source": "commune", "fund-0-amount": "350,5", "money": "budget"}
    saved = post(office, "programme-entry-add", plan.pk, place.pk, **line(world, demand=str(demand.pk), **money))
    assert saved.status_code == 200
    assert saved.content.decode().count(WORK) >= 3
    entry = Entry.objects.get()
    assert (entry.answers.get().demand, str(entry.fundings.get().amount)) == (demand, "350.50")
    resources = office.get(reverse("programme-resources", args=[plan.pk])).content.decode()
    assert "350,5" in resources


def test_who_saves_after_somebody_else_keeps_what_they_typed(world: World, signed_in: SignedIn) -> None:
    plan, office, servant = plan_of(world), signed_in("office_a"), signed_in("servant_a")
    place = section(plan)
    held = post(office, "programme-section", plan.pk, place.pk, "giu")
    assert held.headers["HX-Retarget"] == f"#khung-{place.pk}"
    assert post(servant, "programme-section", plan.pk, place.pk, "giu").status_code == 409
    assert "đang soạn" in servant.get(reverse("programme-detail", args=[plan.pk])).content.decode()
    assert post(servant, "programme-section", plan.pk, place.pk, "nhan").status_code == 200
    mine = {"title": "Quy hoạch", "role": "tasks", "version": "1", "text": "Lời mới"}
    assert post(servant, "programme-section", plan.pk, place.pk, "luu", **mine).status_code == 200
    late = post(office, "programme-section", plan.pk, place.pk, "luu", **{**mine, "text": "Lời của tôi"})
    assert late.status_code == 422
    answer = late.content.decode()
    assert "Lời của tôi" in answer
    assert "Lời mới" in answer
    again = post(
        office, "programme-section", plan.pk, place.pk, "luu", **{**mine, "text": "Lời của tôi", "version": "2"}
    )
    assert again.status_code == 200
    assert "Lời của tôi" in again.content.decode()


def test_deeds_on_sections_demands_and_references_answer_with_the_columns(world: World, signed_in: SignedIn) -> None:
    plan, office = plan_of(world), signed_in("office_a")
    entry = entry_of(world, plan)
    writing.release_section(actor=world.actor("office_a"), programme_id=plan.pk, section_id=entry.section_id)
    assert post(office, "programme-section-add", plan.pk, title="", role="text").status_code == 422
    added = post(office, "programme-section-add", plan.pk, title="Mục thêm", role="tasks")
    assert "V. Mục thêm" in added.content.decode()
    extra = section(plan, "Mục thêm")
    moved = post(office, "programme-entry-deed", plan.pk, entry.pk, "chuyen", section=str(extra.pk))
    assert moved.status_code == 200
    assert post(office, "programme-section", plan.pk, extra.pk, "xoa").status_code == 409
    assert post(office, "programme-entry-deed", plan.pk, entry.pk, "bo", reason="").status_code == 422
    assert post(office, "programme-section", plan.pk, extra.pk, "gop-y", text="Viết rõ hơn").status_code == 200
    post(office, "programme-reference-add", plan.pk, names="Đề án một\nĐề án hai")
    reference = plan.references.get(name="Đề án hai")
    refused = post(office, "programme-reference-judge", plan.pk, reference.pk, state="not_ours", reason="")
    assert (refused.status_code, "vì sao" in refused.content.decode()) == (422, True)
    post(office, "programme-demand-add", plan.pk, kind="task", text="Việc <b>mới</b>", source_text="Đề án một")
    demand = Demand.objects.get(text="Việc <b>mới</b>")
    taken = post(office, "programme-demand", plan.pk, demand.pk, "dua-vao", entry=str(entry.pk), vb="typed")
    assert "Việc &lt;b&gt;mới&lt;/b&gt;" in taken.content.decode()
    assert post(office, "programme-demand", plan.pk, demand.pk, "la").status_code == 404
    assert post(office, "programme-recheck", plan.pk).status_code == 200
    assert "1 dòng" in post(office, "programme-recheck", plan.pk).content.decode()


def test_approval_page_keeps_words_and_compares_versions(world: World, signed_in: SignedIn) -> None:
    plan, servant, office = plan_of(world), signed_in("servant_a"), signed_in("office_a")
    approval = reverse("programme-approval", args=[plan.pk])
    servant.post(reverse("programme-version-keep", args=[plan.pk]), {"label": "Đầu"})
    entry_of(world, plan)
    compared = servant.get(f"{approval}?cu=1&moi=").content.decode()
    assert f"<ins>{WORK}</ins>" in compared
    assert servant.post(reverse("programme-step", args=[plan.pk, "submit"]), {"note": "Trình"}).status_code == 302
    back = office.post(reverse("programme-step", args=[plan.pk, "return"]), {"note": ""})
    assert back.status_code == 422
    assert "Hãy ghi vì sao trả lại" in back.content.decode()
    assert office.post(reverse("programme-step", args=[plan.pk, "appraise"]), {"note": "Đủ"}).status_code == 302
    assert "Thẩm định" in office.get(approval).content.decode()
    assert servant.post(reverse("programme-step", args=[plan.pk, "issue"]), {}).status_code == 422


def test_chosen_lines_become_tasks_that_point_back(world: World, signed_in: SignedIn) -> None:
    plan = plan_of(world)
    entry = entry_of(world, plan)
    Programme.objects.filter(pk=plan.pk).update(state="issued", number="1/KH-UBND", issued_on=today())
    office = signed_in("office_a")
    address = reverse("programme-give", args=[plan.pk])
    assert WORK in office.get(address).content.decode()
    assert office.post(address, {}).status_code == 422
    assert office.post(address, {"entries": [str(entry.pk)]}).status_code == 302
    task = entry.given.get().assignment
    assert plan.code in office.get(reverse("assignment-detail", args=[task.pk])).content.decode()


def test_the_province_sees_who_has_begun_and_who_has_issued(world: World, signed_in: SignedIn) -> None:
    plan = plan_of(world)
    entry_of(world, plan)
    clerk, address = signed_in("clerk"), reverse("programme-overview")
    page = clerk.get(address).content.decode()
    assert "Chưa lập" in page
    assert "Đang soạn" in page
    assert reverse("programme-detail", args=[plan.pk]) not in page
    without = clerk.get(f"{address}?tt=none").content.decode()
    assert world.units["ubnd_b"].name in without
    assert f">{plan.unit.name}<" not in without
    Programme.objects.filter(pk=plan.pk).update(state="issued", number="1/KH-UBND", issued_on=today())
    issued = clerk.get(f"{address}?tt=issued").content.decode()
    assert f"{reverse('programme-detail', args=[plan.pk])}?xem=loi" in issued
    assert "Đã ban hành: <strong>1</strong>" in issued
    faulty = clerk.get(f"{reverse('programme-detail', args=[plan.pk])}?xem=thieu").content.decode()
    assert "Chỉ hiện dòng chưa đủ 6 rõ." in faulty
    assert clerk.get(f"{address}?xuat=xlsx").status_code == 200
    assert "Không có xã nào" in signed_in("office_a").get(address).content.decode()


def test_two_people_on_one_line_lose_nothing(world: World, signed_in: SignedIn) -> None:
    plan, office, servant = plan_of(world), signed_in("office_a"), signed_in("servant_a")
    entry = entry_of(world, plan)
    held = post(servant, "programme-entry", plan.pk, entry.pk, **line(world, work="Của người sau", version="1"))
    assert held.status_code == 422
    assert "đang soạn mục này" in held.content.decode()
    assert "Của người sau" in held.content.decode()
    writing.release_section(actor=world.actor("office_a"), programme_id=plan.pk, section_id=entry.section_id)
    chosen = {"coordinator_units": str(world.units["vp_a"].pk)}
    saved = post(office, "programme-entry", plan.pk, entry.pk, **line(world, work="Bản mới", version="1", **chosen))
    assert saved.status_code == 200
    writing.release_section(actor=world.actor("office_a"), programme_id=plan.pk, section_id=entry.section_id)
    late = post(servant, "programme-entry", plan.pk, entry.pk, **line(world, work="Bản cũ", version="1", **chosen))
    answer = late.content.decode()
    assert (late.status_code, "Bản mới" in answer, "Bản cũ" in answer) == (422, True, True)
    assert world.units["vp_a"].name in answer


def test_a_document_taken_back_is_said_on_the_left(world: World, signed_in: SignedIn) -> None:
    unit = world.units["ubnd_a"]
    spec = DocumentSpec([TaskSpec(f"{unit.name} lắp đèn.", section="I.1", leads=(unit.name,))])
    document = make_document(unit, spec, units=(unit,))
    plan, office = plan_of(world), signed_in("office_a")
    post(office, "programme-gather", plan.pk)
    propose_purge(actor=world.actor("office_a"), document_id=document.pk, reason="Nghi mang dấu mật")
    page = office.get(reverse("programme-detail", args=[plan.pk])).content.decode()
    assert "Văn bản này đã rút" in page
    assert "lắp đèn" in page


def test_a_line_is_amended_and_withdrawn_after_the_issue(world: World, signed_in: SignedIn) -> None:
    plan = plan_of(world)
    entry = entry_of(world, plan)
    office = world.units["ubnd_a"]
    make_user("chutich.a", "Phan Văn Ví Dụ", (Role.LEADER, office), unit=office, title="Chủ tịch")
    leader = Client()
    leader.force_login(User.objects.get(username="chutich.a"))
    Programme.objects.filter(pk=plan.pk).update(state="issued", number="1/KH-UBND", issued_on=today())
    address = reverse("programme-amend", args=[plan.pk, entry.pk])
    assert WORK in leader.get(address).content.decode()
    said = {"work": "Lắp 20 bộ đèn", "lead_unit": str(world.units["vp_a"].pk), "reason": "Chờ vốn"}
    wrong = leader.post(address, {**said, "day": "01/01/2040"})
    assert (wrong.status_code, "Chờ vốn" in wrong.content.decode()) == (422, True)
    assert leader.post(address, {**said, "day": "01/05/2029"}).status_code == 302
    entry.refresh_from_db()
    assert f"{entry.due_on:%d/%m/%Y}" == "01/05/2029"
    assert (entry.work, entry.lead_unit) == ("Lắp 20 bộ đèn", world.units["vp_a"])
    gone = reverse("programme-withdraw", args=[plan.pk, entry.pk])
    assert leader.post(gone, {"reason": "Tỉnh làm"}).status_code == 302
    assert leader.get(address).status_code == 404


def test_templates_name_the_faulty_line_and_keep_the_text(world: World, signed_in: SignedIn) -> None:
    office = signed_in("office_a")
    address = reverse("programme-template-new-plan")
    initial = office.get(address).context["form"].initial
    held = {**initial, "name": "Mẫu của xã"}
    broken = office.post(address, {**held, "outline": "# Một\n{huyện} lời giữ lại"})
    assert broken.status_code == 422
    assert "Dòng 2" in broken.content.decode()
    assert "lời giữ lại" in broken.content.decode()
    assert office.post(address, held).status_code == 302
    template = ProgrammeTemplate.objects.get()
    assert signed_in("office_b").get(reverse("programme-template", args=[template.pk])).status_code == 404
