"""Finding units through the API."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.conftest import ProgramOf
from tests.factories.api import problem
from tests.personas import World


@pytest.mark.parametrize("words", ["Sở Nội vụ", "so noi vu", "SO NOI", unicodedata.normalize("NFD", "Sở Nội vụ")])
def test_words_find_a_unit_in_any_writing(world: World, program_of: ProgramOf, words: str) -> None:
    answer = program_of("servant_a").get("/units", q=words).json()
    assert [unit["id"] for unit in answer] == [str(world.units["snv"].pk)]
    assert (answer[0]["domain"], answer[0]["parent"]["code"]) == ("state", "T.UBND")


def test_somebody_without_a_role_finds_nothing(program_of: ProgramOf) -> None:
    assert program_of("outsider").get("/units", q="so noi vu").json() == []


@pytest.mark.parametrize("words", ["", "((( *", "'; --"])
def test_words_that_hold_no_letter_find_nothing(program_of: ProgramOf, words: str) -> None:
    assert program_of("clerk").get("/units", q=words).json() == []


@pytest.mark.parametrize(("params", "code"), [({}, "missing"), ({"q": "x" * 300}, "invalid"), ({"q": "\0"}, "invalid")])
def test_what_is_wrong_is_said(program_of: ProgramOf, params: dict[str, str], code: str) -> None:
    answer = program_of("clerk").get("/units", **params)
    assert (problem(answer), answer.json()["field"]) == ((422, code), "q")


def test_search_costs_the_same_for_one_unit_and_many(program_of: ProgramOf) -> None:
    costs = []
    clerk = program_of("clerk")
    clerk.get("/me")  # the first request of a person opens the account of requests
    for words in ("so noi vu", "uy ban"):
        with CaptureQueriesContext(connection) as queries:
            found = clerk.get("/units", q=words).json()
        costs.append((len(found) > 1, len(queries)))
    assert [many for many, _cost in costs] == [False, True]
    assert costs[0][1] == costs[1][1]
