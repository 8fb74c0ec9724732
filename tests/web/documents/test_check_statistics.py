"""Statistics of findings count what their reader may see, and lead to lists of that length."""

from __future__ import annotations

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.tasks import DocumentSpec, make_document
from tests.personas import World

from sauro.documents.selectors.findings import finding_statistics

RATIO = {"text": "40% (50/200)", "code": "SL001", "rule": "ratio-mismatch", "severity": "error"}
VAGUE = {"text": "khẩn trương", "code": "TG020", "rule": "vague-deadline", "severity": "warning"}
SENTENCE = "Đạt 40% (50/200), khẩn trương thực hiện."


def make_documents(world: World) -> None:
    units = world.units
    make_document(units["ubnd"], DocumentSpec([SENTENCE], findings=[RATIO, VAGUE]))
    make_document(units["ubnd"], DocumentSpec([SENTENCE], findings=[RATIO], issuer="Bộ Nội vụ"))
    make_document(units["ubnd"], DocumentSpec([SENTENCE], issuer="Bộ Nội vụ"))
    make_document(units["ubnd_b"], DocumentSpec([SENTENCE], findings=[VAGUE]))


def test_findings_are_counted_by_rule_and_by_issuer(world: World) -> None:
    make_documents(world)
    counted = finding_statistics(world.actor("head"))
    assert counted.documents == 3
    assert [(one.code, one.findings, one.documents) for one in counted.rules] == [("SL001", 2, 2), ("TG020", 1, 1)]
    assert [(one.name, one.documents, one.errors, one.warnings) for one in counted.issuers] == [
        ("Ủy ban nhân dân tỉnh Lạc Giang", 1, 1, 1),
        ("Bộ Nội vụ", 2, 1, 0),
    ]
    assert [one.code for one in finding_statistics(world.actor("office_b")).rules] == ["TG020"]
    assert finding_statistics(world.actor("outsider")).documents == 0


def test_numbers_open_lists_of_that_length(world: World, signed_in: SignedIn) -> None:
    make_documents(world)
    head = signed_in("head")
    page = head.get(reverse("check-statistics")).content.decode()
    assert "?qt=SL001" in page
    assert head.get(reverse("document-list"), {"qt": "SL001"}).context["count_text"] == "2"
    assert head.get(reverse("document-list"), {"cq": "Bộ Nội vụ"}).context["count_text"] == "2"


def test_who_sees_no_documents_is_refused(signed_in: SignedIn) -> None:
    assert signed_in("outsider").get(reverse("check-statistics")).status_code == 403
