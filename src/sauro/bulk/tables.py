"""The list of one's runs, and the rows of a run."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run, RunRow
from sauro.bulk.selectors.runs import own_runs
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter
from sauro.ui.lists.page import EmptyState, ListPage

_SHOWN_WORDING = 120
_OUTCOMES = {
    Outcome.UNCHECKED: (Tone.IDLE, "hourglass"),
    Outcome.WILL_DO: (Tone.ACTIVE, "arrow-right"),
    Outcome.REFUSED: (Tone.SOON, "ban"),
    Outcome.DONE: (Tone.DONE, ""),
    Outcome.FAILED: (Tone.LATE, ""),
}
_STATES = {
    RunState.DRAFT: Tone.IDLE,
    RunState.CHECKING: Tone.ACTIVE,
    RunState.READY: Tone.SOON,
    RunState.RUNNING: Tone.ACTIVE,
    RunState.DONE: Tone.DONE,
}


def outcome_badge(row: RunRow) -> Badge:
    """Return the mark of what will happen to a row, or did."""
    outcome = Outcome(row.outcome)
    return Badge(outcome.label, *_OUTCOMES[outcome])


def effect_text(row: RunRow) -> str:
    """Return what the act changes, or why it does not, in words."""
    if row.message:
        return row.message
    parts = [f"{label}: {before} → {after}" if after else label for label, before, after in row.effects]
    return "; ".join(parts)


def _way_back(row: RunRow) -> str:
    """Known once a row was rehearsed."""
    if row.outcome not in (Outcome.WILL_DO, Outcome.DONE):
        return ""
    return row.way_back or str(_("được"))


RUNS = ListPage[Run](
    name="run-list",
    title=_("Thao tác trên nhiều nhiệm vụ"),
    rows=own_runs,
    columns=[
        Column(
            "thao-tac",
            _("Thao tác"),
            value=lambda run: run.get_act_display(),
            link=lambda run: reverse("run-detail", args=[run.pk]),
        ),
        Column("so", _("Số nhiệm vụ"), value=lambda run: run.total, sort="total", kind=Kind.NUMBER),
        Column(
            "trang-thai",
            _("Trạng thái"),
            value=lambda run: Badge(RunState(run.state).label, _STATES[RunState(run.state)]),
            kind=Kind.BADGE,
        ),
        Column("lap", _("Lập lúc"), value=lambda run: run.created_at, sort="created_at", kind=Kind.INSTANT),
        Column("xong", _("Xong lúc"), value=lambda run: run.finished_at, sort="finished_at", kind=Kind.INSTANT),
    ],
    default_sort="-lap",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), RunState.choices, field="state"),
        ChoiceFilter("loai", _("Thao tác"), Act.choices, field="act"),
    ],
    empty=EmptyState(_("Chưa có thao tác nào. Ở danh sách nhiệm vụ, đánh dấu các dòng rồi chọn việc muốn làm.")),
)

RUN_ROWS = ListPage[RunRow](
    name="run-rows",
    title=_("Từng nhiệm vụ"),
    rows=lambda _actor: RunRow.objects.none(),
    columns=[
        Column("thu-tu", _("STT"), value=lambda row: row.position, sort="position", kind=Kind.NUMBER),
        Column("ma", _("Mã"), value=lambda row: row.assignment.code, sort="assignment__code", kind=Kind.CODE),
        Column(
            "viec",
            _("Việc"),
            value=lambda row: row.assignment.wording,
            link=lambda row: reverse("assignment-detail", args=[row.assignment_id]),
            most=_SHOWN_WORDING,
        ),
        Column(
            "don-vi",
            _("Đơn vị thực hiện"),
            value=lambda row: row.assignment.unit.name,
            sort="assignment__unit__sort_key",
        ),
        Column("ket-qua", _("Kết quả"), value=outcome_badge, kind=Kind.BADGE),
        Column("the-nao", _("Thay đổi, hoặc lý do"), value=effect_text),
        Column("hoan-tac", _("Hoàn tác"), value=_way_back),
    ],
    default_sort="thu-tu",
    search="assignment__search_key",
    filters=[ChoiceFilter("kq", _("Kết quả"), Outcome.choices, field="outcome")],
    template="bulk/run.html",
)
