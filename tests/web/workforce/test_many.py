"""One fact for many people: shown first, recorded for all or none."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import SignedIn
from tests.factories.workforce import KEEPER, dossier_of
from tests.personas import World

from sauro.common.errors import Conflict
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Fact
from sauro.workforce.services.establishment import Paper
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.many import record_for_many

pytestmark = pytest.mark.django_db

RATED = {"act": "rating", "value": "well", "since": "31/12/2025", "decision": "3/TB"}


def test_a_rating_is_tried_shown_and_recorded_for_those_it_fits(world: World, signed_in: SignedIn) -> None:
    actor, client = world.actor(KEEPER), signed_in(KEEPER)
    first, second = dossier_of(world), dossier_of(world, "Trần Văn Thử")
    content = Content(date(2026, 6, 30), "done")
    record_fact(actor=actor, dossier_id=second.pk, kind=FactKind.RATING, content=content)
    chosen = {"list": "person-list", "query": "", "all": "1"}
    assert "cho 2 người đã chọn" in client.post("/nhan-su/ghi-nhieu/", {**RATED, **chosen}).content.decode()
    tried = client.post("/nhan-su/ghi-nhieu/", {**RATED, "buoc": "thu", "row": [first.pk, second.pk]})
    page = tried.content.decode()
    assert "Đã có giá trị từ ngày 30/06/2026" in page and "Ghi cho 1 người" in page
    assert Fact.objects.count() == 1
    done = client.post("/nhan-su/ghi-nhieu/", {**RATED, "buoc": "ghi", "row": [first.pk]}, follow=True)
    assert "Đã ghi cho 1 người." in done.content.decode()
    assert Fact.objects.get(dossier=first).value == "well"
    wrong = client.post("/nhan-su/ghi-nhieu/", {**RATED, "buoc": "thu", "row": [first.pk], "since": "31/02/2026"})
    assert wrong.status_code == 422
    assert client.post("/nhan-su/ghi-nhieu/", RATED).status_code == 302
    assert client.post("/nhan-su/ghi-nhieu/", {**RATED, "act": "ethnicity"}).status_code == 404
    with pytest.raises(Conflict) as refused:
        record_for_many(
            actor=actor, dossier_ids=[dossier_of(world, "Lê Thị Thử").pk, second.pk], kind=FactKind.RATING,
            content=Content(date(2025, 12, 31), "well"), paper=Paper("3/TB"),
        )  # fmt: skip
    assert second.code in refused.value.message
    assert Fact.objects.count() == 2
