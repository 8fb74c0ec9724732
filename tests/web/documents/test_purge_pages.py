"""Two people purge a document on its page; nobody else gets near."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.documents import take_in_text
from tests.personas import World

from sauro.accounts.models import User
from sauro.common.clock import now
from sauro.common.ids import new_id
from sauro.documents.models import Document, Purge

REASON = {"reason": "Phát hiện dấu mật trên bản giấy"}


def _url(name: str, document: Document) -> str:
    return reverse(name, args=[document.pk])


def test_two_people_purge_a_document(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    User.objects.filter(pk=world.users["admin"].pk).update(totp_confirmed_at=now())
    head, admin = signed_in("head"), signed_in("admin")
    page = head.get(_url("document-purge", document))
    assert page.status_code == 200
    assert head.post(_url("purge-propose", document), REASON).status_code == 302
    assert "Bạn là người đề nghị" in head.get(_url("document-purge", document)).content.decode()
    assert head.post(_url("purge-confirm", document)).status_code == 403
    assert "Xác nhận tiêu hủy" in admin.get(_url("document-purge", document)).content.decode()
    assert admin.post(_url("purge-confirm", document)).status_code == 302
    stone = admin.get(_url("document-purge", document)).content.decode()
    assert all(shown in stone for shown in ("Biên bản tiêu hủy", "Lê Văn Thử", "Mai Văn Ví Dụ", document.code))
    assert document.subject not in stone
    assert head.get(_url("document-detail", document)).status_code == 404
    assert document.code in admin.get(reverse("purge-list")).content.decode()


def test_document_closes_for_others_while_the_request_is_open(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    clerk, head = signed_in("clerk"), signed_in("head")
    head.post(_url("purge-propose", document), REASON)
    for name in ("document-detail", "document-file"):
        assert clerk.get(_url(name, document)).status_code == 404
    assert document.code not in clerk.get(reverse("document-list")).content.decode()
    assert head.get(_url("document-detail", document)).status_code == 200
    assert head.post(_url("purge-withdraw", document), {"reason": "Nhầm"}).status_code == 302
    assert clerk.get(_url("document-detail", document)).status_code == 200


def test_reason_is_needed(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    assert signed_in("head").post(_url("purge-propose", document), {"reason": " "}).status_code == 422
    assert not Purge.objects.exists()


@pytest.mark.parametrize("persona", ["clerk", "chair", "inspector"])
def test_who_sees_the_document_but_may_not_purge_is_refused(signed_in: SignedIn, world: World, persona: str) -> None:
    document = take_in_text(world)
    client = signed_in(persona)
    assert client.get(_url("document-purge", document)).status_code == 403
    assert client.post(_url("purge-propose", document), REASON).status_code == 403
    assert client.get(reverse("purge-list")).status_code == 403


@pytest.mark.parametrize("persona", ["clerk", "office_a", "office_b", "party_a", "outsider"])
def test_neighbour_cannot_confirm(signed_in: SignedIn, world: World, persona: str) -> None:
    document = take_in_text(world)
    signed_in("head").post(_url("purge-propose", document), REASON)
    client = signed_in(persona)
    for name in ("purge-confirm", "purge-withdraw"):
        assert client.post(_url(name, document), REASON).status_code == 404
    assert Document.objects.filter(pk=document.pk).exists()


def test_wrong_method_and_unknown_document(signed_in: SignedIn, world: World) -> None:
    document = take_in_text(world)
    client = signed_in("head")
    for name in ("purge-propose", "purge-confirm", "purge-withdraw"):
        assert client.get(_url(name, document)).status_code == 405
        assert client.post(reverse(name, args=[new_id()]), REASON).status_code == 404
    assert client.post(_url("document-purge", document)).status_code == 405
