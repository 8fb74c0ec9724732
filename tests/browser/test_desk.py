"""The desk in a real Chromium, by keyboard: what a clerk does with a document of forty tasks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.desk_stage import OFFICE_SCREEN, PHONE, active, chromium, open_desk, saved, states
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document, many_tasks
from tests.personas import World

from sauro.documents.models import Document, StoredFile
from sauro.tasks.enums import BodyRole

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = Path(settings.BASE_DIR).parents[1] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def document(committed_world: World) -> Document:
    return make_document(committed_world.units["ubnd"], many_tasks(6), units=tuple(committed_world.units.values()))


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer, committed_world: World, document: Document) -> Iterator[Page]:
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    yield page
    page.context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def select_in_text(page: Page, words: str, *, where: str = "[data-paper]") -> None:
    """Select words of the document, as a mouse would."""
    page.evaluate(
        """([words, where]) => {
            const walker = document.createTreeWalker(document.querySelector(where), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                const at = node.data.indexOf(words);
                if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
            throw new Error("no such words: " + words);
        }""",
        [words, where],
    )


def stored_states(document: Document) -> list[str]:
    return list(document.obligations.order_by("start").values_list("state", flat=True))


def test_forty_tasks_by_keyboard_alone(browser: Browser, live_server: LiveServer, committed_world: World) -> None:
    document = make_document(committed_world.units["ubnd"], many_tasks(40))
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    strokes = 0
    for number in range(40):
        assert f"nội dung số {number + 1}," in active(page)
        press(page, "x" if number % 10 == 9 else "Enter")
        strokes += 1
    saved(page)
    expect(page.locator(".desk-progress-text")).to_have_text("40/40 đã rà soát")
    assert stored_states(document) == [("discarded" if number % 10 == 9 else "accepted") for number in range(40)]
    assert strokes == 40
    page.context.close()


def test_next_card_is_shown_before_the_server_has_answered(desk: Page, document: Document) -> None:
    held: list[Route] = []
    is_open = False
    desk.route("**/thao-tac/**", lambda route: route.continue_() if is_open else held.append(route))
    press(desk, "Enter", "Enter", "x")
    assert "nội dung số 4," in active(desk)
    assert states(desk)[:3] == ["accepted", "accepted", "discarded"]
    assert stored_states(document)[:3] == ["proposed"] * 3
    expect(desk.locator("[data-saving]")).to_have_attribute("data-state", "saving")
    is_open = True
    held[0].continue_()
    saved(desk)
    assert stored_states(document)[:3] == ["accepted", "accepted", "discarded"]


def test_moving_keeps_one_card_in_the_order_of_tab_and_both_sides_in_step(desk: Page) -> None:
    press(desk, "j", "ArrowDown", "k")
    assert "nội dung số 2," in active(desk)
    assert desk.locator("[data-card][tabindex='0']").count() == 1
    expect(desk.locator(".task.is-active")).to_be_focused()
    assert desk.locator(".mk-task.is-active").first.inner_text().startswith("Sở Nội vụ")
    expect(desk.locator(".mk-task.is-active").first).to_be_in_viewport()


def test_undo_takes_back_deed_by_deed(desk: Page, document: Document) -> None:
    press(desk, "Enter", "x", "g")
    saved(desk)
    assert document.obligations.order_by("start")[2].is_general_direction
    press(desk, "u", "u", "u")
    saved(desk)
    assert stored_states(document) == ["proposed"] * 6
    assert not document.obligations.order_by("start")[2].is_general_direction
    press(desk, "u")
    expect(desk.locator("[data-toasts]")).to_contain_text("Không còn thao tác nào")


def test_split_by_sentence_merge_and_their_way_back(desk: Page, document: Document) -> None:
    row = document.obligations.order_by("start")[0]
    select_in_text(desk, "xây dựng báo cáo chuyên đề 1"[:9])
    press(desk, "s")
    expect(desk.locator("[data-card]")).to_have_count(8)
    assert "Sở Nội vụ chủ trì" in active(desk)
    press(desk, "m")
    expect(desk.locator("[data-card]")).to_have_count(7)
    assert [node.inner_text() for node in desk.locator("[data-number]").all()] == [str(n) for n in range(1, 8)]
    press(desk, "u")
    expect(desk.locator("[data-card]")).to_have_count(8)
    press(desk, "u")
    expect(desk.locator("[data-card]")).to_have_count(6)
    saved(desk)
    row.refresh_from_db()
    assert row.state == "proposed"
    assert desk.locator("[data-paper] [data-for]").count() == 6


def test_split_form_by_keyboard(browser: Browser, live_server: LiveServer, committed_world: World) -> None:
    task = TaskSpec("Lập kế hoạch kiểm tra hằng năm; báo cáo kết quả về Văn phòng; công khai kết quả kiểm tra.")
    document = make_document(committed_world.units["ubnd"], DocumentSpec([task]))
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    press(page, "s")
    expect(page.locator(".split-piece")).to_have_count(3)
    press(page, "Tab", "Space", "Enter")
    expect(page.locator("[data-card]")).to_have_count(2)
    saved(page)
    parts = document.obligations.filter(state="proposed").order_by("start")
    assert [row.text.split()[0] for row in parts] == ["Lập", "công"]
    page.context.close()


def test_split_by_words_selected_in_the_card(desk: Page, document: Document) -> None:
    row = document.obligations.order_by("start")[0]
    select_in_text(desk, row.text[row.text.index("xây dựng") :], where=".task.is-active .task-text")
    press(desk, "s")
    expect(desk.locator("[data-card]")).to_have_count(7)
    saved(desk)
    parts = document.obligations.filter(derived_from=row).order_by("start")
    assert [part.text.split()[0] for part in parts] == ["Sở", "xây"]


def test_add_from_a_selection_and_by_keyboard_alone(desk: Page, document: Document) -> None:
    select_in_text(desk, "Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp")
    press(desk, "a")
    expect(desk.locator("[data-card]")).to_have_count(7)
    assert active(desk) == "Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp"
    press(desk, "a", "j", "Enter")
    expect(desk.locator("[data-card]")).to_have_count(8)
    saved(desk)
    added = document.obligations.filter(origin="person").order_by("id")
    text = document.readings.get().text.text
    assert all(text[row.start : row.end] == row.text for row in added)


def test_edit_with_completion_saves_with_ctrl_enter(desk: Page, document: Document, committed_world: World) -> None:
    press(desk, "e")
    field = desk.locator("#edit-coordinators")
    field.fill("tỉnh ủy lạc")
    expect(desk.locator(".picker-option[aria-selected='true']")).to_contain_text("Tỉnh ủy Lạc Giang")
    field.press("Enter")
    field.fill("Tổ công tác đặc biệt")
    expect(desk.locator(".picker-option")).to_contain_text(["Giữ nguyên"])
    field.press("Enter")
    desk.locator("[name=due_on]").fill("20/12/2026")
    desk.locator("[name=due_origin][value=office]").check()
    press(desk, "Control+Enter")
    expect(desk.locator("[data-edit]")).to_have_count(0)
    expect(desk.locator(".task.is-active")).to_be_focused()
    expect(desk.locator(".task.is-active")).to_contain_text("do cơ quan giao đặt")
    row = document.obligations.order_by("start")[0]
    bodies = row.bodies.filter(role=BodyRole.COORDINATOR)
    assert [(body.name, body.unit) for body in bodies] == [
        ("Sở Tài chính", committed_world.units["stc"]),
        ("Tỉnh ủy Lạc Giang", committed_world.units["tu"]),
        ("Tổ công tác đặc biệt", None),
    ]
    assert f"{row.due_on:%d/%m/%Y}" == "20/12/2026"


def test_letters_typed_into_a_field_do_nothing_else(desk: Page, document: Document) -> None:
    press(desk, "e")
    desk.locator("#edit-leads").click()
    desk.keyboard.type("xum jkag")
    expect(desk.locator("#edit-leads")).to_have_value("xum jkag")
    press(desk, "Escape", "Escape")
    expect(desk.locator("[data-edit]")).to_have_count(0)
    saved(desk)
    assert stored_states(document) == ["proposed"] * 6


def test_words_of_a_task_are_moved_by_buttons_and_faults_are_shown(desk: Page, document: Document) -> None:
    press(desk, "e")
    words = desk.locator("[data-words]")
    before = words.inner_text()
    assert before.startswith("Sở Nội vụ chủ trì")
    desk.get_by_role("button", name="Đầu ▸").click()
    expect(words).to_have_text(before.removeprefix("Sở "))
    desk.locator("[name=due_on]").fill("31/02/2027")
    press(desk, "Control+Enter")
    expect(desk.locator("[data-fault]").first).to_contain_text("Ngày 31/02/2027 không có trong lịch")
    expect(desk.locator("[name=due_on]")).to_have_attribute("aria-invalid", "true")
    desk.locator("[name=due_on]").fill("28/02/2027")
    press(desk, "Control+Enter")
    expect(desk.locator("[data-edit]")).to_have_count(0)
    assert document.obligations.order_by("start")[0].text == before.removeprefix("Sở ")


def test_reload_loses_neither_deeds_nor_what_is_being_typed(desk: Page, document: Document) -> None:
    desk.route("**/thao-tac/**", lambda route: route.abort())
    press(desk, "Enter")
    expect(desk.locator("[data-saving-text]")).to_contain_text("còn 1 thao tác chưa lưu")
    press(desk, "e")
    desk.locator("#edit-product").fill("đề án chưa lưu")
    desk.unroute("**/thao-tac/**")
    desk.reload()
    expect(desk.locator("[data-desk][data-ready]")).to_be_attached()
    saved(desk)
    assert stored_states(document)[0] == "accepted"
    assert "nội dung số 2," in active(desk)
    expect(desk.locator("[data-toasts]")).to_contain_text("Nhiệm vụ 2 có nội dung sửa chưa lưu")
    press(desk, "e")
    expect(desk.locator("#edit-product")).to_have_value("đề án chưa lưu")
    expect(desk.locator("[data-draft]")).to_be_visible()


@pytest.mark.parametrize(
    ("status", "said"), [(423, "Màn hình đang khóa"), (500, "Mất kết nối"), (401, "Hãy đăng nhập lại")]
)
def test_what_the_server_cannot_take_now_waits_and_says_why(
    desk: Page, document: Document, status: int, said: str
) -> None:
    body = '{"code": "signed-out", "message": ""}' if status == 401 else "<p>"
    kind = "application/json" if status == 401 else "text/html"
    desk.route("**/thao-tac/**", lambda route: route.fulfill(status=status, body=body, content_type=kind))
    press(desk, "Enter")
    expect(desk.locator("[data-saving-text]")).to_contain_text(said)
    desk.unroute("**/thao-tac/**")
    desk.locator("[data-retry]").click()
    saved(desk)
    assert stored_states(document)[0] == "accepted"


def test_two_people_are_told_of_each_other(
    browser: Browser, live_server: LiveServer, committed_world: World, desk: Page, document: Document
) -> None:
    other = open_desk(browser, live_server, committed_world, "head", document.pk)
    expect(other.locator("[data-presence]")).to_contain_text("Trần Thị Mẫu đang làm ở đây")
    press(other, "x")
    saved(other)
    press(desk, "Enter")
    expect(desk.locator("[data-toasts]")).to_contain_text("Lê Văn Thử đã thay đổi nhiệm vụ này")
    expect(desk.locator("[data-card]").first).to_have_attribute("data-state", "discarded")
    assert stored_states(document)[0] == "discarded"
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("[data-presence]")).to_contain_text("Lê Văn Thử đang làm ở đây")
    press(other, "Enter")
    saved(other)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("[data-card]").nth(1)).to_have_attribute("data-state", "accepted")
    other.context.close()


def test_refused_save_says_who_changed_what_and_what_to_do(
    browser: Browser, live_server: LiveServer, committed_world: World, desk: Page, document: Document
) -> None:
    press(desk, "e")
    product = desk.locator("#edit-product")
    product.fill("tờ trình")
    other = open_desk(browser, live_server, committed_world, "head", document.pk)
    press(other, "x")
    saved(other)
    with desk.expect_response(lambda response: "/the/" in response.url):
        product.press("Control+Enter")
    desk.wait_for_load_state("networkidle")
    fault = desk.locator("form.edit [data-fault]")
    expect(fault).to_contain_text("Lê Văn Thử đã thay đổi nhiệm vụ này")
    expect(fault).to_contain_text("Loại nhiệm vụ")
    expect(fault).to_contain_text("chưa được lưu")
    expect(product).to_have_value("tờ trình")
    desk.locator("form.edit [data-cancel]").click()
    expect(desk.locator("[data-card]").first).to_have_attribute("data-state", "discarded")
    other.context.close()


def test_message_hides_no_button_of_the_active_card(desk: Page) -> None:
    press(desk, "u")
    side = "([name, side]) => document.querySelector(name).getBoundingClientRect()[side]"
    assert desk.evaluate(side, [".desk-toast", "right"]) <= desk.evaluate(side, [".desk-tasks", "left"])


def test_suggestions_lie_inside_the_dialog_and_hide_nothing_of_it(
    browser: Browser, live_server: LiveServer, committed_world: World
) -> None:
    document = make_document(committed_world.units["ubnd"], DocumentSpec([TaskSpec("Báo cáo.", leads=("Sở",))]))
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    press(page, "b")
    expect(page.locator("#desk-bind .picker-option").first).to_be_visible()
    suggestions = page.locator("#desk-bind .picker-options").bounding_box()
    dialog = page.locator("#desk-bind").bounding_box()
    below = page.locator("#desk-bind fieldset").bounding_box()
    assert suggestions is not None
    assert dialog is not None
    assert below is not None
    assert suggestions["x"] + suggestions["width"] <= dialog["x"] + dialog["width"]
    assert suggestions["y"] + suggestions["height"] <= below["y"]
    press(page, "Escape")
    after = page.locator("#desk-bind fieldset").bounding_box()
    assert after == below
    page.context.close()


def test_bind_a_name_to_a_unit(browser: Browser, live_server: LiveServer, committed_world: World) -> None:
    tasks = [TaskSpec(f"Thuế tỉnh báo cáo số liệu lần {n}.", leads=("Thuế tỉnh",)) for n in (1, 2)]
    document = make_document(committed_world.units["ubnd"], DocumentSpec([*tasks]))
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    assert page.locator(".mk-loose[class*=mk-task]").count() == 2
    press(page, "b")
    page.locator("#bind-unit").fill("sở tài")
    expect(page.locator("#desk-bind .picker-option").first).to_contain_text("Sở Tài chính")
    press(page, "Enter", "Enter")
    expect(page.locator("#desk-bind")).to_be_hidden()
    expect(page.locator(".body-loose")).to_have_count(0)
    saved(page)
    units = {body.unit for row in document.obligations.all() for body in row.bodies.all()}
    assert units == {committed_world.units["stc"]}
    page.context.close()


def test_search_filters_help_and_bulk(desk: Page, document: Document) -> None:
    press(desk, "/")
    desk.keyboard.type("BAO CAO chuyen de 5")
    expect(desk.locator("[data-search-count]")).to_have_text("1/1")
    press(desk, "Escape")
    expect(desk.locator(".task.is-active")).to_be_focused()
    desk.keyboard.type("?")
    expect(desk.locator("#desk-help")).to_be_visible()
    press(desk, "Escape")
    desk.get_by_role("button", name="Nhận các việc chắc chắn").click()
    desk.locator("#desk-confident").get_by_role("button", name="Chấp nhận").click()
    expect(desk.locator("strong[data-reviewed]")).to_have_text("5")
    desk.locator("[data-filter=open]").click()
    expect(desk.locator("[data-card]:visible")).to_have_count(1)
    assert stored_states(document).count("accepted") == 5
    press(desk, "u")
    saved(desk)
    assert stored_states(document).count("accepted") == 0


def test_keys_joined_by_a_telex_typing_program_are_understood(desk: Page) -> None:
    joined = "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))"
    desk.evaluate(joined, "ũ")
    assert states(desk)[0] == "discarded"
    assert "nội dung số 2," in active(desk)
    desk.evaluate(joined, "ạ")
    assert "nội dung số 3," in active(desk)


def test_original_opens_beside_the_cards_and_keys_go_on(
    browser: Browser, live_server: LiveServer, committed_world: World, document: Document
) -> None:
    file = StoredFile.objects.create(domain="state", sha256="0" * 64, size=1, media_type="application/pdf")
    Document.objects.filter(pk=document.pk).update(file=file)
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk)
    page.route("**/tep/**", lambda route: route.fulfill(body="<p>bản gốc", content_type="text/html"))
    press(page, "o")
    expect(page.frame_locator("[data-original-frame]").locator("p")).to_have_text("bản gốc")
    expect(page.locator("[data-paper]")).to_be_hidden()
    press(page, "Enter")
    assert states(page)[0] == "accepted"
    press(page, "o", "Enter")
    expect(page.locator("[data-paper]")).to_be_visible()
    assert states(page)[1] == "accepted"
    saved(page)
    page.context.close()


def test_letters_can_be_switched_off(desk: Page) -> None:
    desk.keyboard.type("?")
    desk.locator("[data-letters]").uncheck()
    press(desk, "Escape")
    press(desk, "x", "j")
    assert "nội dung số 1," in active(desk)
    press(desk, "ArrowDown")
    assert "nội dung số 2," in active(desk)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(
    browser: Browser,
    live_server: LiveServer,
    committed_world: World,
    document: Document,
    theme: Literal["light", "dark"],
) -> None:
    for screen in (OFFICE_SCREEN, PHONE):
        page = open_desk(browser, live_server, committed_world, "clerk", document.pk, theme=theme, screen=screen)
        press(page, "Enter", "x")
        saved(page)
        assert _faults(page) == []
        press(page, "e")
        expect(page.locator("[data-edit]")).to_be_visible()
        assert _faults(page) == []
        page.context.close()


def _faults(page: Page) -> list[str]:
    if not AXE.exists():
        pytest.skip("axe-core is missing: run make assets")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [fault for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
    return [f"{fault['id']}: {[node['html'][:160] for node in fault['nodes'][:3]]}" for fault in serious]


def test_phone_shows_one_side_at_a_time(
    browser: Browser, live_server: LiveServer, committed_world: World, document: Document
) -> None:
    page = open_desk(browser, live_server, committed_world, "clerk", document.pk, screen=PHONE)
    expect(page.locator("[data-paper]")).to_be_hidden()
    page.get_by_role("button", name="Xem trong văn bản").click()
    expect(page.locator("[data-paper]")).to_be_visible()
    expect(page.locator(".task.is-active")).to_be_hidden()
    page.locator("[data-paper] .mk-number").nth(2).click()
    assert "nội dung số 3," in active(page)
    page.get_by_role("button", name="Chấp nhận", exact=False).first.click()
    saved(page)
    assert stored_states(document)[2] == "accepted"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()
