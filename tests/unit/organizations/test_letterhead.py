"""The head of a unit's documents."""

from __future__ import annotations

from tests.personas import World

from sauro.organizations.selectors.letterhead import capacity_lines, letterhead_of, place_name


def test_committee_stands_alone_and_a_department_below_it(world: World) -> None:
    committee, department = letterhead_of(world.units["ubnd"]), letterhead_of(world.units["snv"])
    assert (committee.upper, committee.issuer) == ((), ("Ủy ban nhân dân", "tỉnh Lạc Giang"))
    assert (department.upper, department.issuer) == (("Ủy ban nhân dân tỉnh Lạc Giang",), ("Sở Nội vụ",))
    assert {committee.place, department.place} == {"Lạc Giang"}


def test_commune_names_its_own_place(world: World) -> None:
    assert letterhead_of(world.units["ubnd_a"]).place == place_name(world.units["commune_a"].name)
    assert place_name("Xã Đồi Chè Thử") == "Đồi Chè Thử"
    assert place_name("Lạc Giang") == "Lạc Giang"


def test_chair_signs_on_behalf_of_the_committee(world: World) -> None:
    assert capacity_lines(world.units["ubnd"], "Chủ tịch") == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert capacity_lines(world.units["ubnd"], "Chánh Văn phòng") == ("CHÁNH VĂN PHÒNG",)
    assert capacity_lines(world.units["snv"], "Giám đốc Sở") == ("GIÁM ĐỐC SỞ",)
