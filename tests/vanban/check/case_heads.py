"""The invented letterheads and feet that the passages of case files are set between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vanban.check.wording import DEFAULT_WORDING
from vanban.structure.kinds import KIND_BY_SYMBOL, KIND_BY_TITLE

_STATE_ISSUER = "ỦY BAN NHÂN DÂN\nTỈNH LẠC GIANG"
_STATE_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
_STATE_FOOT = "Nơi nhận:\n\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Mẫu"
_PARTY_ISSUER = "TỈNH ỦY LẠC GIANG\n*"
_PARTY_MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM"
_PARTY_FOOT = "Nơi nhận:\n\n- Như trên;\n- Lưu Văn phòng Tỉnh ủy.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn Mẫu"
_SUBJECT = "chuẩn bị mùa mưa lũ"
_SYMBOLS = {kind: symbol for symbol, kind in reversed(KIND_BY_SYMBOL.items())}
_TITLES = {kind: title for title, kind in reversed(KIND_BY_TITLE.items())}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a passage is set: the date, side and kind of the document around it; ``bare`` has nothing around
    it, ``markdown`` may hold tables.
    """

    day: date = date(2026, 3, 5)
    side: str = "state"
    kind: str = "cong_van"
    wording: str = DEFAULT_WORDING.code
    bare: bool = False
    markdown: bool = False
    decomposed: bool = False

    def around(self, passage: str) -> str:
        """The whole document with ``passage`` as its body."""
        if self.bare:
            return passage
        foot = _PARTY_FOOT if self.side == "party" else _STATE_FOOT
        return f"{self._head()}\n\n{passage}\n\n{foot}\n"

    def _head(self) -> str:
        party = self.side == "party"
        issuer, motto = (_PARTY_ISSUER, _PARTY_MOTTO) if party else (_STATE_ISSUER, _STATE_MOTTO)
        place = f"Lạc Giang, ngày {self.day.day:02d} tháng {self._month()} năm {self.day.year}"
        return "\n\n".join([issuer, motto, f"Số{'' if party else ':'} {self._symbol()}", place, self._subject()])

    def _month(self) -> str:
        return f"{self.day.month:02d}" if self.day.month < 3 else str(self.day.month)

    def _symbol(self) -> str:
        if self.side == "party":
            return f"125-{_SYMBOLS[self.kind]}/TU"
        return "125/UBND-TH" if self.kind == "cong_van" else f"125/{_SYMBOLS[self.kind]}-UBND"

    def _subject(self) -> str:
        if self.kind == "cong_van":
            addressees = "Kính gửi:\n\n- Các sở, ban, ngành tỉnh;\n- Ủy ban nhân dân các xã, phường, đặc khu."
            return f"V/v {_SUBJECT}\n\n{addressees}"
        return f"{_TITLES[self.kind].upper()}\n\nVề {_SUBJECT}"
