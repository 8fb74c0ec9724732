"""Printed names and the units they mean, against the whole invented province."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

import pytest
from tests.unit.organizations.conftest import UnitNamed

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, UnitKind
from sauro.organizations.selectors.names import Expansion, NameContext, expand, resolve_names
from sauro.organizations.selectors.register import Register
from sauro.organizations.services.set_up import PARTY_CUT_OVER
from vanban.text.normalize import fold

DAY = dt.date(2026, 8, 1)

UNITS = [
    ("UBND tỉnh", "T.UBND"),
    ("Ủy ban nhân dân tỉnh Lạc Giang", "T.UBND"),
    ("Uỷ ban nhân dân tỉnh", "T.UBND"),
    ("Chủ tịch Ủy ban nhân dân tỉnh", "T.UBND"),
    ("Chánh Văn phòng UBND tỉnh", "T.VP"),
    ("Sở Nội vụ", "T.SNV"),
    ("Sở Nội vụ tỉnh", "T.SNV"),
    ("Sở Nội vụ tỉnh Lạc Giang", "T.SNV"),
    ("SNV", "T.SNV"),
    ("Sở NN&MT", "T.SNNMT"),
    ("Giám đốc Sở Nông nghiệp và Môi trường", "T.SNNMT"),
    ("Sở Văn hoá, Thể thao và Du lịch", "T.SVHTTDL"),
    ("Chánh Thanh tra tỉnh", "T.TTR"),
    ("Bộ Chỉ huy Quân sự tỉnh", "T.BCHQS"),
    ("Giám đốc Công an tỉnh", "T.CA"),
    ("Thuế tỉnh", "T.THUE"),
    ("Tỉnh đoàn", "T.DTN"),
    ("Trường Chính trị tỉnh", "T.TCT"),
    ("Báo và Phát thanh Truyền hình tỉnh", "T.BPTTH"),
    ("Ủy ban MTTQ Việt Nam tỉnh", "T.MTTQ"),
    ("Ban Thường vụ Tỉnh ủy", "T.TU"),
    ("Ban Chấp hành Đảng bộ tỉnh", "T.TU"),
    ("Ban Tổ chức Tỉnh ủy", "T.BTC"),
    ("Đảng ủy UBND tỉnh", "T.DUUBND"),
    ("UBND xã Gò Tre Mẫu", "UBND xã Gò Tre Mẫu"),
    ("Chủ tịch UBND phường Cầu Thử", "UBND phường Cầu Thử"),
    ("Ủy ban nhân dân đặc khu Hòn Mẫu, tỉnh Lạc Giang", "UBND đặc khu Hòn Mẫu"),
    ("Bí thư Đảng ủy xã Gò Tre Mẫu", "DU xã Gò Tre Mẫu"),
    ("Phòng Kinh tế xã Gò Tre Mẫu", "PKT xã Gò Tre Mẫu"),
    ("Phòng Kinh tế, Hạ tầng và Đô thị phường Cầu Thử", "PKT phường Cầu Thử"),
    ("Công an xã Gò Tre Mẫu", "CA xã Gò Tre Mẫu"),
    ("Trung tâm Phục vụ hành chính công xã Gò Tre Mẫu", "TTHCC xã Gò Tre Mẫu"),
]


def read(
    register: Register,
    name: str,
    context: NameContext,
    domain: Domain = Domain.STATE,
    exceptions: Sequence[str] = (),
) -> Expansion:
    """Expand a name as of the day of the tests."""
    return expand(name, on=DAY, context=context, domain=domain, exceptions=exceptions, register=register)


@pytest.fixture
def from_province(unit_named: UnitNamed) -> NameContext:
    return NameContext(issuer=unit_named("T.UBND"))


@pytest.fixture
def from_commune(unit_named: UnitNamed) -> NameContext:
    return NameContext(issuer=unit_named("UBND xã Gò Tre Mẫu"))


@pytest.mark.parametrize(("name", "unit"), UNITS, ids=[name for name, _unit in UNITS])
def test_name_of_one_unit(
    register: Register, unit_named: UnitNamed, from_province: NameContext, name: str, unit: str
) -> None:
    for form in (name, unicodedata.normalize("NFD", name)):
        assert read(register, form, from_province).unit == unit_named(unit)


@pytest.mark.parametrize(
    "name",
    [
        "Sở Nội vụ tỉnh Đồng Xa", "Sở Nội vụ, tỉnh Đồng Xa", "Bộ Nội vụ", "UBND xã Không Có", "Sở Bịa", "Xã Gò Tre",
        "Phòng Công chức, viên chức", "Ban Tổ chức Trung ương",
    ],
)  # fmt: skip
def test_nothing_is_guessed(register: Register, from_province: NameContext, name: str) -> None:
    found = read(register, name, from_province)
    assert found.units == () and found.unresolved == (name,) and not found.is_group


@pytest.mark.parametrize("name", ["UBND xã", "Đảng ủy", "Phòng Kinh tế", "đơn vị mình", "Sở", "Chủ tịch UBND phường"])
def test_relative_name_means_nothing_in_a_provincial_document(
    register: Register, from_province: NameContext, name: str
) -> None:
    found = read(register, name, from_province)
    assert found.units == () and found.is_relative


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("UBND xã", "UBND"), ("UBND", "UBND"), ("Chủ tịch UBND xã", "UBND"), ("HĐND xã", "HDND"),
        ("Phòng Kinh tế", "PKT"),
        ("Trưởng phòng Kinh tế", "PKT"), ("Phòng VH-XH", "PVHXH"), ("Công an xã", "CA"), ("Đảng ủy xã", "DU"),
        ("Ban Chỉ huy quân sự xã", "BCHQS"), ("Văn phòng HĐND và UBND xã", "VP"), ("Ban Xây dựng Đảng", "BXDD"),
        ("Văn phòng Đảng ủy", "VPDU"), ("Ủy ban Kiểm tra Đảng ủy", "UBKT"), ("Hội Nông dân xã", "HND"),
    ],
)  # fmt: skip
def test_relative_name_is_read_inside_the_commune_of_the_document(
    register: Register, unit_named: UnitNamed, from_commune: NameContext, name: str, suffix: str
) -> None:
    assert read(register, name, from_commune).unit == unit_named(f"{suffix} xã Gò Tre Mẫu")


def test_relative_name_of_another_kind_of_commune_stays_open(register: Register, from_commune: NameContext) -> None:
    assert read(register, "UBND phường", from_commune).units == ()


def test_commune_named_in_a_provincial_document_is_its_context(register: Register, unit_named: UnitNamed) -> None:
    context = NameContext(issuer=unit_named("T.UBND"), commune=unit_named("UBND xã Ninh Thử"))
    assert read(register, "UBND xã", context).unit == unit_named("UBND xã Ninh Thử")
    assert read(register, "Sở Nội vụ", context).unit == unit_named("T.SNV")


def test_department_alone_is_the_department_that_writes(register: Register, unit_named: UnitNamed) -> None:
    context = NameContext(issuer=unit_named("T.SNV"))
    assert read(register, "Giám đốc Sở", context).unit == unit_named("T.SNV")


def test_party_organ_without_its_committee_is_the_issuers(register: Register, unit_named: UnitNamed) -> None:
    context = NameContext(issuer=unit_named("T.TU"))
    assert read(register, "Ban Tổ chức", context, Domain.PARTY).unit == unit_named("T.BTC")


@pytest.mark.parametrize(
    ("name", "suffix", "count"),
    [
        ("UBND các xã, phường, đặc khu", "UBND", 102),
        ("Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu", "UBND", 102),
        ("Ủy ban nhân dân cấp xã", "UBND", 102),
        ("UBND 102 xã, phường, đặc khu", "UBND", 102),
        ("các địa phương", "UBND", 102),
        ("các xã", "UBND", 85),
        ("UBND các xã, phường", "UBND", 99),
        ("các phường", "UBND", 14),
        ("các đặc khu", "UBND", 3),
        ("Công an các xã, phường, đặc khu", "CA", 102),
        ("Ban Chỉ huy quân sự cấp xã", "BCHQS", 102),
        ("Phòng Văn hóa - Xã hội các xã, phường, đặc khu", "PVHXH", 102),
        ("Hội đồng nhân dân các xã", "HDND", 85),
        ("Đảng ủy các xã, phường, đặc khu", "DU", 102),
        ("Cấp ủy xã, phường, đặc khu", "DU", 102),
    ],
)
def test_group_of_communes(register: Register, from_province: NameContext, name: str, suffix: str, count: int) -> None:
    found = read(register, unicodedata.normalize("NFD", name), from_province)
    assert found.is_group and not found.unresolved
    assert {unit.code.split(".")[-1] for unit in found.units} == {suffix}
    assert len(found.units) == count


def test_bare_communes_are_their_party_committees_in_a_party_document(
    register: Register, unit_named: UnitNamed
) -> None:
    found = read(register, "các xã, phường, đặc khu", NameContext(issuer=unit_named("T.TU")), Domain.PARTY)
    assert {unit.kind for unit in found.units} == {UnitKind.PARTY_COMMITTEE}
    assert len(found.units) == 102


def test_wrong_count_of_communes_is_no_group_of_all(register: Register, from_province: NameContext) -> None:
    found = read(register, "UBND 12 xã", from_province)
    assert found.units == ()


DEPARTMENTS = {"T.SNV", "T.STP", "T.STC", "T.SCT", "T.SNNMT", "T.SXD", "T.SKHCN", "T.SVHTTDL", "T.SGDDT", "T.SYT"}
BRANCHES = DEPARTMENTS | {"T.VP", "T.TTR", "T.BCHQS", "T.CA", "T.THUE", "T.BHXH", "T.TK", "T.THADS"}
MASS = {"T.MTTQ", "T.HND", "T.HPN", "T.HCCB", "T.DTN", "T.LDLD"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Các sở", DEPARTMENTS),
        ("Các sở, ban, ngành tỉnh", BRANCHES),
        ("Thủ trưởng các sở, ban, ngành tỉnh", BRANCHES),
        ("các sở, ngành", BRANCHES),
        ("Các sở, ban, ngành, đoàn thể tỉnh", BRANCHES | MASS),
        ("Các cơ quan chuyên môn thuộc UBND tỉnh", DEPARTMENTS | {"T.VP", "T.TTR"}),
        ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", MASS),
        ("Các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy", {"T.VPTU", "T.BTC", "T.UBKT", "T.BTGDV", "T.BNC"}),
    ],
)
def test_group_of_provincial_bodies(register: Register, from_province: NameContext, name: str, codes: set[str]) -> None:
    found = read(register, name, from_province)
    assert {unit.code for unit in found.units} == codes
    assert found.is_group


def test_heads_of_branches_and_localities_are_both(register: Register, from_province: NameContext) -> None:
    found = read(register, "Thủ trưởng các sở, ban, ngành, địa phương", from_province)
    assert len(found.units) == len(BRANCHES) + 102


@pytest.mark.parametrize("name", ["các đảng ủy trực thuộc Tỉnh ủy", "các cấp ủy, tổ chức đảng"])
def test_group_of_party_committees(register: Register, unit_named: UnitNamed, name: str) -> None:
    found = read(register, name, NameContext(issuer=unit_named("T.TU")), Domain.PARTY)
    provincial = {unit.code for unit in found.units if unit.code.startswith("T.")}
    assert provincial == {"T.DUCQD", "T.DUUBND", "T.DUQS", "T.DUCA"}
    assert len(found.units) == 4 + 102


def test_branches_of_a_commune(register: Register, unit_named: UnitNamed, from_commune: NameContext) -> None:
    divisions = {"VP", "PKT", "PVHXH", "TTHCC"}
    found = read(register, "Các phòng chuyên môn", from_commune)
    assert {unit.code.split(".")[-1] for unit in found.units} == divisions
    found = read(register, "các ban, ngành, đoàn thể xã", from_commune)
    assert {unit.code.split(".")[-1] for unit in found.units} == divisions | {"BCHQS", "CA"} | {
        "MTTQ", "HND", "HPN", "HCCB", "DTN", "CD",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "các cơ quan liên quan",
        "Các sở, ngành, địa phương liên quan",
        "Các sở, ban, ngành được giao chủ trì",
        "Các sở, ban, ngành khác",
        "Các bộ, ngành, địa phương",
        "Các cơ quan Trung ương và địa phương",
        "Các cơ quan, đơn vị và địa phương liên quan",
        "các doanh nghiệp",
        "các chủ đầu tư",
    ],
)
def test_vague_group_is_left_to_a_person(register: Register, from_province: NameContext, name: str) -> None:
    found = read(register, name, from_province)
    assert found.units == () and found.is_group and found.unresolved == (name,)


def test_exception_in_the_name_takes_its_place_out(register: Register, from_province: NameContext) -> None:
    found = read(register, "Công an các xã, phường, đặc khu (trừ xã Gò Tre Mẫu và phường Bến Mẫu)", from_province)
    places = {unit.name for unit in found.units}
    assert len(places) == 100 and not {"Công an xã Gò Tre Mẫu", "Công an phường Bến Mẫu"} & places


def test_kind_of_commune_as_exception(register: Register, from_province: NameContext) -> None:
    found = read(register, "UBND các xã, phường, đặc khu", from_province, exceptions=["các đặc khu"])
    assert {unit.commune_type for unit in found.units} == {CommuneType.COMMUNE, CommuneType.WARD}


def test_body_as_exception(register: Register, from_province: NameContext) -> None:
    found = read(register, "Các sở, ban, ngành tỉnh, trừ Sở Nội vụ", from_province)
    assert {unit.code for unit in found.units} == BRANCHES - {"T.SNV"}


def test_unknown_exception_is_told_and_not_ignored(register: Register, from_province: NameContext) -> None:
    found = read(register, "UBND các xã, trừ xã Không Có", from_province)
    assert len(found.units) == 85 and found.unresolved == ("xã Không Có",)


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("Sở Tài chính, Xây dựng", ["T.STC", "T.SXD"]),
        ("Các sở: TC, NNMT, XD, YT", ["T.STC", "T.SNNMT", "T.SXD", "T.SYT"]),
        ("các sở: Tài chính, Văn hóa, Thể thao và Du lịch, Y tế", ["T.STC", "T.SVHTTDL", "T.SYT"]),
        ("Sở Tài chính và UBND xã Ninh Thử", ["T.STC", "UBND xã Ninh Thử"]),
        ("UBND các xã: Gò Tre Mẫu, Ninh Thử", ["UBND xã Gò Tre Mẫu", "UBND xã Ninh Thử"]),
        ("UBND xã Gò Tre Mẫu, Ninh Thử", ["UBND xã Gò Tre Mẫu", "UBND xã Ninh Thử"]),
        ("Đảng ủy, HĐND, UBND xã Ninh Thử", ["DU xã Ninh Thử", "HDND xã Ninh Thử", "UBND xã Ninh Thử"]),
        ("Thường trực Tỉnh ủy, Thường trực HĐND tỉnh", ["T.TU", "T.HDND"]),
    ],
)
def test_list_of_names(
    register: Register, unit_named: UnitNamed, from_province: NameContext, name: str, units: list[str]
) -> None:
    found = read(register, name, from_province)
    assert list(found.units) == [unit_named(unit) for unit in units]
    assert found.unresolved == () and not found.is_group


def test_unknown_name_in_a_list_is_told(register: Register, unit_named: UnitNamed, from_province: NameContext) -> None:
    found = read(register, "Sở Nội vụ, Sở Bịa Đặt", from_province)
    assert found.units == (unit_named("T.SNV"),) and found.unresolved == ("Sở Bịa Đặt",)


def test_list_of_groups(register: Register, from_province: NameContext) -> None:
    found = read(register, "Các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã, phường, đặc khu", from_province)
    assert len(found.units) == len(BRANCHES) + 102 and found.is_group


def test_body_of_the_old_party_shape_is_read_only_until_the_cut_over(
    register: Register, from_province: NameContext
) -> None:
    name = "Đảng ủy UBND xã Gò Tre Mẫu"
    last_day = PARTY_CUT_OVER - dt.timedelta(days=1)
    before = expand(name, on=last_day, context=from_province, register=register)
    after = expand(name, on=PARTY_CUT_OVER, context=from_province, register=register)
    assert before.unit is not None and before.unit.code.endswith(".DUUBND")
    assert after.units == ()


def test_no_unit_is_read_before_it_exists(register: Register, from_province: NameContext) -> None:
    assert expand("UBND tỉnh", on=dt.date(2025, 6, 30), context=from_province, register=register).units == ()


def test_binding_comes_before_everything(register: Register, unit_named: UnitNamed, from_province: NameContext) -> None:
    bound = unit_named("UBND xã Ninh Thử")
    found = resolve_names(
        ["UBND xã", "Sở Nội vụ", "UBND xã"], on=DAY, context=from_province, register=register,
        bindings={fold("UBND xã"): bound},
    )  # fmt: skip
    assert {name: one.unit for name, one in found.items()} == {"UBND xã": bound, "Sở Nội vụ": unit_named("T.SNV")}
