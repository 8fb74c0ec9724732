"""Names of ethnic groups as dossiers write them, brought to one code.

The two official numberings disagree, so names are the key; a name that is none of the 54 counts as not known.
"""

from __future__ import annotations

from vanban.text.normalize import fold

MAJORITY = "kinh"
_NAMES = (
    "Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na", "Sán Chay",
    "Chăm", "Cơ Ho", "Xơ Đăng", "Sán Dìu", "Hrê", "Raglay", "Mnông", "Xtiêng", "Bru Vân Kiều", "Thổ", "Giáy", "Cơ Tu",
    "Giẻ Triêng", "Mạ", "Khơ Mú", "Co", "Tà Ôi", "Chơ Ro", "Kháng", "Xinh Mun", "Hà Nhì", "Chu Ru", "Lào", "La Chí",
    "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo",
    "Brâu", "Ơ Đu", "Rơ Măm", "Ngái",
)  # fmt: skip
_OTHERWISE = {
    "Việt": "Kinh", "Khơ me": "Khmer", "Khơ-me": "Khmer", "Khờ me": "Khmer", "Khmer Nam Bộ": "Khmer", "Chàm": "Chăm",
    "Hán": "Hoa", "H'Mông": "Mông", "Hmông": "Mông", "Jrai": "Gia Rai", "Ra Glai": "Raglay", "M'Nông": "Mnông",
    "Stiêng": "Xtiêng", "K'Ho": "Cơ Ho", "Gié Triêng": "Giẻ Triêng",
}  # fmt: skip


def _key(name: str) -> str:
    return "".join(letter for letter in fold(name) if letter.isalnum())


LABELS = {_key(name): name for name in _NAMES}
_CODES = {code: code for code in LABELS} | {_key(other): _key(name) for other, name in _OTHERWISE.items()}


def ethnic_code(name: str) -> str:
    """Return the code of an ethnic group by a name for it, or nothing for a name that is not known."""
    return _CODES.get(_key(name.removeprefix("Dân tộc ")), "")
