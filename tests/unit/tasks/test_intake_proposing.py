"""What a reading found becomes obligations without a guess: what is not sure is left for a person."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.documents.models import Reading
from sauro.tasks.enums import BodyRole, DueOrigin, Mark
from sauro.tasks.models import Obligation
from sauro.tasks.services.proposing import last_day, propose_obligations

__all__ = ["file_folder", "quarantine_folder"]

Json = dict[str, Any]


def _due(**changes: Any) -> Json:
    held: Json = {
        "text": "trước ngày 15/6/2026", "value": "2026-06-15", "exclusive": True, "kind": "date", "inherited": False,
        "from": None, "readings": [], "value_corrected": None,
    }  # fmt: skip
    return {**held, **changes}


def _task(**changes: Any) -> Json:
    held: Json = {
        "section": "1", "text": "Rà soát hồ sơ", "start": 0, "end": 13, "leads": [], "lead_source": None,
        "coordinators": [], "actors": [], "measures": None, "authority": None, "responsibility": None,
        "issuing_body": None, "condition": None, "due": None, "recurrence": None, "product": None, "submit_to": None,
        "resources": None, "standing": False, "confidence": 0.9,
    }  # fmt: skip
    return {**held, **changes}


def _propose(world: World, *tasks: Json) -> list[Obligation]:
    reading: Reading = take_in_text(world, "BÁO CÁO\nKhông có việc nào ở đây.\n").readings.get()
    reading.extraction = {**reading.extraction, "tasks": list(tasks)}
    return propose_obligations(reading)


TWO = [{"value": "2026-06-05", "why": "5/6"}, {"value": "2026-05-06", "why": "6/5"}]


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (None, None),
        (_due(), dt.date(2026, 6, 14)),
        (_due(exclusive=False), dt.date(2026, 6, 15)),
        (_due(value="2026-07-01"), dt.date(2026, 6, 30)),
        (_due(value=None, kind="vague", exclusive=False), None),
        (_due(value=None, kind="event", exclusive=False), None),
        (_due(value="2026-06", exclusive=False), None),
        (_due(value=None, readings=TWO), None),
        (_due(value="2015-07-31", exclusive=False, value_corrected="2025-07-31"), None),
    ],
)
def test_last_day_is_inclusive_or_left_open(due: Json | None, day: dt.date | None) -> None:
    assert last_day(due) == day


def test_site_may_read_before_as_including_the_day(settings: Settings) -> None:
    settings.BEFORE_IS_EXCLUSIVE = False
    assert last_day(_due()) == dt.date(2026, 6, 15)


def test_two_readings_stay_for_a_person_to_choose(world: World) -> None:
    (found,) = _propose(world, _task(due=_due(value=None, readings=TWO)))
    assert (found.due_on, found.due_origin) == (None, DueOrigin.NONE)
    assert found.due_phrase == "trước ngày 15/6/2026"
    assert found.elements["due"]["readings"] == TWO


def test_impossible_day_stays_as_printed_with_its_proposal(world: World) -> None:
    due = _due(value="2015-07-31", exclusive=False, value_corrected="2025-07-31")
    (found,) = _propose(world, _task(due=due))
    assert found.due_on is None
    assert found.elements["due"]["value"] == "2015-07-31"
    assert found.elements["due"]["value_corrected"] == "2025-07-31"


def test_general_direction_has_no_deadline(world: World) -> None:
    (found,) = _propose(world, _task(standing=True, due=_due()))
    assert found.is_general_direction
    assert (found.due_on, found.due_origin) == (None, DueOrigin.NONE)


def test_elements_say_how_they_stand_and_where_from(world: World) -> None:
    product = {"text": "báo cáo", "start": 3, "end": 10}
    source = {"start": 40, "end": 60}
    provenance = {
        "product": {"why": "noun-after-verb", "from": None},
        "due": {"why": "closing-section", "from": source, "start": 40, "end": 60},
    }
    (found,) = _propose(
        world, _task(product=product, due=_due(inherited=True, **{"from": source}), provenance=provenance)
    )
    assert found.elements["product"]["mark"] == Mark.STATED
    assert found.elements["product"]["why"] == "noun-after-verb"
    assert found.elements["due"]["mark"] == Mark.INHERITED
    assert found.elements["due"]["from"] == source
    assert set(found.elements) == {"product", "due"}
    assert found.product == "báo cáo"


def test_vague_deadline_is_marked_so(world: World) -> None:
    (found,) = _propose(world, _task(due=_due(text="khẩn trương", value=None, kind="vague", exclusive=False)))
    assert found.elements["due"]["mark"] == Mark.VAGUE


def test_bodies_keep_names_places_and_groups(world: World) -> None:
    lead = {
        "role": "lead", "name": "Sở Nội vụ", "text": "Sở Nội vụ", "start": 5, "end": 14, "group": False, "except": [],
        "source": "heading",
    }  # fmt: skip
    group = {
        **lead, "role": "coordinator", "name": "UBND các xã, phường", "group": True, "except": ["xã A"],
        "source": "explicit",
    }  # fmt: skip
    approver = {**lead, "role": "approver", "name": "UBND tỉnh"}
    task = _task(
        actors=[lead, group, approver],
        leads=["Sở Nội vụ", "Sở Không Có Thật"],
        lead_source="heading",
        coordinators=["UBND các xã, phường"],
    )
    (found,) = _propose(world, task)
    bodies = {(body.role, body.name): body for body in found.bodies.all()}
    assert set(bodies) == {
        (BodyRole.LEAD, "Sở Nội vụ"),
        (BodyRole.LEAD, "Sở Không Có Thật"),
        (BodyRole.COORDINATOR, "UBND các xã, phường"),
    }
    assert bodies[BodyRole.LEAD, "Sở Nội vụ"].unit == world.units["snv"]
    assert bodies[BodyRole.LEAD, "Sở Nội vụ"].source == "heading"
    assert bodies[BodyRole.LEAD, "Sở Không Có Thật"].unit is None
    assert bodies[BodyRole.LEAD, "Sở Không Có Thật"].start is None
    several = bodies[BodyRole.COORDINATOR, "UBND các xã, phường"]
    assert (several.is_group, several.exceptions, several.unit) == (True, ["xã A"], None)


def test_order_of_the_text_is_kept(world: World) -> None:
    found = _propose(world, _task(text="Một"), _task(text="Hai"), _task(text="Ba"))
    assert [row.text for row in Obligation.objects.order_by("position")] == ["Một", "Hai", "Ba"]
    assert len(found) == 3
