"""The pages of cadres: who looked is on record for the person, and how many may stand highest is shown."""

from __future__ import annotations

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.appraisals import make_period_review, make_review
from tests.factories.assignments import post_of
from tests.factories.organizations import ALWAYS
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.selectors.looks import looks_at_cadre
from sauro.common.domains import Domain


def keep(world: World) -> None:
    held = {"unit": world.units["tu"], "domain": Domain.PARTY, "valid": ALWAYS, "basis": "Dữ liệu thử"}
    Grant.objects.get_or_create(user=world.users["party_a"], role=Role.LEADER, **held)


def test_the_cadre_sees_who_looked_once_an_hour_and_never_oneself(world: World, signed_in: SignedIn) -> None:
    keep(world)
    cadre, committee = post_of("Hồ Thị Mẫu"), world.units["tu"]
    one = make_period_review(cadre, committee, state="decided", level="TOT")
    review = make_review(cadre, committee)
    addresses = [reverse("cadre-period-detail", args=[one.pk]), reverse("cadre-review-detail", args=[review.pk])]
    keeper, person = signed_in("party_a"), signed_in("party_clerk")
    for address in [*addresses, *addresses, reverse("cadre-file", args=[cadre.pk])]:
        assert keeper.get(address).status_code == 200
        assert "Ai đã xem" not in keeper.get(address).content.decode()
    looks = looks_at_cadre(world.actor("party_clerk"), [one, review])
    assert sorted(event.code for event in looks) == [
        f"appraisals.{thing}.looked_at" for thing in ("cadre", "period", "review")
    ]
    assert "Hồ Thị Mẫu" not in {event.object_text for event in looks}
    for address in addresses:
        page = person.get(address).content.decode()
        assert "Đặng Văn Mẫu" in page.split("Ai đã xem")[1]
    assert len(looks_at_cadre(world.actor("party_clerk"), [one, review])) == 3
