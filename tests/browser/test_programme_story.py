"""From what the province and the congress ask to the issued programme and plan of a commune, in a real browser.

The Party's office builds the programme and hands one line over by name; the people's committee derives its plan, leaves
a task out with a reason, has a person decide between two values of one target, takes both files out, has the plan
appraised, adopted and issued by three people, gives its lines, and finds them among its work and its targets. The head
of the provincial office sees the commune go from red to green.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.desk_stage import chromium
from tests.browser.programme_papers import (
    BEACH,
    CLASSES,
    FEWER,
    LENGTH,
    LIGHTS,
    MORE,
    PROVINCE,
    RESOLUTION,
    SCHOOLS,
)
from tests.factories.documents import take_in_text
from tests.factories.organizations import PASSWORD, make_user
from tests.personas import World

from sauro.accounts.roles import Role
from sauro.common.clock import today
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.models import Programme

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PEOPLE = ("head", "party_a", "office_a", "clerk_a", "leader_a")
WORK = "Mở hai lớp sửa chữa máy nông nghiệp, mỗi lớp ba mươi người, học tại trung tâm của xã"
LAMPS = "Dựng 120 bộ đèn trên năm đường liên ấp, chia hai đợt theo mùa mưa"
HOUSES = "Kiểm kê rồi chuyển hai điểm trường cũ cho nhà văn hóa ấp quản lý"


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def commune(committed_world: World) -> World:
    """The papers are taken in, and everybody can sign in."""
    world = committed_world
    unit = world.units["ubnd_a"]
    world.users["leader_a"] = make_user("chutich.a", "Phan Văn Ví Dụ", (Role.LEADER, unit), unit=unit, title="Chủ tịch")
    world.users["clerk_a"] = make_user("vanthu.a", "La Thị Thử", (Role.CLERK, unit), unit=unit, title="Văn thư")
    for persona in PEOPLE:
        world.users[persona].set_password(PASSWORD)
        world.users[persona].save()
    for name, text in PROVINCE.items():
        take_in_text(world, text, persona="clerk_a", unit="ubnd_a", name=name)
    take_in_text(world, RESOLUTION, persona="party_a", unit="du_a", name="01-NQ-DH.txt")
    return world


@contextmanager
def signed_in(browser: Browser, server: LiveServer, username: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{server.url}/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Hôm nay")).to_be_visible()
    yield page
    context.close()


@pytest.mark.long
def test_a_commune_goes_from_red_to_green(browser: Browser, live_server: LiveServer, commune: World) -> None:
    row = commune.units["ubnd_a"].name
    with signed_in(browser, live_server, "chanhvp.tinh") as page:
        page.goto(f"{live_server.url}{reverse('programme-overview')}")
        expect(page.get_by_role("row").filter(has_text=row)).to_contain_text("Chưa lập")

    with signed_in(browser, live_server, "vanphong.du") as page:
        programme = build_programme(page, live_server)
        # Its approval takes three people of the Party, as the plan's below does of the State.
        Programme.objects.filter(pk=programme.pk).update(
            state=ProgrammeState.ISSUED, number="05-CTr/ĐU", issued_on=today()
        )
        page.goto(f"{live_server.url}{reverse('programme-release', args=[programme.pk])}")
        page.get_by_role("checkbox").check()
        page.get_by_role("button", name="Chuyển các dòng đã chọn").click()
        expect(page.get_by_text("Đã chuyển 1 nội dung.")).to_be_visible()
        take_out(page, live_server, programme)

    with signed_in(browser, live_server, "chanhvp.a") as office:
        with signed_in(browser, live_server, "vanthu.a") as page:
            plan = derive_plan(page, live_server)
            take_roads(page, live_server, plan)
            settle_roads(office, live_server, plan)
            page.reload()
            expect(page.locator("#prog-so-lieu")).to_contain_text("7/7")
            take_out(page, live_server, plan)
            step(page, live_server, plan, "Gửi thẩm định")
        step(office, live_server, plan, "Thẩm định")
        with signed_in(browser, live_server, "chutich.a") as page:
            step(page, live_server, plan, "Thông qua")
            page.get_by_label("Số, ký hiệu").fill("15/KH-UBND")
            page.get_by_label("Ngày ban hành").fill(f"{today():%d/%m/%Y}")
            page.get_by_role("button", name="Ban hành").click()
            expect(page.get_by_text("Đã ghi bước “Ban hành”.")).to_be_visible()
        give(office, live_server, plan)

    with signed_in(browser, live_server, "chanhvp.tinh") as page:
        page.goto(f"{live_server.url}{reverse('programme-overview')}")
        issued = page.get_by_role("row").filter(has_text=row)
        expect(issued).to_contain_text("Đã ban hành")
        expect(issued).to_contain_text("7/7")
        issued.get_by_role("link", name="15/KH-UBND").click()
        expect(page.locator(".sheet").first).to_contain_text(LAMPS)


def begin(page: Page, server: LiveServer, kind: str) -> Programme:
    page.goto(f"{server.url}{reverse('programme-new')}")
    page.get_by_role("button", name="Lập từ mẫu").click()
    expect(page.get_by_text("Đã lập từ mẫu.")).to_be_visible()
    page.get_by_role("button", name="Lấy yêu cầu").click()
    expect(page.locator(".prog-demand").first).to_be_visible()
    return Programme.objects.get(kind=kind)


def answer(page: Page, server: LiveServer, programme: Programme, demand: str, heading: str, work: str) -> None:
    """Write a new line for what is asked, with all six clears, and see it on the page that will be printed."""
    asked = programme.demands.get(text__contains=demand)
    source = asked.reference_id or asked.origin
    page.goto(f"{server.url}{reverse('programme-detail', args=[programme.pk])}?vb={source}&yc={asked.pk}")
    section = programme.sections.filter(title=heading, role="tasks").order_by("position")[0]
    page.locator("#yc-muc").select_option(str(section.pk))
    page.get_by_role("button", name="Soạn dòng mới").click()
    form = page.locator(".prog-form")
    form.get_by_label("Việc phải làm").fill(work)
    if programme.kind == "plan":
        form.locator("[name=lead_unit]").select_option(label="Phòng Kinh tế xã A Thử")
    else:
        form.get_by_label("Chủ trì (ghi tên").fill("Văn phòng Đảng ủy")
    form.get_by_label("Người chịu trách nhiệm (ghi tên)").fill("Trưởng phòng")
    form.get_by_label("Biện pháp").fill("Chia hai đợt, nghiệm thu từng đợt")
    form.get_by_label("Thẩm quyền, trách nhiệm").fill("Chủ tịch quyết định")
    form.get_by_label("Sản phẩm").fill("Biên bản nghiệm thu")
    if not form.locator("[name=due_on]").input_value():
        form.get_by_label("Thời gian in trong văn bản").fill("Quý III/2028")
    form.get_by_role("button", name="Thêm dòng").click()
    expect(page.locator("#prog-phai")).to_contain_text(work)


def exclude(page: Page, server: LiveServer, programme: Programme, demand: str, reason: str) -> None:
    asked = programme.demands.get(text__contains=demand)
    page.goto(f"{server.url}{reverse('programme-detail', args=[programme.pk])}?vb={asked.reference_id}&yc={asked.pk}")
    page.get_by_label("Lý do loại").fill(reason)
    page.get_by_role("button", name="Loại", exact=True).click()
    expect(page.locator("#prog-trai")).to_contain_text(f"Loại, có lý do: {reason}")


def build_programme(page: Page, server: LiveServer) -> Programme:
    programme = begin(page, server, "programme")
    answer(page, server, programme, CLASSES[-40:], "Nhân lực chất lượng cao", WORK)
    return programme


def derive_plan(page: Page, server: LiveServer) -> Programme:
    """Only the released line has come over from the Party's programme."""
    plan = begin(page, server, "plan")
    assert plan.demands.filter(origin="released").get().text == WORK
    answer(page, server, plan, WORK, "Nhân lực chất lượng cao", f"{WORK}, chọn học viên cùng các ấp")
    answer(page, server, plan, LIGHTS[-40:], "Hạ tầng giao thông, logistics", LAMPS)
    answer(page, server, plan, SCHOOLS[-40:], "Số hóa tài liệu, sử dụng trụ sở, tài sản công", HOUSES)
    exclude(page, server, plan, BEACH[-40:], "Xã không có bãi tắm")
    expect(page.locator("#prog-so-lieu")).to_contain_text("4/7")
    return plan


