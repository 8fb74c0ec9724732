"""The 54 ethnic groups by name: the two official numberings disagree, so names are the key."""

from __future__ import annotations

from vanban.text.normalize import fold

NAMES = (
    "Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na", "Sán Chay",
    "Chăm", "Cơ Ho", "Xơ Đăng", "Sán Dìu", "Hrê", "Raglay", "Mnông", "Xtiêng", "Bru-Vân Kiều", "Thổ", "Giáy", "Cơ Tu",
    "Gié Triêng", "Mạ", "Khơ Mú", "Co", "Tà Ôi", "Chơ Ro", "Kháng", "Xinh Mun", "Hà Nhì", "Chu Ru", "Lào", "La Chí",
    "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô", "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo",
    "Brâu", "Ơ Đu", "Rơ Măm", "Ngái",
)  # fmt: skip
# Other names, without accents, spaces and apostrophes.
_OTHERWISE = {
    "viet": "Kinh", "kinhviet": "Kinh", "khome": "Khmer", "khomekrom": "Khmer", "khmernambo": "Khmer", "han": "Hoa",
    "hmong": "Mông", "meo": "Mông", "gialai": "Gia Rai", "jrai": "Gia Rai", "bahnar": "Ba Na", "caolan": "Sán Chay",
    "koho": "Cơ Ho", "kho": "Cơ Ho", "raglai": "Raglay", "stieng": "Xtiêng", "vankieu": "Bru-Vân Kiều",
    "katu": "Cơ Tu", "chauro": "Chơ Ro",
}  # fmt: skip


def key_of(name: str) -> str:
    """Return what names are compared by, and what stands for a group in figures: its letters, without accents."""
    return "".join(letter for letter in fold(name) if letter.isalnum())


LABELS = {key_of(name): name for name in NAMES}
"""The name of each group by its key."""

_BY_OTHER_KEY = {key_of(other): name for other, name in _OTHERWISE.items()}


def group_named(text: str) -> str | None:
    """Return the name of the group that a text means, None for none that is known."""
    key = key_of(fold(text).removeprefix("dan toc ").removeprefix("nguoi "))
    return LABELS.get(key) or _BY_OTHER_KEY.get(key)
