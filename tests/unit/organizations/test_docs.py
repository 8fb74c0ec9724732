"""The page about units says what the code does."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from tests.unit.organizations.conftest import UnitNamed

from sauro.organizations.selectors.names import NameContext, expand
from sauro.organizations.selectors.register import Register
from sauro.organizations.services.set_up import PARTY_CUT_OVER

PAGE = (Path(__file__).parents[3] / "docs" / "domain" / "units.md").read_text(encoding="utf-8")
GROUPS = re.findall(r"^\| ([^|]+?) \| [^|]+ \| (\d+) \|$", PAGE, re.M)


def test_table_of_groups_was_found() -> None:
    assert len(GROUPS) >= 15


@pytest.mark.parametrize(("printed", "count"), GROUPS, ids=[printed for printed, _count in GROUPS])
def test_group_has_the_size_the_page_says(register: Register, unit_named: UnitNamed, printed: str, count: str) -> None:
    context = NameContext(issuer=unit_named("T.UBND"))
    found = expand(printed, on=dt.date(2026, 8, 1), context=context, register=register)
    assert (len(found.units), found.unresolved) == (int(count), ())


def test_page_names_the_day_of_the_cut_over() -> None:
    assert f"**{PARTY_CUT_OVER:%d/%m/%Y}**" in PAGE