def take_roads(page: Page, server: LiveServer, plan: Programme) -> None:
    """Two values for one target go into the register; a third in another measure is refused there and left out."""
    workspace = f"{server.url}{reverse('programme-detail', args=[plan.pk])}"
    for _one in (FEWER, MORE):
        page.goto(workspace)
        page.locator(".prog-disagree").get_by_role("link", name="đưa vào danh mục chỉ tiêu").first.click()
        page.get_by_role("link", name="Đưa vào danh mục").click()
        page.get_by_role("button", name="Đưa vào danh mục").click()
        page.wait_for_url(workspace)
    length = plan.demands.get(text__contains=LENGTH)
    assert length.reference is not None
    page.goto(f"{server.url}{reverse('document-targets', args=[length.reference.document_id])}")
    page.get_by_role("link", name="Đưa vào danh mục").click()
    page.get_by_role("button", name="Đưa vào danh mục").click()
    expect(page.get_by_text("Hãy quy đổi giá trị").first).to_be_visible()
    expect(page.get_by_label("Giá trị trong văn bản")).to_have_value("60")
    exclude(page, server, plan, LENGTH, "Đã giao theo số tuyến")
    fewer, more = (plan.demands.get(text__contains=value) for value in (FEWER, MORE))
    page.goto(f"{workspace}?vb={fewer.reference_id}&yc={fewer.pk}")
    page.get_by_role("button", name="Soạn dòng mới").click()
    form = page.locator(".prog-form")
    form.locator("[name=lead_unit]").select_option(label="Phòng Kinh tế xã A Thử")
    form.get_by_role("button", name="Thêm dòng").click()
    expect(page.locator("#prog-phai")).to_contain_text(FEWER)
    page.goto(f"{workspace}?vb={more.reference_id}&yc={more.pk}")
    page.locator("#yc-dong").select_option(str(plan.entries.get(kind="target").pk))
    page.get_by_role("button", name="Nêu dòng này").click()
    expect(page.locator("#prog-giua")).to_contain_text("Thấp hơn yêu cầu")
    expect(page.locator("#prog-trai")).to_contain_text("Chờ người có thẩm quyền")


