"""Whether a home town lies in a commune, and what is concluded of it."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

import pytest
from tests.factories.careers import closed_to_locals, moving
from tests.factories.workforce import allotted, known, make_post, taken
from tests.personas import World

from sauro.careers.enums import Locality
from sauro.careers.rules.locals import bare, comes_from
from sauro.careers.selectors.locals import is_local_at, progress, visible_holders
from sauro.careers.selectors.moves import findings_of
from sauro.staffing.models import Standing

NAMES = {"doi che thu": {"a"}, "vinh thu": {"a", "b"}, "suoi mau": {"b"}}


@pytest.mark.parametrize(
    ("home", "found"),
    [
        ("Xã Đồi Chè Thử, tỉnh Lạc Giang", True),
        ("đồi chè thử", True),
        ("Phường Suối Mẫu, tỉnh Lạc Giang", False),
        ("Xã Vĩnh Thử, tỉnh Lạc Giang", None),
        ("Xã Không Có, tỉnh Lạc Giang", None),
        ("Xã Không Có, tỉnh Xa Mẫu", False),
        ("Lạc Giang", None),
        ("", None),
    ],
)
def test_a_home_town_is_recognised_or_stays_unknown(home: str, found: bool | None) -> None:
    assert comes_from(home, "a", NAMES, {"lac giang"}) is found
    assert comes_from(normalize("NFD", home), "a", NAMES, {"lac giang"}) is found


def test_names_are_compared_without_their_kind() -> None:
    assert {bare("Xã Vĩnh Hòa"), bare("phường Vĩnh Hoà"), bare("TP. Vĩnh Hòa")} == {"vinh hoa"}


@pytest.mark.django_db
def test_holders_of_closed_posts_are_sorted_out_and_counted(world: World) -> None:
    post, actor = make_post("BT", "Bí thư"), world.actor("snv_servant")
    people = [known(world.units["ubnd_a"], name) for name in ("Lê Văn Thử", "Lê Văn Mẫu", "Lê Thị Ví Dụ")]
    tenures = [taken(one, post, allotted(world.units["ubnd_a"])) for one in people]
    for one, home in zip(people, ("xã A Thử, tỉnh Lạc Giang", "phường B Thử", "Ấp Giả Định"), strict=True):
        assert one.particulars is not None
        one.particulars.home_town = home
        one.particulars.save()
    assert progress(actor) == []
    closed_to_locals(post)
    (line,) = progress(actor)
    assert dict(line.numbers) == {"khac": 1, "dia-phuong": 1, "chua-ro": 1}
    assert line.due_on == dt.date(2026, 12, 31)
    found = {one.person.full_name: one.__dict__["locality"] for one in visible_holders(actor)}
    assert found == {"Lê Văn Thử": Locality.LOCAL, "Lê Văn Mẫu": Locality.OTHER, "Lê Thị Ví Dụ": Locality.UNKNOWN}
    Standing.objects.create(dossier=people[2], home=world.units["commune_b"])
    assert is_local_at(people[2].pk, world.units["ubnd_a"]) is False
    back = moving(tenures[2], world.units["ubnd_b"], kind="transfer")
    assert {str(one.condition): str(one.outcome) for one in findings_of(back)}["not_local"] == "lacking"
    assert list(visible_holders(world.actor("office_b"))) == []
