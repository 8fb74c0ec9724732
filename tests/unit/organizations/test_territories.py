"""The real provinces and communes."""

from __future__ import annotations

from collections import Counter

from sauro.organizations import territories
from sauro.organizations.enums import CommuneType
from vanban.text.normalize import nfc


def test_country_has_34_provinces_and_3321_communes() -> None:
    communes = [row for province in territories.provinces() for row in territories.communes(province.code)]
    assert len(territories.provinces()) == 34
    assert len(communes) == 3321
    assert len({row.code for row in communes}) == 3321


def test_province_91_has_85_xa_14_phuong_and_3_dac_khu() -> None:
    province = territories.province("91")
    assert province is not None and province.name == "tỉnh An Giang" and not province.is_city
    kinds = Counter(row.type for row in territories.communes("91"))
    assert kinds == {CommuneType.COMMUNE: 85, CommuneType.WARD: 14, CommuneType.SPECIAL_ZONE: 3}


def test_commune_names_carry_their_kind_in_lower_case() -> None:
    names = {row.code: row.name for row in territories.communes("91")}
    assert names["31078"] == "đặc khu Phú Quốc"
    assert names["30307"] == "phường Long Xuyên"


def test_city_under_central_government_is_told_apart() -> None:
    city = territories.province("79")
    assert city is not None and city.is_city and city.short_name == "Hồ Chí Minh"


def test_unknown_province_is_none_and_empty() -> None:
    assert territories.province("90") is None
    assert territories.communes("90") == ()
    assert territories.former_communes("90") == ()


def test_all_names_are_nfc() -> None:
    names = [row.name for province in territories.provinces() for row in territories.communes(province.code)]
    assert names == [nfc(name) for name in names]


def test_divided_commune_has_all_its_successors() -> None:
    former = territories.former_communes("91")
    codes = {row.code for row in territories.communes("91")}
    assert all(set(row.successors) <= codes and row.successors for row in former)
    divided = {row.code: row.successors for row in former if len(row.successors) > 1}
    assert divided["30358"] == ("30346", "30337", "30352")


def test_island_district_without_communes_stands_for_itself() -> None:
    former = territories.former_communes("31")
    assert any(row.code.startswith("H") and row.name == "huyện Bạch Long Vĩ" for row in former)
