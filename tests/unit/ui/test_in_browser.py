"""What the scripts of the kit do, in a real Chromium: keys, screen lock, drafts, questions, progress, completion."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer
from tests.contracts.browsing import browser, database_beside_the_browser
from tests.contracts.test_axe import AXE
from tests.factories.organizations import PASSWORD
from tests.personas import World

__all__ = ["browser", "database_beside_the_browser"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.unit.ui.pages"),
]


@pytest.fixture
def client(committed_world: World) -> Client:
    """The session of the clerk, whose password is known."""
    user = committed_world.users["clerk"]
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, client: Client) -> Iterator[Page]:
    """A page of the clerk; addresses may be given from the root on."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1366, "height": 768}, locale="vi-VN")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def _wait_for_draft(page: Page, words: str) -> None:
    """Wait until the form has been kept. The security policy forbids Playwright's own way to wait for a condition."""
    stored = "(words) => Object.values(sessionStorage).some((value) => value.includes(words))"
    for _attempt in range(200):
        if page.evaluate(stored, words):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{words!r} was not kept")


def test_list_is_worked_by_keyboard(page: Page) -> None:
    page.goto("/thu/?q=so")
    page.keyboard.press("j")
    assert _focused(page) == "Sở Nội vụ"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _focused(page) == "Sở Tài chính"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mo/T.SNV/")


def test_search_narrows_in_place_and_keeps_the_focus(page: Page) -> None:
    page.goto("/thu/")
    page.keyboard.press("/")
    page.keyboard.type("noi vu")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.locator("#list-count")).to_have_text("1 mục.")
    expect(page.locator("#list-search")).to_be_focused()
    page.wait_for_url("**/thu/?q=noi+vu")


def test_keys_turn_pages_and_are_listed(page: Page) -> None:
    page.goto("/thu/")
    first = page.locator("[data-row-link]").first.inner_text()
    page.keyboard.press("n")
    expect(page.locator("[data-row-link]").first).not_to_have_text(first)
    page.keyboard.press("p")
    expect(page.locator("[data-row-link]").first).to_have_text(first)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_contain_text("Dòng sau, dòng trước")
    page.keyboard.press("j")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_visible()


def test_palette_goes_to_a_page_and_forgets(page: Page) -> None:
    page.goto("/thu/")
    page.get_by_role("searchbox").first.focus()
    page.keyboard.press("Control+k")
    palette = page.get_by_role("dialog", name="Bảng lệnh")
    expect(palette.get_by_role("option", name="Các sở")).to_be_visible()
    page.keyboard.type("viec da giao")
    field = palette.get_by_role("combobox")
    expect(palette.get_by_role("option", selected=True)).to_have_text("Việc đã giao")
    expect(field).to_have_attribute("aria-activedescendant", "palette-1-1")
    page.keyboard.press("Escape")
    expect(palette).to_be_hidden()
    expect(page.locator("#palette-list")).to_be_empty()
    page.keyboard.press("Control+k")
    expect(field).to_have_value("")
    page.keyboard.type("viec da giao")
    expect(palette.get_by_role("option", selected=True)).to_have_text("Việc đã giao")
    page.keyboard.press("Enter")
    page.wait_for_url("**/viec-da-giao/")


