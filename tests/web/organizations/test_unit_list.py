"""The list of units and the completion of their names."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from tests.conftest import SignedIn
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.organizations.models import Unit


def shown(client: Client, query: str = "") -> set[str]:
    """The names of units in the list."""
    answer = client.get(reverse("unit-list") + query)
    assert answer.status_code == 200
    table = html.fromstring(f"<table>{answer.context['rows'].html}</table>")
    return {row.find("td").text_content().strip() for row in table.iter("tr")}


def test_everybody_with_a_role_sees_the_units_in_force(world: World, signed_in: SignedIn) -> None:
    ended = make_unit("T.CU", "Sở Cũ", parent=world.units["ubnd"])
    Unit.objects.filter(pk=ended.pk).update(valid="[2025-07-01,2026-01-01)")
    assert shown(signed_in("servant_b")) == {unit.name for unit in world.units.values()}


def test_search_needs_no_accents(world: World, signed_in: SignedIn) -> None:
    assert shown(signed_in("clerk"), "?q=so+NOI") == {"Sở Nội vụ"}
    assert shown(signed_in("clerk"), "?q=S%E1%BB%9F+n%E1%BB%99i") == {"Sở Nội vụ"}


def test_filters_narrow_by_level_domain_kind_and_parent(world: World, signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    assert shown(client, "?k=party") == {world.units[key].name for key in ("tu", "du_a", "du_b")}
    assert shown(client, "?c=province&l=department") == {"Sở Nội vụ", "Sở Tài chính"}
    assert shown(client, "?x=phuong&l=territory") == {world.units["commune_b"].name}
    below = {world.units[f"{key}_a"].name for key in ("ubnd", "vp", "pkt", "du")}
    assert shown(client, f"?thuoc={world.units['commune_a'].code}") == below
    assert shown(client, "?tk=chua") == {"Sở Tài chính"}


def test_without_a_role_nothing_is_shown(world: World, signed_in: SignedIn) -> None:
    assert shown(signed_in("outsider")) == set()


def test_stranger_is_sent_to_sign_in(world: World) -> None:
    for name in ("unit-list", "unit-suggest", "unit-completion"):
        assert Client().get(reverse(name)).status_code == 302


def test_list_takes_the_same_queries_for_any_number_of_units(world: World, signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    shown(client, "?q=so+noi")
    with CaptureQueriesContext(connection) as few:
        shown(client, "?q=so+noi")
    with CaptureQueriesContext(connection) as many:
        shown(client)
    assert len(few) == len(many)


def test_export_holds_what_is_shown(world: World, signed_in: SignedIn) -> None:
    answer = signed_in("clerk").get(reverse("unit-list") + "?k=party&xuat=xlsx")
    content = b"".join(answer)
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "Tỉnh ủy Lạc Giang" in sheet and "Sở Nội vụ" not in sheet


@pytest.mark.parametrize("name", ["unit-list", "unit-suggest", "unit-completion"])
def test_pages_only_read(world: World, signed_in: SignedIn, name: str) -> None:
    assert signed_in("clerk").post(reverse(name)).status_code == 405


def test_completion_gives_identity_code_and_place(world: World, signed_in: SignedIn) -> None:
    answer = signed_in("clerk").get(reverse("unit-suggest"), {"q": "kinh te xa"})
    unit = world.units["pkt_a"]
    parent = world.units["ubnd_a"].name
    assert answer.json() == {
        "results": [{"id": str(unit.pk), "code": unit.code, "name": unit.name, "detail": f"Nhà nước · {parent}"}]
    }


def test_completion_for_filters_offers_territories(world: World, signed_in: SignedIn) -> None:
    client = signed_in("clerk")
    query = {"q": "dia ban xa"}
    assert client.get(reverse("unit-suggest"), query).json()["results"] == []
    names = [one["name"] for one in client.get(reverse("unit-completion"), query).json()["results"]]
    assert names == [world.units["commune_a"].name]


def test_completion_tells_nothing_without_a_role(world: World, signed_in: SignedIn) -> None:
    assert signed_in("outsider").get(reverse("unit-suggest"), {"q": "so"}).json() == {"results": []}
