"""A document that cannot be set is refused with a sentence."""

from __future__ import annotations

import pytest

from sauro.common.errors import DomainError
from sauro.documents.services.composing import PaperKind, composed
from vanban.compose.model import Content, Header, Kind, Paragraph, Signature

GOOD = Content(
    kind=Kind.BAO_CAO,
    header=Header(issuer=("Sở Nội vụ",), symbol="BC-SNV", place="Lạc Giang"),
    body=(Paragraph("Đã xong."),),
    signature=Signature(("Giám đốc",)),
)


def test_both_files_are_made() -> None:
    assert composed(GOOD, PaperKind.DOCX).startswith(b"PK")
    assert composed(GOOD, PaperKind.PDF).startswith(b"%PDF")


@pytest.mark.parametrize("kind", PaperKind)
def test_content_without_an_issuer_is_refused_in_words(kind: PaperKind) -> None:
    bad = Content(kind=Kind.BAO_CAO, header=Header((), "BC", ""), body=(), signature=Signature(()))
    with pytest.raises(DomainError) as caught:
        composed(bad, kind)
    assert caught.value.code == "bad-content"
    assert "chưa dàn thành văn bản" in caught.value.message
