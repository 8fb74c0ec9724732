"""The usual bodies of a commune: Law 72/2025/QH15 and NĐ 150/2025/NĐ-CP (amended by NĐ 370/2025/NĐ-CP) for the State,
QĐ 298-QĐ/TW for the Party's organs, QĐ 294-QĐ/TW and QĐ 208-QĐ/TW for the Party's committees.
"""

from __future__ import annotations

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, UnitKind
from sauro.organizations.structure.bodies import Body, Era

_RURAL = frozenset({CommuneType.COMMUNE, CommuneType.SPECIAL_ZONE})
_URBAN = frozenset({CommuneType.WARD})
_ORDINARY = frozenset({CommuneType.COMMUNE, CommuneType.WARD})
_SPECIAL = frozenset({CommuneType.SPECIAL_ZONE})

URBAN_SPECIAL_ZONES = frozenset({"31078"})
"""Special zones whose economic division is that of a ward (NĐ 150/2025/NĐ-CP): Phú Quốc."""

URBAN_DIVISION = Body(
    "PKT", "Phòng Kinh tế, Hạ tầng và Đô thị {place}", UnitKind.DIVISION, parent="UBND",
    short_name="Phòng KT, HT và ĐT", aliases=("Phòng Kinh tế, Hạ tầng và Đô thị Ủy ban nhân dân {place}",),
    in_types=_URBAN,
)  # fmt: skip

_RURAL_DIVISION = Body(
    "PKT", "Phòng Kinh tế {place}", UnitKind.DIVISION, parent="UBND",
    aliases=("Phòng Kinh tế Ủy ban nhân dân {place}",), in_types=_RURAL,
)  # fmt: skip

_STATE = (
    Body("UBND", "Ủy ban nhân dân {place}", UnitKind.PEOPLES_COMMITTEE, short_name="UBND {place}"),
    Body("HDND", "Hội đồng nhân dân {place}", UnitKind.PEOPLES_COUNCIL, short_name="HĐND {place}"),
    Body(
        "VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {place}", UnitKind.OFFICE, parent="UBND",
        short_name="VP HĐND và UBND {place}", aliases=("Văn phòng Ủy ban nhân dân {place}",),
    ),
    _RURAL_DIVISION,
    URBAN_DIVISION,
    Body(
        "PVHXH", "Phòng Văn hóa - Xã hội {place}", UnitKind.DIVISION, parent="UBND", short_name="Phòng VH-XH",
        aliases=("Phòng VH-XH {place}", "Phòng Văn hóa - Xã hội Ủy ban nhân dân {place}"),
    ),
    Body(
        "TTHCC", "Trung tâm Phục vụ hành chính công {place}", UnitKind.SERVICE_CENTRE, parent="UBND",
        short_name="Trung tâm PVHCC", aliases=("Trung tâm PVHCC {place}", "TTPVHCC {place}"),
    ),
    Body(
        "BCHQS", "Ban Chỉ huy quân sự {place}", UnitKind.MILITARY, short_name="Ban CHQS {place}",
        aliases=("BCHQS {place}",),
    ),
    Body("CA", "Công an {place}", UnitKind.POLICE, aliases=("CA {place}",)),
)  # fmt: skip

_PARTY = (
    Body("DU", "Đảng ủy {place}", UnitKind.PARTY_COMMITTEE, Domain.PARTY),
    Body(
        "VPDU", "Văn phòng Đảng ủy {place}", UnitKind.PARTY_BODY, Domain.PARTY, parent="DU",
        short_name="VP Đảng ủy {place}",
    ),
    Body(
        "BXDD", "Ban Xây dựng Đảng Đảng ủy {place}", UnitKind.PARTY_BODY, Domain.PARTY, parent="DU",
        short_name="Ban Xây dựng Đảng", aliases=("Ban Xây dựng Đảng {place}",), in_types=_ORDINARY,
    ),
    Body(
        "BTC", "Ban Tổ chức Đảng ủy {place}", UnitKind.PARTY_BODY, Domain.PARTY, parent="DU",
        short_name="Ban Tổ chức", in_types=_SPECIAL,
    ),
    Body(
        "BTGDV", "Ban Tuyên giáo và Dân vận Đảng ủy {place}", UnitKind.PARTY_BODY, Domain.PARTY, parent="DU",
        short_name="Ban TG&DV", in_types=_SPECIAL,
    ),
    Body(
        "UBKT", "Ủy ban Kiểm tra Đảng ủy {place}", UnitKind.PARTY_BODY, Domain.PARTY, parent="DU",
        short_name="UBKT Đảng ủy {place}",
        aliases=("Cơ quan Ủy ban Kiểm tra Đảng ủy {place}", "Ủy ban Kiểm tra {place}"),
    ),
    Body(
        "DUCQD", "Đảng ủy các cơ quan Đảng {place}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="DU",
        aliases=("Đảng bộ các cơ quan Đảng {place}",), era=Era.BEFORE_CUT_OVER,
    ),
    Body(
        "DUUBND", "Đảng ủy Ủy ban nhân dân {place}", UnitKind.PARTY_COMMITTEE, Domain.PARTY, parent="DU",
        short_name="Đảng ủy UBND {place}", aliases=("Đảng bộ Ủy ban nhân dân {place}",), era=Era.BEFORE_CUT_OVER,
    ),
)  # fmt: skip

_FRONT = (
    Body(
        "MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam {place}", UnitKind.FRONT, Domain.FRONT,
        short_name="Ủy ban MTTQ {place}", aliases=("UBMTTQVN {place}", "Mặt trận Tổ quốc {place}"),
    ),
    Body("HND", "Hội Nông dân {place}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ"),
    Body(
        "HPN", "Hội Liên hiệp Phụ nữ {place}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        short_name="Hội LHPN {place}", aliases=("Hội Phụ nữ {place}",),
    ),
    Body(
        "HCCB", "Hội Cựu chiến binh {place}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ",
        short_name="Hội CCB {place}",
    ),
    Body(
        "DTN", "Đoàn Thanh niên Cộng sản Hồ Chí Minh {place}", UnitKind.MASS_ORGANISATION, Domain.FRONT,
        parent="MTTQ", short_name="Đoàn Thanh niên {place}", aliases=("Đoàn TNCS Hồ Chí Minh {place}",),
    ),
    Body("CD", "Công đoàn {place}", UnitKind.MASS_ORGANISATION, Domain.FRONT, parent="MTTQ"),
)  # fmt: skip

COMMUNE_BODIES: tuple[Body, ...] = (*_STATE, *_PARTY, *_FRONT)


def commune_bodies(commune_type: CommuneType, *, code: str = "") -> tuple[Body, ...]:
    """Return the bodies of a commune of this kind. ``code`` picks out the special zones run like a ward."""
    bodies = [body for body in COMMUNE_BODIES if commune_type in body.in_types]
    if code in URBAN_SPECIAL_ZONES:
        bodies = [URBAN_DIVISION if body.suffix == URBAN_DIVISION.suffix else body for body in bodies]
    return tuple(bodies)
