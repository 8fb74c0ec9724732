"""Names behind an @ are found as they are meant, and an address of mail names nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.discussions.mention_text import split_mentions
from vanban.text.normalize import nfc

LABELS = ["Ngô Văn Thử", "Ngô Văn Thử A", "UBND xã A Thử"]


def named(text: str) -> list[str]:
    return [piece.label for piece in split_mentions(nfc(text), LABELS) if piece.label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Ngô Văn Thử xem giúp", ["Ngô Văn Thử"]),
        ("@Ngô Văn Thử A, xem giúp", ["Ngô Văn Thử A"]),
        ("Đã gửi (@ngô văn thử) và @UBND XÃ A THỬ.", ["Ngô Văn Thử", "UBND xã A Thử"]),
        ("@Ngô Văn Thửa không phải tên ai", []),
        ("thu@Ngô Văn Thử", []),
        ("@Ngo Van Thu", []),
        ("@@Ngô Văn Thử", ["Ngô Văn Thử"]),
        ("@", []),
    ],
)
def test_longest_name_that_fits_is_meant(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@given(st.text(alphabet="@ Ngô Văn Thử A\nß.İ", max_size=60))
def test_pieces_make_up_the_text_again(text: str) -> None:
    assert "".join(piece.text for piece in split_mentions(text, LABELS)) == text