def settle_roads(page: Page, server: LiveServer, plan: Programme) -> None:
    """Who may decide chooses, with a reason; the mark on the line goes at once."""
    workspace = f"{server.url}{reverse('programme-detail', args=[plan.pk])}"
    page.goto(workspace)
    expect(page.locator("#prog-giua")).to_contain_text("Thấp hơn yêu cầu")
    page.get_by_role("link", name="Thống nhất giá trị").click()
    page.get_by_role("radio", name=FEWER).check()
    page.get_by_role("button", name="Thống nhất").click()
    expect(page.get_by_role("radio", name=FEWER)).to_be_checked()
    page.get_by_label("Lý do").fill("Kế hoạch 41 chuyên về chiếu sáng")
    page.get_by_role("button", name="Thống nhất").click()
    page.wait_for_url(workspace)
    expect(page.locator("#prog-giua")).not_to_contain_text("Thấp hơn yêu cầu")
    expect(page.locator(".prog-disagree")).to_have_count(0)


def take_out(page: Page, server: LiveServer, programme: Programme) -> None:
    for kind, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        file = page.request.get(f"{server.url}{reverse('programme-file', args=[programme.pk, kind])}")
        assert file.ok
        assert file.body().startswith(start)


def give(page: Page, server: LiveServer, plan: Programme) -> None:
    """The lines of the issued plan become tasks and targets."""
    page.goto(f"{server.url}{reverse('programme-give', args=[plan.pk])}")
    page.get_by_role("button", name="Giao các dòng đã chọn").click()
    expect(page.get_by_text("Đã giao 3 nhiệm vụ.")).to_be_visible()
    page.goto(f"{server.url}{reverse('assignment-list')}")
    for work in (WORK, LAMPS, HOUSES):
        expect(page.get_by_text(work).first).to_be_visible()
    page.goto(f"{server.url}{reverse('programme-targets', args=[plan.pk])}")
    page.get_by_role("button", name="Lập các chỉ tiêu đã chọn").click()
    expect(page.get_by_text("Đã lập 1 chỉ tiêu.")).to_be_visible()


def step(page: Page, server: LiveServer, programme: Programme, name: str) -> None:
    page.goto(f"{server.url}{reverse('programme-approval', args=[programme.pk])}")
    form = page.locator("details").filter(has=page.locator("summary", has_text=name)).first
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    form.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_text(f"Đã ghi bước “{name}”.")).to_be_visible()
