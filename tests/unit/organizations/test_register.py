"""The register in memory follows the database, and says whom a test world's units are."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.common.domains import Domain
from sauro.organizations.models import Unit, UnitAlias
from sauro.organizations.selectors.names import NameContext, expand, resolve_names
from sauro.organizations.selectors.register import current_register
from sauro.organizations.services.units import add_alias

DAY = dt.date(2026, 8, 1)


def test_register_of_units_known_by_official_names_only(world: World) -> None:
    names = {
        "UBND tỉnh": "ubnd", "Văn phòng UBND tỉnh": "office", "Tỉnh ủy": "tu", "UBND xã A Thử": "ubnd_a",
        "Đảng ủy phường B Thử": "du_b", "Phòng Kinh tế xã A Thử": "pkt_a",
    }  # fmt: skip
    found = resolve_names(names, on=DAY, context=NameContext(issuer=world.units["ubnd"]))
    assert {name: one.unit for name, one in found.items()} == {name: world.units[key] for name, key in names.items()}
    inside = expand("Phòng Kinh tế", on=DAY, context=NameContext(issuer=world.units["ubnd_b"]))
    assert inside.unit == world.units["pkt_b"]
    party = expand("các xã, phường", on=DAY, context=NameContext(issuer=world.units["tu"]), domain=Domain.PARTY)
    assert set(party.units) == {world.units["du_a"], world.units["du_b"]}


def test_any_number_of_names_takes_one_query_once_loaded(world: World) -> None:
    context = NameContext(issuer=world.units["ubnd"])
    current_register()
    with CaptureQueriesContext(connection) as queries:
        resolve_names([f"Sở số {number}" for number in range(40)], on=DAY, context=context)
    assert len(queries) == 1


def test_new_unit_and_alias_are_noticed(world: World) -> None:
    context = NameContext(issuer=world.units["ubnd"])
    assert expand("Sở Mới", on=DAY, context=context).unit is None
    fresh = make_unit("T.SM", "Sở Mới", parent=world.units["ubnd"])
    assert expand("Sở Mới", on=DAY, context=context).unit == fresh
    add_alias(actor=world.actor("admin"), unit_id=fresh.pk, text="Cơ quan Số Một")
    assert expand("cơ quan số một", on=DAY, context=context).unit == fresh


def test_raw_write_is_noticed(world: World) -> None:
    context = NameContext(issuer=world.units["ubnd"])
    assert expand("Sở Nội vụ", on=DAY, context=context).unit == world.units["snv"]
    UnitAlias.objects.filter(unit=world.units["snv"]).update(text="Sở Khác", key="so khac")
    assert expand("Sở Nội vụ", on=DAY, context=context).unit is None


def test_name_shared_by_two_units_means_neither(world: World) -> None:
    for code in ("T.M1", "T.M2"):
        make_unit(code, "Trung tâm Trùng Tên", parent=world.units["ubnd"])
    found = expand("Trung tâm Trùng Tên", on=DAY, context=NameContext(issuer=world.units["ubnd"]))
    assert found.units == () and found.unresolved == ("Trung tâm Trùng Tên",)


def test_domain_of_the_document_decides_between_units_of_one_name(world: World) -> None:
    state = make_unit("T.C1", "Ban Chung Tên", parent=world.units["ubnd"])
    party = make_unit("T.C2", "Ban Chung Tên", parent=world.units["tu"], domain=Domain.PARTY)
    for domain, unit in ((Domain.STATE, state), (Domain.PARTY, party)):
        assert expand("Ban Chung Tên", on=DAY, context=NameContext(), domain=domain).unit == unit


@pytest.mark.django_db
def test_empty_register_reads_nothing() -> None:
    assert not Unit.objects.exists()
    found = expand("UBND các xã, phường", on=DAY, context=NameContext())
    assert found.units == () and found.is_group
