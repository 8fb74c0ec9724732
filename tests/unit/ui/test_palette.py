"""What the keyboard palette offers: only what its user may open and see, found without accents."""

from __future__ import annotations

import unicodedata

import pytest
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.ui.palette import SHOWN_ROWS, suggest

WORDING = "Rà soát <b>trạm bơm</b> & kênh mương"


def _texts(world: World, persona: str, typed: str) -> dict[str, list[str]]:
    return {str(one.title): [hit.text for hit in one.suggestions] for one in suggest(world.actor(persona), typed)}


def test_without_words_the_pages_of_the_menus_are_offered(world: World) -> None:
    pages = _texts(world, "clerk", "")
    assert list(pages) == ["Trang"]
    assert {"Việc của tôi", "Việc đã giao"} <= set(pages["Trang"])
    assert "Đăng xuất" not in pages["Trang"], "what posts is no page"


def test_pages_and_views_without_the_permission_are_not_offered(world: World) -> None:
    assert "Việc đã giao" not in _texts(world, "snv_servant", "")["Trang"]
    given = "/viec-da-giao/?hinh=overdue"
    for persona, is_offered in (("snv_servant", False), ("clerk", True)):
        views = next(one for one in suggest(world.actor(persona), "qua han") if one.title == "Xem nhanh")
        addresses = {hit.url for hit in views.suggestions}
        assert "/viec-cua-toi/?hinh=overdue" in addresses
        assert (given in addresses) == is_offered


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_without_accents_in_any_order(world: World, form: str) -> None:
    assert _texts(world, "clerk", unicodedata.normalize(form, "giao việc"))["Trang"] == ["Việc đã giao"]
    assert _texts(world, "clerk", "khong co trang nay") == {}


def test_task_is_found_by_code_and_by_words(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording=WORDING)
    for typed in (row.code, "tram bom"):
        found = {str(one.title): one.suggestions for one in suggest(world.actor("office_a"), typed)}["Nhiệm vụ"]
        assert [(hit.text, hit.url) for hit in found] == [(WORDING, f"/nhiem-vu/{row.pk}/")]
        assert found[0].detail.startswith(row.code)


def test_neighbour_finds_nothing_of_a_task(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording=WORDING)
    for persona in ("office_b", "party_a", "outsider"):
        assert _texts(world, persona, row.code) == {}
        assert _texts(world, persona, "tram bom") == {}


def test_long_result_ends_with_its_list(world: World) -> None:
    for _number in range(SHOWN_ROWS + 1):
        make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording=WORDING)
    hits = _texts(world, "office_a", "tram bom")["Nhiệm vụ"]
    assert len(hits) == SHOWN_ROWS + 1
    assert hits[-1] == "Xem tất cả trong danh sách này"


def test_one_letter_searches_no_list(world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording=WORDING)
    assert "Nhiệm vụ" not in _texts(world, "office_a", "t")


def test_options_are_escaped_and_never_kept(world: World, signed_in: SignedIn) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording=WORDING)
    answer = signed_in("office_a").get("/bang-lenh/?q=tram+bom")
    html = answer.content.decode()
    assert "Rà soát &lt;b&gt;trạm bơm&lt;/b&gt; &amp; kênh mương" in html
    assert answer["Cache-Control"] == "no-store"
