"""A draft held against the documents that the person who checks may see, and against no other."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.personas import World

from sauro.documents.models import Document
from sauro.documents.services.purging import propose_purge

pytestmark = pytest.mark.usefixtures("file_folder", "quarantine_folder")

PASSAGE = (
    "Tổ công tác rà soát từng thửa đất bỏ hoang ven kênh Lục, lập bản đồ hiện trạng, lấy ý kiến người dân trong ấp "
    "rồi mới đề xuất phương án trồng lại rừng ngập mặn theo từng đợt thủy triều của năm sau"
)
HIGHER = DIRECTIVE.replace("Nơi nhận:", f"3. {PASSAGE}.\n\nNơi nhận:")
DRAFT = f"""ỦY BAN NHÂN DÂN XÃ A THỬ

KẾ HOẠCH
Trồng rừng ven kênh

Thực hiện Công văn số 215/UBND-NC ngày 06 tháng 10 năm 2026 của Ủy ban nhân dân tỉnh Lạc Giang.

1. Nhiệm vụ

{PASSAGE}, báo cáo kết quả.
"""


def check(client: Client, text: str = DRAFT) -> str:
    file = SimpleUploadedFile("du-thao.txt", text.encode())
    return client.post(reverse("check-draft"), {"file": file}).content.decode()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_passage_stands_beside_its_source_with_a_link(
    world: World, signed_in: SignedIn, form: Literal["NFC", "NFD"]
) -> None:
    source = take_in_text(world, HIGHER)
    page = check(signed_in("clerk"), unicodedata.normalize(form, DRAFT))
    assert "check-beside" in page
    assert reverse("document-detail", args=[source.pk]) in page
    assert f"Công văn 215/UBND-NC ({source.code})" in page


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_date_of_a_cited_document_is_held_against_the_store(
    world: World, signed_in: SignedIn, form: Literal["NFC", "NFD"]
) -> None:
    source = take_in_text(world, HIGHER)
    Document.objects.filter(pk=source.pk).update(number="0215")
    page = check(signed_in("clerk"), unicodedata.normalize(form, DRAFT))
    assert "VD014" in page
    assert page.count("<strong>05/10/2026</strong>") == 1


def replacing(words: str) -> str:
    newer = DIRECTIVE.replace("215/", "220/").replace("ngày 05 tháng 10", "ngày 09 tháng 10")
    return newer.replace(
        "Nơi nhận:", f"3. Công văn này {words} Công văn số 215/UBND-NC ngày 05 tháng 10 năm 2026.\n\nNơi nhận:"
    )


@pytest.mark.parametrize(("words", "is_told"), [("thay thế", True), ("thay thế một phần", False), ("tiếp theo", False)])
def test_document_that_another_replaced_is_told_once_with_a_link(
    world: World, signed_in: SignedIn, words: str, is_told: bool
) -> None:
    take_in_text(world, HIGHER)
    newer = take_in_text(world, replacing(words))
    page = check(signed_in("clerk"), DRAFT.replace("ngày 06 tháng 10", "ngày 05 tháng 10"))
    assert "check-beside" in page
    assert page.count(reverse("rule-detail", args=["VD012"])) == is_told
    assert (reverse("document-detail", args=[newer.pk]) in page) == is_told
    assert "VD014" not in page


def test_document_of_the_same_number_by_another_body_is_not_meant(world: World, signed_in: SignedIn) -> None:
    source = take_in_text(world, HIGHER)
    Document.objects.filter(pk=source.pk).update(issuer_name="Ủy ban nhân dân tỉnh Khác Thử")
    page = check(signed_in("clerk"))
    assert "check-beside" in page
    assert "VD014" not in page


@pytest.mark.parametrize("persona", ["office_a", "servant_b", "party_clerk", "outsider", "admin", "snv_head"])
def test_document_of_others_is_no_source_and_changes_nothing(world: World, signed_in: SignedIn, persona: str) -> None:
    client = signed_in(persona)
    before = check(client)
    source = take_in_text(world, HIGHER)
    after = check(client)
    assert without_token(after) == without_token(before)
    assert source.code not in after
    assert "check-beside" not in after


def test_neighbour_with_documents_of_its_own_sees_only_these(world: World, signed_in: SignedIn) -> None:
    take_in_text(world, HIGHER)
    own = take_in_text(world, HIGHER.replace("215/", "216/"), persona="office_a", unit="ubnd_a")
    page = check(signed_in("office_a"))
    assert own.code in page
    assert "215/UBND-NC (" not in page
    assert "VD014" not in page


def test_document_suspected_of_a_secret_is_no_source_even_for_who_may_purge_it(
    world: World, signed_in: SignedIn
) -> None:
    source = take_in_text(world, HIGHER)
    head = signed_in("head")
    assert "check-beside" in check(head)
    propose_purge(actor=world.actor("head"), document_id=source.pk, reason="Nghi có dấu mật")
    assert "check-beside" not in check(head)


def test_draft_taken_in_before_is_no_copy_of_itself(world: World, signed_in: SignedIn) -> None:
    take_in_text(world, DRAFT)
    assert "check-beside" not in check(signed_in("clerk"))


def test_older_version_by_the_same_issuer_is_no_copy(world: World, signed_in: SignedIn) -> None:
    take_in_text(world, HIGHER)
    own = HIGHER.replace("215/UBND-NC", "/UBND-NC").replace("dự toán", "bảng tính")
    assert "check-beside" not in check(signed_in("clerk"), own)


def test_nothing_of_the_sources_stays_on_disk(world: World, signed_in: SignedIn, quarantine_folder: Path) -> None:
    take_in_text(world, HIGHER)
    check(signed_in("clerk"))
    assert not any(path.is_file() for path in quarantine_folder.rglob("*"))


def without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf" not in line.lower()]
