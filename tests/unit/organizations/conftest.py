"""The whole invented province in memory, without a database."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sauro.demo.province import PROVINCE, demo_communes
from sauro.organizations.models import Unit
from sauro.organizations.selectors.register import Register, build_register
from sauro.organizations.services.blueprint import Blueprint, ProvincePlan, plan_province
from sauro.organizations.services.set_up import PARTY_CUT_OVER, TWO_TIER_START
from sauro.organizations.services.writing import build_rows

UnitNamed = Callable[[str], Unit]


@pytest.fixture(scope="session")
def blueprint() -> Blueprint:
    """Every unit of the demo province as planned."""
    plan = ProvincePlan(
        province=PROVINCE, communes=demo_communes(), former=(), optional_departments=frozenset(),
        starts=TWO_TIER_START, party_cut_over=PARTY_CUT_OVER, root_code="T",
    )  # fmt: skip
    return plan_province(plan)


@pytest.fixture(scope="session")
def register(blueprint: Blueprint) -> Register:
    """The register of the demo province."""
    rows = build_rows(blueprint, known={})
    return build_register(("test", 1, 1), sorted(rows.units, key=lambda unit: unit.position), rows.aliases)


@pytest.fixture(scope="session")
def unit_named(register: Register) -> UnitNamed:
    """Return a function that finds a unit by its code, or a commune's body by "DU xã Gò Tre Mẫu"."""

    def find(text: str) -> Unit:
        if text in register.by_code:
            return register.by_code[text]
        suffix, _, name = text.partition(" ")
        territory = next(unit for unit in register.communes if unit.name.lower() == name.lower())
        return register.by_code[f"{territory.code}.{suffix}"]

    return find
