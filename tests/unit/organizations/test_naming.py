"""Canonical forms, posts and exceptions."""

from __future__ import annotations

import unicodedata

import pytest

from sauro.organizations.naming import canonical, split_exceptions, strip_post


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân tỉnh", "UBND tỉnh"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Sở Nông nghiệp và Môi trường", "Sở NN&MT"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở VH,TT&DL"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã X", "UBMTTQVN xã X"),
        ("Ban Chỉ huy quân sự xã X", "Ban CHQS xã X"),
        ("Cơ quan Ủy ban Kiểm tra Tỉnh ủy", "UBKT Tỉnh uỷ"),
        ("Hội Liên hiệp Phụ nữ tỉnh", "Hội LHPN tỉnh"),
        ("các cơ quan chuyên môn thuộc UBND tỉnh", "Các cơ quan chuyên môn của Ủy ban nhân dân tỉnh"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert canonical(unicodedata.normalize("NFD", one)) == canonical(other)


def test_comma_after_party_committee_survives() -> None:
    assert canonical("Đảng ủy, UBND xã X") != canonical("Đảng ủy UBND xã X")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Chủ tịch UBND xã X", "UBND xã X"),
        ("Phó Giám đốc Sở Nội vụ", "Sở Nội vụ"),
        ("Chánh Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Bí thư Đảng ủy xã X", "Đảng ủy xã X"),
        ("Thủ trưởng các sở, ban, ngành", "các sở, ban, ngành"),
        ("Đồng chí Trưởng Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
    ],
)
def test_posts_stand_for_their_body(name: str, body: str) -> None:
    assert strip_post(canonical(name)) == canonical(body)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UBND các xã (trừ xã X)", ("UBND các xã", "xã X")),
        ("UBND các xã, trừ xã X và xã Y.", ("UBND các xã", "xã X và xã Y")),
        ("Công an các phường ngoại trừ phường Z", ("Công an các phường", "phường Z")),
        ("UBND các xã", ("UBND các xã", "")),
        ("Chi cục Bảo vệ thực vật và trừ sâu", ("Chi cục Bảo vệ thực vật và trừ sâu", "")),
    ],
)
def test_exceptions_are_split_off(name: str, expected: tuple[str, str]) -> None:
    assert split_exceptions(name) == expected
