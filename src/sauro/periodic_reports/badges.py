"""Marks of reports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sauro.periodic_reports.enums import FigureOrigin, Punctuality, ReportState
from sauro.periodic_reports.models import DefinitionVersion, UnitReport
from sauro.ui.badges import Badge, Tone

_STATES = {
    ReportState.OPEN: (Tone.IDLE, ""),
    ReportState.WITH_HEAD: (Tone.ACTIVE, "user-check"),
    ReportState.APPROVED: (Tone.ACTIVE, "rubber-stamp"),
    ReportState.SENT: (Tone.DONE, "send"),
    ReportState.RETURNED: (Tone.SOON, "arrow-back-up"),
    ReportState.ACCEPTED: (Tone.DONE, "circle-check"),
}
_PUNCTUALITY = {
    Punctuality.ON_TIME: Tone.DONE,
    Punctuality.LATE: Tone.LATE,
    Punctuality.PENDING: Tone.IDLE,
    Punctuality.MISSING: Tone.LATE,
}
_ORIGINS = {
    FigureOrigin.SYSTEM: (Tone.ACTIVE, "database"),
    FigureOrigin.ROLLED_UP: (Tone.ACTIVE, "sum"),
    FigureOrigin.TYPED: (Tone.IDLE, "pencil"),
    FigureOrigin.CHANGED: (Tone.SOON, "pencil-exclamation"),
}


def state_badge(report: UnitReport) -> Badge:
    """Return where a report stands."""
    state = ReportState(report.state)
    tone, icon = _STATES[state]
    return Badge(state.label, tone, icon)


def punctuality_badge(punctuality: str) -> Badge:
    """Return how a report stands against its deadline."""
    kind = Punctuality(punctuality)
    return Badge(kind.label, _PUNCTUALITY[kind])


def origin_badge(origin: str) -> Badge:
    """Return where a figure comes from."""
    kind = FigureOrigin(origin)
    tone, icon = _ORIGINS[kind]
    return Badge(kind.label, tone, icon)


def version_badge(version: DefinitionVersion | None) -> Badge:
    """Return whether a version is in force."""
    if version is None:
        return Badge(_("Chưa ban hành"), Tone.SOON)
    return Badge(_("Bản sửa, chưa ban hành"), Tone.SOON) if version.is_draft else Badge(_("Đã ban hành"), Tone.DONE)
