"""The building blocks: values as Vietnam writes them, charts with their table, marks with their words."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.audit.services import record_event
from sauro.ui.badges import Badge, Tone
from sauro.ui.charts import Chart, ChartKind, Series
from sauro.ui.events import LIST_EXPORTED
from sauro.ui.lists.columns import shown
from sauro.ui.timeline import entries_of


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "–"),
        ("", "–"),
        (0, "0"),
        (1234567, "1.234.567"),
        (1234.5, "1.234,5"),
        (Decimal("86.50"), "86,50"),
        (dt.date(2026, 11, 5), "05/11/2026"),
        (dt.datetime(2026, 11, 24, 17, 30, tzinfo=dt.UTC), "00:30 25/11/2026"),
        ("<b>Sở & ngành</b>", "&lt;b&gt;Sở &amp; ngành&lt;/b&gt;"),
    ],
)
def test_values_are_written_as_in_vietnam(value: Any, written: str) -> None:
    assert shown(value) == written


@pytest.mark.parametrize("tone", list(Tone))
def test_badge_has_a_word_and_a_shape_for_every_tone(tone: Tone) -> None:
    html = shown(Badge("Quá hạn <3>", tone))
    assert "Quá hạn &lt;3&gt;" in html
    assert f"mark-{tone}" in html
    assert f"ti-{Badge('x', tone).shape}" in html


def test_tones_do_not_share_a_shape() -> None:
    assert len({Badge("x", tone).shape for tone in Tone}) == len(Tone)


def _chart(**changes: Any) -> Chart:
    values: dict[str, Any] = {
        "title": "Nhiệm vụ theo cơ quan",
        "kind": ChartKind.STACKED_ROWS,
        "categories": ["Sở Nội vụ", 'Sở "Y tế"'],
        "series": [Series("Quá hạn", [1, None], Tone.LATE), Series("Xong", [1200, 3], Tone.DONE)],
        "links": ["/a/", "/b/"],
    }
    return Chart(**{**values, **changes})


def test_chart_comes_with_its_figures_as_a_table() -> None:
    html = render_to_string("ui/components/chart.html", {"chart": _chart()})
    assert '<a href="/a/">Sở Nội vụ</a>' in html
    assert '<td class="col-number">1.200</td>' in html
    assert '<td class="col-number">–</td>' in html
    assert html.count("<tr>") == 3


def test_chart_data_survive_the_attribute() -> None:
    data = json.loads(_chart().as_json)
    assert data["categories"] == ["Sở Nội vụ", 'Sở "Y tế"']
    assert data["series"][0] == {"name": "Quá hạn", "values": [1, None], "tone": "late"}
    assert "Sở &quot;Y tế&quot;" not in render_to_string("ui/components/badge.html", {"badge": Badge("x")})
    assert '"Sở \\"Y tế\\"' not in render_to_string("ui/components/chart.html", {"chart": _chart()})


def test_chart_whose_figures_do_not_match_is_refused() -> None:
    with pytest.raises(ValueError, match="2 categories"):
        _chart(series=[Series("Quá hạn", [1])])
    with pytest.raises(ValueError, match="2 categories"):
        _chart(links=["/a/"])


def test_figure_opens_its_list() -> None:
    html = render_to_string(
        "ui/components/stat_tile.html", {"label": "Quá hạn", "value": 1234, "url": "/nhiem-vu/", "tone": "late"}
    )
    assert 'href="/nhiem-vu/"' in html
    assert "1.234" in html


def test_progress_is_written_for_the_machine_and_for_people() -> None:
    bar = render_to_string("ui/components/progress_bar.html", {"label": "Đã rà soát", "value": 1200, "max": 4300})
    assert '<progress value="1200" max="4300"' in bar
    assert "1.200/4.300" in bar
    ring = render_to_string("ui/components/progress_ring.html", {"label": "đúng hạn", "percent": 87.5})
    assert 'stroke-dasharray="87.5 100"' in ring
    assert "87,5%" in ring


def test_six_marks_are_told_apart_without_colour() -> None:
    clears = [
        SimpleNamespace(label="Thời hạn", mark=mark, mark_label=words)
        for mark, words in [("stated", "Nêu rõ"), ("inherited", "Kế thừa"), ("not_stated", "Không nêu")]
    ]
    html = render_to_string("ui/components/clears.html", {"clears": clears, "compact": True})
    for words in ("Nêu rõ", "Kế thừa", "Không nêu"):
        assert f'<span class="visually-hidden">: {words}</span>' in html
    assert html.count("clear-shape") == 3


def test_history_says_what_who_and_why(world: World) -> None:
    record_event(actor=world.actor("head"), event=LIST_EXPORTED, object_text="x", reason="Theo đề nghị <b>")
    entries = entries_of(AuditEvent.objects.all())
    html = render_to_string("ui/components/timeline.html", {"entries": entries})
    assert "Xuất danh sách ra tệp" in html
    assert "Lê Văn Thử (Chánh Văn phòng), Văn phòng Ủy ban nhân dân tỉnh Lạc Giang" in html
    assert "Theo đề nghị &lt;b&gt;" in html
