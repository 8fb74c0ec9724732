"""A workbook of targets through the pages: checked, shown, written; a preview belongs to the one who made it."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.conftest import SignedIn
from tests.personas import World

from sauro.targets.models import Indicator
from sauro.targets.sheet import SheetRow, write_rows


def upload(*rows: SheetRow) -> dict[str, object]:
    return {"file": SimpleUploadedFile("chi-tieu.xlsx", write_rows(rows))}


def payload(page: str) -> dict[str, str]:
    found = re.search(r'name="payload" value="([^"]+)"', page)
    assert found is not None
    return {"payload": found.group(1)}


def test_workbook_is_checked_shown_and_then_written(world: World, signed_in: SignedIn) -> None:
    head, address = signed_in("head"), reverse("target-sheet")
    assert "Hãy chọn tệp" in head.post(address).content.decode()
    wrong = head.post(
        address, upload(SheetRow(2, {"name": "Số nhà"}), SheetRow(3, {"name": "Số cầu", "measure": "cái"}))
    )
    assert wrong.status_code == 422
    assert "Dòng 2, cột Đơn vị tính" in wrong.content.decode()
    given_back = head.post(reverse("target-sheet-faults"), payload(wrong.content.decode()))
    assert b"".join(given_back.streaming_content).startswith(b"PK")
    right = head.post(address, upload(SheetRow(2, {"name": "Số nhà", "measure": "căn", "target_2030": "1.200"})))
    assert not Indicator.objects.exists()
    shown = payload(right.content.decode())
    assert signed_in("chair").post(reverse("target-sheet-apply"), shown).status_code == 403
    done = head.post(reverse("target-sheet-apply"), shown, follow=True).content.decode()
    assert "1 chỉ tiêu mới" in done
    assert head.post(reverse("target-sheet-apply"), {"payload": shown["payload"] + "x"}).status_code == 422
    taken_out = head.get(reverse("target-sheet-file"))
    assert b"".join(taken_out.streaming_content).startswith(b"PK")
