"""The pages of the list of fields, the field on the desk and on the page of a task."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.tasks.models import Obligation, WorkField


@pytest.fixture
def field(world: World) -> WorkField:
    row = WorkField.objects.create(code="noi-vu", name="Nội vụ", words=["biên chế"])
    row.leads.add(world.units["snv"])
    return row


def test_list_is_imported_changed_and_shows_its_buttons_to_its_keepers_alone(signed_in: SignedIn) -> None:
    client = signed_in("head")
    assert "Nhập danh mục thường dùng" in client.get(reverse("field-list")).content.decode()
    assert client.post(reverse("field-import")).status_code == 302
    field = WorkField.objects.get(code="dat-dai")
    data = {"name": "Đất đai, địa chính", "position": 5, "words": "đất đai\nđịa chính", "is_open": "on"}
    assert client.post(reverse("field-edit", args=[field.pk]), data).status_code == 302
    field.refresh_from_db()
    assert (field.name, field.position, field.words) == ("Đất đai, địa chính", 5, ["đất đai", "địa chính"])
    wrong = client.post(reverse("field-add"), data | {"code": "Đất"})
    assert (wrong.status_code, "chữ thường không dấu" in wrong.content.decode()) == (422, True)
    reader = signed_in("office_a").get(reverse("field-list")).content.decode()
    assert "Đất đai, địa chính" in reader
    assert "Nhập danh mục thường dùng" not in reader


def deed(client: Client, row: Obligation, name: str, **data: Any) -> dict[str, Any]:
    address = reverse("desk-deed", args=[row.document_id, name])
    answer: dict[str, Any] = client.post(address, {"obligation": row.pk, "version": row.version, **data}).json()
    return answer


def test_desk_proposes_with_the_reason_and_takes_back(world: World, signed_in: SignedIn, field: WorkField) -> None:
    document = make_document(world.units["ubnd"], many_tasks(2), units=(world.units["snv"], world.units["stc"]))
    row = document.obligations.filter(bodies__unit=world.units["snv"]).first()
    assert row is not None
    client = signed_in("clerk")
    page = client.get(reverse("desk", args=[document.pk])).content.decode()
    assert "chủ trì, phụ trách lĩnh vực này" in page
    answer = deed(client, row, "field", field=field.pk)
    row.refresh_from_db()
    assert row.field == field
    assert answer["undo"] == [{"deed": "field", "data": {"obligation": str(row.pk), "field": ""}}]
    deed(client, row, "field", field="")
    row.refresh_from_db()
    assert row.field is None
    client.post(reverse("desk-deed", args=[document.pk, "choose-fields"]))
    row.refresh_from_db()
    assert row.field == field


def test_giver_changes_the_field_on_the_page_of_the_task(world: World, signed_in: SignedIn, field: WorkField) -> None:
    task = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    client = signed_in("head")
    address = reverse("assignment-step", args=[task.pk, "linh-vuc"])
    assert client.post(address, {"field": str(field.pk)}).status_code == 302
    page = client.get(reverse("assignment-detail", args=[task.pk])).content.decode()
    assert f"?lv={field.code}" in page
    assert client.post(address, {"field": str(field.pk)}).status_code == 422
    assert signed_in("office_a").post(address, {"field": ""}).status_code == 403
