"""Tables of status reports."""

from sauro.status_reports.models.reports import ReportRow, StatusReport

__all__ = ["ReportRow", "StatusReport"]
