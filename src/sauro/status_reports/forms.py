"""Forms of status reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.organizations.models import Unit
from sauro.status_reports.enums import PeriodKind, Subject
from sauro.status_reports.periods import Span
from sauro.ui.forms import DayField, PageForm

_LONG = forms.Textarea(attrs={"rows": 5})
FREE = "free"


class DraftForm(PageForm):
    """Whose report, on what, for which period. A period of the list, or two days of one's own."""

    unit = forms.TypedChoiceField(label=_("Cơ quan báo cáo"))
    subject = forms.ChoiceField(label=_("Nội dung"))
    period = forms.ChoiceField(label=_("Kỳ báo cáo"))
    first_day = DayField(label=_("Từ ngày"), required=False, help_text=_("Chỉ điền khi tự chọn khoảng ngày."))
    last_day = DayField(label=_("Đến ngày"), required=False)

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        periods: Mapping[PeriodKind, Sequence[Span]],
        today: dt.date,
        is_directive: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("unit", [(str(unit.pk), unit.name) for unit in units])
        self._offer("subject", [(one.value, one.label) for one in (Subject.GIVEN, Subject.RECEIVED)])
        self._offer("period", _period_choices(periods))
        self.today = today
        if is_directive:
            for name in ("subject", "period", "first_day"):
                del self.fields[name]
            self.fields["last_day"].help_text = _("Để trống là đến hôm nay.")

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # these three are fields of choices

    def clean(self) -> dict[str, Any]:
        """Turn the choice of a period into its days."""
        held = super().clean() or {}
        if "period" not in self.fields:
            return {**held, "period_kind": PeriodKind.FREE, "last_day": held.get("last_day") or self.today}
        chosen = str(held.get("period", ""))
        if chosen == FREE:
            for name in ("first_day", "last_day"):
                if not held.get(name) and name not in self.errors:
                    self.add_error(name, _("Hãy điền ngày, như 25/11/2026."))
            return {**held, "period_kind": PeriodKind.FREE}
        if not chosen:
            return held
        kind, first, last = chosen.split(":")
        days = {"first_day": dt.date.fromisoformat(first), "last_day": dt.date.fromisoformat(last)}
        return {**held, **days, "period_kind": PeriodKind(kind)}


def _period_choices(periods: Mapping[PeriodKind, Sequence[Span]]) -> list[tuple[str, Any]]:
    """The periods of every kind, under the name of their kind."""
    groups: list[tuple[str, Any]] = [
        (str(kind.label), [(f"{kind}:{one.first}:{one.last}", _named(one)) for one in spans])
        for kind, spans in periods.items()
    ]
    return [*groups, (FREE, PeriodKind.FREE.label)]


def _named(period: Span) -> str:
    return f"{period.label} ({period.first:%d/%m/%Y} – {period.last:%d/%m/%Y})"


class WordsForm(PageForm):
    """What the unit says beside the figures."""

    remarks = forms.CharField(label=_("Nhận xét, đánh giá"), widget=_LONG, max_length=20_000, required=False)
    proposals = forms.CharField(label=_("Kiến nghị, đề xuất"), widget=_LONG, max_length=20_000, required=False)


class IssueForm(PageForm):
    """The official number, and whether figures that have changed meanwhile are kept as counted."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False, help_text=_("Ví dụ: 12/BC-UBND"))
    accept_differences = forms.BooleanField(label=_("Giữ nguyên số liệu đã lấy dù dữ liệu đã thay đổi"), required=False)


class WithdrawForm(PageForm):
    """Why an issued report is withdrawn."""

    reason = forms.CharField(label=_("Lý do thu hồi"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
