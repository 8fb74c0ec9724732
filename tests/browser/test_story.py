"""The whole loop once, in a real browser: a directive goes in, is reviewed with the keyboard, sent, accepted,
delegated, reported, handed in with a file and confirmed; and the neighbouring commune sees nothing of it anywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.desk_stage import chromium
from tests.factories.documents import as_docx
from tests.factories.organizations import PASSWORD
from tests.personas import World

from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.tasks.models import Assignment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAY = today() - dt.timedelta(days=5)
DUE = today() + dt.timedelta(days=60)
DIRECTIVE = f"""ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG
Số: 77/UBND-TH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạc Giang, ngày {DAY:%d} tháng {DAY:%m} năm {DAY:%Y}
V/v sửa chữa trạm bơm và rà soát nhà công vụ
Kính gửi:
- Sở Nội vụ;
- Ủy ban nhân dân xã A Thử.
Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện các nội dung sau:
1. Giao Ủy ban nhân dân xã A Thử lập danh mục các trạm bơm cần sửa chữa, gửi Sở Nội vụ trước ngày {DUE:%d/%m/%Y}.
2. Giao Sở Nội vụ xây dựng kế hoạch bố trí nhà công vụ cho cán bộ, trình Ủy ban nhân dân tỉnh trước ngày {DUE:%d/%m/%Y}.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Phạm Văn Mẫu
"""
SECRET_OF_A = "danh mục các trạm bơm"


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@contextmanager
def signed_in(browser: Browser, server: LiveServer, username: str) -> Iterator[Page]:
    """Give a page signed in through the sign-in form, in a browser of its own."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{server.url}/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Hôm nay")).to_be_visible()
    yield page
    context.close()


@pytest.fixture
def province(committed_world: World) -> World:
    for persona in ("clerk", "head", "office_a", "servant_a", "office_b"):
        user: User = committed_world.users[persona]
        user.set_password(PASSWORD)
        user.save()
    return committed_world


@pytest.mark.long
def test_directive_goes_in_and_a_confirmed_product_comes_out(
    browser: Browser, live_server: LiveServer, province: World, tmp_path: Path
) -> None:
    file = tmp_path / "77-UBND-TH.docx"
    file.write_bytes(as_docx(DIRECTIVE))

    with signed_in(browser, live_server, "vanthu.tinh") as page:
        take_in(page, file)
        review_with_the_keyboard(page, count=2)
        send(page)

    assignment = Assignment.objects.get(unit=province.units["ubnd_a"])
    address = f"{live_server.url}{reverse('assignment-detail', args=[assignment.pk])}"

    with signed_in(browser, live_server, "chanhvp.a") as page:
        accept_and_delegate(page, address)
    with signed_in(browser, live_server, "congchuc.a") as page:
        report_and_hand_in(page, address, tmp_path)
    with signed_in(browser, live_server, "chanhvp.tinh") as page:
        page.goto(address)
        expect(page.get_by_role("link", name="danh-muc.txt").first).to_be_visible()
        page.get_by_role("button", name="Xác nhận hoàn thành").click()
        expect(page.get_by_text("Đã xác nhận hoàn thành.")).to_be_visible()
    with signed_in(browser, live_server, "chanhvp.b") as page:
        neighbour_sees_nothing(page, live_server, assignment)

    assignment.refresh_from_db()
    assert (assignment.state, assignment.progress) == ("confirmed", 100)


def take_in(page: Page, file: Path) -> None:
    page.get_by_role("link", name="Tiếp nhận văn bản").first.click()
    page.get_by_label("Tôi cam đoan").check()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    page.get_by_role("link", name="Rà soát").first.click()
    expect(page.locator("[data-desk][data-ready]")).to_be_attached()


def review_with_the_keyboard(page: Page, *, count: int) -> None:
    progress = page.locator(".desk-progress-text")
    expect(progress).to_contain_text(f"0/{count}")
    for _task in range(count):
        page.keyboard.press("Enter")
    expect(progress).to_contain_text(f"{count}/{count}")
    expect(page.locator("[data-saving-text]")).to_have_text("Đã lưu")


def send(page: Page) -> None:
    page.get_by_role("link", name="Giao việc").click()
    expect(page.get_by_text("Ủy ban nhân dân xã A Thử").first).to_be_visible()
    page.get_by_role("button", name="Giao các nhiệm vụ đã chọn").click()
    expect(page.get_by_text("Đã giao 2 nhiệm vụ.")).to_be_visible()


def accept_and_delegate(page: Page, address: str) -> None:
    expect(page.get_by_role("link", name="Mới giao, chờ nhận")).to_be_visible()
    page.goto(address)
    page.get_by_role("button", name="Nhận nhiệm vụ").click()
    expect(page.get_by_text("Đã nhận nhiệm vụ.")).to_be_visible()
    page.locator("summary", has_text="Phân công người").click()
    page.get_by_label("Người thực hiện").select_option(label="Bùi Thị Mẫu A – Chuyên viên, Ủy ban nhân dân xã A Thử")
    page.get_by_role("button", name="Phân công người").click()
    expect(page.get_by_text("Đã phân công.")).to_be_visible()


def report_and_hand_in(page: Page, address: str, folder: Path) -> None:
    product = folder / "danh-muc.txt"
    product.write_text("Trạm bơm số 1; trạm bơm số 4.", encoding="utf-8")
    page.goto(address)
    page.locator("summary", has_text="Báo cáo tiến độ").click()
    page.get_by_label("Tiến độ (%)").fill("60")
    page.get_by_label("Đã làm được gì, còn vướng gì").fill("Đã khảo sát xong hai trạm.")
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đã ghi báo cáo tiến độ.")).to_be_visible()
    page.locator("summary", has_text="Nộp sản phẩm").click()
    page.get_by_label("Tệp sản phẩm").set_input_files(product)
    page.get_by_role("button", name="Nộp sản phẩm").click()
    expect(page.get_by_text("Đã nộp sản phẩm, chờ bên giao xác nhận.")).to_be_visible()


def neighbour_sees_nothing(page: Page, server: LiveServer, assignment: Assignment) -> None:
    """By lists, search, address, file, export and API."""
    assert assignment.obligation is not None
    document = assignment.obligation.document_id
    for shown in ("/", "/nhiem-vu/", "/nhiem-vu/?q=tram+bom", "/van-ban/", "/tim/?q=tram+bom"):
        page.goto(f"{server.url}{shown}")
        expect(page.locator("main")).not_to_contain_text(SECRET_OF_A)
    hidden = (
        reverse("assignment-detail", args=[assignment.pk]),
        reverse("product-file", args=[assignment.pk, 1]),
        reverse("document-detail", args=[document]),
        reverse("document-file", args=[document]),
        reverse("desk", args=[document]),
        reverse("send-preview", args=[document]),
    )
    for path in hidden:
        assert page.request.get(f"{server.url}{path}").status == 404, path
    export = page.request.get(f"{server.url}/nhiem-vu/?xuat=xlsx")
    assert export.ok
    assert assignment.code.encode() not in export.body()
