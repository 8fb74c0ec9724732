"""The usual bodies of a province: Law 72/2025/QH15 for the State, QĐ 294-QĐ/TW for the Party.

What differs between provinces is marked ``optional`` and named per province in :data:`DEPARTMENTS_BY_PROVINCE`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind
from sauro.organizations.structure.bodies import Body

_DEPARTMENTS = (
    ("SNV", "Nội vụ", ("NV",)),
    ("STP", "Tư pháp", ("TP",)),
    ("STC", "Tài chính", ("TC",)),
    ("SCT", "Công Thương", ("CT",)),
    ("SNNMT", "Nông nghiệp và Môi trường", ("NN&MT", "NNMT", "NN-MT")),
    ("SXD", "Xây dựng", ("XD",)),
    ("SKHCN", "Khoa học và Công nghệ", ("KH&CN", "KHCN")),
    ("SVHTTDL", "Văn hóa, Thể thao và Du lịch", ("VH,TT&DL", "VHTTDL", "VH-TT-DL")),
    ("SGDDT", "Giáo dục và Đào tạo", ("GD&ĐT", "GDĐT", "GD-ĐT")),
    ("SYT", "Y tế", ("YT",)),
)
_OPTIONAL_DEPARTMENTS = (
    ("SNGV", "Ngoại vụ", ("NgV",)),
    ("SVHTT", "Văn hóa và Thể thao", ("VH&TT", "VHTT")),
    ("SDL", "Du lịch", ("DL",)),
    ("SDTTG", "Dân tộc và Tôn giáo", ("DT&TG", "DTTG")),
    ("SQHKT", "Quy hoạch - Kiến trúc", ("QHKT",)),
)

DEPARTMENTS_BY_PROVINCE: Mapping[str, frozenset[str]] = {
    "01": frozenset({"SQHKT"}),
    "79": frozenset({"SQHKT"}),
    "91": frozenset({"SVHTT", "SDL"}),
}
"""Departments beyond the common ones, by province code, where confirmed. A Department of Culture and Sport stands in
the place of that of Culture, Sport and Tourism."""

OPTIONAL_SUFFIXES = frozenset(suffix for suffix, _field, _short in _OPTIONAL_DEPARTMENTS)


def _department(suffix: str, field: str, shorts: tuple[str, ...], *, optional: bool = False) -> Body:
    aliases = (suffix, *(f"Sở {short}" for short in shorts))
    return Body(
        suffix, f"Sở {field}", UnitKind.DEPARTMENT, parent="UBND", short_name=f"Sở {shorts[0]}",
        aliases=aliases, optional=optional,
    )  # fmt: skip


_STATE = (
    Body("UBND", "Ủy ban nhân dân {place}", UnitKind.PEOPLES_COMMITTEE, short_name="UBND {level}"),
    Body("HDND", "Hội đồng nhân dân {place}", UnitKind.PEOPLES_COUNCIL, short_name="HĐND {level}"),
    Body("HDND.PC", "Ban Pháp chế Hội đồng nhân dân {level}", UnitKind.DIVISION, parent="HDND"),
    Body("HDND.KTNS", "Ban Kinh tế - Ngân sách Hội đồng nhân dân {level}", UnitKind.DIVISION, parent="HDND"),
    Body("HDND.VHXH", "Ban Văn hóa - Xã hội Hội đồng nhân dân {level}", UnitKind.DIVISION, parent="HDND"),
    Body(
        "VPHDND", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {level}", UnitKind.OFFICE, parent="HDND",
        short_name="VP Đoàn ĐBQH và HĐND {level}", aliases=("Văn phòng HĐND {level}",),
    ),
    Body(
        "VP", "Văn phòng Ủy ban nhân dân {level}", UnitKind.OFFICE, parent="UBND", short_name="VP UBND {level}",
        aliases=("VPUB", "VPUBND {level}", "Văn phòng Ủy ban nhân dân {place}"),
    ),
    *(_department(*row) for row in _DEPARTMENTS),
    *(_department(*row, optional=True) for row in _OPTIONAL_DEPARTMENTS),
    Body("TTR", "Thanh tra {level}", UnitKind.DEPARTMENT, parent="UBND", aliases=("Thanh tra {place}",)),
    Body(
        "BCHQS", "Bộ Chỉ huy quân sự {level}", UnitKind.MILITARY, short_name="Bộ CHQS {level}",
        aliases=("BCHQS {level}", "Bộ Chỉ huy quân sự {place}"),
    ),
    Body("CA", "Công an {level}", UnitKind.POLICE, aliases=("CA {level}", "Công an {place}")),
    Body("THUE", "Thuế {level}", UnitKind.DEPARTMENT, aliases=("Cục Thuế {level}", "Thuế {place}")),
    Body(
        "BHXH", "Bảo hiểm xã hội {level}", UnitKind.DEPARTMENT, short_name="BHXH {level}",
        aliases=("Bảo hiểm xã hội {place}",),
    ),
    Body("TK", "Thống kê {level}", UnitKind.DEPARTMENT, aliases=("Thống kê {place}",)),
    Body(
        "THADS", "Thi hành án dân sự {level}", UnitKind.DEPARTMENT, short_name="THADS {level}",
        aliases=("Thi hành án dân sự {place}",),
    ),
)  # fmt: skip

_PARTY = (
    Body("TU", "{party} {name}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, short_name="{party}"),
    Body(
        "VPTU", "Văn phòng {party}", UnitKind.PARTY_BODY, Domain.PARTY, parent="TU", short_name="VP {party}",
        aliases=("VPTU",),
    ),
    Body(
        "BTC", "Ban Tổ chức {party}", UnitKind.PARTY_BODY, Domain.PARTY, parent="TU", aliases=("BTC {party}", "BTCTU"),
    ),
    Body(
        "UBKT", "Ủy ban Kiểm tra {party}", UnitKind.PARTY_BODY, Domain.PARTY, parent="TU", short_name="UBKT {party}",
        aliases=("Cơ quan Ủy ban Kiểm tra {party}", "UBKTTU"),
    ),
    Body(
        "BTGDV", "Ban Tuyên giáo và Dân vận {party}", UnitKind.PARTY_BODY, Domain.PARTY, parent="TU",
        short_name="Ban TG&DV {party}", aliases=("BTGDVTU", "Ban TGDV {party}"),
    ),
    Body("BNC", "Ban Nội chính {party}", UnitKind.PARTY_BODY, Domain.PARTY, parent="TU", aliases=("BNCTU",)),
    Body(
        "TCT", "Trường Chính trị {level}", UnitKind.SERVICE_CENTRE, Domain.PARTY, parent="TU",
        aliases=("Trường Chính trị {place}",),
    ),
    Body(
        "BPTTH", "Báo và Phát thanh, Truyền hình {level}", UnitKind.SERVICE_CENTRE, Domain.PARTY, parent="TU",
        short_name="Báo và PT, TH {level}", aliases=("Báo và Phát thanh, Truyền hình {place}", "Báo và PTTH {level}"),
    ),
    Body(
        "DUCQD", "Đảng ủy các cơ quan Đảng {level}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="TU",
        aliases=("Đảng bộ các cơ quan Đảng {level}",),
    ),
    Body(
        "DUUBND", "Đảng ủy Ủy ban nhân dân {level}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="TU",
        short_name="Đảng ủy UBND {level}", aliases=("Đảng bộ Ủy ban nhân dân {level}",),
    ),
    Body(
        "DUQS", "Đảng ủy Quân sự {level}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="TU",
        aliases=("Đảng bộ Quân sự {level}",),
    ),
    Body(
        "DUCA", "Đảng ủy Công an {level}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="TU",
        aliases=("Đảng bộ Công an {level}",),
    ),
)  # fmt: skip

_FRONT = (
    Body(
        "MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam {place}", UnitKind.FRONT, Domain.FRONT,
        short_name="Ủy ban MTTQ {level}", aliases=("UBMTTQVN {level}", "Mặt trận Tổ quốc {level}"),
    ),
    Body("HND", "Hội Nông dân {level}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ"),
    Body(
        "HPN", "Hội Liên hiệp Phụ nữ {level}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        short_name="Hội LHPN {level}", aliases=("Hội Phụ nữ {level}",),
    ),
    Body(
        "HCCB", "Hội Cựu chiến binh {level}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        short_name="Hội CCB {level}",
    ),
    Body(
        "DTN", "{youth}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        aliases=("Đoàn Thanh niên {level}", "Đoàn TNCS Hồ Chí Minh {level}"),
    ),
    Body(
        "LDLD", "Liên đoàn Lao động {level}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        short_name="LĐLĐ {level}",
    ),
)  # fmt: skip

PROVINCE_BODIES: tuple[Body, ...] = (*_STATE, *_PARTY, *_FRONT)


def province_bodies(optional: frozenset[str]) -> tuple[Body, ...]:
    """Return the bodies of a province that has the ``optional`` departments named.

    Raises ``ValueError`` for a name that is not in :data:`OPTIONAL_SUFFIXES`.
    """
    unknown = optional - OPTIONAL_SUFFIXES
    if unknown:
        raise ValueError(f"unknown departments: {', '.join(sorted(unknown))}")
    replaced = {"SVHTTDL"} if "SVHTT" in optional else set()
    return tuple(
        body
        for body in PROVINCE_BODIES
        if (not body.optional or body.suffix in optional) and body.suffix not in replaced
    )
