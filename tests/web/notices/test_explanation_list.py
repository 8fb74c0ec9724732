"""The list of demanded explanations: whose are seen, and which are owed, late or given."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.common.clock import now, today
from sauro.notices.models import Explanation

URL = "/giai-trinh/"


@pytest.fixture
def demands(world: World) -> dict[str, Explanation]:
    """One owed, one overdue, one given in time and one given late, all of commune A; and one of its neighbour."""

    def demand(name: str, due: int, unit: str = "ubnd_a", *, answered: bool = False) -> Explanation:
        row = make_assignment(world.units["ubnd"], world.units[unit], wording=f"Lập danh mục {name}")
        return Explanation.objects.create(
            assignment=row,
            question=f"Vì sao chậm {name}",
            asked_at=now() - dt.timedelta(days=9),
            asked_by_name="Lê Văn Thử",
            due_on=today() + dt.timedelta(days=due),
            answered_at=now() if answered else None,
            answer="Chờ số liệu" if answered else "",
        )

    return {
        "owed": demand("owed", 2),
        "overdue": demand("overdue", -1),
        "given": demand("given", 1, answered=True),
        "late": demand("late", -2, answered=True),
        "other": demand("other", 2, unit="ubnd_b"),
    }


def seen(page: str, demands: dict[str, Explanation]) -> set[str]:
    return {name for name in demands if f"Vì sao chậm {name}" in page}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"owed", "overdue", "given", "late"}),
        ("?tt=cho", {"owed", "overdue"}),
        ("?tt=qua", {"overdue"}),
        ("?tt=muon", {"late"}),
    ],
)
def test_body_sees_its_own_by_how_they_stand(
    signed_in: SignedIn, demands: dict[str, Explanation], query: str, shown: set[str]
) -> None:
    assert seen(signed_in("office_a").get(URL + query).content.decode(), demands) == shown


def test_giver_sees_all_and_takes_them_out_neighbours_do_not(
    signed_in: SignedIn, demands: dict[str, Explanation]
) -> None:
    assert seen(signed_in("head").get(URL).content.decode(), demands) == set(demands)
    assert seen(signed_in("party_clerk").get(URL).content.decode(), demands) == set()
    file = signed_in("head").get(f"{URL}?xuat=xlsx")
    assert file.status_code == 200
    assert "spreadsheet" in file["Content-Type"]
