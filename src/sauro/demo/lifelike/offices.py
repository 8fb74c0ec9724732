"""The offices that issue directives, and how their papers look."""

from __future__ import annotations

from collections.abc import Iterable

from sauro.common.domains import Domain
from sauro.demo.lifelike.phrases import PARTY_TOPICS, TOPICS
from sauro.demo.lifelike.texts import NUMBER, Office
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit

_STATE_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
_RECEIVERS = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
_PARTY_RECEIVERS = "Nơi nhận:\n- Như trên,\n- Lưu Văn phòng Tỉnh ủy."


def province_office(units: Iterable[Unit]) -> Office:
    """The people's committee of the province."""
    here = [unit for unit in units if unit.domain == Domain.STATE]
    bodies = tuple(unit.name for unit in here if unit.level == UnitLevel.PROVINCE and unit.kind == UnitKind.DEPARTMENT)
    return Office(
        key="T.UBND",
        head=f"ỦY BAN NHÂN DÂN\nTỈNH LẠC GIANG\n\n{_STATE_MOTTO}",
        number=f"Số: {NUMBER}/UBND-TH",
        place="Lạc Giang",
        who="Ủy ban nhân dân tỉnh",
        end=f"{_RECEIVERS}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHuỳnh Công Mẫu",
        subject_mark="V/v ",
        closing_mark="./.",
        separator=";\n",
        groups=("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu"),
        bodies=bodies,
        communes=_committees(here, UnitKind.PEOPLES_COMMITTEE),
        topics=TOPICS,
    )


def party_office(units: Iterable[Unit]) -> Office:
    """The Party committee of the province."""
    here = [unit for unit in units if unit.domain == Domain.PARTY]
    bodies = tuple(unit.name for unit in here if unit.level == UnitLevel.PROVINCE and unit.kind == UnitKind.PARTY_BODY)
    return Office(
        key="T.TU",
        head="TỈNH ỦY LẠC GIANG\n\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM",
        number=f"Số {NUMBER}-CV/TU",
        place="Lạc Giang",
        who="Thường trực Tỉnh ủy",
        end=f"{_PARTY_RECEIVERS}\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nPhạm Minh Ví Dụ",
        subject_mark="",
        closing_mark=".",
        separator=",\n",
        groups=("Các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy", "Đảng ủy các xã, phường, đặc khu"),
        bodies=bodies,
        communes=_committees(here, UnitKind.PARTY_COMMITTEE, suffix=".DU"),
        topics=PARTY_TOPICS,
    )


def commune_office(committee: Unit, divisions: Iterable[Unit]) -> Office:
    """The people's committee of a commune, which gives work to its own divisions."""
    place = committee.name.removeprefix("Ủy ban nhân dân ")
    names = tuple(unit.name for unit in divisions)
    return Office(
        key=committee.code,
        head=f"ỦY BAN NHÂN DÂN\n{place.upper()}\n\n{_STATE_MOTTO}",
        number=f"Số: {NUMBER}/UBND-VP",
        place=place.partition(" ")[2],
        who=committee.name,
        end=f"{_RECEIVERS}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nDương Văn Mẫu",
        subject_mark="V/v ",
        closing_mark="./.",
        separator=";\n",
        groups=names,
        bodies=names,
        communes=(),
        topics=TOPICS,
    )


def _committees(units: Iterable[Unit], kind: UnitKind, suffix: str = "") -> tuple[str, ...]:
    return tuple(
        unit.name
        for unit in units
        if unit.level == UnitLevel.COMMUNE and unit.kind == kind and unit.code.endswith(suffix)
    )
