"""Official names with the capitals that Annex II of Decree 30/2020/NĐ-CP gives them."""

from __future__ import annotations

from vanban.check.language.words import Words
from vanban.check.subject import CheckedDocument

_NAMES = """
Ủy ban nhân dân|Hội đồng nhân dân|Mặt trận Tổ quốc|Thủ tướng Chính phủ|Văn phòng Chính phủ|Bộ Chính trị|
Ban Bí thư|Ban Chấp hành|Ban Thường vụ|Trung ương Đảng|Quốc hội|Chính phủ|Tỉnh ủy|Thành ủy|Đảng ủy|Đảng bộ|
Công an nhân dân|Quân đội nhân dân|Bộ Tư lệnh|Tòa án nhân dân|Viện kiểm sát nhân dân|
Liên đoàn Lao động|Hội Nông dân|Hội Cựu chiến binh|Đoàn Thanh niên|Ủy ban Mặt trận Tổ quốc|Ngân hàng Nhà nước|
Thanh tra Chính phủ|Sở Nội vụ|Sở Tài chính|Sở Xây dựng|Sở Y tế|Sở Tư pháp|Sở Công Thương|Sở Giáo dục và Đào tạo|
Sở Khoa học và Công nghệ|Sở Nông nghiệp và Môi trường|Sở Dân tộc và Tôn giáo|Sở Ngoại vụ|Sở Văn hóa|Bộ Nội vụ|
Bộ Tài chính|Bộ Xây dựng|Bộ Y tế|Bộ Tư pháp|Bộ Công Thương|Bộ Giáo dục và Đào tạo|Bộ Khoa học và Công nghệ|
Bộ Nông nghiệp và Môi trường|Bộ Dân tộc và Tôn giáo|Bộ Ngoại giao|Bộ Quốc phòng|Bộ Công an|Việt Nam|Hồ Chí Minh
"""
_NEVER_SMALL = frozenset(
    {"Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc", "Thủ tướng Chính phủ", "Việt Nam", "Hồ Chí Minh", "Bộ Chính trị"}
)
"""Names that stand for one body or place alone; the others, in small letters, also mean the kind ("cơ sở y tế")."""
WAVERING = frozenset({"Ban Chấp hành", "Ban Thường vụ"})
"""Names that good documents write in two ways."""


def _by_first_two() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """The names by their first word and then by their second, in small letters, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name in _NAMES.replace("\n", "").split("|"):
        words = tuple(name.split())
        found.setdefault(words[0].lower(), {}).setdefault(words[1].lower(), []).append(words)
    return {
        first: {second: tuple(sorted(names, key=len, reverse=True)) for second, names in seconds.items()}
        for first, seconds in found.items()
    }


_BY_FIRST_TWO = _by_first_two()


def misspelt_names(document: CheckedDocument) -> tuple[tuple[int, int, str], ...]:
    """Names with wrong capitals: start, end and the right form; ask with ``document.once(misspelt_names)``."""
    words = document.once(Words.of)
    found: list[tuple[int, int, str]] = []
    for first in _BY_FIRST_TWO.keys() & words.positions.keys():
        seconds = _BY_FIRST_TWO[first]
        for index in words.positions[first]:
            names = seconds.get(words.keys[index + 1]) if index + 1 < len(words) else None
            wrong = _at(words, index, names) if names else None
            if wrong:
                found.append(wrong)
    kept: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda name: (name[0], -name[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return tuple(kept)


def _at(words: Words, index: int, names: tuple[tuple[str, ...], ...]) -> tuple[int, int, str] | None:
    for name in names:
        stop = index + len(name)
        if words.keys[index:stop] == [word.lower() for word in name]:
            written = words.words[index:stop]
            if all(words.joined(at) for at in range(index, stop - 1)) and _is_wrong(words, index, written, name):
                return words.starts[index], words.ends[stop - 1], _in_the_school_of(written, name)
            return None
    return None


def _is_wrong(words: Words, index: int, written: list[str], name: tuple[str, ...]) -> bool:
    """True when capitals differ behind the first word; in capitals, in title case and as a common noun they may."""
    if any(word.isupper() and len(word) > 1 for word in written):
        return False
    shapes = [word[0].isupper() for word in written]
    right = [word[0].isupper() for word in name]
    if shapes[1:] == right[1:] and (shapes[0] or right[0]):
        return False
    if not any(shapes) and " ".join(name) not in _NEVER_SMALL:
        return False
    if name[-1] == "ủy" and words.keys[index + len(name) : index + len(name) + 1] == ["ban"]:
        return False
    return not _in_title_case(words, index, len(name))


def _in_title_case(words: Words, index: int, length: int) -> bool:
    """True when the words around have capitals too, as on covers and in names of courses."""
    around = [index - 2, index - 1, index + length, index + length + 1]
    letters = [words.words[at] for at in around if 0 <= at < len(words) and words.words[at].isalpha()]
    return (
        len(letters) > 1
        and all(word[0].isupper() for word in letters)
        and all(word[0].isupper() for word in words.words[index : index + length])
    )


def _in_the_school_of(written: list[str], name: tuple[str, ...]) -> str:
    """The right form with the tones where the writer puts them."""
    return " ".join(
        word.lower().capitalize() if right[0].isupper() else word.lower()
        for word, right in zip(written, name, strict=True)
    )
