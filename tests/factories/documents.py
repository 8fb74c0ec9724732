"""Directives of the tests as files, and documents taken in through the service."""

from __future__ import annotations

import io

import docx

from sauro.documents.models import Document
from sauro.documents.quarantine import quarantined
from sauro.tasks.services.intake import take_in
from tests.personas import World

DIRECTIVE = """ỦY BAN NHÂN DÂN TỈNH LẠC GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 215/UBND-NC
Lạc Giang, ngày 05 tháng 10 năm 2026
V/v rà soát hồ sơ cán bộ thử nghiệm

Kính gửi: Sở Nội vụ, Sở Tài chính

Căn cứ Kế hoạch số 88/KH-UBND ngày 12 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh Lạc Giang, Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát hồ sơ cán bộ, báo cáo UBND tỉnh trước ngày 15 tháng 11 năm 2026.

2. Sở Tài chính xây dựng dự toán kinh phí số hóa hồ sơ, trình Ủy ban nhân dân tỉnh trong tháng 12 năm 2026.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


def as_docx(text: str) -> bytes:
    """Return a text as a .docx, a paragraph per line."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def take_in_text(
    world: World, text: str = DIRECTIVE, *, persona: str = "clerk", unit: str = "ubnd", name: str = "van ban.txt"
) -> Document:
    """Take a text in as a persona for a unit, by the service the pages use."""
    with quarantined([text.encode()], name=name) as upload:
        return take_in(actor=world.actor(persona), unit_id=world.units[unit].pk, upload=upload, declared=True)
