"""Documents most of whose words are those of a higher level."""

from __future__ import annotations

import pytest
from tests.vanban.check.stores import found_with

from vanban.check.rules.copying.mostly_copied import RULE
from vanban.check.store import DocumentsInMemory, StoredDocument

_COPIED = "nâng cấp đường vào các cụm tuyến dân cư vượt lũ, kết nối bến đò ngang với chợ đầu mối nông sản"
_OWN = "Mỗi ấp cử hai thanh niên đo mực nước ở cọc tiêu đầu kênh lúc sáu giờ sáng rồi gọi điện về xã"
_STORE = DocumentsInMemory(
    [], higher=[StoredDocument("7", "KH-UBND", "Kế hoạch số 7/KH-UBND", text=f"Các sở {_COPIED}. Hết.")]
)


def test_the_share_is_told_once() -> None:
    (finding,) = found_with(RULE, f"1. Xã {_COPIED} ngay.\n\n2. Xã {_COPIED} nữa.\n\n3. {_OWN}.", _STORE)
    assert finding.text == _COPIED
    assert "% lời văn" in finding.message


@pytest.mark.parametrize(
    "body", [f"1. {_OWN}.", f"1. Xã {_COPIED} ngay.\n\n2. {_OWN}.\n\n3. {_OWN}.\n\n4. {_OWN}.", "1. Không có gì."]
)
def test_a_document_with_its_own_words_is_left(body: str) -> None:
    assert found_with(RULE, body, _STORE) == []
