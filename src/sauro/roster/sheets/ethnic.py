"""Names of the ethnic groups, and two tables that number them differently.

Only the name is ever kept. A bare number means different groups in the two tables, so whoever brings a sheet says which
table it follows, and a number nobody here has seen in its official table is a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vanban.text.normalize import fold

NAMES = (
    "Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na", "Sán Chay",
    "Chăm", "Cơ Ho", "Xơ Đăng", "Sán Dìu", "Hrê", "Raglay", "Mnông", "Xtiêng", "Bru-Vân Kiều", "Thổ", "Giáy", "Cơ Tu",
    "Gié Triêng", "Mạ", "Khơ Mú", "Co", "Tà Ôi", "Chơ Ro", "Kháng", "Xinh Mun", "Hà Nhì", "Chu Ru", "Lào", "La Chí",
    "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo",
    "Brâu", "Ơ Đu", "Rơ Măm", "Ngái",
)  # fmt: skip
_OTHER_NAMES = {
    "viet": "Kinh", "kinh viet": "Kinh", "kho me": "Khmer", "khome": "Khmer", "kho me krom": "Khmer", "han": "Hoa",
    "hmong": "Mông", "h mong": "Mông", "meo": "Mông", "gia lai": "Gia Rai", "jrai": "Gia Rai", "ede": "Ê Đê",
    "bana": "Ba Na", "bahnar": "Ba Na", "cao lan": "Sán Chay", "cham": "Chăm", "koho": "Cơ Ho", "k ho": "Cơ Ho",
    "xo dang": "Xơ Đăng", "h re": "Hrê", "ra glai": "Raglay", "raglai": "Raglay", "m nong": "Mnông", "stieng": "Xtiêng",
    "x tieng": "Xtiêng", "bru van kieu": "Bru-Vân Kiều", "van kieu": "Bru-Vân Kiều", "co tu": "Cơ Tu", "katu": "Cơ Tu",
    "gie trieng": "Gié Triêng", "kho mu": "Khơ Mú", "ta oi": "Tà Ôi", "cho ro": "Chơ Ro", "chau ro": "Chơ Ro",
    "churu": "Chu Ru", "o du": "Ơ Đu", "ro mam": "Rơ Măm", "pa then": "Pà Thẻn",
}  # fmt: skip

GSO, OF_1979 = "gso", "1979"
# Of each table only the numbers that were read in a source good enough to rely on.
_CODES: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        GSO: dict(
            enumerate(
                ("Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na",
                 "Sán Chay", "Chăm", "Cơ Ho", "Xơ Đăng", "Sán Dìu", "Hrê", "Raglay", "Mnông"),
                start=1,
            )
        ),
        OF_1979: dict(
            enumerate(
                ("Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo", "Brâu", "Ơ Đu", "Rơ Măm"), start=45
            )
        ),
    }
)  # fmt: skip
_BY_KEY = {**{fold(name): name for name in NAMES}, **{fold(other): name for other, name in _OTHER_NAMES.items()}}


def named(text: str) -> str | None:
    """Return the group a name means, None for none that is known."""
    return _BY_KEY.get(fold(text).removeprefix("dan toc ").removeprefix("nguoi "))


def numbered(table: str, number: int) -> str | None:
    """Return the group that a table gives a number to, None where it is not known for sure."""
    return _CODES.get(table, {}).get(number)
