"""The desk's page and its addresses: what they show, to whom, and what they refuse."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.conftest import SignedIn
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document, many_tasks
from tests.personas import World

from sauro.documents.models import Document, ExtractedText
from sauro.tasks.models import DeskPresence, Obligation

HOSTILE = 'Sở Nội vụ <script>alert("x")</script> & "trích" lập kế hoạch.'


@pytest.fixture
def document(world: World) -> Document:
    return make_document(world.units["ubnd"], many_tasks(3), units=tuple(world.units.values()))


def address(document: Document, rest: str = "") -> str:
    return f"/van-ban/{document.pk}/ban-lam-viec/{rest}"


def do(client: Client, document: Document, deed: str, **data: Any) -> Any:
    sent = {name: json.dumps(value) if isinstance(value, list) else value for name, value in data.items()}
    return client.post(address(document, f"thao-tac/{deed}/"), sent)


def rows(document: Document) -> list[Obligation]:
    return list(document.obligations.order_by("start"))


def test_page_shows_document_cards_and_progress(signed_in: SignedIn, document: Document) -> None:
    page = signed_in("clerk").get(address(document)).content.decode()
    assert page.count("data-card=") == 3
    assert page.count(" data-for=") == 3
    assert "<strong data-reviewed>0</strong>/<span data-total>3</span>" in page
    assert "Mục II.1" in page
    assert "Giao việc…" in page


def test_text_of_the_page_is_the_text_of_the_reading(signed_in: SignedIn, world: World) -> None:
    document = make_document(world.units["ubnd"], DocumentSpec(["THÔNG BÁO", TaskSpec(HOSTILE, product="kế hoạch")]))
    page = signed_in("clerk").get(address(document)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;trích&quot;" in page


def test_offsets_are_plain_numbers_beyond_a_thousand(signed_in: SignedIn, world: World) -> None:
    document = make_document(world.units["ubnd"], many_tasks(12))
    client = signed_in("clerk")
    page = client.get(address(document)).content.decode()
    starts = [int(found) for found in re.findall(r'data-card="[^"]+"[^>]* data-start="([^"]+)"', page)]
    assert starts == [row.start for row in rows(document)]
    assert starts[-1] > 1000
    last = rows(document)[-1]
    form = client.get(address(document, f"nhiem-vu/{last.pk}/sua/")).content.decode()
    assert f'name="start" value="{last.start}"' in form


@pytest.mark.parametrize("persona", ["office_a", "party_clerk", "servant_b", "outsider"])
@pytest.mark.parametrize("rest", ["", "the/", "nhiem-vu/{row}/sua/", "nhiem-vu/{row}/tach/"])
def test_neighbours_get_404(signed_in: SignedIn, document: Document, persona: str, rest: str) -> None:
    response = signed_in(persona).get(address(document, rest.format(row=rows(document)[0].pk)))
    assert response.status_code == 404
    assert "rà soát nội dung" not in response.content.decode()


def test_reader_sees_the_page_without_deeds_and_gets_403_for_them(signed_in: SignedIn, document: Document) -> None:
    client = signed_in("inspector")
    page = client.get(address(document)).content.decode()
    assert "data-toolbar-template" not in page
    assert "Giao việc…" not in page
    response = do(client, document, "accept", obligation=rows(document)[0].pk, version=1)
    assert response.status_code == 403
    assert response.json()["code"] == "not-allowed"
    assert client.post(address(document, "co-mat/")).status_code == 403


def test_signed_out_is_sent_to_sign_in_and_deeds_are_told_so(document: Document) -> None:
    assert Client().get(address(document)).status_code == 302
    response = do(Client(), document, "accept", obligation=rows(document)[0].pk, version=1)
    assert (response.status_code, response.json()["code"]) == (401, "signed-out")


def test_wrong_method_and_wrong_address(signed_in: SignedIn, document: Document) -> None:
    client = signed_in("clerk")
    assert client.post(address(document)).status_code == 405
    assert client.get(address(document, "thao-tac/accept/")).status_code == 405
    assert client.get(address(document, "co-mat/")).status_code == 405
    assert client.get(f"/van-ban/{uuid4()}/ban-lam-viec/").status_code == 404
    assert client.get(address(document, f"nhiem-vu/{uuid4()}/sua/")).status_code == 404
    assert do(client, document, "fly").status_code == 404


def test_accept_answers_with_the_card_the_versions_and_the_way_back(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[1]
    answer = do(signed_in("clerk"), document, "accept", obligation=row.pk, version=1).json()
    assert list(answer["cards"]) == [str(row.pk)]
    assert 'data-state="accepted"' in answer["cards"][str(row.pk)]
    assert answer["versions"] == {str(row.pk): 2}
    assert (answer["reviewed"], answer["total"], answer["blocks"], answer["gone"]) == (1, 3, {}, [])
    assert answer["undo"] == [{"deed": "unaccept", "data": {"obligation": str(row.pk)}}]


def test_card_says_that_a_printed_day_does_not_exist(signed_in: SignedIn, world: World) -> None:
    due = {"due": {"text": "trước ngày 31/02/2027", "mark": "stated", "kind": "date", "value": None, "readings": []}}
    task = TaskSpec("Sở Nội vụ báo cáo trước ngày 31/02/2027.", due="trước ngày 31/02/2027", elements=due)
    document = make_document(world.units["ubnd"], DocumentSpec([task]))
    page = signed_in("clerk").get(address(document)).content.decode()
    assert "ngày in không có thật" in page
    assert "Thời hạn: chung chung" in page
    assert "không có ngày cụ thể" not in page


def test_card_of_a_merge_shows_both_days(signed_in: SignedIn, document: Document) -> None:
    first, second, _third = rows(document)
    sent = {"obligation": first.pk, "version": 1, "other": second.pk, "other_version": 1}
    answer = do(signed_in("clerk"), document, "merge", **sent).json()
    (card,) = answer["cards"].values()
    assert "02/12/2026" in card
    assert "còn hạn 03/12/2026 trong câu gộp" in card


def test_stale_deed_is_a_conflict_that_names_the_other(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    do(signed_in("head"), document, "discard", obligation=row.pk, version=1)
    response = do(signed_in("clerk"), document, "accept", obligation=row.pk, version=1)
    assert (response.status_code, response.json()["code"]) == (409, "stale")
    assert "Lê Văn Thử" in response.json()["message"]


def test_stale_edit_names_the_parts_that_the_other_changed(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    form = {"obligation": row.pk, "version": 1, "start": row.start, "end": row.end, "leads": [{"name": "Sở Nội vụ"}]}
    form |= {"coordinators": [{"name": "Sở Tài chính"}], "due_origin": "office", "due_on": "20/12/2026"}
    assert do(signed_in("head"), document, "edit", **form, product=row.product).status_code == 200
    response = do(signed_in("clerk"), document, "edit", **form, product="tờ trình")
    assert response.status_code == 409
    message = response.json()["message"]
    assert "Lê Văn Thử" in message
    assert "(Sửa nhiệm vụ: chủ trì, phối hợp, thời hạn)" in message
    assert "sản phẩm" not in message


def test_stale_deed_after_bulk_names_who_accepted_many(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    do(signed_in("head"), document, "accept-confident")
    response = do(signed_in("clerk"), document, "discard", obligation=row.pk, version=1)
    assert "Lê Văn Thử" in response.json()["message"]
    assert "Chấp nhận các nhiệm vụ có độ tin cậy cao" in response.json()["message"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("31/02/2026", "Ngày 31/02/2026 không có trong lịch"),
        ("2026-02-31", "Ngày 2026-02-31 không có trong lịch"),
        ("tháng sau", "Ngày phải viết dạng ngày/tháng/năm"),
        ("12/2026", "Ngày phải viết dạng ngày/tháng/năm"),
    ],
)
def test_wrong_day_is_told_by_what_is_wrong(
    signed_in: SignedIn, document: Document, written: str, sentence: str
) -> None:
    row = rows(document)[0]
    form = {"obligation": row.pk, "version": 1, "start": row.start, "end": row.end, "due_origin": "office"}
    response = do(signed_in("clerk"), document, "edit", **form, due_on=written)
    assert response.status_code == 422
    assert sentence in response.json()["faults"]["due_on"]


def test_card_names_rules_in_words(signed_in: SignedIn, world: World) -> None:
    product = {"text": "kế hoạch", "mark": "stated", "why": "product-noun"}
    resources = {"text": "ngân sách", "mark": "stated", "why": "rule-of-tomorrow"}
    task = TaskSpec("Sở Nội vụ lập kế hoạch.", elements={"product": product, "resources": resources})
    document = make_document(world.units["ubnd"], DocumentSpec([task]))
    page = signed_in("clerk").get(address(document)).content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "Nguồn lực: rule-of-tomorrow" in text
    assert "Sản phẩm: danh từ chỉ sản phẩm" in text
    assert "product-noun" not in page


def test_split_answers_with_parts_order_and_blocks(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    middle = row.start + row.text.index("xây dựng")
    parts = [[row.start, middle], [middle, row.end]]
    client = signed_in("clerk")
    answer = do(client, document, "split", obligation=row.pk, version=1, parts=parts).json()
    assert answer["gone"] == [str(row.pk)]
    assert len(answer["cards"]) == 2
    assert answer["order"][:2] == list(answer["cards"])
    assert len(answer["blocks"]) == 1
    back = answer["undo"][0]
    again = do(client, document, back["deed"], **back["data"]).json()
    assert set(again["gone"]) == set(answer["cards"])
    assert list(again["cards"]) == [str(row.pk)]


def test_merge_and_its_way_back(signed_in: SignedIn, document: Document) -> None:
    first, second, _third = rows(document)
    client = signed_in("clerk")
    data = {"obligation": first.pk, "version": 1, "other": second.pk, "other_version": 1}
    answer = do(client, document, "merge", **data).json()
    (merged,) = answer["cards"]
    assert set(answer["gone"]) == {str(first.pk), str(second.pk)}
    back = answer["undo"][0]
    again = do(client, document, back["deed"], version=answer["versions"][merged], **back["data"]).json()
    assert again["gone"] == [merged]
    assert again["total"] == 3


def test_edit_form_faults_are_given_by_field(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    data = {"obligation": row.pk, "version": 1, "start": row.start, "end": row.end, "due_origin": "office"}
    response = do(signed_in("clerk"), document, "edit", **data, due_on="31/02/2027")
    assert response.status_code == 422
    assert list(response.json()["faults"]) == ["due_on"]
    response = do(signed_in("clerk"), document, "edit", **data)
    assert (response.status_code, response.json()["field"]) == (422, "due_on")


@pytest.mark.parametrize("parts", ["[[1]]", '[["a", 2]]', "{}", "[[true, false]]", "nothing"])
def test_parts_that_are_no_spans_are_refused(signed_in: SignedIn, document: Document, parts: str) -> None:
    response = do(signed_in("clerk"), document, "split", obligation=rows(document)[0].pk, version=1, parts=parts)
    assert response.status_code == 422


def test_edit_answers_with_a_way_back_that_restores_everything(
    signed_in: SignedIn, world: World, document: Document
) -> None:
    row = rows(document)[0]
    client = signed_in("clerk")
    data = {"obligation": row.pk, "version": 1, "start": row.start, "end": row.end}
    edit = data | {"due_origin": "office", "due_on": "31/12/2026", "product": "đề án", "leads": "[]"}
    answer = do(client, document, "edit", **edit).json()
    row.refresh_from_db()
    assert (row.product, f"{row.due_on:%d/%m/%Y}", row.bodies.count()) == ("đề án", "31/12/2026", 0)
    back = answer["undo"][0]
    sent = {name: "on" if value is True else "" if value is False else value for name, value in back["data"].items()}
    assert do(client, document, "edit", **sent, version=2).status_code == 200
    row.refresh_from_db()
    assert (row.product, row.due_origin) == ("báo cáo chuyên đề 1", "document")
    assert [body.unit for body in row.bodies.all()] == [world.units["stc"], world.units["snv"]]


def test_cards_names_those_that_left_the_desk(signed_in: SignedIn, document: Document) -> None:
    row = rows(document)[0]
    Obligation.objects.filter(pk=row.pk).update(state="replaced")
    answer = (
        signed_in("clerk").get(address(document, "the/"), {"id": [str(row.pk), str(rows(document)[1].pk), "x"]}).json()
    )
    assert answer["gone"] == [str(row.pk)]
    assert list(answer["cards"]) == [str(rows(document)[1].pk)]


def test_presence_tells_the_second_who_is_there(signed_in: SignedIn, world: World, document: Document) -> None:
    first = signed_in("clerk").post(address(document, "co-mat/")).json()
    second = signed_in("head").post(address(document, "co-mat/")).json()
    assert (first["others"], second["others"]) == ([], ["Trần Thị Mẫu"])
    assert set(second["versions"]) == {str(row.pk) for row in rows(document)}
    DeskPresence.objects.filter(user=world.users["clerk"]).update(seen_at="2026-01-01T00:00Z")
    assert signed_in("head").post(address(document, "co-mat/")).json()["others"] == []


def test_page_takes_the_same_number_of_queries_for_one_and_for_many(signed_in: SignedIn, world: World) -> None:
    client = signed_in("clerk")
    counts = []
    for number in (1, 12):
        document = make_document(world.units["ubnd"], many_tasks(number))
        client.get(address(document))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(document))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_document_without_a_reading_says_that_it_is_being_read(signed_in: SignedIn, document: Document) -> None:
    document.readings.update(is_current=False)
    page = signed_in("clerk").get(address(document)).content.decode()
    assert "Chưa có nội dung để rà soát." in page


def test_bind_refuses_a_wide_scope_for_a_relative_name(signed_in: SignedIn, world: World) -> None:
    task = TaskSpec("UBND xã lập danh sách hộ nghèo.", leads=("UBND xã",))
    document = make_document(world.units["ubnd"], DocumentSpec([task]))
    client = signed_in("clerk")
    data = {"name": "UBND xã", "unit": world.units["ubnd_a"].pk}
    refused = do(client, document, "bind", **data, scope="province")
    assert (refused.status_code, refused.json()["field"]) == (422, "scope")
    answer = do(client, document, "bind", **data, scope="document").json()
    assert list(answer["cards"]) == [str(rows(document)[0].pk)]
    assert "gán đơn vị" not in next(iter(answer["cards"].values()))


def test_address_of_one_document_does_not_reach_tasks_of_another(
    signed_in: SignedIn, world: World, document: Document
) -> None:
    other = make_document(world.units["ubnd"], many_tasks(2))
    row = rows(other)[0]
    client = signed_in("clerk")
    assert do(client, document, "accept", obligation=row.pk, version=1).status_code == 404
    mixed = {"obligation": rows(document)[0].pk, "version": 1, "other": row.pk, "other_version": 1}
    assert do(client, document, "merge", **mixed).status_code == 404
    assert client.get(address(document, f"nhiem-vu/{row.pk}/sua/")).status_code == 404
    row.refresh_from_db()
    assert row.version == 1


def test_uncertain_words_are_marked_in_text_and_card(signed_in: SignedIn, world: World) -> None:
    task = TaskSpec("Sở Nội vụ lập kế hoạch.", leads=("Sở Nội vụ",), product="kế hoạch")
    document = make_document(world.units["ubnd"], DocumentSpec([task]))
    client = signed_in("clerk")
    assert "mk-unsure" not in client.get(address(document)).content.decode()
    ExtractedText.objects.update(uncertain=[[3, 6, 0.62]])
    page = client.get(address(document)).content.decode()
    assert 'title="máy đọc chưa chắc (62%)">Nội</span>' in page
    assert "máy đọc “Nội” chưa chắc (62%)" in page
    assert page.count("task-check") == 1, "the lead alone is doubtful"
    assert 'data-look-at="3-6"' in page
    row = rows(document)[0]
    refused = do(client, document, "accept", obligation=row.pk, version=1)
    assert (refused.status_code, refused.json()["code"]) == (422, "look-first")
    assert do(client, document, "accept", obligation=row.pk, version=1, looked="on").status_code == 200


def test_card_tells_why_the_work_was_found_and_where_an_inherited_part_stands(
    signed_in: SignedIn, world: World
) -> None:
    heading = "Giao Sở Nội vụ:"
    work = {"mark": "stated", "from": None, "why": "item", "origin": "machine"}
    submit = {"text": "UBND tỉnh", "why": "submit-reported", "mark": "inherited", "from": {"start": 0, "end": 15}}
    task = TaskSpec("Lập kế hoạch.", leads=("Sở Nội vụ",), lead_source="heading")
    document = make_document(world.units["ubnd"], DocumentSpec([heading, task]))
    row = rows(document)[0]
    row.elements = {"work": work, "submit_to": submit}
    row.save()
    page = signed_in("clerk").get(address(document)).content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "Việc: mục, gạch đầu dòng trong phần giao việc" in text
    assert "Chủ trì: lấy từ tiêu đề mục: “Sở Nội vụ”" in text
    assert "Nơi nhận: cụm “báo cáo, trình …”; lấy từ “Giao Sở Nội vụ:”" in text
    assert 'data-goto="0-15"' in page
