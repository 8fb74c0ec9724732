"""Sentences the system can say about its own figures, for people to take into a report and edit. No database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sauro.periodic_reports.content import FigureLine
from sauro.periodic_reports.numbers import shown_number

MOST_NAMED = 5
"""Tasks named in one sentence; the list behind the figure has them all."""

_LONGEST_WORDING, _LONGEST_REASON = 140, 200

_SAYINGS: Mapping[str, str | Promise] = {
    "tasks.carried_over": gettext_lazy("Kỳ trước chuyển sang %(count)s nhiệm vụ."),
    "tasks.given": gettext_lazy("Trong kỳ được giao thêm %(count)s nhiệm vụ."),
    "tasks.finished": gettext_lazy("Đã hoàn thành %(count)s nhiệm vụ."),
    "tasks.done_on_time": gettext_lazy("Hoàn thành đúng hạn %(count)s nhiệm vụ."),
    "tasks.done_late": gettext_lazy("Hoàn thành quá hạn %(count)s nhiệm vụ."),
    "tasks.stopped": gettext_lazy("Bên giao cho dừng %(count)s nhiệm vụ."),
    "tasks.waiting": gettext_lazy("Đã nộp, chờ xác nhận %(count)s nhiệm vụ."),
    "tasks.in_time": gettext_lazy("Đang thực hiện trong hạn %(count)s nhiệm vụ."),
    "tasks.overdue": gettext_lazy("Chưa hoàn thành, đã quá hạn %(count)s nhiệm vụ."),
    "tasks.no_deadline": gettext_lazy("Đang thực hiện %(count)s nhiệm vụ không có thời hạn."),
    "difficulties.raised": gettext_lazy("Đã nêu %(count)s khó khăn, vướng mắc."),
    "difficulties.answered": gettext_lazy("Được trả lời %(count)s khó khăn, vướng mắc."),
    "difficulties.waiting": gettext_lazy("Còn %(count)s khó khăn, vướng mắc chờ trả lời."),
}
FINISHED = frozenset({"tasks.finished", "tasks.done_on_time"})
LATE = frozenset({"tasks.done_late", "tasks.overdue"})
NAMED = FINISHED | LATE
"""Figures whose tasks are named: what was finished, and what was late with the reason."""


@dataclass(frozen=True, slots=True)
class Work:
    """A task as a sentence names it. ``days_late`` is 0 for work in time; ``reason`` tells why it is late."""

    code: str
    wording: str
    handed_in_on: dt.date | None = None
    due_on: dt.date | None = None
    days_late: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the system says, and the figure it says it of: its source."""

    figure: str
    label: str
    text: str


def sentence_of(line: FigureLine, works: Sequence[Work]) -> Sentence | None:
    """Return the sentence about a figure the system counts, None for any other and where there is nothing to say.

    ``works`` are those of the counted tasks that may be named; how many more there are is said as well.
    """
    saying = _SAYINGS.get(line.source)
    if saying is None or not line.system_value:
        return None
    words = str(saying) % {"count": shown_number(line.system_value)}
    if line.source in NAMED and works:
        words = f"{words.rstrip('.')}: {_listed(line, works)}."
    return Sentence(line.code, line.label, words)


def _listed(line: FigureLine, works: Sequence[Work]) -> str:
    named = [_late(work) if line.source in LATE else _finished(work) for work in works[:MOST_NAMED]]
    more = int(line.system_value or 0) - len(named)
    if more > 0:
        named.append(ngettext("và %(count)s nhiệm vụ khác", "và %(count)s nhiệm vụ khác", more) % {"count": more})
    return "; ".join(named)


def _finished(work: Work) -> str:
    name = _named(work)
    if work.handed_in_on is None:
        return name
    return _("%(name)s (nộp ngày %(day)s)") % {"name": name, "day": f"{work.handed_in_on:%d/%m/%Y}"}


def _late(work: Work) -> str:
    told = _("%(name)s (quá %(days)s ngày)") % {"name": _named(work), "days": work.days_late}
    reason = (
        _("lý do: %(reason)s") % {"reason": _cut(work.reason, _LONGEST_REASON)} if work.reason else _("chưa nêu lý do")
    )
    return f"{told}, {reason}"


def _named(work: Work) -> str:
    return f"{work.code} {_cut(work.wording, _LONGEST_WORDING)}"


def _cut(text: str, longest: int) -> str:
    """The words of a text up to a length, without the full stop at its end."""
    words = " ".join(text.split()).rstrip(" .;")
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]}…"