def test_palette_does_an_act_of_the_page_and_says_when_nothing_fits(page: Page) -> None:
    page.goto("/thu/")
    page.get_by_role("button", name="Bảng lệnh").click()
    palette = page.get_by_role("dialog", name="Bảng lệnh")
    page.keyboard.type("phim tat")
    expect(palette.get_by_role("option", selected=True)).to_have_text("Phím tắt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_contain_text("Ctrl+K")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("khong co gi nhu vay")
    expect(palette.get_by_role("status")).to_contain_text("Không có mục nào khớp.")


def test_palette_passes_axe(page: Page) -> None:
    page.goto("/thu/")
    page.keyboard.press("Control+k")
    page.keyboard.type("so noi vu")
    expect(page.locator("#palette [role=option]").first).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('#palette', {resultTypes: ['violations']})")
    assert [one["id"] for one in found["violations"]] == []


def test_single_keys_can_be_switched_off_for_good(page: Page) -> None:
    page.goto("/thu/?q=so")
    page.keyboard.press("?")
    page.get_by_label("Dùng phím một chữ", exact=False).uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("button", name="Tài khoản: Trần Thị Mẫu").click()
    page.get_by_role("button", name="Phím tắt").click()
    page.get_by_label("Dùng phím một chữ", exact=False).check()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert _focused(page) == "Sở Nội vụ"


def test_columns_are_chosen_in_place(page: Page) -> None:
    page.goto("/thu/?q=so")
    page.locator("summary", has_text="Cột").click()
    page.get_by_label("Từ ngày", exact=True).check()
    expect(page.locator("thead")).to_contain_text("Từ ngày")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Từ ngày", exact=True)).to_be_hidden()


def test_unit_is_completed_and_narrows_the_list(page: Page) -> None:
    page.goto("/thu/")
    page.get_by_role("combobox", name="Trực thuộc").fill("lac giang")
    page.get_by_role("listbox").get_by_role("option", name="Ủy ban nhân dân tỉnh Lạc Giang").first.click()
    expect(page.locator(".chip")).to_contain_text("Trực thuộc")
    expect(page.locator("[data-row]")).not_to_have_count(0)


def test_theme_changes_in_place_and_stays(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Ghi chú").fill("đang nhập dở")
    page.get_by_role("button", name="Đổi giao diện sáng, tối").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(page.get_by_label("Ghi chú")).to_have_value("đang nhập dở")
    page.goto("/thu/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_question_before_a_step_that_matters(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Trích yếu").fill("Kế hoạch")
    page.get_by_role("button", name="Dừng").click()
    question = page.get_by_role("dialog", name="Dừng nhiệm vụ này?")
    question.get_by_role("button", name="Không").click()
    expect(question).to_be_hidden()
    assert page.url.endswith("/ghi/")
    page.get_by_role("button", name="Dừng").click()
    question.get_by_role("button", name="Có", exact=True).click()
    page.wait_for_url("**/thu/?q=dung")


def test_draft_comes_back_after_a_reload_and_goes_when_sent(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Trích yếu").fill("Kế hoạch")
    page.get_by_label("Ghi chú").fill("Đã viết nửa trang")
    _wait_for_draft(page, "nửa trang")
    page.reload()
    expect(page.get_by_label("Ghi chú")).to_have_value("Đã viết nửa trang")
    expect(page.locator(".draft-note")).to_be_visible()
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/thu/?q=gui")
    page.goto("/ghi/")
    expect(page.get_by_label("Ghi chú")).to_have_value("")


def test_draft_can_be_dropped(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Ghi chú").fill("Bỏ đi")
    _wait_for_draft(page, "Bỏ đi")
    page.reload()
    page.get_by_role("button", name="Bỏ nội dung này").click()
    expect(page.get_by_label("Ghi chú")).to_have_value("")
    page.reload()
    expect(page.locator(".draft-note")).to_have_count(0)


def test_faults_take_the_focus_and_keep_the_input(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Ghi chú").fill("vẫn còn")
    page.get_by_role("button", name="Gửi").click()
    expect(page.locator("[data-form-summary]")).to_be_focused()
    expect(page.get_by_label("Ghi chú")).to_have_value("vẫn còn")
    page.get_by_role("link", name="Trích yếu").click()
    expect(page.get_by_label("Trích yếu")).to_be_focused()


def test_form_is_sent_once_and_long_work_shows(page: Page) -> None:
    page.goto("/ghi/")
    # The form is sent twice; the last listener notes what was already refused, and keeps the page from leaving.
    refused = page.evaluate(
        """() => {
            const refused = [];
            addEventListener("submit", (event) => { refused.push(event.defaultPrevented); event.preventDefault(); });
            const form = document.querySelector("form[data-draft]");
            form.requestSubmit();
            form.requestSubmit();
            return refused;
        }"""
    )
    assert refused == [False, True]
    expect(page.locator("#work-bar")).to_be_visible()


def test_long_request_of_a_part_shows_until_it_ends(page: Page) -> None:
    held: list[Route] = []
    page.goto("/thu/")
    page.route("**/thu/?*", lambda route: held.append(route))
    page.locator("#sort-ma").click()
    expect(page.locator("#work-bar")).to_be_visible()
    held[0].continue_()
    expect(page.locator("#work-bar")).to_be_hidden()


def test_lost_connection_and_refusals_are_said_and_leave_the_page(page: Page) -> None:
    page.goto("/ghi/")
    page.get_by_label("Ghi chú").fill("vẫn còn")
    page.get_by_role("button", name="Hỏng").click()
    expect(page.locator("#messages")).to_contain_text("Không thực hiện được thao tác này.")
    page.route("**/khong-co/", lambda route: route.abort())
    page.get_by_role("button", name="Hỏng").click()
    expect(page.locator("#messages")).to_contain_text("Chưa kết nối được máy chủ.")
    expect(page.get_by_label("Ghi chú")).to_have_value("vẫn còn")


def test_session_that_ended_leads_to_the_sign_in_page(page: Page, client: Client) -> None:
    page.goto("/nhiem-vu/")
    client.logout()
    page.locator("#list-search").fill("gi")
    page.wait_for_url("**/dang-nhap/?**")


def test_screen_locks_itself_and_keeps_what_was_typed(page: Page, client: Client) -> None:
    page.clock.install()
    page.goto("/ghi/")
    page.get_by_label("Ghi chú").fill("đang nhập dở")
    lock = page.get_by_role("dialog", name="Màn hình đã khóa")
    page.clock.fast_forward("14:00")
    expect(lock).to_be_hidden()
    with page.expect_response("**/khoa-man-hinh/"):
        page.clock.fast_forward("01:30")
    expect(lock).to_be_visible()
    assert client.get("/ghi/").status_code == 423
    page.keyboard.press("Escape")
    expect(lock).to_be_visible()
    lock.get_by_label("Mật khẩu").fill("sai")
    lock.get_by_role("button", name="Mở khóa").click()
    expect(lock).to_contain_text("Mật khẩu chưa đúng.")
    lock.get_by_label("Mật khẩu").fill(PASSWORD)
    lock.get_by_role("button", name="Mở khóa").click()
    expect(lock).to_be_hidden()
    expect(page.get_by_label("Ghi chú")).to_have_value("đang nhập dở")
    assert client.get("/ghi/").status_code == 200


def test_other_tabs_lock_and_open_together(page: Page) -> None:
    page.clock.install()
    page.goto("/ghi/")
    other = page.context.new_page()
    other.goto("/ghi/")
    page.clock.fast_forward("15:30")
    expect(other.get_by_role("dialog", name="Màn hình đã khóa")).to_be_visible()
    lock = page.get_by_role("dialog", name="Màn hình đã khóa")
    lock.get_by_label("Mật khẩu").fill(PASSWORD)
    lock.get_by_role("button", name="Mở khóa").click()
    expect(other.get_by_role("dialog", name="Màn hình đã khóa")).to_be_hidden()


def test_writing_for_long_without_sending_does_not_lock(page: Page) -> None:
    page.clock.install()
    page.goto("/ghi/")
    for _minute in range(20):
        page.get_by_label("Ghi chú").press("a")
        page.clock.fast_forward("00:30")
        page.get_by_label("Ghi chú").press("b")
        with page.expect_response("**/con-day/"):
            page.clock.fast_forward("00:31")
    expect(page.get_by_role("dialog", name="Màn hình đã khóa")).to_be_hidden()


def test_chart_is_drawn_and_has_its_table(page: Page) -> None:
    page.goto("/ghi/")
    expect(page.locator("[data-chart] svg")).to_be_visible()
    page.locator("summary", has_text="Xem số liệu dạng bảng").click()
    expect(page.get_by_role("table", name="Nhiệm vụ theo cơ quan")).to_contain_text("Sở Tài chính")


def test_phone_has_cards_a_menu_and_folded_filters(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/thu/")
    expect(page.locator("thead")).not_to_be_in_viewport()
    expect(page.get_by_role("combobox", name="Loại")).to_be_hidden()
    page.get_by_role("button", name="Bộ lọc").click()
    expect(page.get_by_role("combobox", name="Loại")).to_be_visible()
    page.get_by_role("button", name="Mở trình đơn").click()
    expect(page.get_by_role("navigation", name="Trình đơn chính")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
