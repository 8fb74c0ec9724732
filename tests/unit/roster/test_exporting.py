"""People taken out in the columns of an import come back and change nothing; the empty table is understood."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.roster import MAN, PERSON
from tests.factories.workforce import KEEPER, allot, make_post
from tests.personas import World
from tests.unit.roster.test_applying import applied, checked

from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.roster.services.exporting import EXPORTED, empty_table, export_people
from sauro.roster.services.mapping import Said, set_columns
from sauro.roster.services.uploading import Upload, upload_people
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import read_grid
from sauro.roster.sheets.headings import find_headings, headings_of, propose

pytestmark = pytest.mark.django_db


def test_what_is_taken_out_comes_back_and_changes_nothing(world: World) -> None:
    allot(world, 2)
    make_post()
    applied(world, checked(world, [PERSON, {**MAN, "Họ và tên": "@Trần Văn Thử"}]))
    actor = world.actor(KEEPER)
    with export_people(actor=actor) as file:
        data = file.read()
    assert PERSON["CCCD"].encode() not in data
    run = upload_people(actor=actor, domain=Domain.STATE, upload=Upload("xuat.xlsx", data))
    assert list(run.mapping.values()) == [field.code for field in EXPORTED]
    said = Said({int(column): code for column, code in run.mapping.items()}, dt.date(2026, 11, 20))
    run = set_columns(actor=actor, import_id=run.pk, said=said)
    faults = list(run.faults.values_list("row", "field", "message"))
    assert (run.counts["same"], run.counts["error"]) == (2, 0), faults
    with pytest.raises(NotAllowed):
        export_people(actor=world.actor("office_a"))


def test_the_empty_table_is_understood_column_by_column(world: World) -> None:
    with empty_table(actor=world.actor(KEEPER)) as file:
        grid = read_grid(file.read(), kind="book")
    first, last = find_headings(grid)
    found = propose(headings_of(grid, first, last))
    assert {str(FIELDS[code].label) for code in found.values()} == {one.text for one in headings_of(grid, first, last)}
