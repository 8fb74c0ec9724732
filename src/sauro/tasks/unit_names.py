"""What can be told from the printed name of a body alone."""

from __future__ import annotations

from vanban.text.normalize import fold

_RELATIVE = frozenset(
    fold(name)
    for name in (
        "UBND xã", "Ủy ban nhân dân xã", "UBND phường", "Ủy ban nhân dân phường", "UBND đặc khu", "UBND cấp xã",
        "Ủy ban nhân dân cấp xã", "UBND xã, phường", "HĐND xã", "HĐND cấp xã", "Đảng ủy xã", "Đảng ủy phường",
        "Đảng ủy", "Ủy ban MTTQ xã", "MTTQ xã", "đơn vị mình", "đơn vị",
        "cơ quan", "cơ quan mình", "địa phương", "địa phương mình", "ngành mình", "cơ quan, đơn vị", "Văn phòng", "Sở",
        "Phòng", "Ban", "Đảng bộ", "Chi bộ", "chính quyền địa phương", "đơn vị chủ trì", "cơ quan chủ trì",
    )
)  # fmt: skip
_POINTING_WORDS = frozenset({"minh", "nay", "tren"})


def is_relative_name(name: str) -> bool:
    """Tell whether the name means a different body in each document, such as "UBND xã" or "đơn vị mình"."""
    key = fold(name)
    return key in _RELATIVE or not _POINTING_WORDS.isdisjoint(key.split()[-1:])


def is_group_name(name: str) -> bool:
    """Tell whether the name stands for several units, such as "Các sở, ban, ngành tỉnh"."""
    key = fold(name)
    return key.startswith(("cac ", "toan the ", "tat ca ")) or " cac " in f" {key} "
