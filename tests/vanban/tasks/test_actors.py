"""Names made whole by the commune a document is about."""

from __future__ import annotations

import pytest

from vanban.tasks.actors import Scope
from vanban.text.bodies import Body

COMMUNE = Scope("xã", "Gò Mẫu", "Đảng ủy xã Gò Mẫu")


def named(name: str, *, group: bool = False) -> Body:
    return Body(name, 0, len(name), group)


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("UBND xã", "UBND xã Gò Mẫu"),
        ("Đảng bộ Xã", "Đảng bộ xã Gò Mẫu"),
        ("UBND xã Bến Thử", "UBND xã Bến Thử"),
        ("UBND phường", "UBND phường"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_level_without_a_name_is_the_commune(printed: str, whole: str) -> None:
    assert COMMUNE.resolve(named(printed)).name == whole


def test_groups_stay_as_they_are() -> None:
    assert COMMUNE.resolve(named("UBND các xã", group=True)).name == "UBND các xã"


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("Cán bộ, công chức", "Cán bộ, công chức xã Gò Mẫu"),
        ("Công chức Tài chính - Kế toán", "Công chức Tài chính - Kế toán"),
    ],
)
def test_people_of_the_commune(printed: str, whole: str) -> None:
    assert COMMUNE.resolve(named(printed, group=True), (named("UBND xã"),)).name == whole


def test_outside_a_commune_nothing_changes() -> None:
    assert Scope().resolve(named("UBND xã")).name == "UBND xã"
