"""The pages of targets, used as people use them."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.contracts.objects import FOUND_TARGET
from tests.factories.targets import HOUSES, POOR, give, make_share, record
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.targets.models import Ask, LeftOut, Share, YearLine

YEAR = today().year


def directive(world: World, unit: str = "ubnd_a", *, measure: str = "căn", value: float = 45.0) -> Document:
    """A directive that a unit took in, in which the reader found one target."""
    document = make_document(world.units[unit], many_tasks(1))
    reading = document.readings.get(is_current=True)
    found = FOUND_TARGET | {"unit": measure, "value": value, "period": f"năm {YEAR}", "indicator": HOUSES.name.lower()}
    reading.extraction = {**reading.extraction, "targets": [found]}
    reading.save()
    return document


def place(document: Document) -> list[object]:
    return [document.pk, FOUND_TARGET["start"], FOUND_TARGET["end"]]


def taking(**changed: str) -> dict[str, str]:
    form = {"year": str(YEAR), "operator": ">=", "value": "45", "measure": "căn", "rule": "sum", "direction": "up"}
    return form | changed


def test_indicator_is_defined_and_its_path_written(world: World, signed_in: SignedIn) -> None:
    head = signed_in("head")
    form = {"unit": str(world.units["ubnd"].pk), "measure": "%", "direction": "down", "rule": "ratio", "per": "100"}
    wrong = head.post(reverse("target-new"), form | {"name": "Tỷ lệ hộ nghèo"})
    assert wrong.status_code == 422
    assert "tử số" in wrong.content.decode()
    right = form | {"name": "Tỷ lệ hộ nghèo", "numerator_label": "Hộ nghèo", "denominator_label": "Tổng số hộ"}
    share_page = head.post(reverse("target-new"), right)
    share = Share.objects.get()
    assert share_page["Location"] == reverse("target-path", args=[share.pk])
    bad = head.post(share_page["Location"], {"baseline_year": "2025", "baseline": "3,x", "target_2030": "1,5"})
    assert bad.status_code == 422
    assert 'value="1,5"' in bad.content.decode()
    head.post(share_page["Location"], {"baseline_year": "2025", "baseline": "3,2", "target_2030": "1,5"})
    page = head.get(reverse("target-detail", args=[share.pk])).content.decode()
    assert "3,2 %" in page
    assert "1,5" in page


def test_target_of_a_document_is_taken_by_a_person(world: World, signed_in: SignedIn) -> None:
    document, office = directive(world), signed_in("office_a")
    assert reverse("document-targets", args=[document.pk]) in (
        office.get(reverse("document-detail", args=[document.pk])).content.decode()
    )
    address = reverse("target-take", args=place(document))
    nameless = office.post(address, taking(name=""))
    assert nameless.status_code == 422
    assert office.post(address, taking(name=HOUSES.name)).status_code == 302
    line = YearLine.objects.select_related("target_from").get()
    assert (line.target, line.target_from and line.target_from.document) == (45, document)
    again = office.post(address, taking(name="Khác"))
    assert again.status_code == 422
    assert "đã được xử lý" in again.content.decode()
    assert line.share.indicator.code in office.get(reverse("document-targets", args=[document.pk])).content.decode()


def test_another_document_with_another_value_waits_for_a_decision(world: World, signed_in: SignedIn) -> None:
    share = make_share(world, HOUSES, persona="office_a", unit="ubnd_a", path={YEAR: 40})
    document, office = directive(world), signed_in("office_a")
    take = office.get(reverse("target-take", args=place(document))).content.decode()
    assert f'<option value="{share.pk}" selected' in take
    warned = office.post(reverse("target-take", args=place(document)), taking(share=str(share.pk)), follow=True)
    assert "cần người có thẩm quyền thống nhất" in warned.content.decode()
    line, ask = YearLine.objects.get(), Ask.objects.get()
    assert (line.target, ask.state) == (40, "open")
    listed = office.get(f"{reverse('target-list')}?tn=co").content.decode()
    assert share.indicator.name in listed
    settling = reverse("target-settle", args=[line.pk])
    assert office.post(settling, {"chosen": str(ask.pk), "reason": ""}).status_code == 422
    done = office.post(settling, {"chosen": str(ask.pk), "reason": "Văn bản mới hơn"}, follow=True).content.decode()
    assert "Văn bản mới hơn" in done
    assert YearLine.objects.get().target == 45


def test_measure_of_the_document_is_converted_or_refused(world: World, signed_in: SignedIn) -> None:
    share = make_share(world, HOUSES, persona="office_a", unit="ubnd_a")
    document, office = directive(world, measure="%"), signed_in("office_a")
    address = reverse("target-take", args=place(document))
    refused = office.post(address, taking(share=str(share.pk), measure="%"))
    assert refused.status_code == 422
    assert "Hãy quy đổi" in refused.content.decode()
    assert 'value="45"' in refused.content.decode()


def test_what_is_no_target_is_left_out_with_a_reason_and_taken_back(world: World, signed_in: SignedIn) -> None:
    document, office = directive(world), signed_in("office_a")
    address = reverse("target-leave", args=place(document))
    assert office.post(address, {"reason": " "}).status_code == 422
    office.post(address, {"reason": "Số liệu của năm trước"})
    assert "Số liệu của năm trước" in office.get(reverse("document-targets", args=[document.pk])).content.decode()
    office.post(address, {"lai": "1"})
    assert not LeftOut.objects.exists()
    assert office.get(reverse("target-take", args=[document.pk, 1, 2])).status_code == 404


def test_numbers_of_the_board_open_lists_of_as_many(world: World, signed_in: SignedIn) -> None:
    whole = make_share(world, path={YEAR: 100})
    for letter, figure in (("a", 40), ("b", 0)):
        record(world, give(world, whole, f"ubnd_{letter}", {YEAR: 40}), f"servant_{letter}", figure)
    make_share(world, POOR, path={YEAR: 2})
    head = signed_in("head")
    board = head.get(reverse("target-board"))
    for tile in board.context["tiles"]:
        assert head.get(tile.url).content.decode().count("<tr data-row") == tile.value
    everything = f"{reverse('target-list')}?nam={YEAR}"
    assert sum(tile.value for tile in board.context["tiles"]) == head.get(everything).content.decode().count(
        "<tr data-row"
    )
    chart = board.context["charts"][0]
    for at, url in enumerate(chart.links):
        figures = sum(one.values[at] or 0 for one in chart.series)
        assert head.get(url).content.decode().count("<tr data-row") == figures
    assert [group.group.value for group, _rows_of, _chart in board.context["groups"]] == ["communes", "wards"]
    matrix = head.get(reverse("target-matrix"))
    assert [(group.value, len(rows)) for group, rows in matrix.context["groups"]] == [("communes", 1), ("wards", 1)]
    empty = signed_in("office_b").get(f"{reverse('target-board')}?nam=2049&ct=x")
    assert "chưa có chỉ tiêu" in empty.content.decode()


def test_figure_is_recorded_with_a_file_and_neighbours_do_not_get_it(world: World, signed_in: SignedIn) -> None:
    part = give(world, make_share(world), "ubnd_a", {YEAR: 40})
    servant = signed_in("servant_a")
    address = reverse("target-record", args=[part.pk])
    none = servant.post(address, {"as_of": f"{today():%d/%m/%Y}", "value": "3"})
    assert none.status_code == 422
    assert "căn cứ" in none.content.decode()
    future = servant.post(address, {"as_of": "01/01/2049", "value": "3", "basis": "Báo cáo"})
    assert "sau hôm nay" in future.content.decode()
    servant.post(address, {"as_of": f"{today():%d/%m/%Y}", "value": "1.234,5", "basis": "Báo cáo số 12/BC-UBND"})
    assert "1.234,5" in servant.get(reverse("target-detail", args=[part.pk])).content.decode()
    assert signed_in("office_b").get(address).status_code == 404
    assert signed_in("chair").get(address).status_code == 403


@pytest.mark.parametrize("persona", ["party_clerk", "outsider"])
def test_other_domains_find_an_empty_list(world: World, signed_in: SignedIn, persona: str) -> None:
    share = make_share(world, path={YEAR: 100})
    page = signed_in(persona).get(reverse("target-list")).content.decode()
    assert share.indicator.name not in page
