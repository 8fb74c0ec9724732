"""The targets of the resolution in the demo's synthetic province, linked to what the records measure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from sauro.common.clock import today
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.measuring.enums import Measure
from sauro.measuring.models import MeasureLink
from sauro.measuring.services.measuring import link_measure, take_over
from sauro.targets.rules import AddUp, Amount
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import PathEntry, set_path
from sauro.workforce.models import AllotmentDecision
from sauro.workforce.synthetic.loading import PAPER

LAST_YEAR = 2030


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target: the unit that keeps it, its head, who records, the measure, per cent by 2030 (0: not laid down), and
    what is counted above and below the line.
    """

    unit: str
    head: str
    recorder: str
    name: str
    measure: Measure
    value: int
    above: str
    below: str


TARGETS = (
    Wanted(
        "T.SNV", "giamdoc.snv", "noivu.tinh", "Tỷ lệ cán bộ, công chức, viên chức cấp xã hoàn thành tốt trở lên",
        Measure.WELL, 95, "Người hoàn thành tốt nhiệm vụ trở lên", "Người đã được xếp loại",
    ),
    Wanted(
        "T.SNV", "giamdoc.snv", "noivu.tinh", "Tỷ lệ cán bộ, công chức, viên chức cấp xã đạt chuẩn lý luận chính trị",
        Measure.THEORY, 100, "Người đạt chuẩn lý luận chính trị", "Người giữ vị trí có chuẩn này",
    ),
    Wanted(
        "T.SNV", "giamdoc.snv", "noivu.tinh", "Tỷ lệ cán bộ, công chức, viên chức cấp xã được bồi dưỡng kỹ năng số",
        Measure.DIGITAL, 100, "Người đã bồi dưỡng kỹ năng số", "Người hiện có",
    ),
    Wanted(
        "T.SNV", "giamdoc.snv", "noivu.tinh", "Tỷ lệ cán bộ trẻ dưới 42 tuổi trong chức danh chủ chốt cấp xã",
        Measure.KEY_YOUNG, 10, "Người dưới 42 tuổi giữ chức danh chủ chốt", "Người giữ chức danh chủ chốt",
    ),
    Wanted(
        "T.BTC", "truongban.btc", "tochuc.tinh", "Tỷ lệ ủy viên ban thường vụ cấp xã có trình độ sau đại học",
        Measure.STANDING_POSTGRADUATE, 50, "Ủy viên có trình độ sau đại học", "Ủy viên ban thường vụ",
    ),
    Wanted(
        "T.BTC", "truongban.btc", "tochuc.tinh", "Tỷ lệ người dân tộc thiểu số trong cấp ủy cấp xã",
        Measure.COMMITTEE_MINORITY, 0, "Cấp ủy viên là người dân tộc thiểu số", "Cấp ủy viên đã biết dân tộc",
    ),
)  # fmt: skip
_TAKEN = frozenset({Measure.WELL, Measure.DIGITAL, Measure.STANDING_POSTGRADUATE})
"""What has been taken over already; the others wait for a person."""


@transaction.atomic
def play_targets() -> None:
    """Define the targets, link them, and take some figures over, once, and only where the whole province is loaded."""
    if MeasureLink.objects.exists() or not AllotmentDecision.objects.filter(decision=PAPER).exists():
        return
    actors, units = demo_actors(), demo_units()
    for one in TARGETS:
        head = actors[one.head]
        fields = IndicatorFields(
            one.name, "%", rule=AddUp.RATIO, numerator_label=one.above, denominator_label=one.below
        )
        share = define_indicator(actor=head, unit_id=units[one.unit].pk, fields=fields)
        if one.value:
            path = [PathEntry(LAST_YEAR, Amount(Decimal(one.value)))]
            set_path(actor=head, share_id=share.pk, baseline_year=None, baseline=None, entries=path)
        link_measure(actor=head, share_id=share.pk, measure=one.measure)
        if one.measure in _TAKEN:
            take_over(actor=actors[one.recorder], share_id=share.pk, day=today())
