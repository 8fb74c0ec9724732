"""Pages of papers, of the identity number and of erasing: as officers use them, with right and wrong input."""

from __future__ import annotations

import re
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.conftest import SignedIn
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.workforce import KEEPER, dossier_of
from tests.personas import World

from sauro.common.clock import today
from sauro.workforce.enums import FactKind
from sauro.workforce.models import DossierPaper
from sauro.workforce.services.facts import Content, record_fact

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = pytest.mark.django_db


def test_papers_are_attached_opened_and_withdrawn(world: World, signed_in: SignedIn) -> None:
    client, dossier = signed_in(KEEPER), dossier_of(world)
    content = Content(today(), detail="Đủ sức khỏe")
    record_fact(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=FactKind.HEALTH, content=content)
    address = f"/nhan-su/{dossier.pk}/giay-to/"
    form = client.get(address).content.decode()
    health = re.search(r'value="(fact:[^"]+)">Sức khỏe', form)
    assert health and "Đủ sức khỏe" not in form
    name = unicodedata.normalize("NFD", "Giấy khám.txt")
    sent = {"kind": "health", "proves": health[1], "file": SimpleUploadedFile(name, "Bản mẫu".encode())}
    wrong = client.post(address, {**sent, "proves": ""})
    assert wrong.status_code == 422
    assert "gắn với thông tin sức khỏe" in wrong.content.decode()
    assert client.post(address, {"kind": "health", "proves": health[1]}).status_code == 422
    sent["file"] = SimpleUploadedFile(name, "Bản mẫu".encode())
    page = client.post(address, sent, follow=True).content.decode()
    assert "Đã gắn giấy tờ" in page and "Giấy khám.txt" not in page
    paper = DossierPaper.objects.get()
    opened = f"/nhan-su/giay-to/{paper.pk}/"
    assert "Lý do mở xem" in client.get(opened).content.decode()
    assert client.post(opened, {"reason": ""}).status_code == 422
    answer = client.post(opened, {"reason": "Xét bổ nhiệm"})
    assert b"".join(answer.streaming_content).decode() == "Bản mẫu"
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert "Xét bổ nhiệm" in client.get(f"/nhan-su/{dossier.pk}/").content.decode()
    page = client.post(f"{opened}rut/", {"reason": "Gắn nhầm"}, follow=True).content.decode()
    assert "đã rút, Đỗ Văn Mẫu: Gắn nhầm" in page
    late = client.post(opened, {"reason": "Xét bổ nhiệm"})
    assert late.status_code == 422
    assert "đã được rút" in late.content.decode()


def test_a_number_is_corrected_and_erasing_waits_for_another_person(world: World, signed_in: SignedIn) -> None:
    client, dossier = signed_in(KEEPER), dossier_of(world, number="000000000011")
    address = f"/nhan-su/{dossier.pk}/so-dinh-danh/"
    wrong = client.post(address, {"identity_number": "12", "reason": "Sửa"})
    assert wrong.status_code == 422
    assert "đúng 12 chữ số" in wrong.content.decode()
    assert client.post(address, {"identity_number": "000000000012", "reason": "Ghi nhầm số"}).status_code == 302
    page = client.get(address).content.decode()
    assert "Ghi nhầm số" in page and "000000000012" not in page
    address = f"/nhan-su/{dossier.pk}/xoa/"
    assert "Họ tên, giới tính" in client.get(address).content.decode()
    assert client.post(address, {"basis": ""}).status_code == 422
    page = client.post(address, {"basis": "Điều 14 Luật 91"}, follow=True).content.decode()
    assert "Một người khác có quyền" in page and "Xác nhận, xóa vĩnh viễn" not in page
    assert client.post(f"{address}ket-luan/", {"act": "xac-nhan"}).status_code == 403
    page = client.post(f"{address}ket-luan/", {"act": "rut"}, follow=True).content.decode()
    assert "Đã rút đề nghị xóa" in page
    assert client.post(f"{address}ket-luan/", {"act": "rut"}).status_code == 409
