"""Two official tables that number the ethnic groups differently.

Only the name is ever kept. A bare number means different groups in the two tables, so whoever brings a sheet says which
table it follows, and a number nobody here has seen in its official table is a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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


def numbered(table: str, number: int) -> str | None:
    """Return the group that a table gives a number to, None where it is not known for sure."""
    return _CODES.get(table, {}).get(number)
